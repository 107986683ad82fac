"""Reads corpora of names: columns of words and tags, and MEANTIME. What their tags mean for us stands in names.toml."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from attribution.documents import Document, Mention

Word = tuple[str, str]
Kinds = dict[str, tuple[str, ...]]

_TABLES = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
_NO_BLANK_BEFORE = frozenset(_TABLES["spacing"]["none_before"])
_NO_BLANK_AFTER = frozenset(_TABLES["spacing"]["none_after"])
_WRITTEN: dict[str, str] = _TABLES["spacing"]["written"]
_OUTLET_ENDINGS = frozenset(_TABLES["outlets"]["endings"])
_OUTLETS = frozenset(_TABLES["outlets"]["names"])
_SENTENCES_IN_TEXT = 6
_ARTICLES = frozenset({"the", "a", "an"})


def kinds_of(corpus: str) -> Kinds:
    """What each tag of a corpus may be for us."""
    return {tag: tuple(kinds) for tag, kinds in _TABLES["kinds"][corpus].items()}


def outlet_words(*known: str) -> frozenset[str]:
    """The words of the names of outlets, those of the tables and these."""
    return frozenset(word for name in (*_OUTLETS, *_OUTLET_ENDINGS, *known) for word in name.split())


def sharpened(kinds: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Publication where the name says that an organisation is one."""
    if "publication" not in kinds:
        return kinds
    is_outlet = name in _OUTLETS or name.rpartition(" ")[2] in _OUTLET_ENDINGS
    return ("publication",) if is_outlet else tuple(kind for kind in kinds if kind != "publication" or "none" in kinds)


def running(words: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words as running text, and where each stands in it."""
    text, places = "", []
    glued = True
    for word in words:
        written = _WRITTEN.get(word, word)
        if not glued and word not in _NO_BLANK_BEFORE:
            text += " "
        places.append((len(text), len(text) + len(written)))
        text += written
        glued = word in _NO_BLANK_AFTER
    return text, places


def _groups(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """First and last word (exclusive) and label of each run; in IO tagging, neighbours of one label are one."""
    start = 0
    for place in range(1, len(tags) + 1):
        ended = place == len(tags) or tags[place][:2] == "B-" or tags[place][2:] != tags[start][2:]
        if ended:
            if tags[start] != "O":
                yield start, place, tags[start][2:]
            start = place


def sentence(words: list[Word], kinds: Kinds) -> tuple[str, tuple[Mention, ...]]:
    """One sentence as text with its names."""
    text, places = running(word for word, _ in words)
    found = []
    for first, last, label in _groups([tag for _, tag in words]):
        start, end = places[first][0], places[last - 1][1]
        found.append(Mention(start=start, end=end, kinds=sharpened(kinds[label], text[start:end])))
    return text, tuple(found)


def stacked(sentences: Iterable[tuple[str, tuple[Mention, ...]]], name: str) -> Iterator[Document]:
    """Documents of a few sentences each, one line a sentence."""
    gathered = list(sentences)
    for number in range(0, len(gathered), _SENTENCES_IN_TEXT):
        text, mentions = "", []
        for line, found in gathered[number : number + _SENTENCES_IN_TEXT]:
            mentions += [Mention(start=m.start + len(text), end=m.end + len(text), kinds=m.kinds) for m in found]
            text += line + "\n"
        yield Document(name=f"{name}-{number}", text=text, mentions=tuple(mentions), complete_names=True)


def columns(path: Path, *, word: int = 0, tag: int = 1, separator: str | None = "\t") -> Iterator[list[Word]]:
    """The sentences of a file with one word a line and a blank line between sentences."""
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split(separator)
        if line.startswith("# "):
            continue
        if line.strip() and cells[word].strip():
            words.append((cells[word].strip(), cells[tag].strip()))
        elif words:
            yield words
            words = []
    if words:
        yield words


def _types(root: ET.Element) -> dict[str, str]:
    """The type of each mention, by the entity that it refers to."""
    entities = {entity.get("m_id", ""): entity.get("ent_type", "") for entity in root.iter("ENTITY")}
    found = {}
    for link in root.iter("REFERS_TO"):
        label = next((entities.get(target.get("m_id", ""), "") for target in link.iter("target")), "")
        found.update({source.get("m_id", ""): label for source in link.iter("source")})
    return found


def _tags(root: ET.Element) -> dict[str, str]:
    """The tag of each word that belongs to a name."""
    types, kinds, tags = _types(root), kinds_of("meantime"), dict[str, str]()
    words = {token.get("t_id", ""): (token.text or "").strip().lower() for token in root.iter("token")}
    for mention in root.iter("ENTITY_MENTION"):
        label = types.get(mention.get("m_id", ""), "")
        if mention.get("syntactic_type") in {"NAM", "PRE.NAM"} and label in kinds:
            anchors = [anchor.get("t_id", "") for anchor in mention.iter("token_anchor")]
            bare = anchors[1:] if len(anchors) > 1 and words[anchors[0]] in _ARTICLES else anchors
            tags.update({anchor: f"{'I' if place else 'B'}-{label}" for place, anchor in enumerate(bare)})
    return tags


def meantime(path: Path) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """The fully annotated sentences of one MEANTIME file, with the names among its mentions of entities."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 -- a pinned corpus, read from disk
    tags, lines = _tags(root), dict[str, list[Word]]()
    for token in root.iter("token"):
        number = token.get("sentence", "0")
        if int(number) < _SENTENCES_IN_TEXT:
            lines.setdefault(number, []).append(((token.text or "").strip(), tags.get(token.get("t_id", ""), "O")))
    for words in lines.values():
        yield sentence(words, kinds_of("meantime"))
