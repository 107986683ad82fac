"""Unnamed: the sources without a name, each followed through its report."""

from collections.abc import Iterator, Sequence

from twosource.lexicon import words
from twosource.lexicon.grammar import plural
from twosource.text.clauses import sentences_of
from twosource.text.nouns import head_of
from twosource.text.unveiled import unveiled
from twosource.types.article import Article
from twosource.types.attribution import Anonymous, Citation
from twosource.types.party import Mention, Unnamed
from twosource.types.span import Span

_DEFINITE = frozenset({"the", "those", "these", "that", "this", "both"})
_ANY = frozenset({"source", "person", "people", "individual", "official"})
_LONGEST_TAIL = 3


def unnamed(article: Article, citations: Sequence[Citation], mentions: Sequence[Mention]) -> Iterator[Unnamed]:
    """Finds the sources without a name in a report, and brings together the words for each of them.

    Whether “those people” in the fifth paragraph are the four people of the first decides how many sources a reader
    counts. `the`, `those` and `both` go to the last source of that noun in the report; `the source`, `the person` also
    to the only one so far. Sources of two reports stay apart: nothing shows that they are one.

    Missed on purpose: sources that a report only implies; spokespersons, whose words are those of whom they speak for;
    groups that go by a name (`Democrats`), which are parties.
    """
    groups = [mention.span for mention in mentions if mention.kind == "group"]
    ordered = sorted(citations, key=lambda one: (one.source or one.content[0]).start)
    named = unveiled(ordered)
    citations = [one for one in ordered if one.id not in named]
    found: list[list[tuple[Span, Anonymous]]] = []
    for source, described in sorted(_described(article, citations), key=lambda pair: pair[0]):
        if _is_group(source, groups):
            continue
        earlier = _taken_up(source, described, found)
        if earlier is None:
            found.append([(source, described)])
        else:
            earlier.append((source, described))
    for held in found:
        first = held[0][1]
        yield Unnamed(
            name=_name(first),
            kind="person" if first.count == 1 else "group",
            mentions=tuple(dict.fromkeys(span for span, _ in held)),
        )


def _described(article: Article, citations: Sequence[Citation]) -> Iterator[tuple[Span, Anonymous]]:
    for one in {one.source: one for one in citations if one.article == article.id}.values():
        if one.source is not None and one.anonymous is not None:
            yield one.source, one.anonymous


def _is_group(source: Span, groups: Sequence[Span]) -> bool:
    """Whether the words name a group, and little else: `Other Democrats`, `Democrats in Congress`."""
    inside = [group for group in groups if source.covers(group)]
    return any(len(source.exact[: group.start - source.start].split()) < _LONGEST_TAIL for group in inside)


def _taken_up(
    source: Span, described: Anonymous, found: Sequence[list[tuple[Span, Anonymous]]]
) -> list[tuple[Span, Anonymous]] | None:
    """The source that these words take up again: the last of their noun, or the only one."""
    same = [held for held in found if held[0][1].description.lower() == source.exact.lower()]
    if same and described.count is None:
        return same[-1]  # `sources`, and `sources` again
    opening = source.exact.split()[0].lower()
    if opening not in _DEFINITE:
        return None
    noun = _noun(source.exact)
    held = [one for one in found if noun == _noun(one[0][1].description) and _agree(described, one[0][1])]
    if held:
        return held[-1]
    return found[0] if len(found) == 1 and noun in _ANY and _agree(described, found[0][0][1]) else None


def _agree(one: Anonymous, other: Anonymous) -> bool:
    """Whether the numbers fit: one and one, or several and several."""
    return (one.count == 1) == (other.count == 1) and (None in {one.count, other.count} or one.count == other.count)


def _noun(description: str) -> str:
    """The noun of a description, in the singular."""
    rows = sentences_of(description)
    if not rows:
        return ""
    low = head_of(rows[0], (0, len(rows[0]))).low
    singular = {plural(word): word for word in words("anonymity", "heads")} | {"people": "person"}
    return singular.get(low, low)


def _name(described: Anonymous) -> str:
    """The description as it stands within a sentence."""
    words = described.description
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
