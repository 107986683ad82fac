"""Stances: what each party does to each claim, in which words, when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.text.answers import denies, denying, refusing
from twosource.text.matter import Matter
from twosource.text.places import Places
from twosource.text.targets import Directory, Stated
from twosource.text.voices import Voices
from twosource.types.attribution import Act, Attribution, Response
from twosource.types.claim import Claim, Proposition, Stance
from twosource.types.figure import Publication
from twosource.types.moment import Moment
from twosource.types.party import Party, Unnamed
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
    sources: Sequence[Unnamed],
) -> Iterator[Stance]:
    """What each party does to each claim: asserts, denies, declined to comment, did not respond, could not verify.

    Every report that carries a stance gives one, with the day of the report, so that "did not respond" in the morning
    and a denial at noon show as what they are: an update. A denial in a party's own words is one towards the claim that
    it answers. A source without a name is a party of its own. What it misses on purpose: stances of parties that no
    name resolves.
    """
    days = {article.id: article.published for article in story.articles}
    days |= {publication.article: publication.moment for publication in publications}
    known = {party.id: party for party in parties}
    matter, named, stated = Matter(propositions, parties), Directory(parties), Stated(propositions)
    made, voices = _made(propositions, claims), Voices(parties, sources)
    for response in responses:
        if (party := named.party_at(response.party)) is not None:
            about = made.get(_target(response.words, party, response.act, matter, stated))
            yield Stance(
                party=party.id, claim=about, stance=response.act, span=response.words, said=days[response.article]
            )
    answered = Places((response.words, response) for response in responses if response.act == "denies")
    answers = {one.statements for one in propositions if one.answer is not None}
    asserted = _carried(claim for claim in claims if claim.statements not in answers)
    for attribution in attributions:
        speaker = known.get(attribution.speaker or "") or voices.of(attribution)
        if speaker is None:
            continue
        words, said = denying(attribution.citation), attribution.said or days[attribution.article]
        if silence := refusing(attribution, story.article(attribution.article)):
            about = made.get(_target(silence, speaker, "declined_to_comment", matter, stated))
            yield Stance(party=speaker.id, claim=about, stance="declined_to_comment", span=silence, said=said)
            if attribution.citation.content == (silence,):
                continue
        if not denies(attribution):
            yield from _asserted(attribution, speaker, asserted.get(attribution.id, {}), said)
        elif not answered.covering(words):
            about = made.get(_target(words, speaker, "denies", matter, stated))
            yield Stance(party=speaker.id, claim=about, stance="denies", span=words, said=said)


def _target(answer: Span, party: Party | Unnamed, act: Act, matter: Matter, stated: Stated) -> str | None:
    """What an answer is about (the id of a proposition).

    It is the heart of the story, or what the very words of the answer state; else it is open.
    """
    about = matter.heart if matter.is_answered(answer, party, act) else stated.stated_with(answer)
    return None if about is None else about.id


def _asserted(
    attribution: Attribution, speaker: Party | Unnamed, claims: Mapping[str, Span], said: Moment
) -> Iterator[Stance]:
    """One stance for each claim that the words state; what they assert beside the claims is open."""
    act: Act = "hedges" if attribution.citation.act == "hedges" else "asserts"
    for claim, span in claims.items():
        yield Stance(party=speaker.id, claim=claim, stance=act, span=span, said=said)
    if not claims:
        yield Stance(party=speaker.id, claim=None, stance=act, span=attribution.citation.content[0], said=said)


def _carried(claims: Iterable[Claim]) -> dict[str, dict[str, Span]]:
    """For each attribution (its id) the claims that it carries (their ids), and the first of its words that do."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for claim in claims:
        for statement in claim.statements:
            if statement.attribution is not None:
                found[statement.attribution].setdefault(claim.id, statement.span)
    return found


def _made(propositions: Sequence[Proposition], claims: Sequence[Claim]) -> dict[str | None, str]:
    """For each proposition (its id) the claim that was made of it (its id): it has the same statements."""
    first = {claim.statements: claim.id for claim in reversed(claims)}
    return {one.id: first[one.statements] for one in propositions if one.statements in first}
