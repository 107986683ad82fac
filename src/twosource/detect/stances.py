"""Stances: what each party does to each claim, in which words, when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.text.answerers import Answerers
from twosource.text.answers import denies, denying, refusing
from twosource.text.matter import Matter
from twosource.text.places import Places
from twosource.text.targets import Stated
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
    it answers. A source without a name is a party of its own, and so is a body ("the council"). What it misses on
    purpose: stances of those whom the words do not show, as pronouns that may stand for several.
    """
    days = {article.id: article.published for article in story.articles}
    days |= {publication.article: publication.moment for publication in publications}
    known = {party.id: party for party in parties}
    about, voices = _About(propositions, parties, claims, story), Voices(parties, sources)
    answerers = Answerers(story, parties, attributions)
    told = set[Span]()
    for response in responses:
        if (party := answerers.of(response) or voices.answering(response)) is not None:
            told.add(response.words)
            yield Stance(
                party=party.id,
                claim=about.of_response(response, party),
                stance=response.act,
                span=response.words,
                said=days[response.article],
            )
    answered = Places((response.words, response) for response in responses if response.act == "denies")
    answers = {one.statements for one in propositions if one.answer is not None}
    asserted = _carried(claim for claim in claims if claim.statements not in answers)
    for attribution in attributions:
        if attribution.citation.content[0] in told and len(attribution.citation.content) == 1:
            continue  # that it could not verify it is told above
        speaker = known.get(attribution.speaker or "") or voices.of(attribution)
        if speaker is None:
            continue
        words, said = denying(attribution.citation), attribution.said or days[attribution.article]
        if silence := refusing(attribution, story.article(attribution.article)):
            claim = about.of(silence, "declined_to_comment")
            yield Stance(party=speaker.id, claim=claim, stance="declined_to_comment", span=silence, said=said)
            if attribution.citation.content == (silence,):
                continue
        if not denies(attribution) and attribution.id not in about.denying:
            yield from _asserted(attribution, speaker, asserted.get(attribution.id, {}), said)
        elif not answered.covering(words):
            claim = about.of(words, "denies")
            yield Stance(party=speaker.id, claim=claim, stance="denies", span=words, said=said)


class _About:
    """Which claim an answer is about: the heart of the story, if its claim has the answer among its own.

    Thus those who deny the claim are the same wherever they are told. Else it is what the very words of the answer
    state, or open.
    """

    def __init__(
        self, propositions: Sequence[Proposition], parties: Sequence[Party], claims: Sequence[Claim], story: Story
    ) -> None:
        self._matter, self._stated, self._made = (
            Matter(propositions, parties, story),
            Stated(propositions),
            _made(propositions, claims),
        )
        answers = [answer for claim in claims for answer in claim.answers]
        self.denying = {one.attribution for one in answers if one.stance == "denies" and one.attribution is not None}
        self._answers = {
            kind: Places((one.span, one) for one in answers if (one.stance == "denies") == (kind == "denies"))
            for kind in ("denies", "silent")
        }

    def of_response(self, response: Response, party: Party | Unnamed) -> str | None:
        """The claim (its id) that a response is about; that an outlet could not verify it is no answer of a claim."""
        if response.act == "could_not_verify" and self._matter.is_answered(response.words, party, response.act):
            return self._heart()
        return self.of(response.words, response.act)

    def of(self, words: Span, act: Act) -> str | None:
        """The claim (its id) that these words of an answer are about."""
        if self._answers["denies" if act == "denies" else "silent"].overlapping(words):
            return self._heart()
        if act == "denies":
            return None  # what the words around it state is not what it denies
        stated = self._stated.stated_with(words)
        return None if stated is None or stated is self._matter.heart else self._made.get(stated.id)

    def _heart(self) -> str | None:
        return None if self._matter.heart is None else self._made.get(self._matter.heart.id)


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
