"""Which record, or report, it is that a process dies on: named only when it died there twice."""

from collections import Counter
from pathlib import Path

import msgspec

from twosource.corpus.disk import noted
from twosource.corpus.grouping import Chapter
from twosource.corpus.investigating import Batch, investigate_batch, probe
from twosource.corpus.pool import DIED, Task, alone
from twosource.corpus.reading import read_unit
from twosource.corpus.unit import Fields, Unit
from twosource.errors import UnwritableError

_TWICE = 2


def read_in_spite(unit: Unit, fields: Fields, file: Path) -> None:
    """Reads a unit on which a process died, without the records that it dies on."""
    deaths: Counter[int] = Counter()
    trace = file.with_suffix(".trace")
    while alone(Task(0, read_unit, (unit, fields, file, trace))) is DIED:
        place = noted(trace)
        deaths[place] += 1
        if deaths[place] == _TWICE:
            unit = msgspec.structs.replace(unit, poison=[*unit.poison, place])
        if deaths[place] > _TWICE:  # not the record is deadly, but to look for it
            _give_up(unit.breaks or place < 0, str(file))
            unit = msgspec.structs.replace(unit, count=place, breaks=True)
    trace.unlink(missing_ok=True)


def investigate_in_spite(batch: Batch, spool: Path, out: Path, marker: Path) -> None:
    """Investigates a batch on which a process died, without the reports, or the stories, that it dies on."""
    deaths: Counter[int] = Counter()
    trace = marker.with_suffix(".trace")
    while alone(Task(0, investigate_batch, (batch, spool, out, marker, trace))) is DIED:
        place = noted(trace)
        deaths[place] += 1
        _give_up(deaths[place] > _TWICE or place < 0, str(marker))
        if deaths[place] == _TWICE:
            batch = _harmless(batch, batch.chapters[place], spool)
    trace.unlink(missing_ok=True)


def _harmless(batch: Batch, chapter: Chapter, spool: Path) -> Batch:
    deadly = [one for one in chapter.reports if _kills(msgspec.structs.replace(chapter, reports=[one]), spool)]
    rest = [one for one in chapter.reports if one not in deadly]
    is_bare = bool(rest) and _kills(msgspec.structs.replace(chapter, reports=rest), spool)
    return msgspec.structs.replace(
        batch,
        poison=[*batch.poison, *(one.report for one in deadly)],
        bare=[*batch.bare, *([(chapter.story, chapter.number)] if is_bare else [])],
    )


def _kills(chapter: Chapter, spool: Path) -> bool:
    task = Task(0, probe, (chapter, spool))
    return alone(task) is DIED and alone(task) is DIED


def _give_up(it_is_time: object, name: str) -> None:
    if it_is_time:
        message = f"{name}: a process died at it again and again, on no record of its own; is there enough memory?"
        raise UnwritableError(message)
