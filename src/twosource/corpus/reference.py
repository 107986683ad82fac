"""The reference page of the tables, made from their columns."""

import inspect
from collections.abc import Iterator

from twosource.corpus.schema import PLACE, TABLES, CopyRow, schema_of

_HEAD = """# The tables of a corpus

This page is generated; to change it, change the records that it is made from.

Each table is a folder of Parquet files by `month` (of the day on which the story was founded; `unknown` without one).
Places count Unicode code points in the `text` of the report, half-open. `story` and `chapter` say where a row belongs;
ids of parties, attributions and claims hold within a chapter.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(line for name in TABLES for line in _table(name)), *_columns("copies", CopyRow, ())])


def _table(name: str) -> Iterator[str]:
    yield from _columns(name, TABLES[name], PLACE)


def _columns(name: str, record: type, before: tuple[object, ...]) -> Iterator[str]:
    yield f"## {name}\n\n{(inspect.getdoc(record) or '').partition(chr(10))[0]}\n\n| column | type |\n|---|---|"
    for field in schema_of(record, *before):
        yield f"| `{field.name}` | {str(field.type).replace('|', ' ')} |"
    yield ""
