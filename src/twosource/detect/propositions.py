"""Propositions: the same assertion, found across reports in different words."""

from collections.abc import Iterator, Sequence

from twosource.text.answers import Answer, answers
from twosource.text.grouping import Likeness, grouped
from twosource.text.passages import Passage, ranks, stating
from twosource.text.vocabulary import news
from twosource.text.words import words
from twosource.types.attribution import Attribution, Response
from twosource.types.claim import Proposition, Statement, StatementStance
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# Average likeness from which passages count as one assertion.
_ALIKE = 0.18
# The concepts (lexicon/data/concepts.toml) by which a passage denies, or calls something false.
_DENIALS = frozenset({"~deny", "~false"})
_HEDGES = frozenset({"reportedly", "allegedly", "apparently", "may", "might", "could", "possibly", "rumoured"})
# What a statement weighs by where it stands: in the headline, in the first passages below it, further down.
# What every report tells as background stands far down in all of them, and is not what the story is about.
_HEAD, _LEAD, _BODY = 3.0, 2.0, 0.3
_LEAD_RANK = 3
# "False" says too little to show what is denied, and three content words too little to show what is claimed.
_SAYING = 4


def propositions(
    story: Story, attributions: Sequence[Attribution], responses: Sequence[Response], parties: Sequence[Party]
) -> Iterator[Proposition]:
    """The same assertion across reports, as its reports word it.

    What a party answers is one proposition for each party: its denials, and its silence, in whatever words. All other
    passages (attributed contents, and sentences in a report's own voice) are likened by their content words, weighed by
    rarity, with a lexicon of words that reports use for one another, and by the parties that they name; they are
    grouped by average linkage. A denial never joins what it denies. What it misses on purpose: assertions that share
    hardly a word are kept apart, since one claim made of two is worse than two made of one. A proposition of one
    passage alone is given too: a story of one report has claims.
    """
    rank = ranks(story)
    direct = {one.id for one in attributions if one.citation.mode == "direct"}
    given = list(answers(story, attributions, responses, parties))
    for answer in given:
        yield _answer(answer, rank, direct)
    found = [passage for article in story.articles for passage in stating(article, attributions, _taken(given))]
    contents = [news().content(passage.span.exact) for passage in found]
    denials = [bool(_DENIALS & set(content)) for content in contents]
    named = _Named(parties)
    likeness = Likeness([(*content, *named(p.span)) for content, p in zip(contents, found, strict=True)])
    alike = {pair: value for pair in likeness.candidates() if (value := likeness(*pair)) > 0}
    for group in grouped(len(found), alike, _ALIKE, lambda one, other: denials[one] == denials[other]):
        text = found[_label(group, likeness, contents, found)].span.exact
        statements = tuple(_statement(found[number], is_denial=denials[group[0]]) for number in group)
        yield Proposition(
            text=" ".join(text.split()),
            statements=statements,
            weight=_weight(statements, rank),
            answer="denial" if denials[group[0]] else None,
        )


def _answer(answer: Answer, rank: dict[Span, int], direct: set[str]) -> Proposition:
    """Shown in the party's own words if there are any that say enough, else in the shortest of the reports'."""
    own = [one for one in answer.statements if one.attribution in direct and len(one.span.exact.split()) >= _SAYING]
    shortest = min(own or answer.statements, key=lambda one: (len(one.span), one.span))
    return Proposition(
        text=" ".join(shortest.span.exact.split()),
        statements=answer.statements,
        weight=_weight(answer.statements, rank),
        answer=answer.kind,
        party=answer.party,
    )


def _taken(given: Sequence[Answer]) -> list[Span]:
    return [statement.span for answer in given for statement in answer.statements]


class _Named:
    """The parties that a passage names, by descriptions and pronouns too, as content words of their own."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._places: dict[str, list[tuple[Span, str]]] = {}
        for party in parties:
            if party.kind in ("person", "organization", "group"):
                for mention in party.mentions:
                    self._places.setdefault(mention.article, []).append((mention, f"@{party.id}"))

    def __call__(self, span: Span) -> list[str]:
        return [key for mention, key in self._places.get(span.article, ()) if span.covers(mention)]


def _statement(passage: Passage, *, is_denial: bool) -> Statement:
    attribution = passage.attribution
    stance: StatementStance = "asserts" if attribution is None else "attributes"
    if is_denial:
        stance = "denies"
    elif attribution is None and _HEDGES & set(words(passage.span.exact)):
        stance = "hedges"
    return Statement(span=passage.span, attribution=attribution.id if attribution else None, stance=stance)


def _label(group: list[int], likeness: Likeness, contents: list[tuple[str, ...]], found: list[Passage]) -> int:
    """The shortest passage of those that say enough, among the quarter that is nearest to all others."""
    near = {one: sum(likeness(one, other) for other in group if other != one) for one in group}
    ranked = sorted(group, key=lambda one: (-near[one], found[one].span))
    nearest = ranked[: max(2, len(ranked) // 4)]
    telling = [one for one in nearest if len(contents[one]) >= _SAYING] or nearest
    return min(telling, key=lambda one: (len(found[one].span), found[one].span))


def _weight(statements: Sequence[Statement], rank: dict[Span, int]) -> float:
    """The sum over the reports of the best place at which each states it."""
    best: dict[str, float] = {}
    for statement in statements:
        place = min((r for s, r in rank.items() if s.overlaps(statement.span)), default=_LEAD_RANK + 1)
        weight = _HEAD if place == 0 else _LEAD if place <= _LEAD_RANK else _BODY
        best[statement.span.article] = max(best.get(statement.span.article, 0.0), weight)
    return sum(best.values())
