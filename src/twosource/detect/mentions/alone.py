"""Names of several words that nothing shows to be a person's, read once more, their sentences by themselves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.detect.mentions.tags import Seen, is_office, tells
from twosource.lexicon.grammar import closed, nouns
from twosource.lexicon.names import listed
from twosource.lexicon.reporting import verbs
from twosource.models.reader import names
from twosource.text.sentences import sentence_bounds
from twosource.types.article import Article
from twosource.types.party import PartyKind

_LONGEST = 4  # words of a person's name
_SENTENCES = 3  # in which a name is looked at
_AT = frozenset({"at", "for", "in", "into", "of"})
_KINDS: dict[str, PartyKind] = {
    "person": "person",
    "organization": "organization",
    "publication": "publication",
    "place": "place",
}
_SPEAKERS = frozenset({"organization", "publication"})  # a lone word that is a company's is taken for a surname


def mark_alone(seen: Sequence[Seen], article: Article) -> None:
    """Gives the kind of a person to names that the trained model takes for nothing else, edge for edge.

    In a whole report it passes over a third of the names; sentence by sentence it finds most of them. The words beside
    the name, or its surname alone elsewhere, have to show a person too. Only the first sentences of names without a
    kind are read again, which is little beside the report.
    """
    doubtful: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.candidate.kind is None and not one.shouted and " " in one.name and _may_be_person(one):
            doubtful[one.name].append(one)
    surnames = {one.name for one in seen if one.candidate.kind == "person" and " " not in one.name and not one.shouted}
    alone = {one.name for one in seen if " " not in one.name and not one.shouted}
    for name, places in doubtful.items():
        if name.split()[0] in alone or any(map(_is_body, places)):
            continue  # Orlon, for Orlon Freight
        if name.split()[-1] not in alone and not any(map(_acts, places)):
            continue
        found = {_kind(one, article) for one in places[:_SENTENCES]}
        two = len(name.split()) == 2
        if found - {None} == {"person"} or (two and name.split()[-1] in surnames and found == {None}):
            _mark(seen, name, "person")
    known = {word for one in seen if one.candidate.kind == "person" for word in one.name.split()}
    lone = {one.name for one in seen if one.candidate.kind is None and " " not in one.name and _speaks(one)}
    for name in sorted(lone - known):
        kinds = {_kind(one, article) for one in seen if one.name == name and _speaks(one)}
        if len(kinds) == 1 and (kind := kinds.pop()) in _SPEAKERS:
            _mark(seen, name, kind)


def _speaks(one: Seen) -> bool:
    """Whether a verb of saying stands beside a lone word, before it at the end of a quotation: `…,” said Orlon`."""
    row, start = one.row, one.candidate.start
    if start and row[start - 1].low in closed("prepositions") - {"to"}:
        return False  # residents of Ledbury told
    told = start > 1 and row[start - 1].low in verbs() and not row[start - 2].is_word
    return not one.shouted and (tells(one) or told)


def _mark(seen: Sequence[Seen], name: str, kind: PartyKind) -> None:
    for one in seen:
        if one.name == name and one.candidate.kind is None:
            one.candidate = replace(one.candidate, kind=kind)


def _may_be_person(one: Seen) -> bool:
    words = one.name.split()
    other = listed("organisation_words") | listed("place_last") | listed("organisations")
    led = one.candidate.start > 0 and one.row[one.candidate.start - 1].low == "the"
    return (
        len(words) <= _LONGEST
        and "&" not in words
        and not led
        and not is_office(one)
        and other.isdisjoint(one.name.lower().split())
    )


def _is_body(one: Seen) -> bool:
    """Whether the words beside it show a body: `shares of Orlon Freight`, `Orlon Freight spokeswoman Ann Lee`."""
    row, start, end = one.row, one.candidate.start, one.candidate.end
    after = row[end].bare if end < len(row) and row[end].is_word else ""
    before = row[start - 1].low if start else ""
    return before in _AT or after in listed("titles") | listed("before_titles") | nouns("persons") | nouns("spokes")


def _acts(one: Seen) -> bool:
    """Whether the words beside it show a person: who says, is said to be somebody, or whose outlet is named before."""
    row, start, end = one.row, one.candidate.start, one.candidate.end
    before = row[start - 1] if start else None
    led = before is not None and (before.is_possessive or before.bare in nouns("persons") | {"]", "named", "called"})
    who = [token.low for token in row[end : end + 2]] in ([",", "who"], [",", "whose"])
    return led or who or tells(one)


def _kind(one: Seen, article: Article) -> PartyKind | None:
    """The kind that the sentence read alone gives to exactly these words."""
    at = one.place - one.block.start
    text = article.text[one.block.start : one.block.end]
    start, end = next(((first, last) for first, last in sentence_bounds(text) if first <= at < last), (0, len(text)))
    for first, last, kind in names(text[start:end]):
        if first == at - start:
            return _KINDS.get(kind) if last - first == len(one.name) else None
    return None
