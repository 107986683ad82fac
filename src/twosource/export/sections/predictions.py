"""What reports say will happen, by when, and what may have become of it."""

from collections.abc import Iterable, Iterator

from twosource.export.dates import day, when_text
from twosource.export.document import Document, PredictionRecord, VerdictRecord
from twosource.export.foreseen import OUTCOMES, outcome_tag, predicted
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import UNRESOLVED, Lookup, as_printed, quoted

_UNDECIDED = ("open", "due")


class Predictions(Section):
    """The ledger of predictions."""

    key = "predictions"
    title = "Predictions"
    shows = "Statements about the future: who makes them, by when they fall due, and what a later report says of it."
    how_to_read = (
        "Open: the day has not come. Due: it has passed. Day unknown: there is no day to reckon its words from. What a "
        "later report says is proposed where it tells the same event as past, as not come or as given up; whether that "
        "settles it, you decide, and `twosource predictions --resolve` keeps it. A plan is a party's own; a forecast "
        "is what somebody thinks will come; neither stands where the words leave it open."
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
    told = {other.id for other in group}
    children += [_verdict(verdict) for verdict in look.document.verdicts if told & set(verdict.predictions)]
    text = as_printed(one.text, [one.span])
    return Line(parts=(text,), spans=(one.span,), children=tuple(children), tag=outcome_tag(one))


def _about(look: Lookup, one: PredictionRecord) -> Iterator[tuple[Part, ...]]:
    yield teller(look, one)
    yield (Name(look.outlet(one.span.article)),)
    satire = [notice.span for notice in look.document.notices if notice.kind == "satire"]
    if marks := [span for span in satire if span.article == one.span.article]:
        yield ("the report calls itself satire: ", *quoted(marks[:1]))
    if one.kind:
        yield (one.kind,)
    due = when_text(one.due)
    stated: tuple[Part, ...] = ("; stated: ", *quoted([one.horizon])) if one.horizon else ()
    yield (f"due {due}" if due else "the day is not known", *stated)
    if one.outcome in _UNDECIDED:
        yield ("undecided",)


def _verdict(verdict: VerdictRecord) -> Line:
    """What a person decided, by whom and on which day; all of them stand, and the last one counts."""
    why: tuple[Part, ...] = (": ", Name(verdict.why)) if verdict.why else ()
    return Line(
        parts=(f"{OUTCOMES[verdict.outcome]}, decided by ", Name(verdict.who), f" on {day(verdict.when)}", *why)
    )


def without_prediction(document: Document) -> list[Line]:
    """The verdicts whose words these reports do not print as a prediction, in their order."""
    return [
        Line(parts=(Name(one.place), ": ", Name(f"“{one.words}”"), ", ", Name(one.report), ": ", *_verdict(one).parts))
        for one in document.verdicts
        if not one.predictions
    ]


def teller(look: Lookup, one: PredictionRecord) -> tuple[Part, ...]:
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
    if said and said.source and not said.anonymous:
        return tuple(quoted([said.source]))
    return (Name(said.anonymous.description if said and said.anonymous else UNRESOLVED),)


def _settling(look: Lookup, group: Iterable[PredictionRecord]) -> Iterator[Line]:
    for span in dict.fromkeys(span for one in group for span in one.evidence):
        article = look.articles.get(span.article)
        published = when_text(article.published) if article else ""
        where = ", ".join(part for part in (look.outlet(span.article), published) if part)
        yield Line(parts=("may settle it (", Name(where), "): ", *quoted([span])))
