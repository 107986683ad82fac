"""What the inputs offer: every record of a unit, as a report or as a reason."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from twosource.corpus.plan import line_of, opened
from twosource.corpus.unit import Fields, Unit
from twosource.errors import UnreadableError
from twosource.readers import MAX_BYTES, results
from twosource.readers.charset import decode
from twosource.readers.records import report_of as report_of_record
from twosource.readers.source import Draft
from twosource.readers.warc import Record, records
from twosource.readers.warc import report_of as report_of_page
from twosource.types.dossier import Unread

DIED = "a process died on it, twice"


class Item(NamedTuple):
    """One record that stands at `place` in `file`; `read` gives its reports. `passed` is its type if it is none."""

    file: str
    place: str
    read: Callable[[], Iterator[Draft | Unread]]
    passed: str | None = None


class Offer(NamedTuple):
    """A report, or why there is none, with where it stood. `passed` is the type of a record that is about others."""

    file: str
    place: str
    result: Draft | Unread | None
    passed: str | None = None


def offers(unit: Unit, fields: Fields, begins: Callable[[int], object] = int) -> Iterator[Offer]:
    """All that the unit holds, in its order; whatever goes wrong with a record is its reason, never an error.

    `begins` is told of each record before it is looked for.
    """
    poison = frozenset(unit.poison)
    number = -1
    begins(0)
    try:
        for number, item in enumerate(islice(_items(unit, fields), unit.skip, unit.skip + unit.count)):
            if item.passed is not None:
                yield Offer(item.file, item.place, None, item.passed)
            elif number in poison:
                yield Offer(item.file, item.place, Unread(file=item.file, reason=DIED))
            else:
                yield from _read(item)
            begins(number + 1)
        if unit.breaks:
            raise UnreadableError(DIED)  # noqa: TRY301  # one way out for all that cannot be read on
    except Exception as error:  # noqa: BLE001  # whatever is wrong with the file: what stood before it was given
        place = f"after record {unit.first + unit.skip + number}" if number >= 0 else ""
        yield Offer(unit.files[0], place, Unread(file=unit.files[0], reason=f"cannot be read: {error}"))


def _read(item: Item) -> Iterator[Offer]:
    try:
        for number, result in enumerate(item.read(), 1):
            yield Offer(item.file, item.place or f"report {number}", result)
    except UnreadableError as error:
        yield Offer(item.file, item.place, Unread(file=item.file, reason=str(error)))
    except Exception as error:  # noqa: BLE001  # a reader's own fault never stops a run
        reason = f"the reader gave up: {type(error).__name__}: {error}"
        yield Offer(item.file, item.place, Unread(file=item.file, reason=reason))


def _items(unit: Unit, fields: Fields) -> Iterator[Item]:
    if unit.kind == "files":
        for file in unit.files:
            yield Item(file, "", partial(results, file))
    elif unit.kind == "lines":
        yield from _lines(unit, fields)
    elif unit.kind == "archive":
        yield from _pages(unit)
    else:
        yield from _rows(unit, fields)


def _lines(unit: Unit, fields: Fields) -> Iterator[Item]:
    file = unit.files[0]
    with opened(file) as stream:
        stream.seek(unit.offset)
        number = unit.first
        while line := line_of(stream):
            passed = None if line.strip() else "blank line"
            yield Item(file, f"line {number}", partial(_of_line, file, line, fields), passed)
            number += 1


def _of_line(file: str, line: bytes, fields: Fields) -> Iterator[Draft | Unread]:
    if len(line) > MAX_BYTES:
        yield Unread(file=file, reason=f"too large: at most {MAX_BYTES:,} bytes of a line are read")
        return
    try:
        record: object = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        yield Unread(file=file, reason=f"broken JSON: {error}")
        return
    yield report_of_record(file, fields.renamed(record))


def _pages(unit: Unit) -> Iterator[Item]:
    file = unit.files[0]
    with opened(file) as stream:
        for record in records(stream, unit.offset):
            yield Item(file, record.place, partial(_of_page, record, file), record.passed)


def _of_page(record: Record, file: str) -> Iterator[Draft | Unread]:
    yield report_of_page(record, file)


def _rows(unit: Unit, fields: Fields) -> Iterator[Item]:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  # an extra

    file = unit.files[0]
    with ParquetFile(file) as table:
        if not table.metadata.num_rows:
            message = "no rows in this table"
            raise UnreadableError(message)
        wanted = {"text", "url", "outlet", "published", "title", "authors", *fields.names.values()}
        columns = [name for name in table.schema_arrow.names if name in wanted]
        number = unit.first
        for batch in table.iter_batches(batch_size=unit.count, row_groups=[unit.offset], columns=columns):
            for row in batch.to_pylist():
                yield Item(file, f"row {number}", partial(_of_row, file, row, fields))
                number += 1


def _of_row(file: str, row: dict[str, object], fields: Fields) -> Iterator[Draft | Unread]:
    """A row as a record: days and times as ISO dates."""
    plain = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
    yield report_of_record(file, fields.renamed(plain))
