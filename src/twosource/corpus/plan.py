"""Inputs to units: how the work is cut. The cut depends on the files alone, not on the machine or the workers."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from os import PathLike
from pathlib import Path
from typing import BinaryIO, cast

from twosource.corpus.unit import Kind, Unit
from twosource.errors import UnreadableError
from twosource.readers import MAX_BYTES
from twosource.readers.files import SUFFIXES, found
from twosource.readers.formats import added
from twosource.readers.seams import is_archive
from twosource.readers.warc import records
from twosource.types.dossier import Unread

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_MORE = frozenset({".parquet", ".jsonl.gz", ".ndjson.gz"})
_LEAST, _MOST, _CUTS = 16, 1024, 64
_HEAD = 4096


def inputs(paths: Iterable[str | PathLike[str]]) -> tuple[list[str], list[Unread]]:
    """The files behind the paths, in order, and what cannot be followed."""
    items = list(found(paths, SUFFIXES | added() | _MORE))
    return [item for item in items if isinstance(item, str)], [item for item in items if isinstance(item, Unread)]


def kind_of(file: str) -> Kind:
    """How a file is cut: by lines, by records, by rows, or not at all."""
    name = file.lower()
    if name.endswith(_LINES):
        return "lines"
    if name.endswith(".parquet"):
        return "parquet"
    try:
        with Path(file).open("rb") as stream:
            return "archive" if is_archive(stream.read(_HEAD)) else "files"
    except (OSError, ValueError):  # the reader will say why
        return "files"


def small_files(files: Iterable[str]) -> Iterator[Unit]:
    """Units of files that are read whole."""
    whole = list(files)
    size = _size(len(whole))
    for place in range(0, len(whole), size):
        group = whole[place : place + size]
        yield Unit(kind="files", files=group, count=len(group))


def cut(file: str) -> list[Unit]:
    """The units of one file that is cut. Where it cannot be read, reading its last unit will say why."""
    kind = kind_of(file)
    if kind == "parquet":
        return _row_units(file)
    places: list[int] = []
    try:
        for place in _places(file, kind):
            places.append(place)  # noqa: PERF402  # what came before a fault is kept
    except (OSError, ValueError, EOFError, UnreadableError, zlib.error):
        places.append(places[-1] + 1 if places and places[-1] else 0)
    if not places:
        return [Unit(kind="files", files=[file], count=1)]
    return list(_units(file, kind, places))


def _size(records: int) -> int:
    """How many records a unit has: some for every core of a small input, not too many units for a large one."""
    return min(max(records // _CUTS, _LEAST), _MOST)


def _places(file: str, kind: Kind) -> Iterator[int]:
    """The byte at which each record begins; 0 where one has to begin at the start of the file."""
    with opened(file) as stream:
        if kind == "archive":
            yield from (record.offset for record in records(stream))
            return
        packed = isinstance(stream, gzip.GzipFile)
        place = 0
        while line_of(stream):
            yield 0 if packed else place
            place = 0 if packed else stream.tell()


def opened(file: str) -> BinaryIO:
    """The file; packed lines are unpacked, archives are not: their reader does that."""
    if file.lower().endswith((".jsonl.gz", ".ndjson.gz")):
        return cast("BinaryIO", gzip.open(file, "rb"))
    return Path(file).open("rb")


def line_of(stream: BinaryIO) -> bytes:
    """The next line; of one that is too long to be read, no more than shows that it is."""
    line = rest = stream.readline(MAX_BYTES + 1)
    while len(line) > MAX_BYTES and rest and not rest.endswith(b"\n"):
        rest = stream.readline(MAX_BYTES)
    return line


def _units(file: str, kind: Kind, places: list[int]) -> Iterator[Unit]:
    """Runs of records. One begins at its own byte if all places rise, else at the start of its file."""
    size = _size(len(places))
    rising = all(one < two for one, two in pairwise(places))
    for first in range(0, len(places), size):
        count = min(size, len(places) - first)
        if rising:
            yield Unit(kind=kind, files=[file], count=count, offset=places[first], first=first + 1)
        else:
            yield Unit(kind=kind, files=[file], count=count, skip=first)


def _row_units(file: str) -> list[Unit]:
    """Runs of rows within the row groups of a table."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  # an extra

    try:
        with ParquetFile(file) as table:
            groups = [table.metadata.row_group(number).num_rows for number in range(table.num_row_groups)]
    except (OSError, ValueError):
        groups = []
    size, first, units = _size(sum(groups)), 1, list[Unit]()
    for number, rows in enumerate(groups):
        units += [
            Unit(kind="parquet", files=[file], count=min(size, rows - skip), offset=number, first=first, skip=skip)
            for skip in range(0, rows, size)
        ]
        first += rows
    return units or [Unit(kind="parquet", files=[file], count=1)]
