"""The first screen: seven questions, each answered in templates around the reports' own words.

What is claimed; on whose word; how many independent origins; who denies, declined or did not answer; where the reports
differ; what is predicted; what was not read.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from twosource.export.context import in_context
from twosource.export.document import (
    ArticleRecord,
    ClaimRecord,
    Document,
    OriginRecord,
    StanceRecord,
    SummaryLine,
    When,
    Words,
)
from twosource.export.numbers import counted, interval

# A first screen is read at a glance: what goes beyond stands in the sections, and the line says how much that is.
_MOST = 4
_NAMED = 3

# Silence towards no claim in particular is still silence; a denial of something else is none of this.
_SILENT = ("declined_to_comment", "did_not_respond")
_VERBS = {
    "denies": "denies it",
    "declined_to_comment": "declined to comment",
    "did_not_respond": "did not respond",
    "could_not_verify": "could not verify it",
    "hedges": "hedges",
}


def headline(document: Document) -> str:
    """The story's title: its core claim in a report's words; without a claim, the first report's title or file.

    Where unrelated stories were given together, the core claim of each.
    """
    if core := leads(document):
        return " | ".join(claim.text for claim in core)
    names = [name for article in document.articles for name in (article.title, article.file, article.id) if name]
    return names[0] if names else "no report"


def core_claims(document: Document) -> list[ClaimRecord]:
    """The claims that the story is about; where none is marked, the one that most reports state."""
    core = [claim for claim in document.claims if claim.core]
    return core or document.claims[:1]


def leads(document: Document) -> list[ClaimRecord]:
    """The first core claim; where unrelated stories were given together, that of each that has one."""
    core = core_claims(document)
    if not document.story.strands:
        return core[:1]
    firsts = (next((one for one in core if carriers(one) <= set(strand)), None) for strand in document.story.strands)
    return [claim for claim in firsts if claim is not None]


def summary(document: Document) -> list[SummaryLine]:
    """The lines, in the order of the questions."""
    return [
        line
        for answer in (_strands, _claimed, _word, _origins, _denied, _differences, _predictions, unread)
        for line in answer(document)
    ]


def outlet_names(document: Document) -> dict[str, str]:
    """How each report (by id) is called in a line.

    By its outlet; else by its file, or by its title where a file holds several.
    """
    held = Counter(article.file for article in document.articles)
    return {article.id: _outlet_name(article, is_alone=held[article.file] == 1) for article in document.articles}


def _outlet_name(article: ArticleRecord, *, is_alone: bool) -> str:
    file = (article.file or article.id).replace("\\", "/").rpartition("/")[2]
    return article.outlet or (file if is_alone or not article.title else f"“{article.title}”")


def party_name(document: Document, party_id: str | None) -> str:
    """A party's name; a source that is no known party is called so."""
    return next((entity.name for entity in document.entities if entity.id == party_id), "an unresolved source")


def outlets(called: Mapping[str, str], articles: Iterable[str]) -> str:
    """The outlets of these reports in one line, as they are `called`: the first few by name, the others as a number."""
    names = list(dict.fromkeys(called[article] for article in articles))
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {counted(more, 'other')}" if more > 0 else "")


def days(when: When | None) -> str:
    """A moment in words: one day, an interval, an open end, or nothing."""
    if when is None or not (when.earliest or when.latest):
        return ""
    if when.earliest == when.latest:
        return f"{when.earliest}"
    if when.earliest is None:
        return f"by {when.latest}"
    return f"{when.earliest} to {when.latest}" if when.latest else f"from {when.earliest}"


def _more(rest: int, noun: str, answers: str, spans: list[Words]) -> Iterator[SummaryLine]:
    if rest > 0:
        yield SummaryLine(text=f"and {counted(rest, 'more ' + noun)}", spans=spans, answers=answers)


def _strands(document: Document) -> Iterator[SummaryLine]:
    """Says that unrelated stories were given together, and which reports tell which."""
    if strands := document.story.strands:
        called = outlet_names(document)
        parts = "; ".join(f"({number}) {outlets(called, strand)}" for number, strand in enumerate(strands, 1))
        text = f"{len(strands)} unrelated stories, that share hardly a name or rare word, each by itself: {parts}"
        spans = [claim.statements[0].span for claim in leads(document)]
        yield SummaryLine(text=text, spans=spans, answers="claimed")


def _claimed(document: Document) -> Iterator[SummaryLine]:
    for claim in core_claims(document)[:_MOST]:
        text = f"“{claim.text}”, in {len(carriers(claim))} of {counted(len(_beside(document, claim)), 'report')}"
        yield SummaryLine(text=text, spans=_spans(claim), answers="claimed")


def _beside(document: Document, claim: ClaimRecord) -> Collection[str]:
    """The reports of the story that a claim belongs to (ids)."""
    mine = (strand for strand in document.story.strands if carriers(claim) <= set(strand))
    return next(mine, [article.id for article in document.articles])


def carriers(claim: ClaimRecord) -> set[str]:
    """The reports that state a claim, or repeat one that does (ids)."""
    return {one.span.article for one in claim.carried()} | {one for origin in claim.origins for one in origin.articles}


def _word(document: Document) -> Iterator[SummaryLine]:
    called = outlet_names(document)
    for claim in leads(document):
        for origin in claim.origins[:_MOST]:
            yield SummaryLine(text=chain(document, called, origin), spans=origin.spans or _spans(claim), answers="word")
        yield from _more(len(claim.origins) - _MOST, "chain", "word", _spans(claim))


def chain(document: Document, called: Mapping[str, str], origin: OriginRecord) -> str:
    """The chain of an origin, read from the reports to where it ends: `A, B -> relay -> four people …`."""
    links = [outlets(called, origin.articles), *(party_name(document, relay) for relay in origin.via), origin.name]
    return " → ".join(dict.fromkeys(links))


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
    core = {claim.id for claim in core_claims(document)}
    answers: dict[str, list[StanceRecord]] = {}
    for stance in document.stances:
        if stance.stance in _VERBS and (stance.claim in core or (stance.claim is None and stance.stance in _SILENT)):
            answers.setdefault(stance.party, []).append(stance)
    called = outlet_names(document)
    for party, stances in answers.items():
        yield _answer(document, called, party, stances)


def _answer(document: Document, called: Mapping[str, str], party: str, stances: list[StanceRecord]) -> SummaryLine:
    """All that one party does to the claim, each act once, with the reports that carry it."""
    parts = []
    for act, verb in _VERBS.items():
        carried = [stance for stance in stances if stance.stance == act]
        if carried:
            parts.append(f"{verb} ({outlets(called, (stance.span.article for stance in carried))})")
    text = f"{party_name(document, party)} {'; '.join(parts)}"
    return SummaryLine(text=text, spans=[stance.span for stance in stances], answers="denied")


def _differences(document: Document) -> Iterator[SummaryLine]:
    order = ("contradiction", "unresolved", "update", "scope", "rounding")
    ranked = sorted(document.discrepancies, key=lambda found: order.index(found.severity))
    for found in ranked[:_MOST]:
        spans = [span for side in found.sides for span in side.spans]
        text = f"{found.title} ({found.severity}){in_context(document, found)}"
        yield SummaryLine(text=text, spans=spans, answers="differ")
    rest = [span for found in ranked[_MOST:] for side in found.sides for span in side.spans]
    yield from _more(len(ranked) - _MOST, "difference", "differ", rest)


def _predictions(document: Document) -> Iterator[SummaryLine]:
    ranked = sorted(document.predictions, key=lambda one: one.outcome != "due")
    for prediction in ranked[:_MOST]:
        due = days(prediction.due)
        text = f"“{prediction.text}”{f', due {due}' if due else ''}: {prediction.outcome}"
        yield SummaryLine(text=text, spans=[prediction.span], answers="predicted")
    rest = [prediction.span for prediction in ranked[_MOST:]]
    yield from _more(len(rest), "prediction", "predicted", rest)


def unread(document: Document) -> Iterator[SummaryLine]:
    """What was not read, each with its reason."""
    for article in document.articles:
        if article.skipped:
            text = f"{article.file or article.id}: {article.skipped}"
            yield SummaryLine(text=text, spans=[], answers="unread")
    for item in document.unread:
        yield SummaryLine(text=f"{item.file}: {item.reason}", spans=[], answers="unread")
