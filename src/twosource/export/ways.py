"""The ways from reports to an origin: which of its relays each report names."""

from collections import Counter
from collections.abc import Mapping

from twosource.export.document import AttributionRecord, ClaimRecord, Document, OriginRecord

Row = tuple[str, ...]


def said_in(document: Document) -> dict[str, AttributionRecord]:
    """The attributions of a document by their ids."""
    return {one.id: one for one in document.attributions}


def ways(said: Mapping[str, AttributionRecord], claim: ClaimRecord, origin: OriginRecord) -> dict[str, Row]:
    """For each report of an origin, the relays (ids, from the report outward) that it names for the claim.

    A report in its own voice names none for it: it is taken to go the way of most.
    """
    rows: dict[str, list[Row]] = {article: [] for article in origin.articles}
    for statement in claim.carried():
        found = said.get(statement.attribution or "")
        if found is not None and statement.span.article in rows:
            named = {*found.via, found.speaker}
            rows[statement.span.article].append(tuple(one for one in origin.via if one in named))
    longest = {article: max(given, key=len) for article, given in rows.items() if given}
    usual = usual_way(longest) if longest else tuple(origin.via)
    return {article: longest.get(article, usual) for article in origin.articles}


def usual_way(found: Mapping[str, Row]) -> Row:
    """The way of most reports; of two, the longer one."""
    count = Counter(found.values())
    return max(count, key=lambda row: (count[row], len(row), row), default=())
