"""The public data format (`twosource.dossier/1`), as typed records: what the JSON holds, and every view is made from.

Offsets are Unicode code points into `articles[].text`, half-open: `text[start:end] == exact`, everywhere. Dates are ISO
dates; an end of an interval that is not known is null.
"""

import msgspec

from twosource.types.article import BlockKind
from twosource.types.attribution import Act, Mode
from twosource.types.claim import OriginKind, StatementStance, Status
from twosource.types.comparison import DifferenceKind, DiscrepancyKind, Severity
from twosource.types.figure import Bound, TimeType
from twosource.types.moment import Basis
from twosource.types.party import PartyKind
from twosource.types.verdict import Ruling
from twosource.types.writing import NoticeKind, Outcome, PredictionKind, Voice, WordingKind

SCHEMA = "twosource.dossier/1"


# The stances of statements that carry a claim; the others answer it.
_CARRYING = frozenset({"asserts", "attributes", "hedges"})


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A span: `exact` stands at `start` to `end` in the text of the article with that id."""

    article: str
    start: int
    end: int
    exact: str


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A moment: an interval of days, the TIMEX3 value if there is one, what it rests on and why."""

    earliest: str | None
    latest: str | None
    timex: str | None
    basis: Basis
    why: str


class SummaryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the first screen. `answers` names the question that it answers.

    `tag` is the status of a claim, the severity of a difference, or the outcome of a prediction.
    """

    text: str
    spans: list[Words]
    answers: str
    tag: str = ""


class StoryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The story: its days are those of the first and last report, where they are known."""

    id: str
    title: str
    summary: list[SummaryLine]
    from_: str | None = msgspec.field(name="from")
    to: str | None


class BlockRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a report."""

    kind: BlockKind
    language: str
    start: int
    end: int


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A report. `skipped` says why nothing was looked for in it, or is null.

    `repeats` is the id of another report in which nearly all of its words stand, or null. Findings in one report are
    shown in its words too, for the first copies of each report; comparisons name that report alone.
    """

    id: str
    file: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: list[str]
    language: str
    published: When
    text: str
    blocks: list[BlockRecord]
    skipped: str | None
    repeats: str | None = None


class UnreadRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An input that gave no report, or a part of the work that failed, and why."""

    file: str
    reason: str


class EntityRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A party, over all reports of the story; or a source without a name, through one report."""

    id: str
    name: str
    kind: PartyKind
    aliases: list[str]
    mentions: list[Words]


class AnonymousRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An unnamed source. `party` is the id of the entity that stands for it through the report, or null."""

    count: int | None
    description: str
    reason: Words | None
    party: str | None = None


class AttributionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Words attributed to a source; `via` are the relays, outermost first."""

    id: str
    article: str
    kind: Mode
    content: list[Words]
    cue: Words | None
    source: Words | None
    speaker: str | None
    anonymous: AnonymousRecord | None
    via: list[str]
    occasion: Words | None
    said: When | None
    inside: str | None
    act: Act


class DifferenceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """How versions of one utterance differ."""

    kind: DifferenceKind
    between: list[str]
    explanation: str


class QuoteRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance, as each report gives it."""

    id: str
    speaker: str | None
    attributions: list[str]
    differences: list[DifferenceRecord]


class StatementRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Where a report states the claim."""

    span: Words
    attribution: str | None
    stance: StatementStance


class OriginRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Where chains of a claim end."""

    id: str
    name: str
    kind: OriginKind
    articles: list[str]
    via: list[str]
    spans: list[Words]


class IntervalRecord(msgspec.Struct, frozen=True, kw_only=True):
    """`low`: shown to be distinct; `high`: not shown to depend on one another."""

    low: int
    high: int


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A claim; `text` is its shortest verbatim statement. `statements` hold those that carry it, then the answers."""

    id: str
    text: str
    core: bool
    statements: list[StatementRecord]
    origins: list[OriginRecord]
    independent_origins: IntervalRecord
    why: str
    status: Status

    def carried(self) -> list[StatementRecord]:
        """The statements that carry it: not the answers, unless it is one itself."""
        return [one for one in self.statements if one.stance in _CARRYING] or self.statements


class StanceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What a party does to a claim, and in which words."""

    id: str
    party: str
    claim: str | None
    stance: Act
    span: Words
    said: When | None


class QuantityRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts. `value`, `low` and `high` are exact as long as a double holds them."""

    id: str
    span: Words
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str
    bound: Bound
    measure: str
    subject: str | None
    period: When | None
    attribution: str | None


class TimeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Words for a time."""

    id: str
    span: Words
    type: TimeType
    value: str
    moment: When | None
    anchor: str


class SideRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a discrepancy."""

    value: str
    spans: list[Words]


class DiscrepancyRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A typed difference."""

    id: str
    kind: DiscrepancyKind
    severity: Severity
    title: str
    sides: list[SideRecord]
    explanation: str


class EventRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the timeline."""

    id: str
    when: When
    text: str
    spans: list[Words]
    articles: list[str]


class PredictionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A statement about the future. `evidence` are words of later reports that may settle it: a person decides.

    Three times are kept apart: `horizon`, the words that say by when; `due`, the interval that they mean; `resolved`,
    the days of the reports that the evidence stands in. `kind` is null where the words leave open whether it is a
    party's plan or a forecast. `attribution` is that of the source, where it is told by one.
    """

    id: str
    span: Words
    speaker: str | None
    text: str
    due: When | None
    criterion: str
    outcome: Outcome
    evidence: list[Words]
    kind: PredictionKind | None
    told_by: Voice
    attribution: str | None
    horizon: Words | None
    condition: Words | None
    resolved: When | None


class VerdictRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of a prediction, named by its words and report; `predictions` are those that it decides.

    Entries come in the order in which they were given, and the last one counts. Without predictions, it decides none.
    """

    predictions: list[str]
    outcome: Ruling
    who: str
    when: str
    why: str
    words: str
    report: str
    place: str


class NoticeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says about itself.

    Of a correction: the words for what was wrong, for what is right, and the sentence of the body that it concerns,
    each where it is told.
    """

    id: str
    kind: NoticeKind
    span: Words
    wrong: Words | None
    right: Words | None
    about: Words | None


class WordingRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Opinion, loaded words, hedges, claims without a source."""

    id: str
    kind: WordingKind
    span: Words
    voice: str | None


class ReuseRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Text that reports share."""

    id: str
    kind: str
    articles: list[str]
    spans: list[Words]


class CoverageRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a report carries a claim: the words that do, or null. `nearest` are the nearest words where none do."""

    claim: str
    article: str
    state: str
    span: Words | None
    nearest: Words | None


class ModelRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A model that took part."""

    name: str
    digest: str


class MakerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What made the dossier."""

    twosource: str
    models: list[ModelRecord]
    settings: dict[str, str | None]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier as published."""

    schema: str
    story: StoryRecord
    articles: list[ArticleRecord]
    unread: list[UnreadRecord]
    entities: list[EntityRecord]
    attributions: list[AttributionRecord]
    quotes: list[QuoteRecord]
    claims: list[ClaimRecord]
    stances: list[StanceRecord]
    quantities: list[QuantityRecord]
    times: list[TimeRecord]
    discrepancies: list[DiscrepancyRecord]
    timeline: list[EventRecord]
    predictions: list[PredictionRecord]
    verdicts: list[VerdictRecord] = []
    notices: list[NoticeRecord]
    wording: list[WordingRecord]
    reuse: list[ReuseRecord]
    coverage: list[CoverageRecord]
    made_by: MakerRecord
