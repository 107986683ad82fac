"""Stances: what each party does to each claim, in which words, when."""

from collections.abc import Iterator, Sequence

from twosource.text.answers import denies, denying
from twosource.text.matter import Matter
from twosource.text.targets import party_at, stated_with
from twosource.types.attribution import Act, Attribution, Response
from twosource.types.claim import Claim, Proposition, Stance
from twosource.types.figure import Publication
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def stances(
    story: Story,
    claims: Sequence[Claim],
    propositions: Sequence[Proposition],
    attributions: Sequence[Attribution],
    responses: Sequence[Response],
    parties: Sequence[Party],
    publications: Sequence[Publication],
) -> Iterator[Stance]:
    """What each party does to each claim: asserts, denies, declined to comment, did not respond, could not verify.

    Every report that carries a stance gives one, with the day of the report, so that "did not respond" in the morning
    and a denial at noon show as what they are: an update. A denial in a party's own words is one towards the claim that
    it answers. What it misses on purpose: stances of parties that no name resolves.
    """
    days = {article.id: article.published for article in story.articles}
    days |= {publication.article: publication.moment for publication in publications}
    known = {party.id: party for party in parties}
    matter = Matter(propositions, parties)
    for response in responses:
        if (party := party_at(parties, response.party)) is not None:
            about = _claim(_target(response.words, party, response.act, matter, propositions), claims)
            yield Stance(
                party=party.id, claim=about, stance=response.act, span=response.words, said=days[response.article]
            )
    answered = [response.words for response in responses if response.act == "denies"]
    answers = {one.statements for one in propositions if one.answer is not None}
    asserted = [claim for claim in claims if claim.statements not in answers]
    for attribution in attributions:
        if (speaker := known.get(attribution.speaker or "")) is None:
            continue
        words, said = denying(attribution.citation), attribution.said or days[attribution.article]
        if not denies(attribution):
            yield from _asserted(attribution, speaker, asserted, said)
        elif not any(answer.covers(words) for answer in answered):
            about = _claim(_target(words, speaker, "denies", matter, propositions), claims)
            yield Stance(party=speaker.id, claim=about, stance="denies", span=words, said=said)


def _target(
    answer: Span, party: Party, act: Act, matter: Matter, propositions: Sequence[Proposition]
) -> Proposition | None:
    """What an answer is about: the heart of the story, or what the very words of the answer state; else it is open."""
    return matter.heart if matter.is_answered(answer, party, act) else stated_with(answer, propositions)


def _asserted(attribution: Attribution, speaker: Party, claims: Sequence[Claim], said: Moment) -> Iterator[Stance]:
    """One stance for each claim that the words state; what they assert beside the claims is open."""
    act: Act = "hedges" if attribution.citation.act == "hedges" else "asserts"
    stated = [one for one in claims if any(statement.attribution == attribution.id for statement in one.statements)]
    for claim in stated:
        yield Stance(party=speaker.id, claim=claim.id, stance=act, span=_within(claim, attribution), said=said)
    if not stated:
        yield Stance(party=speaker.id, claim=None, stance=act, span=attribution.citation.content[0], said=said)


def _within(claim: Claim, attribution: Attribution) -> Span:
    return next(s.span for s in claim.statements if s.attribution == attribution.id)


def _claim(proposition: Proposition | None, claims: Sequence[Claim]) -> str | None:
    """The claim that was made of a proposition: it has the same statements."""
    if proposition is None:
        return None
    return next((claim.id for claim in claims if claim.statements == proposition.statements), None)
