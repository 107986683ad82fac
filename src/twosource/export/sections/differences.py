"""Where figures, dates and other facts differ, and which figures are printed alike."""

from twosource.export.context import BARE, widened
from twosource.export.document import DiscrepancyRecord, Document, QuantityRecord, SideRecord
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Section
from twosource.export.sections.lookup import quoted

SEVERITIES = ("contradiction", "unresolved", "update", "scope", "rounding")


class Differences(Section):
    """What differs."""

    key = "differences"
    title = "Where the accounts differ"
    shows = "Figures, dates and statements that do not agree, with the words of each side."
    how_to_read = (
        "Contradiction: both cannot hold. Update: the later report has the newer figure. Scope: the two may speak of "
        "different things, or one says it more firmly. Rounding: one figure in different grain. Unresolved: the words "
        "do not say enough. Figures that several reports print alike are folded at the end."
    )
    cannot_see = "Which side is right, and differences between words that name no figure, date or party."
    empty = "No difference was found."

    def lines(self, document: Document) -> list[Line]:
        """The differences, the gravest first; then the figures printed alike, folded."""
        return [_line(document, found) for found in self.ordered(document)] + self.alike(document)

    def ordered(self, document: Document) -> list[DiscrepancyRecord]:
        """The differences, the gravest first."""
        return sorted(document.discrepancies, key=lambda found: SEVERITIES.index(found.severity))

    def alike(self, document: Document) -> list[Line]:
        """The figures that two reports or more print with the same value, unit and bound, in one folded line."""
        groups: dict[tuple[object, ...], list[QuantityRecord]] = {}
        for one in document.quantities:
            if one.value is not None:
                groups.setdefault((one.value, one.low, one.high, one.unit, one.bound), []).append(one)
        rows = [(len({one.span.article for one in row}), row) for row in groups.values()]
        several = sorted((pair for pair in rows if pair[0] > 1), key=lambda pair: -pair[0])
        children = tuple(_alike(number, row) for number, row in several)
        title = counted(len(children), "figure that reports print alike", "figures that reports print alike")
        return [Line(parts=(title,), children=children, folded=True)] if children else []


def _line(document: Document, found: DiscrepancyRecord) -> Line:
    children = [_side(document, side, bare=found.kind in BARE) for side in found.sides]
    if found.explanation:
        children.append(Line(parts=(Name(found.explanation),), tag="why"))
    return Line(parts=(Name(found.title),), children=tuple(children), tag=found.severity)


def _side(document: Document, side: SideRecord, *, bare: bool) -> Line:
    """The value, and each wording of it once; the boxes lead to all places. A bare figure has its words around it."""
    wordings = {span.exact: span for span in reversed(side.spans)}
    told = any(span.exact.strip() == side.value.strip() for span in side.spans)
    first = sorted(wordings.values(), key=lambda span: (len(span.exact), span.article, span.start))[:2]
    value = () if told else (Name(side.value), ": ")
    shown = [widened(document, span) for span in first] if bare else first
    return Line(parts=(*value, *quoted(shown, ", ")), spans=tuple(side.spans))


def _alike(number: int, row: list[QuantityRecord]) -> Line:
    shortest = min((one.span for one in row), key=lambda span: len(span.exact))
    parts = (*quoted([shortest]), f", in {counted(number, 'report')}")
    return Line(parts=parts, spans=tuple(one.span for one in row))
