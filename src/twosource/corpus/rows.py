"""A chapter's dossier as rows of the tables."""

from collections.abc import Iterator
from typing import Any

import msgspec

from twosource.corpus.grouping import Chapter
from twosource.export.convert import to_document
from twosource.types.dossier import Dossier

Row = dict[str, Any]

_SECTIONS = {
    "attributions": "attributions",
    "figures": "quantities",
    "moments": "times",
    "claims": "claims",
    "stances": "stances",
    "quotes": "quotes",
    "discrepancies": "discrepancies",
    "predictions": "predictions",
    "notices": "notices",
}
_NUMBERS = ("value", "low", "high")


def rows_of(dossier: Dossier, chapter: Chapter) -> Iterator[tuple[str, Row]]:
    """The rows with the names of their tables; each names its story and chapter."""
    document = msgspec.to_builtins(to_document(dossier))
    for table, row in _rows(document, dossier, chapter):
        yield table, {"story": chapter.story, "chapter": chapter.number, **row}


def _rows(document: Row, dossier: Dossier, chapter: Chapter) -> Iterator[tuple[str, Row]]:
    told = {one.report: one for one in chapter.reports}
    for article in document["articles"]:
        one = told[article["id"]]
        yield "reports", {**article, "place": one.place, "copy_of": one.copy_of}
    yield "stories", {**document["story"], "reports": len(document["articles"])}
    for table, section in _SECTIONS.items():
        for row in document[section]:
            yield table, _numbered(row) if table == "figures" else row
    for claim in document["claims"]:
        for origin in claim["origins"]:
            yield "origins", {**origin, "claim": claim["id"]}
    for party in document["entities"]:
        for span in party["mentions"]:
            yield "mentions", {"party": party["id"], "name": party["name"], "kind": party["kind"], "span": span}
    for failure in dossier.failures:
        yield "failures", {"detector": failure.detector, "article": failure.article, "reason": failure.reason}


def _numbered(row: Row) -> Row:
    """Numbers as doubles; one that no double holds is left to its words."""
    return {key: _double(value) if key in _NUMBERS else value for key, value in row.items()}


def _double(value: float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
