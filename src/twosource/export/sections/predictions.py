"""What reports say will happen, by when, and what may have become of it."""

from collections.abc import Iterable, Iterator

from twosource.export.dates import when_text
from twosource.export.document import Document, PredictionRecord
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import UNRESOLVED, Lookup, as_printed, quoted
from twosource.export.summary import OUTCOMES, predicted

_UNDECIDED = ("open", "due")


class Predictions(Section):
    """The ledger of predictions."""

    key = "predictions"
    title = "Predictions"
    shows = "Statements about the future: who makes them, by when they fall due, and what a later report says of it."
    how_to_read = (
        "Open: the day has not come. Due: it has passed. What a later report says is proposed where it tells the same "
        "event as past, as not come or as given up; whether that settles it, you decide. A plan is a party's own; a "
        "forecast is what somebody thinks will come; neither stands where the words leave it open."
    )
    cannot_see = "What happened after the last report, and predictions that name no day."
    empty = "No prediction was found."

    def lines(self, document: Document) -> list[Line]:
        """One line a prediction, those that are due first; what several reports say in the same words stands once."""
        look = Lookup(document)
        return [_line(look, group) for group in predicted(document)]


def _line(look: Lookup, group: list[PredictionRecord]) -> Line:
    one = group[0]
    children = [Line(parts=joined(list(_about(look, one)), " · "))]
    if one.condition:
        children.append(Line(parts=("on condition: ", *quoted([one.condition]))))
    if one.criterion and one.criterion != " ".join(one.text.split()):
        children.append(Line(parts=("what would make it true: ", as_printed(one.criterion, [one.span]))))
    if others := [other.span for other in group[1:]]:
        names: list[tuple[Part, ...]] = [(Name(look.outlet(span.article)),) for span in others]
        children.append(Line(parts=("in the same words: ", *joined(names)), spans=tuple(others)))
    children += _settling(look, group)
    text = as_printed(one.text, [one.span])
    return Line(parts=(text,), spans=(one.span,), children=tuple(children), tag=OUTCOMES[one.outcome])


def _about(look: Lookup, one: PredictionRecord) -> Iterator[tuple[Part, ...]]:
    yield _who(look, one)
    yield (Name(look.outlet(one.span.article)),)
    if one.kind:
        yield (one.kind,)
    due = when_text(one.due)
    stated: tuple[Part, ...] = ("; stated: ", *quoted([one.horizon])) if one.horizon else ()
    yield (f"due {due}" if due else "the day is not known", *stated)
    if one.outcome in _UNDECIDED:
        yield ("undecided",)


def _who(look: Lookup, one: PredictionRecord) -> tuple[Part, ...]:
    """Who says so: a party, an unnamed source in the report's words, the author by the byline, or the report."""
    if one.speaker:
        return (look.party(one.speaker),)
    if one.told_by == "author":
        article = look.articles.get(one.span.article)
        names = ", ".join(article.authors) if article else ""
        return ("the author", ", ", Name(names)) if names else ("the author",)
    if one.told_by == "outlet":
        return ("the report itself",)
    said = look.attributions.get(one.attribution or "")
    return (Name(said.anonymous.description if said and said.anonymous else UNRESOLVED),)


def _settling(look: Lookup, group: Iterable[PredictionRecord]) -> Iterator[Line]:
    for span in dict.fromkeys(span for one in group for span in one.evidence):
        article = look.articles.get(span.article)
        day = when_text(article.published) if article else ""
        where = ", ".join(part for part in (look.outlet(span.article), day) if part)
        yield Line(parts=("may settle it (", Name(where), "): ", *quoted([span])))
