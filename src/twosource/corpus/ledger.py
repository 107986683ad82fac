"""The reckoning of a run: every offer is accepted, quarantined or a duplicate, to the last one."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import pyarrow as pa
from pyarrow import parquet

from twosource.corpus.disk import whole
from twosource.corpus.grouping import Grouping, Told
from twosource.corpus.investigating import Done, digest_of
from twosource.corpus.offers import DIED
from twosource.corpus.rows import Row
from twosource.corpus.schema import CopyRow, schema_of
from twosource.corpus.spool import Index, Kept, Refused
from twosource.errors import TwosourceError
from twosource.version import __version__


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the offers."""

    offered: int
    accepted: int
    quarantined: int
    duplicates: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished run made.

    `digest` is over the rows of all tables and the quarantine, `tables` the number of rows of each; `passed` counts the
    records of archives that are about other records, and blank lines, by type: they were no offers.
    """

    twosource: str
    run: str
    digest: str
    tables: dict[str, int]
    passed: dict[str, int]


class Found(NamedTuple):
    """What the steps of a run gave: refused inputs, the index of each unit, the groups, the batches that are kept."""

    refused: Sequence[Refused]
    indexes: Sequence[Index]
    grouping: Grouping
    done: Sequence[Done]


def reckon(out: Path, run: str, found: Found) -> Ledger:
    """Writes copies, quarantine and ledger, then the manifest, which says that all is there."""
    quarantine = [msgspec.to_builtins(one) for one in _quarantined(found)]
    copies = [msgspec.to_builtins(one) for one in _copies(found)]
    parts = sorted((part.table, part.rows, part.digest) for done in found.done for part in done.parts)
    parts += [("copies", len(copies), digest_of(copies)), ("quarantine", len(quarantine), digest_of(quarantine))]
    tables: Counter[str] = Counter()
    for table, rows, _ in parts:
        tables[table] += rows
    ledger = Ledger(
        offered=len(found.refused) + sum(len(index.kept) + len(index.refused) for index in found.indexes),
        accepted=tables["reports"],
        quarantined=len(quarantine),
        duplicates=len(found.grouping.same),
    )
    if ledger.offered != ledger.accepted + ledger.quarantined + ledger.duplicates:
        message = f"the ledger does not balance, which is a fault of this program: {ledger}"
        raise TwosourceError(message)
    _write(out, copies, quarantine)
    manifest = Manifest(
        twosource=__version__,
        run=run,
        digest=sha256(json.dumps(parts).encode()).hexdigest(),
        tables=dict(sorted(tables.items())),
        passed=dict(sorted(sum((Counter(index.passed) for index in found.indexes), Counter[str]()).items())),
    )
    for name, made in (("ledger.json", ledger), ("manifest.json", manifest)):
        with whole(out / name) as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    return ledger


def _write(out: Path, copies: list[Row], quarantine: list[Row]) -> None:
    with whole(out / "copies" / "part-000000.parquet") as stream:
        parquet.write_table(pa.Table.from_pylist(copies, schema=schema_of(CopyRow)), stream, compression="zstd")
    with whole(out / "quarantine.jsonl") as stream:
        for row in quarantine:
            stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _quarantined(found: Found) -> Iterator[Refused]:
    """All that was refused: at once, by its reader, or because a process died on it."""
    yield from found.refused
    for index in found.indexes:
        yield from index.refused
    poison = {report for done in found.done for report in done.poison}
    for kept in _kept(found, lambda told: told.report in poison):
        yield Refused(file=kept.file, place=kept.place, reason=DIED)


def _kept(found: Found, wanted: Callable[[Told], bool]) -> Iterator[Kept]:
    """The accepted reports of which this holds."""
    places = {
        (told.unit, told.offset) for chapter in found.grouping.chapters for told in chapter.reports if wanted(told)
    }
    for number, index in enumerate(found.indexes):
        yield from (kept for kept in index.kept if (number, kept.offset) in places)


def _copies(found: Found) -> Iterator[CopyRow]:
    """Those that say what another said, in the order of publication, then those that nearly do."""
    for kept, first in found.grouping.same:
        yield _copy(kept, first, "same")
    near = {told.report: told.copy_of for one in found.grouping.chapters for told in one.reports if told.copy_of}
    for kept in _kept(found, lambda told: told.copy_of is not None):
        yield _copy(kept, near[kept.report] or "", "near")


def _copy(kept: Kept, first: str, kind: Literal["same", "near"]) -> CopyRow:
    day = date.fromordinal(kept.day).isoformat() if kept.day else None
    return CopyRow(
        report=kept.report,
        of=first,
        kind=kind,
        file=kept.file,
        place=kept.place,
        outlet=kept.outlet,
        url=kept.url,
        day=day,
    )
