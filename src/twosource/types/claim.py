"""What is claimed, on whose word, and what each party does to it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from twosource.types.attribution import Act
from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

StatementStance = Literal[
    "asserts", "attributes", "hedges", "denies", "declined_to_comment", "did_not_respond", "could_not_verify"
]
OriginKind = Literal["person", "organization", "anonymous", "document", "outlet"]
Status = Literal["unconfirmed", "denied", "disputed", "confirmed", "attributed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One report states the claim; `attribution` is the id of the attribution that carries it, if any."""

    span: Span
    attribution: str | None
    stance: StatementStance


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition(Finding):
    """Statements that make the same assertion, before it is asked where they come from.

    `weight` says how far the story is about it: which reports state it, and how near to their heads. `answer` says that
    it is a party's answer to what is claimed: a denial, or silence; `party` is then the id of that party, if it is
    known. `beside` are the words of those statements that state it beside something else: they carry it, and whom they
    cite need not have said so much. `plainly` are the words of a denial that say no to what the story is about with a
    negation of its own predicate ("he would not resign"), without a word of denial.
    """

    prefix: ClassVar[str] = "g"
    text: str
    statements: tuple[Statement, ...]
    weight: float
    answer: Literal["denial", "silence"] | None = None
    party: str | None = None
    beside: tuple[Span, ...] = ()
    plainly: tuple[Span, ...] = ()

    def evidence(self) -> tuple[Span, ...]:
        """The statements."""
        return tuple(statement.span for statement in self.statements)

    def distinction(self) -> str:
        """Two parties may answer in one breath."""
        return self.party or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the chains of a claim end. `articles` rest on it, through the relays `via` (ids of parties)."""

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    via: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Finding):
    """An assertion found in reports. `text` is its shortest verbatim statement.

    `low` counts the origins shown to be distinct, `high` those not shown to depend on one another; `why` says so.
    `answers` are what parties say to it: denials, and that they did not answer. They carry it no further, and do not
    count in its origins.
    """

    prefix: ClassVar[str] = "k"
    text: str
    core: bool
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]
    low: int
    high: int
    why: str
    status: Status
    answers: tuple[Statement, ...] = ()

    def evidence(self) -> tuple[Span, ...]:
        """The statements."""
        return tuple(statement.span for statement in self.statements)

    def distinction(self) -> str:
        """Two parties may answer in one breath: their claims rest on the same words and end elsewhere."""
        return "|".join(origin.name for origin in self.origins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Finding):
    """What a party does to a claim, in which words, when (ids of the party, of the claim if it is known)."""

    prefix: ClassVar[str] = "h"
    of_one_report: ClassVar[bool] = True
    party: str
    claim: str | None
    stance: Act
    span: Span
    said: Moment | None = None

    def distinction(self) -> str:
        """Two parties may speak in the same words."""
        return f"{self.party}|{self.claim}|{self.stance}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Finding):
    """Whether a report carries a claim. `nearest` are the words that carry it, or come nearest to it."""

    prefix: ClassVar[str] = "v"
    of_one_report: ClassVar[bool] = True
    claim: str
    article: str
    present: bool
    spans: tuple[Span, ...]

    def distinction(self) -> str:
        """One place may be nearest to several claims."""
        return f"{self.claim}|{self.article}"
