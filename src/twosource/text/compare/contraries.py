"""States that are said of somebody, and those that exclude them: out of office and still in it, dead and alive."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.lexicon import any_of, pattern, table
from twosource.text.places import Places
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.party import Party
from twosource.types.span import Span

# Code points between a name and what is said of it, and before it in which a no or an if stands.
NEAR, BEFORE = 45, 45
_CLAUSE = re.compile(r"[;:!?,—–]|\b(?:and|but|after|while|although|though|because)\b")
_REST = 90
# What may stand between a no and what it is said of: "not yet been fired", "neither resigned nor been fired".
_BETWEEN = re.compile(r"\s{0,9}(?:(?:been|be|yet|still|in fact|nor|or|\w{1,20}ly|\w{1,20}ed),?\s{1,9})*")


@dataclass(frozen=True, slots=True)
class State:
    """A pair of states that exclude each other; `strict`: what is not the one is not yet the other."""

    name: str
    kinds: frozenset[str]
    one: re.Pattern[str]
    other: re.Pattern[str]
    strict: bool


@dataclass(frozen=True, slots=True)
class Held:
    """One report says of a party (its id) that it is in a state, or in the contrary one; `words` are those for it."""

    party: str
    state: str
    contrary: bool
    sentence: Span
    words: str
    headline: bool


def held(article: Article, mentions: Places[Party]) -> Iterator[Held]:
    """The states that a report states: no questions, and nothing that may be, is asked for or is to come."""
    for sentence in sentences(article, "headline", "subhead", "body"):
        if not sentence.exact.rstrip("\"'”’) ").endswith("?"):
            for state in states():
                yield from _in_sentence(article, sentence, state, mentions)


def _in_sentence(article: Article, sentence: Span, state: State, mentions: Places[Party]) -> Iterator[Held]:
    head = article.kind_at(sentence.start) == "headline"
    for contrary, pattern_of in ((False, state.one), (True, state.other)):
        for match in pattern_of.finditer(sentence.exact):
            read = _read(sentence.exact, match.start(), match.end(), strict=state.strict)
            party = _subject(article, sentence, match.start(), mentions, state.kinds) if read else None
            if read is not None and party is not None:
                words = sentence.exact[read[1] : match.end()]
                yield Held(party.id, state.name, contrary != read[0], sentence, words, head)


def _subject(
    article: Article, sentence: Span, place: int, mentions: Places[Party], kinds: frozenset[str]
) -> Party | None:
    """The party named last before these words, not far from them."""
    if not place:
        return None
    before = mentions.touching(article.span(sentence.start, sentence.start + place))
    span, party = max(before, key=lambda found: found[0].end, default=(None, None))
    if span is None or party is None or party.kind not in kinds:
        return None
    return party if sentence.start + place - span.end <= NEAR else None


def _read(text: str, start: int, end: int, *, strict: bool) -> tuple[bool, int] | None:
    """Whether the words around turn it into its contrary, and where they begin; None where they leave it open."""
    before = text[max(0, start - BEFORE) : start]
    cuts = list(_CLAUSE.finditer(before))
    near = before[cuts[-1].end() :] if cuts else before
    if pattern("contraries", "open").search(near) or _opens(text):
        return None
    no = next(pattern("contraries", "not").finditer(before), None)
    untrue = pattern("contraries", "untrue").search(text[end : end + _REST])
    if no is None and untrue is None:
        return False, start
    if strict or (no and (untrue or not _BETWEEN.fullmatch(before[no.end() :]))):
        return None
    return True, start - len(before) + no.start() if no else start


def _opens(text: str) -> bool:
    """Whether the sentence begins with a condition."""
    return text.lstrip("“\"'‘ ").lower().startswith(("if ", "should ", "unless ", "were "))


@cache
def states() -> tuple[State, ...]:
    """The pairs of states, for English."""
    rows = cast("list[Mapping[str, object]]", table("contraries")["states"])
    return tuple(
        State(
            name=str(row["name"]),
            kinds=frozenset(cast("list[str]", row["of"])),
            one=any_of(tuple(cast("list[str]", row["one"]))),
            other=any_of(tuple(cast("list[str]", row["other"]))),
            strict=bool(row.get("strict", False)),
        )
        for row in rows
    )
