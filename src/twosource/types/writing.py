"""What is not reporting: predictions, opinion and wording, notices."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

NoticeKind = Literal["ai_assistance", "affiliate", "correction", "authorship", "copyright", "sponsored", "ownership"]
WordingKind = Literal["opinion", "loaded", "hedge", "unattributed"]
Outcome = Literal["open", "due", "came_true", "failed", "undecidable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast(Finding):
    """Words of one report about the future; `horizon` are those that say by when, `condition` those that say if."""

    prefix: ClassVar[str] = "w"
    of_one_report: ClassVar[bool] = True
    span: Span
    horizon: Span | None = None
    condition: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction(Finding):
    """A forecast placed in time. `criterion` is the report's own wording of what would make it true."""

    prefix: ClassVar[str] = "f"
    of_one_report: ClassVar[bool] = True
    forecast: Forecast
    speaker: str | None
    due: Moment | None
    criterion: str
    outcome: Outcome
    settled: tuple[Span, ...] = ()

    def is_due(self, day: date) -> bool:
        """Whether its time has passed on that day."""
        return self.due is not None and self.due.latest is not None and self.due.latest < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Finding):
    """A report says something about itself: its making, its owner, its money, its corrections."""

    prefix: ClassVar[str] = "i"
    of_one_report: ClassVar[bool] = True
    kind: NoticeKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Finding):
    """Words that judge, load, hedge, or claim without a source; `voice` is a party's id where it is not the outlet."""

    prefix: ClassVar[str] = "b"
    of_one_report: ClassVar[bool] = True
    kind: WordingKind
    span: Span
    voice: str | None = None

    def distinction(self) -> str:
        """The same words may be loaded and unattributed."""
        return self.kind
