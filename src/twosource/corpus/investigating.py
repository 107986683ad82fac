"""The third stage: chapters of stories to rows, and rows to Parquet. It runs in a process of its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
import pyarrow as pa
from pyarrow import parquet

from twosource.api import investigate
from twosource.corpus.disk import note, whole
from twosource.corpus.grouping import Chapter
from twosource.corpus.rows import Row, rows_of
from twosource.corpus.schema import PLACE, TABLES, schema_of
from twosource.corpus.spool import article_at
from twosource.text.shared import tokens
from twosource.types.dossier import Dossier, Failure
from twosource.types.story import Story


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Chapters of one month, and what they may not do.

    `poison` are reports on which a process died: they are left out. `bare` are stories on which one died, though on
    none of their reports: their reports are kept, without findings.
    """

    number: int
    chapters: list[Chapter]
    poison: list[str] = []
    bare: list[tuple[str, int]] = []

    def readable(self) -> list[Chapter]:
        """The chapters that have a report left."""
        return [one for one in self.chapters if any(told.report not in self.poison for told in one.reports)]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One table of a batch: how many rows, and the digest of their content."""

    table: str
    rows: int
    digest: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A batch that is kept, all of it."""

    parts: list[Part]
    poison: list[str]


def investigate_batch(batch: Batch, spool: Path, out: Path, marker: Path, trace: Path | None = None) -> None:
    """Investigates the chapters and writes a part of each table; the marker says that all of it is there.

    The number of the chapter that it is at is kept in `trace`, if one is given.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    for chapter in batch.readable():
        note(trace, batch.chapters.index(chapter))
        for table, row in rows_of(_dossier(chapter, batch, spool), chapter):
            rows[table].append(row)
    month = batch.chapters[0].month
    parts = [
        _write(out / name / f"month={month}" / f"part-{batch.number:06}.parquet", name, rows[name]) for name in TABLES
    ]
    done = Done(parts=parts, poison=batch.poison)
    with whole(marker) as stream:
        stream.write(msgspec.json.encode(done))


def probe(chapter: Chapter, spool: Path) -> None:
    """Investigates a chapter and keeps nothing: whether a process lives through it."""
    for _ in rows_of(_dossier(chapter, Batch(number=0, chapters=[]), spool), chapter):
        pass


def _dossier(chapter: Chapter, batch: Batch, spool: Path) -> Dossier:
    told = [one for one in chapter.reports if one.report not in batch.poison]
    read = (article_at(spool, one.unit, one.offset, one.length) for one in told)
    articles = tuple(sorted(read, key=lambda article: article.id))
    if (chapter.story, chapter.number) in batch.bare:
        died = Failure(detector="all", article=None, reason="a process died on this story, twice")
        return Dossier(story=Story(articles=articles), findings={}, failures=(died,))
    tokens.cache_clear()  # it would hold the reports of a hundred other stories
    return investigate(articles)


def _write(file: Path, name: str, rows: Sequence[Row]) -> Part:
    if rows:
        table = pa.Table.from_pylist(list(rows), schema=schema_of(TABLES[name], *PLACE))
        with whole(file) as stream:
            parquet.write_table(table, stream, compression="zstd")
    return Part(table=name, rows=len(rows), digest=digest_of(rows))


def digest_of(rows: Iterable[Row]) -> str:
    """SHA-256 over the rows as JSON, in their order."""
    made = sha256()
    for row in rows:
        made.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace"))
        made.update(b"\n")
    return made.hexdigest()
