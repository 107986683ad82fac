"""Propositions: the same assertion, found across reports in different words."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from twosource.text.answers import Kind, answers
from twosource.text.certainty import hedge_of
from twosource.text.judging.groups import SAYING, Groups
from twosource.text.judging.ranks import Ranks
from twosource.text.negations import negations
from twosource.text.passages import Passage, stating
from twosource.text.places import by_article
from twosource.text.refused import Refusals
from twosource.text.words import words
from twosource.types.attribution import Attribution, Response
from twosource.types.claim import Proposition, Statement, StatementStance
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

_NEGATIONS = frozenset({"not", "never", "neither"})
_UNSURE = frozenset(
    ("clear", "known", "certain", "sure", "immediately", "only", "just", "yet", "say", "specify", "disclose", "confirm")
)
# Where a sentence turns to something else: "Acme plans to close the mill, but does not say when".
_TURN = re.compile(r"\b(?:but|although|though|while|whereas|which|who)\b|[;—–]")
# A long passage may say no by the way.
_SHORT = 30
_MAY = frozenset({"may", "might", "could", "possibly"})


def propositions(
    story: Story, attributions: Sequence[Attribution], responses: Sequence[Response], parties: Sequence[Party]
) -> Iterator[Proposition]:
    """The same assertion across reports, as its reports word it.

    What a party answers is one proposition for each party: its denials, and its silence, in whatever words. All other
    passages (attributed contents, and sentences in a report's own voice) are likened by their content words, weighed by
    rarity, with a lexicon of words that reports use for one another, and by the parties that they name, less where a
    judge fitted on judged pairs finds them to differ in denial, certainty, time; they are grouped by average linkage.
    A headline goes with the sentence that it shortens. What two reports state in passages that share little is not one
    assertion, unless both lead with it or cite one speaker for it. What states the heart of the story, or what two
    reports state, beside something else is a statement of both. A denial never joins what it denies. What it misses on
    purpose: assertions that share hardly a word are kept apart, since one claim made of two is worse than two made of
    one. A proposition of one passage alone is given too: a story of one report has claims.
    """
    given = {(one.party, one.kind): list(one.statements) for one in answers(story, attributions, responses, parties)}
    taken = [statement.span for statements in given.values() for statement in statements]
    said, gone = by_article(attributions, lambda one: one.article), by_article(taken, lambda one: one.article)
    found = [p for article in story.articles for p in stating(article, said[article.id], gone[article.id])]
    rank = Ranks(story)
    groups = Groups(found, parties, rank)
    statements = _stated(groups)
    if groups.heart >= 0:
        for party, statement in _denied(statements[groups.heart], attributions):
            given.setdefault((party, "denial"), []).append(statement)
            statements[groups.heart].remove(statement)
    plainly = set[Span]()
    if groups.heart >= 0:
        refusals = Refusals(story, statements[groups.heart], attributions, parties)
        for party, statement in refusals.taken(one for n, one in enumerate(statements) if not groups.denies(n)):
            given.setdefault((party, "denial"), []).append(statement)
        plainly |= refusals.among(one for (_, kind), own in given.items() if kind == "denial" for one in own)
    direct = {one.id for one in attributions if one.citation.mode == "direct"}
    for (party, kind), own in given.items():
        ordered = sorted(own, key=lambda one: one.span)
        yield replace(_answer(party, kind, ordered, direct, rank), plainly=_among(ordered, plainly))
    yield from _propositions(groups, statements)


def _among(statements: Sequence[Statement], plainly: AbstractSet[Span]) -> tuple[Span, ...]:
    return tuple(one.span for one in statements if one.span in plainly)


def _stated(groups: Groups) -> list[list[Statement]]:
    """The statements of each group."""
    return [
        [_statement(groups.found[place], is_denial=groups.denies(number)) for place in group]
        for number, group in enumerate(groups.members)
    ]


def _propositions(groups: Groups, statements: Sequence[Sequence[Statement]]) -> Iterator[Proposition]:
    """What each group asserts, in the words of its label."""
    held = [_held(groups, number, stated) for number, stated in enumerate(statements)]
    weights = [groups.weight([place for place in group if place in groups.own[at]]) for at, group in enumerate(held)]
    labels = _labels(groups, held, weights)
    for number, (stated, group) in enumerate(zip(statements, held, strict=True)):
        if not stated:
            continue
        yield Proposition(
            text=labels[number],
            statements=tuple(stated),
            weight=weights[number],
            answer="denial" if groups.denies(number) else None,
            beside=tuple(groups.found[place].span for place in group if place not in groups.grouped[number]),
        )


def _held(groups: Groups, number: int, stated: Sequence[Statement]) -> list[int]:
    """The passages of a group that are statements of it."""
    kept = {statement.span for statement in stated}
    return [place for place in groups.members[number] if groups.found[place].span in kept]


def _labels(groups: Groups, held: Sequence[Sequence[int]], weights: Sequence[float]) -> dict[int, str]:
    """For each group words of its own: a passage that states several things is the label of the weightiest."""
    found: dict[int, str] = {}
    taken = set[str]()
    for number in sorted(range(len(held)), key=lambda one: (-weights[one], one)):
        if not held[number]:
            continue
        free = [place for place in held[number] if _text(groups, place) not in taken]
        found[number] = " ".join(groups.label(free or held[number]).span.exact.split())
        taken.add(found[number])
    return found


def _text(groups: Groups, place: int) -> str:
    return " ".join(groups.found[place].span.exact.split())


def _answer(party: str | None, kind: Kind, statements: list[Statement], direct: set[str], rank: Ranks) -> Proposition:
    """Shown in the party's own words if there are any that say enough, else in the shortest of the reports'."""
    own = [one for one in statements if one.attribution in direct and len(one.span.exact.split()) >= SAYING]
    shortest = min(own or statements, key=lambda one: (len(one.span), one.span))
    text = " ".join(shortest.span.exact.split())
    heavy = rank.weight([one.span for one in statements])
    return Proposition(text=text, statements=tuple(statements), weight=heavy, answer=kind, party=party)


def _denied(statements: Sequence[Statement], attributions: Sequence[Attribution]) -> list[tuple[str | None, Statement]]:
    """What says no to the heart, and who: but not somebody who states it too, and only takes a part of it back."""
    negated = _negated(statements)
    speakers = {one.id: one.speaker for one in attributions}
    stating = {speakers.get(one.attribution or "") for one in statements if one not in negated} - {None}
    found = [(speakers.get(one.attribution or ""), one) for one in negated]
    return [(party, one) for party, one in found if party not in stating]


def _negated(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that say no to what the others say, if others are left."""
    negated = [
        one for one in statements if _is_negated(one.span) and (one.attribution or any(negations(one.span.exact)))
    ]
    return negated if len(negated) < len(statements) else []


def _is_negated(span: Span) -> bool:
    """Whether short words say, in their first clause, that something is not so: not that it is unknown, or not only."""
    said = words(_TURN.split(span.exact, maxsplit=1)[0])
    return len(said) <= _SHORT and any(
        (word in _NEGATIONS or word.endswith("n't")) and after not in _UNSURE for word, after in pairwise([*said, ""])
    )


def _statement(passage: Passage, *, is_denial: bool) -> Statement:
    attribution = passage.attribution
    stance: StatementStance = "asserts" if attribution is None else "attributes"
    if is_denial:
        stance = "denies"
    elif attribution is None and (hedge_of(passage.span) or _MAY & set(words(passage.span.exact))):
        stance = "hedges"
    return Statement(span=passage.span, attribution=attribution.id if attribution else None, stance=stance)
