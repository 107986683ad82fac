"""Who denies, declined or did not answer: the lines of the first screen."""

from collections.abc import Iterator

from twosource.export.brief import MOST, more
from twosource.export.claimed import SILENT, denials, leads, overlap, unresolved_denials
from twosource.export.document import Document, StanceRecord, SummaryLine
from twosource.export.naming import outlets, party_name
from twosource.export.unanswered import without_denial
from twosource.text.silence import object_of

_VERBS = {
    "denies": "denies it",
    "declined_to_comment": "declined to comment",
    "did_not_respond": "did not respond",
    "could_not_verify": "could not verify it",
    "hedges": "hedges",
}
UNNAMED_DENIAL = "A denial by somebody whom no name resolves"
NOT_SHOWN = "A denial not shown to be of this claim"


def answers(document: Document) -> dict[str, list[StanceRecord]]:
    """By name, what each party answers to what the story is about; silence counts, with what else it is about."""
    about = {claim.id for claim in leads(document)}
    found: dict[str, list[StanceRecord]] = {}
    for stance in document.stances:
        if stance.stance in _VERBS and (stance.claim in about or (stance.claim is None and stance.stance in SILENT)):
            found.setdefault(party_name(document, stance.party), []).append(stance)
    return found


def answering(document: Document) -> Iterator[SummaryLine]:
    """Who answers what the story is about, then what else is denied."""
    for name, stances in answers(document).items():
        yield _answer(document, name, stances)
    for claim in leads(document):
        if silent := without_denial(document, claim):
            spans = [one.span for one in claim.carried() if one.span.article in silent]
            yield SummaryLine(text=f"No word of a denial in {outlets(document, silent)}", spans=spans, answers="denied")
    for words in unresolved_denials(document)[:MOST]:
        text = f"{UNNAMED_DENIAL} ({outlets(document, [words.article])}): “{words.exact}”"
        yield SummaryLine(text=text, spans=[words], answers="denied")
    yield from _otherwise(document)


def _otherwise(document: Document) -> Iterator[SummaryLine]:
    """The other denials: of another claim, in its words; or in their own, where it is open what they are about."""
    claims = {claim.id: claim for claim in document.claims}
    found: dict[tuple[str, str], list[StanceRecord]] = {}
    for stance in _widest(denials(document)[1]):
        claim = claims.get(stance.claim or "")
        found.setdefault((stance.party, claim.text if claim else stance.span.exact), []).append(stance)
    for (party, words), stances in list(found.items())[:MOST]:
        name = f"{party_name(document, party)} ({outlets(document, (stance.span.article for stance in stances))})"
        of_other = stances[0].claim in claims
        text = f"Another claim, “{words}”: denied by {name}" if of_other else f"{NOT_SHOWN}: {name}, “{words}”"
        yield SummaryLine(text=text, spans=[stance.span for stance in stances], answers="denied")
    rest = [stance.span for stances in list(found.values())[MOST:] for stance in stances]
    yield from more(len(found) - MOST, "such denial", "denied", rest)


def _widest(stances: list[StanceRecord]) -> list[StanceRecord]:
    """Of those of one party whose words overlap, the longest."""
    kept: list[StanceRecord] = []
    for one in sorted(stances, key=lambda stance: stance.span.start - stance.span.end):
        if not any(other.party == one.party and overlap(other.span, one.span) for other in kept):
            kept.append(one)
    return [one for one in stances if one in kept]


def _answer(document: Document, name: str, stances: list[StanceRecord]) -> SummaryLine:
    """All that those of one name ("an official", whoever that is) do to the claim, each act once, with its reports.

    Silence that is not shown to be an answer to the claim stands with the words that say what it is about.
    """
    done: dict[tuple[str, str], list[str]] = {}
    for stance in stances:
        told = object_of(stance.span.exact) if stance.claim is None else ""
        done.setdefault((stance.stance, told), []).append(stance.span.article)
    parts = []
    for act, told in sorted(done, key=lambda one: (list(_VERBS).index(one[0]), one[1])):
        verb = f"{_VERBS[act]} “{told}”" if told else _VERBS[act]
        parts.append(f"{verb} ({outlets(document, done[act, told])})")
    text = f"{name} {'; '.join(parts)}"
    return SummaryLine(text=text, spans=[stance.span for stance in stances], answers="denied")
