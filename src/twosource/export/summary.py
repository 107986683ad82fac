"""The first screen: seven questions, each answered in templates around the reports' own words.

What is claimed; on whose word; how many independent origins; who denies, declined or did not answer; where the reports
differ; what is predicted; what was not read.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from twosource.export.answering import answering
from twosource.export.brief import MOST, more
from twosource.export.claimed import (
    carriers,
    core_claims,
    is_answer,
    leads,
)
from twosource.export.context import in_context
from twosource.export.document import (
    ClaimRecord,
    Document,
    OriginRecord,
    SummaryLine,
    Words,
)
from twosource.export.foreseen import foreseen
from twosource.export.naming import outlets, party_name, sourced
from twosource.export.numbers import counted, interval
from twosource.export.ranking import ranked
from twosource.export.ways import Row, said_in, ways


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
        for answer in (_strands, _claimed, _word, _origins, answering, _differences, foreseen, unread)
        for line in answer(document)
    ]


def _strands(document: Document) -> Iterator[SummaryLine]:
    """Says that unrelated stories were given together, and which reports tell which."""
    if strands := document.story.strands:
        parts = "; ".join(f"({number}) {outlets(document, strand)}" for number, strand in enumerate(strands, 1))
        text = f"{len(strands)} unrelated stories, that share hardly a name or rare word, each by itself: {parts}"
        spans = [claim.statements[0].span for claim in leads(document)]
        yield SummaryLine(text=text, spans=spans, answers="claimed")


def _claimed(document: Document) -> Iterator[SummaryLine]:
    claims = [claim for claim in core_claims(document) if not is_answer(document, claim)]
    for claim in claims[:MOST]:
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
        for origin in named[:MOST]:
            yield SummaryLine(
                text=chain(document, origin, ways(said, claim, origin)),
                spans=origin.spans or _spans(claim),
                answers="word",
            )
        yield from more(len(named) - MOST, "chain", "word", [span for one in named[MOST:] for span in one.spans])
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
        spans = [span for one in copied for span in one.spans[:2]][:MOST]
        yield SummaryLine(text=text, spans=spans, answers="origins")


def _differences(document: Document) -> Iterator[SummaryLine]:
    found = ranked(document)
    for one in found[:MOST]:
        around = in_context(document, one)
        spans = [*around, *(span for side in one.sides for span in side.spans)]
        text = one.title + "".join(f"{mark} “{words.exact}”" for mark, words in zip((":", " /"), around, strict=False))
        yield SummaryLine(text=text, spans=spans, answers="differ", tag=one.severity)
    rest = [span for one in found[MOST:] for side in one.sides for span in side.spans]
    yield from more(len(found) - MOST, "difference", "differ", rest)


def unread(document: Document) -> Iterator[SummaryLine]:
    """What was not read, each with its reason."""
    for article in document.articles:
        if article.skipped:
            text = f"{article.file or article.id}: {article.skipped}"
            yield SummaryLine(text=text, spans=[], answers="unread")
    for item in document.unread:
        yield SummaryLine(text=f"{item.file}: {item.reason}", spans=[], answers="unread")
