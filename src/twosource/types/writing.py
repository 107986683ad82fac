"""What is not reporting: predictions, opinion and wording, notices."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

NoticeKind = Literal[
    "ai_assistance", "affiliate", "correction", "authorship", "copyright", "sponsored", "ownership", "satire"
]
WordingKind = Literal["opinion", "loaded", "hedge", "unattributed"]
Outcome = Literal["open", "due", "came_true", "failed", "partly", "undecidable"]
PredictionKind = Literal["forecast", "plan"]
Voice = Literal["source", "author", "outlet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast(Finding):
    """Words of one report about the future; `horizon` are those that say by when, `condition` those that say if.

    `cue` are the words that make it a statement about the future: "will", "plans to".
    """

    prefix: ClassVar[str] = "w"
    of_one_report: ClassVar[bool] = True
    span: Span
    horizon: Span | None = None
    condition: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction(Finding):
    """A forecast placed in time. `criterion` is the report's own wording of what would make it true.

    `kind` is a party's plan, a forecast, or None where the words leave that open. `voice` says who speaks: a source
    (of the attribution with that id), the author in the first person, or the report. `settled` are words of later
    reports that may settle it, `resolved` the interval of their days: both are proposals, and a person decides.
    """

    prefix: ClassVar[str] = "f"
    of_one_report: ClassVar[bool] = True
    forecast: Forecast
    speaker: str | None
    due: Moment | None
    criterion: str
    outcome: Outcome
    settled: tuple[Span, ...] = ()
    kind: PredictionKind | None = None
    voice: Voice = "outlet"
    attribution: str | None = None
    resolved: Moment | None = None

    def evidence(self) -> tuple[Span, ...]:
        """The words of the forecast, and those that may settle it."""
        return (*self.forecast.evidence(), *self.settled)

    def identity(self) -> str:
        """That of its forecast: it stays the same when a later report settles it."""
        return self.forecast.identity()

    def is_due(self, day: date) -> bool:
        """Whether its time has passed on that day."""
        return self.due is not None and self.due.latest is not None and self.due.latest < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Finding):
    """A report says something about itself: its making, its owner, its money, its corrections, that it is satire.

    Of a correction, `wrong` are the words for what the report said, `right` those for what is right, `about` the
    sentence of the body that it concerns, each where the words tell.
    """

    prefix: ClassVar[str] = "i"
    of_one_report: ClassVar[bool] = True
    kind: NoticeKind
    span: Span
    wrong: Span | None = None
    right: Span | None = None
    about: Span | None = None

    def identity(self) -> str:
        """Its kind and place."""
        return f"{self.span.article}:{self.span.start}-{self.span.end}|{self.kind}"


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
