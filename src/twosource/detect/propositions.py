"""Propositions: the same assertion, found across reports in different words."""

from collections.abc import Iterator, Sequence
from typing import cast

from twosource import lexicon
from twosource.text.grouping import Likeness, grouped
from twosource.text.passages import Passage, passages
from twosource.text.words import Vocabulary, words
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition, Statement, StatementStance
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# Average likeness from which passages count as one assertion: the best F1 of same-or-not over the development share of
# the judged pairs (see gate/claim_pairs.py).
_ALIKE = 0.3
_HEDGES = frozenset({"reportedly", "allegedly", "apparently", "may", "might", "could", "possibly", "rumoured"})
# What a statement weighs by where it stands: in the headline, in the first passages below it, further down.
_HEAD, _LEAD, _BODY = 3.0, 2.0, 1.0
_LEAD_RANK = 3


def propositions(story: Story, attributions: Sequence[Attribution], parties: Sequence[Party]) -> Iterator[Proposition]:
    """The same assertion across reports, as its reports word it.

    Passages (attributed contents, and sentences in a report's own voice) are likened by their content words, weighed
    by rarity, with a lexicon of words that reports use for one another, and by the parties that they name; they are
    grouped by average linkage. A denial never joins what it denies. What it misses on purpose: assertions that share
    hardly a word are kept apart, since one claim made of two is worse than two made of one. A proposition of one
    passage alone is given too: a story of one report has claims.
    """
    vocabulary = _vocabulary()
    read = [article for article in story.articles if not article.skipped]
    found = [passage for article in read for passage in passages(article, attributions)]
    named = _named(parties)
    denials = [_is_denial(passage, vocabulary) for passage in found]
    contents = [(*vocabulary.content(passage.span.exact), *named(passage.span)) for passage in found]
    likeness = Likeness(contents)
    alike = {pair: value for pair in likeness.candidates() if (value := likeness(*pair)) > 0}
    groups = grouped(len(found), alike, _ALIKE, lambda one, other: denials[one] == denials[other])
    for group in groups:
        members, is_denial = [found[number] for number in group], denials[group[0]]
        text = found[_label(group, likeness, found)].span.exact
        yield Proposition(
            text=" ".join(text.split()),
            statements=tuple(_statement(passage, is_denial=is_denial) for passage in members),
            weight=_weight(members),
            is_denial=is_denial,
        )


def _vocabulary() -> Vocabulary:
    concepts = cast("dict[str, list[str]]", lexicon.table("concepts")["concepts"])
    return Vocabulary(
        lexicon.words("stopwords", "english"), {name: tuple(group) for name, group in sorted(concepts.items())}
    )


class _named:  # noqa: N801  # a function with a table
    """The parties that a passage names, by descriptions and pronouns too, as content words of their own."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._places: dict[str, list[tuple[Span, str]]] = {}
        for party in parties:
            if party.kind in ("person", "organization", "group"):
                for mention in party.mentions:
                    self._places.setdefault(mention.article, []).append((mention, f"@{party.id}"))

    def __call__(self, span: Span) -> list[str]:
        return [key for mention, key in self._places.get(span.article, ()) if span.covers(mention)]


def _is_denial(passage: Passage, vocabulary: Vocabulary) -> bool:
    """It denies, or calls something false; in few words, since a long passage may do so by the way."""
    if passage.attribution is not None and passage.attribution.citation.act == "denies":
        return True
    content = vocabulary.content(passage.span.exact)
    return "~deny" in content or "~false" in content


def _statement(passage: Passage, *, is_denial: bool) -> Statement:
    attribution = passage.attribution
    stance: StatementStance = "asserts" if attribution is None else "attributes"
    if is_denial:
        stance = "denies"
    elif attribution is None and _HEDGES & set(words(passage.span.exact)):
        stance = "hedges"
    return Statement(span=passage.span, attribution=attribution.id if attribution else None, stance=stance)


def _label(group: list[int], likeness: Likeness, found: list[Passage]) -> int:
    """The shortest passage among those nearest to all others: at least as near as the middle one."""
    near = {one: sum(likeness(one, other) for other in group if other != one) for one in group}
    middle = sorted(near.values())[len(group) // 2]
    return min((one for one in group if near[one] >= middle), key=lambda one: (len(found[one].span), found[one].span))


def _weight(members: list[Passage]) -> float:
    best: dict[str, float] = {}
    for passage in members:
        weight = _HEAD if passage.rank == 0 else _LEAD if passage.rank <= _LEAD_RANK else _BODY
        best[passage.span.article] = max(best.get(passage.span.article, 0.0), weight)
    return sum(best.values())
