"""What is predicted, and what became of it: the lines of the first screen."""

from collections.abc import Iterator

from twosource.export.brief import MOST, more
from twosource.export.dates import when_text
from twosource.export.document import Document, PredictionRecord, SummaryLine

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


def foreseen(document: Document) -> Iterator[SummaryLine]:
    """The lines of the first screen: the predictions that are due first."""
    groups = predicted(document)
    for group in groups[:MOST]:
        due, spans = when_text(group[0].due), [one.span for one in group]
        text = f"“{group[0].text}”{f', due {due}' if due else ''}"
        yield SummaryLine(text=text, spans=spans, answers="predicted", tag=outcome_tag(group[0]))
    rest = [one.span for group in groups[MOST:] for one in group]
    yield from more(len(groups) - MOST, "prediction", "predicted", rest)


def predicted(document: Document) -> list[list[PredictionRecord]]:
    """The predictions, those that are due first; what several reports say in the same words stands together."""
    groups: dict[tuple[str, str], list[PredictionRecord]] = {}
    for one in sorted(document.predictions, key=_order):
        groups.setdefault((" ".join(one.text.split()).casefold(), when_text(one.due)), []).append(one)
    return list(groups.values())


def _order(one: PredictionRecord) -> tuple[bool, str]:
    return one.outcome != "due", (one.due.latest if one.due else None) or "9999"
