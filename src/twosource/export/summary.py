"""The first screen: seven questions, each answered in templates around the reports' own words.

What is claimed; on whose word; how many independent origins; who denies, declined or did not answer; where the reports
differ; what is predicted; what was not read.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from twosource.export.claimed import SILENT, carriers, core_claims, denials, is_answer, leads, unresolved_denials
from twosource.export.context import in_context
from twosource.export.dates import when_text
from twosource.export.document import (
    ClaimRecord,
    Document,
    OriginRecord,
    PredictionRecord,
    StanceRecord,
    SummaryLine,
    Words,
)
from twosource.export.naming import outlets, party_name, sourced
from twosource.export.numbers import counted, interval
from twosource.export.ranking import ranked
from twosource.export.unanswered import without_denial
from twosource.export.ways import Row, said_in, ways
from twosource.text.silence import object_of

# A first screen is read at a glance: what goes beyond stands in the sections, and the line says how much that is.
_MOST = 4

_VERBS = {
    "denies": "denies it",
    "declined_to_comment": "declined to comment",
    "did_not_respond": "did not respond",
    "could_not_verify": "could not verify it",
    "hedges": "hedges",
}
UNNAMED_DENIAL = "A denial by somebody whom no name resolves"
NOT_SHOWN = "A denial not shown to be of this claim"
NO_DAY = "day unknown"
OUTCOMES = {
    "open": "open",
    "due": "due",
    "came_true": "came true",
    "failed": "failed",
    "partly": "came true in part",
    "undecidable": "cannot be decided",
    "withdrawn": "verdict withdrawn",
}


def outcome_tag(one: PredictionRecord) -> str:
    """What became of a prediction, in a word or two; that it is open is known only where its day is."""
    is_dated = one.due is not None and one.due.latest is not None
    return NO_DAY if one.outcome == "open" and not is_dated else OUTCOMES[one.outcome]


def headline(document: Document) -> str:
    """The story's title: its core claim in a report's words; the title of a single report; else a title or file.

    Where unrelated stories were given together, the core claim of each.
    """
    alone = document.articles[0].title if len(document.articles) == 1 else None
    if core := leads(document):
        return alone or " | ".join(claim.text for claim in core)
    names = [name for article in document.articles for name in (article.title, article.file, article.id) if name]
    return names[0] if names else "no report"


def summary(document: Document) -> list[SummaryLine]:
    """The lines, in the order of the questions."""
    return [
        line
        for answer in (_strands, _claimed, _word, _origins, _denied, _differences, _predictions, unread)
        for line in answer(document)
    ]


def _more(rest: int, noun: str, answers: str, spans: list[Words]) -> Iterator[SummaryLine]:
    if rest > 0:
        yield SummaryLine(text=f"and {counted(rest, 'more ' + noun)}", spans=spans, answers=answers)


def _strands(document: Document) -> Iterator[SummaryLine]:
    """Says that unrelated stories were given together, and which reports tell which."""
    if strands := document.story.strands:
        parts = "; ".join(f"({number}) {outlets(document, strand)}" for number, strand in enumerate(strands, 1))
        text = f"{len(strands)} unrelated stories, that share hardly a name or rare word, each by itself: {parts}"
        spans = [claim.statements[0].span for claim in leads(document)]
        yield SummaryLine(text=text, spans=spans, answers="claimed")


def _claimed(document: Document) -> Iterator[SummaryLine]:
    claims = [claim for claim in core_claims(document) if not is_answer(document, claim)]
    for claim in claims[:_MOST]:
        text = f"“{claim.text}”, in {len(carriers(claim))} of {counted(len(_beside(document, claim)), 'report')}"
        yield SummaryLine(text=text, spans=_spans(claim), answers="claimed", tag=claim.status)


def _beside(document: Document, claim: ClaimRecord) -> Collection[str]:
    """The reports of the story that a claim belongs to (ids)."""
    mine = (strand for strand in document.story.strands if carriers(claim) <= set(strand))
    return next(mine, [article.id for article in document.articles])


def _word(document: Document) -> Iterator[SummaryLine]:
    for claim in leads(document):
        named, own = sourced(document, claim)
        said = said_in(document)
        for origin in named[:_MOST]:
            yield SummaryLine(
                text=chain(document, origin, ways(said, claim, origin)),
                spans=origin.spans or _spans(claim),
                answers="word",
            )
        yield from _more(len(named) - _MOST, "chain", "word", [span for one in named[_MOST:] for span in one.spans])
        if own:
            yield SummaryLine(text=chain(document, own, {}), spans=own.spans, answers="word")


def chain(document: Document, origin: OriginRecord, rows: Mapping[str, Row]) -> str:
    """The chain of an origin, read from the reports to where it ends: `A, B -> relay -> four people …`.

    Where its reports go several ways (`rows`, see `ways`), how many go through which relays.
    """
    count = Counter(rows.values())
    shared = next(iter(count)) if len(count) == 1 else ()
    links = [outlets(document, origin.articles), *(party_name(document, relay) for relay in shared), origin.name]
    apart = sorted((row for row in count if row), key=lambda row: (-count[row], row)) if len(count) > 1 else []
    some = [f"{count[row]} through {', '.join(party_name(document, relay) for relay in row)}" for row in apart]
    return " → ".join(dict.fromkeys(links)) + (f" ({'; '.join(some)})" if some else "")


def _spans(claim: ClaimRecord) -> list[Words]:
    return [statement.span for statement in claim.carried()]


def _origins(document: Document) -> Iterator[SummaryLine]:
    for claim in leads(document):
        bounds = claim.independent_origins
        of = f"“{claim.text}”: " if document.story.strands else ""
        text = f"{of}Independent origins: {interval(bounds.low, bounds.high)}. {claim.why}".strip()
        yield SummaryLine(text=text, spans=_spans(claim), answers="origins")
    yield from _copies(document)


def _copies(document: Document) -> Iterator[SummaryLine]:
    """How many reports are copies of others; they count as no source."""
    repeated = {article.repeats for article in document.articles if article.repeats}
    number = sum(article.repeats is not None for article in document.articles)
    if number:
        verb = "repeats" if number == 1 else "repeat"
        text = f"{counted(number, 'report')} {verb} nearly word for word what another has ({len(repeated)} of these)"
        copied = [one for one in document.reuse if one.kind == "copied"]
        spans = [span for one in copied for span in one.spans[:2]][:_MOST]
        yield SummaryLine(text=text, spans=spans, answers="origins")


def _denied(document: Document) -> Iterator[SummaryLine]:
    """Who answers what the story is about, then what else is denied; silence counts, with what else it is about."""
    about = {claim.id for claim in leads(document)}
    answers: dict[str, list[StanceRecord]] = {}
    for stance in document.stances:
        if stance.stance in _VERBS and (stance.claim in about or (stance.claim is None and stance.stance in SILENT)):
            answers.setdefault(stance.party, []).append(stance)
    for party, stances in answers.items():
        yield _answer(document, party, stances)
    for claim in leads(document):
        if silent := without_denial(document, claim):
            spans = [span for span in _spans(claim) if span.article in silent]
            yield SummaryLine(text=f"No word of a denial in {outlets(document, silent)}", spans=spans, answers="denied")
    for words in unresolved_denials(document)[:_MOST]:
        text = f"{UNNAMED_DENIAL} ({outlets(document, [words.article])}): “{words.exact}”"
        yield SummaryLine(text=text, spans=[words], answers="denied")
    yield from _otherwise(document)


def _otherwise(document: Document) -> Iterator[SummaryLine]:
    """The other denials: of another claim, in its words; or in their own, where it is open what they are about."""
    claims = {claim.id: claim for claim in document.claims}
    found: dict[tuple[str, str], list[StanceRecord]] = {}
    for stance in denials(document)[1]:
        claim = claims.get(stance.claim or "")
        found.setdefault((stance.party, claim.text if claim else stance.span.exact), []).append(stance)
    for (party, words), stances in list(found.items())[:_MOST]:
        name = f"{party_name(document, party)} ({outlets(document, (stance.span.article for stance in stances))})"
        of_other = stances[0].claim in claims
        text = f"Another claim, “{words}”: denied by {name}" if of_other else f"{NOT_SHOWN}: {name}, “{words}”"
        yield SummaryLine(text=text, spans=[stance.span for stance in stances], answers="denied")
    rest = [stance.span for stances in list(found.values())[_MOST:] for stance in stances]
    yield from _more(len(found) - _MOST, "such denial", "denied", rest)


def _answer(document: Document, party: str, stances: list[StanceRecord]) -> SummaryLine:
    """All that one party does to the claim, each act once, with the reports that carry it.

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
    text = f"{party_name(document, party)} {'; '.join(parts)}"
    return SummaryLine(text=text, spans=[stance.span for stance in stances], answers="denied")


def _differences(document: Document) -> Iterator[SummaryLine]:
    found = ranked(document)
    for one in found[:_MOST]:
        around = in_context(document, one)
        spans = [*around, *(span for side in one.sides for span in side.spans)]
        text = one.title + "".join(f"{mark} “{words.exact}”" for mark, words in zip((":", " /"), around, strict=False))
        yield SummaryLine(text=text, spans=spans, answers="differ", tag=one.severity)
    rest = [span for one in found[_MOST:] for side in one.sides for span in side.spans]
    yield from _more(len(found) - _MOST, "difference", "differ", rest)


def _predictions(document: Document) -> Iterator[SummaryLine]:
    groups = predicted(document)
    for group in groups[:_MOST]:
        due, spans = when_text(group[0].due), [one.span for one in group]
        text = f"“{group[0].text}”{f', due {due}' if due else ''}"
        yield SummaryLine(text=text, spans=spans, answers="predicted", tag=outcome_tag(group[0]))
    rest = [one.span for group in groups[_MOST:] for one in group]
    yield from _more(len(groups) - _MOST, "prediction", "predicted", rest)


def predicted(document: Document) -> list[list[PredictionRecord]]:
    """The predictions, those that are due first; what several reports say in the same words stands together."""
    groups: dict[tuple[str, str], list[PredictionRecord]] = {}
    for one in sorted(document.predictions, key=_order):
        groups.setdefault((" ".join(one.text.split()).casefold(), when_text(one.due)), []).append(one)
    return list(groups.values())


def _order(one: PredictionRecord) -> tuple[bool, str]:
    return one.outcome != "due", (one.due.latest if one.due else None) or "9999"


def unread(document: Document) -> Iterator[SummaryLine]:
    """What was not read, each with its reason."""
    for article in document.articles:
        if article.skipped:
            text = f"{article.file or article.id}: {article.skipped}"
            yield SummaryLine(text=text, spans=[], answers="unread")
    for item in document.unread:
        yield SummaryLine(text=f"{item.file}: {item.reason}", spans=[], answers="unread")
