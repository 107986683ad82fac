"""Where figures, dates and other facts differ, and which figures are printed alike."""

import re
from dataclasses import dataclass

from twosource.export.context import BARE, widened
from twosource.export.dates import day
from twosource.export.document import DiscrepancyRecord, Document, QuantityRecord, SideRecord, Words
from twosource.export.numbers import counted
from twosource.export.ranking import ranked
from twosource.export.sections.line import Line, Name, Part, Quoted, Section
from twosource.export.sections.lookup import quoted

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_WORDINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side of a difference: the value as it is printed or named, and the words that it stands in, each once.

    `words` are the shortest; for a bare figure or date, with those around it. `spans` are all places.
    """

    value: Part
    words: tuple[Quoted, ...]
    spans: tuple[Words, ...]

    @property
    def told(self) -> bool:
        """Whether the words say the value themselves."""
        value = self.value.words.exact if isinstance(self.value, Quoted) else str(getattr(self.value, "text", ""))
        return any(value.strip() in one.words.exact for one in self.words)


class Differences(Section):
    """What differs."""

    key = "differences"
    title = "Where the accounts differ"
    shows = "Figures, dates and statements that do not agree, with the words of each side."
    how_to_read = (
        "Answers to the story's own claim come first, then the gravest. Each side stands in a column of its own, its "
        "value above and its words below. Contradiction: both cannot hold. Update: the later report has the newer "
        "figure. Scope: the two may speak of different things, or one says it more firmly. Rounding: one figure in "
        "different grain. Unresolved: the words do not say enough. Figures that several reports print alike are folded "
        "at the end."
    )
    cannot_see = "Which side is right, and differences between words that name no figure, date or party."
    empty = "No difference was found."

    def lines(self, document: Document) -> list[Line]:
        """The differences in their order; then the figures printed alike, folded."""
        return [_line(document, found) for found in ranked(document)] + self.alike(document)

    def accounts(self, document: Document, found: DiscrepancyRecord) -> list[Account]:
        """The sides of a difference."""
        return [_account(document, side, bare=found.kind in BARE) for side in found.sides]

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
    children = [_side(_account(document, side, bare=found.kind in BARE)) for side in found.sides]
    if found.explanation:
        children.append(Line(parts=(Name(found.explanation),), tag="why"))
    return Line(parts=(Name(found.title),), children=tuple(children), tag=found.severity)


def _account(document: Document, side: SideRecord, *, bare: bool) -> Account:
    wordings = {span.exact: span for span in reversed(side.spans)}
    first = sorted(wordings.values(), key=lambda span: (len(span.exact), span.article, span.start))[:_MOST_WORDINGS]
    printed = next((span for span in first if span.exact.strip() == side.value.strip()), None)
    value = Quoted(printed) if printed else Name(day(side.value) if _ISO.fullmatch(side.value) else side.value)
    words = tuple(Quoted(widened(document, span), focus=span) if bare else Quoted(span) for span in first)
    return Account(value=value, words=words, spans=tuple(side.spans))


def _side(account: Account) -> Line:
    """The value, and each wording of it once; the boxes lead to all places."""
    value = () if account.told else (account.value, ": ")
    return Line(parts=(*value, *quoted((one.words for one in account.words), ", ")), spans=account.spans)


def _alike(number: int, row: list[QuantityRecord]) -> Line:
    shortest = min((one.span for one in row), key=lambda span: len(span.exact))
    parts = (*quoted([shortest]), f", in {counted(number, 'report')}")
    return Line(parts=parts, spans=tuple(one.span for one in row))
