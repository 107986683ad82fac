"""What comes out when reports are laid side by side."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

DiscrepancyKind = Literal[
    "quantity", "date", "duration", "stance", "wording", "occasion", "attribution", "scope", "arithmetic"
]
Severity = Literal["contradiction", "update", "scope", "rounding", "unresolved"]
DifferenceKind = Literal["wording", "truncation", "occasion", "date", "speaker", "translation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a discrepancy: a value, and the words that give it."""

    value: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Finding):
    """A typed difference between reports, or within one."""

    prefix: ClassVar[str] = "d"
    kind: DiscrepancyKind
    severity: Severity
    title: str
    sides: tuple[Side, ...]
    explanation: str

    def distinction(self) -> str:
        """The same words may differ in more than one way."""
        return self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How two versions of one utterance differ: ids of the attributions, and the words of each."""

    kind: DifferenceKind
    between: tuple[str, str]
    versions: tuple[Span, Span]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Finding):
    """One utterance, as each report gives it (ids of the speaker and of the attributions)."""

    prefix: ClassVar[str] = "u"
    speaker: str | None
    attributions: tuple[str, ...]
    versions: tuple[Span, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse(Finding):
    """Text that reports share."""

    prefix: ClassVar[str] = "z"
    kind: Literal["copied", "shared_origin"]
    articles: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Finding):
    """An entry of the timeline: when, in the words of which reports."""

    prefix: ClassVar[str] = "y"
    when: Moment
    text: str
    spans: tuple[Span, ...]
    articles: tuple[str, ...]
