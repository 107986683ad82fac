"""Propositions: the same assertion, found across reports in different words."""

from collections.abc import Iterator, Sequence

from twosource.text.answers import Kind, answers
from twosource.text.grouping import Likeness, grouped
from twosource.text.passages import Passage, ranks, stating
from twosource.text.places import Places, by_article
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
_NEGATIONS = frozenset({"not", "never", "neither"})
# A long passage may say no by the way.
_SHORT = 30
_HEDGES = frozenset({"reportedly", "allegedly", "apparently", "may", "might", "could", "possibly", "rumoured"})
# What a statement weighs by where it stands: in the headline, in the first passages below it, further down.
# What every report tells as background stands far down in all of them, and is not what the story is about.
_HEAD, _LEAD, _BODY = 3.0, 2.0, 0.3
_LEAD_RANK = 3
# "False" says too little to show what is denied, and three content words too little to show what is claimed.
_SAYING = 4
# In a group of so many passages, every second, third … stands for all when it is asked which is nearest to them.
_MANY = 120


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
    given = {(one.party, one.kind): list(one.statements) for one in answers(story, attributions, responses, parties)}
    taken = [statement.span for statements in given.values() for statement in statements]
    said, gone = by_article(attributions, lambda one: one.article), by_article(taken, lambda one: one.article)
    found = [p for article in story.articles for p in stating(article, said[article.id], gone[article.id])]
    grouping = _Grouping(found, parties, _Ranks(story))
    heart = grouping.heart()
    for statement in grouping.negated(heart):
        given.setdefault((_speaker(statement, attributions), "denial"), []).append(statement)
        grouping.drop(heart, statement)
    direct = {one.id for one in attributions if one.citation.mode == "direct"}
    for (party, kind), statements in given.items():
        yield _answer(party, kind, sorted(statements, key=lambda one: one.span), direct, grouping.rank)
    yield from grouping.propositions()


def _speaker(statement: Statement, attributions: Sequence[Attribution]) -> str | None:
    return next((one.speaker for one in attributions if one.id == statement.attribution), None)


def _answer(
    party: str | None, kind: Kind, statements: list[Statement], direct: set[str], rank: "_Ranks"
) -> Proposition:
    """Shown in the party's own words if there are any that say enough, else in the shortest of the reports'."""
    own = [one for one in statements if one.attribution in direct and len(one.span.exact.split()) >= _SAYING]
    shortest = min(own or statements, key=lambda one: (len(one.span), one.span))
    text = " ".join(shortest.span.exact.split())
    weight = _weight(statements, rank)
    return Proposition(text=text, statements=tuple(statements), weight=weight, answer=kind, party=party)


class _Ranks:
    """How far from the head of its report a passage stands, and which report repeats which."""

    def __init__(self, story: Story) -> None:
        self._places, self.original = Places(ranks(story).items()), story.original

    def of(self, span: Span) -> int:
        return min(self._places.overlapping(span), default=_LEAD_RANK + 1)


class _Grouping:
    """Passages in groups, each of which makes one assertion."""

    def __init__(self, found: list[Passage], parties: Sequence[Party], rank: "_Ranks") -> None:
        """Groups the passages; `rank` counts the sentences of each report from its head."""
        self.rank, self._found = rank, found
        self._contents = [news().content(passage.span.exact) for passage in found]
        denials = [bool(_DENIALS & set(content)) for content in self._contents]
        named = _Named(parties)
        self._likeness = Likeness([(*c, *named(p.span)) for c, p in zip(self._contents, found, strict=True)])
        alike = {pair: value for pair in self._likeness.candidates() if (value := self._likeness(*pair)) > 0}
        self._groups = grouped(len(found), alike, _ALIKE, lambda one, other: denials[one] == denials[other])
        self._denies = [denials[group[0]] for group in self._groups]
        self._statements = [
            {number: _statement(found[number], is_denial=denies) for number in group}
            for group, denies in zip(self._groups, self._denies, strict=True)
        ]

    def heart(self) -> int:
        """The number of the weightiest group that is no denial; -1 if there is none."""
        weights = [
            (_weight(list(statements.values()), self.rank), -number)
            for number, statements in enumerate(self._statements)
            if not self._denies[number]
        ]
        return -max(weights)[1] if weights else -1

    def negated(self, number: int) -> list[Statement]:
        """The attributed statements of a group that say no to what the others say, if others are left."""
        if number < 0:
            return []
        statements = list(self._statements[number].values())
        negated = [one for one in statements if one.stance == "attributes" and _is_negated(one.span)]
        return negated if len(negated) < len(statements) else []

    def drop(self, number: int, statement: Statement) -> None:
        """Takes a statement out of a group."""
        kept = self._statements[number]
        self._statements[number] = {place: one for place, one in kept.items() if one != statement}

    def propositions(self) -> Iterator[Proposition]:
        """What each group asserts."""
        for number, statements in enumerate(self._statements):
            group = list(statements)
            text = self._found[_label(group, self._likeness, self._contents, self._found)].span.exact
            yield Proposition(
                text=" ".join(text.split()),
                statements=tuple(statements.values()),
                weight=_weight(list(statements.values()), self.rank),
                answer="denial" if self._denies[number] else None,
            )


def _is_negated(span: Span) -> bool:
    """Whether short words say that something is not so."""
    said = words(span.exact)
    return len(said) <= _SHORT and any(word in _NEGATIONS or word.endswith("n't") for word in said)


class _Named:
    """The parties that a passage names, by descriptions and pronouns too, as content words of their own."""

    def __init__(self, parties: Sequence[Party]) -> None:
        kinds = ("person", "organization", "group")
        named = (party for party in parties if party.kind in kinds)
        self._places = Places((mention, f"@{party.id}") for party in named for mention in party.mentions)

    def __call__(self, span: Span) -> list[str]:
        return self._places.within(span)


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
    others = group[:: 1 + len(group) // _MANY]
    near = {one: sum(likeness(one, other) for other in others if other != one) for one in group}
    ranked = sorted(group, key=lambda one: (-near[one], found[one].span))
    nearest = ranked[: max(2, len(ranked) // 4)]
    telling = [one for one in nearest if len(contents[one]) >= _SAYING] or nearest
    return min(telling, key=lambda one: (len(found[one].span), found[one].span))


def _weight(statements: Sequence[Statement], rank: "_Ranks") -> float:
    """The sum over the reports of the best place at which each states it; a report and its copies are one."""
    best: dict[str, float] = {}
    for statement in statements:
        place, report = rank.of(statement.span), rank.original(statement.span.article)
        weight = _HEAD if place == 0 else _LEAD if place <= _LEAD_RANK else _BODY
        best[report] = max(best.get(report, 0.0), weight)
    return sum(best.values())
