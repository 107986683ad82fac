"""Who says what: as one report words it (`Citation`, `Response`), and resolved over the story (`Attribution`)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

Mode = Literal["direct", "indirect", "mixed"]
Act = Literal["asserts", "denies", "declined_to_comment", "did_not_respond", "could_not_verify", "hedges"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymous:
    """A source without a name: how many, as whom the report describes them, and why they stay unnamed."""

    count: int | None
    description: str
    reason: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Finding):
    """One report attributes words to a source, in its own wording.

    `content` leaves out the outer quotation marks and has several parts where it is interrupted. `relays` are the
    words that name outlets between this report and the source, outermost first. `inside` is the id of the citation
    that encloses this one, `continues` that of the one whose source speaks on here. `hearer` are the words that name
    to whom it was said.
    """

    prefix: ClassVar[str] = "c"
    of_one_report: ClassVar[bool] = True
    mode: Mode
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    act: Act = "asserts"
    anonymous: Anonymous | None = None
    relays: tuple[Span, ...] = ()
    hearer: Span | None = None
    occasion: Span | None = None
    inside: str | None = None
    continues: str | None = None

    @property
    def article(self) -> str:
        """The id of the report."""
        return self.content[0].article


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Finding):
    """A party's answer that has no content of its own: it denies, declines, did not respond, could not verify.

    `party` are the words that name who answers, `words` the clause that says so, `relay` those that name an outlet on
    whose word this rests.
    """

    prefix: ClassVar[str] = "r"
    of_one_report: ClassVar[bool] = True
    act: Act
    words: Span
    cue: Span
    party: Span
    relay: Span | None = None

    @property
    def article(self) -> str:
        """The id of the report."""
        return self.words.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Finding):
    """A citation whose speaker and relays are resolved to parties; joint speakers give one each.

    `speaker` and `via` are ids of parties; `via` leads from the outlet outward, outermost relay first.
    """

    prefix: ClassVar[str] = "s"
    of_one_report: ClassVar[bool] = True
    citation: Citation
    speaker: str | None
    via: tuple[str, ...] = ()
    said: Moment | None = None

    @property
    def article(self) -> str:
        """The id of the report."""
        return self.citation.article

    def distinction(self) -> str:
        """Joint speakers share their words."""
        return self.speaker or ""
