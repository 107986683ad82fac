"""The tables: their columns follow from the records of the public format, so that the two cannot drift apart."""

from collections.abc import Mapping
from typing import Literal

import msgspec
import pyarrow as pa
from msgspec import inspect

from twosource.export.document import (
    ArticleRecord,
    AttributionRecord,
    ClaimRecord,
    DiscrepancyRecord,
    NoticeRecord,
    OriginRecord,
    PredictionRecord,
    QuantityRecord,
    QuoteRecord,
    StanceRecord,
    StoryRecord,
    TimeRecord,
    Words,
)
from twosource.types.party import PartyKind


class ReportRow(ArticleRecord, frozen=True, kw_only=True):
    """A report, where its record stood in its file, and the earlier report that it is nearly a copy of."""

    place: str
    copy_of: str | None


class MentionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A mention of a party; `party` is its id within the story."""

    party: str
    name: str
    kind: PartyKind
    span: Words


class OriginRow(OriginRecord, frozen=True, kw_only=True):
    """An origin of a claim."""

    claim: str


class StoryRow(StoryRecord, frozen=True, kw_only=True):
    """A chapter of a story: all of it, but where it has more than forty reports."""

    reports: int


class FailureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A detector gave up on a report, or on the story."""

    detector: str
    article: str | None
    reason: str


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer whose text is that of an earlier report, or nearly; only the latter are reports of their own."""

    report: str
    of: str
    kind: Literal["same", "near"]
    file: str
    place: str
    outlet: str | None
    url: str | None
    day: str | None


TABLES: Mapping[str, type[msgspec.Struct]] = {
    "reports": ReportRow,
    "attributions": AttributionRecord,
    "figures": QuantityRecord,
    "moments": TimeRecord,
    "mentions": MentionRow,
    "stories": StoryRow,
    "claims": ClaimRecord,
    "origins": OriginRow,
    "stances": StanceRecord,
    "quotes": QuoteRecord,
    "discrepancies": DiscrepancyRecord,
    "predictions": PredictionRecord,
    "notices": NoticeRecord,
    "failures": FailureRow,
}
PLACE = (pa.field("story", pa.string()), pa.field("chapter", pa.int32()))
_PLAIN = {
    inspect.StrType: pa.string(),
    inspect.IntType: pa.int64(),
    inspect.FloatType: pa.float64(),
    inspect.BoolType: pa.bool_(),
    inspect.LiteralType: pa.string(),
}


def schema_of(record: type[msgspec.Struct], *before: pa.Field) -> pa.Schema:
    """The columns of a record: `before`, then its own."""
    struct = _type(inspect.type_info(record))
    own = [struct.field(number) for number in range(struct.num_fields)]
    return pa.schema([*before, *(field for field in own if field.name not in {one.name for one in before})])


def _type(info: inspect.Type) -> pa.DataType:
    if isinstance(info, inspect.StructType):
        return pa.struct([pa.field(part.encode_name, _type(part.type)) for part in info.fields])
    if isinstance(info, inspect.ListType):
        return pa.list_(_type(info.item_type))
    if isinstance(info, inspect.UnionType):
        kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
        return pa.float64() if len(kinds) > 1 else _type(kinds[0])
    return _PLAIN[type(info)]
