"""Which record, or report, it is that a process dies on: found by halves, and named only when it died there twice."""

from pathlib import Path

import msgspec

from twosource.corpus.grouping import Chapter
from twosource.corpus.investigating import Batch, probe_batch
from twosource.corpus.pool import DIED, Task, alone
from twosource.corpus.reading import probe_unit
from twosource.corpus.unit import Fields, Unit


def poison_of_unit(unit: Unit, fields: Fields) -> list[int]:
    """The records of the unit, counted from its first, on which a process dies."""
    if alone(Task(0, probe_unit, (unit, fields))) is not DIED:
        return []
    if unit.count == 1:
        return [0] if alone(Task(0, probe_unit, (unit, fields))) is DIED else []
    one, two = unit.halves()
    return [*poison_of_unit(one, fields), *(one.count + place for place in poison_of_unit(two, fields))]


def without_poison(batch: Batch, spool: Path) -> Batch:
    """The batch without the reports on which a process dies; without findings where it dies on none of them alone."""
    poison: list[str] = []
    bare: list[tuple[str, int]] = []
    for chapter in _deadly(batch.chapters, spool):
        found = [one for one in chapter.reports if _dies(msgspec.structs.replace(chapter, reports=[one]), spool)]
        poison += [one.report for one in found]
        rest = msgspec.structs.replace(chapter, reports=[one for one in chapter.reports if one not in found])
        if rest.reports and _dies(rest, spool):
            bare.append((chapter.story, chapter.number))
    return msgspec.structs.replace(batch, poison=poison, bare=bare)


def _deadly(chapters: list[Chapter], spool: Path) -> list[Chapter]:
    if alone(Task(0, probe_batch, (Batch(number=0, chapters=chapters), spool))) is not DIED:
        return []
    if len(chapters) == 1:
        return chapters
    half = len(chapters) // 2
    return [*_deadly(chapters[:half], spool), *_deadly(chapters[half:], spool)]


def _dies(chapter: Chapter, spool: Path) -> bool:
    task = Task(0, probe_batch, (Batch(number=0, chapters=[chapter]), spool))
    return alone(task) is DIED and alone(task) is DIED
