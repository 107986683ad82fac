"""A run: plan, read, group, investigate, reckon up. Each step keeps what is done, and goes on from there."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec

from twosource.corpus.disk import held, loaded, tidy, whole
from twosource.corpus.grouping import Grouping, batches, group
from twosource.corpus.investigating import Batch, Done, investigate_batch
from twosource.corpus.ledger import Found, Ledger, Manifest, reckon
from twosource.corpus.plan import cut, inputs, kind_of, small_files
from twosource.corpus.planned import Plan, check_same, is_under, name_of
from twosource.corpus.pool import DIED, Perform, Task, processes
from twosource.corpus.reading import read_unit
from twosource.corpus.spool import Refused, index_of, sign_at, spool_of
from twosource.corpus.suspects import investigate_in_spite, read_in_spite
from twosource.corpus.unit import Fields, Unit

Engine = Callable[[int], AbstractContextManager[Perform]]
"""What does tasks on so many workers: the process pool (`pool.processes`), or a cluster (`daft.daft`, `daft.ray`)."""
Progress = Callable[[int, int, str], None]


def build(  # noqa: PLR0913  # what a run depends on, most of it by name
    paths: Iterable[str | PathLike[str]],
    out: Path,
    *,
    workers: int = 1,
    fields: Fields | None = None,
    engine: Engine = processes,
    progress: Progress = lambda *_: None,
) -> Ledger:
    """Makes the tables of these inputs in `out`, or goes on where an earlier run of them ended, however it ended.

    The tables and the ledger are the same for any number of workers, and for any engine. Raises UnwritableError where
    `out` holds another run, another process is at work in it, or it cannot be written; what is done is kept then.
    """
    files, unread = inputs(paths)
    files = [file for file in files if not is_under(file, out)]
    name = name_of(files, fields or Fields())
    if (kept := _finished(out, name)) is not None:
        return kept
    refused = [Refused(file=one.file, place="", reason=one.reason) for one in unread if not is_under(one.file, out)]
    with held(out / "work"), engine(workers) as perform:
        tidy(out)
        run = _Run(out, perform, fields or Fields(), progress)
        plan = run.planned(name, files, refused)
        run.read(plan)
        grouping = run.grouped(plan)
        run.investigate(grouping)
        return run.reckoned(plan, grouping)


def _finished(out: Path, name: str) -> Ledger | None:
    """The ledger of this run, if it is over already."""
    manifest = loaded(out / "manifest.json", Manifest)
    if manifest is None:
        return None
    check_same(out, manifest.run, name)
    shutil.rmtree(out / "work", ignore_errors=True)
    return loaded(out / "ledger.json", Ledger)


class _Run:
    """One run in its folder."""

    def __init__(self, out: Path, perform: Perform, fields: Fields, progress: Progress) -> None:
        self.out, self.work, self.spool = out, out / "work", out / "work" / "read"
        self.perform, self.fields, self.progress = perform, fields, progress

    def planned(self, name: str, files: list[str], refused: list[Refused]) -> Plan:
        """The plan, made or found."""
        file = self.work / "plan.msgpack"
        plan = loaded(file, Plan)
        if plan is None:
            cuts = {one: kind_of(one) != "files" for one in files}
            tasks = [Task(number, cut, (one,)) for number, one in enumerate(files) if cuts[one]]
            units = dict(self._done(tasks, "planning"))
            whole_files = small_files(one for one in files if not cuts[one])
            plan = Plan(
                run=name, units=[*whole_files, *(u for _, us in sorted(units.items()) for u in us)], refused=refused
            )
            with whole(file) as stream:
                stream.write(msgspec.msgpack.encode(plan))
        check_same(self.out, plan.run, name)
        return plan

    def _done(self, tasks: list[Task], name: str) -> Iterator[tuple[int, Any]]:
        for step, (task, result) in enumerate(self.perform(tasks)):
            self.progress(step, len(tasks), name)
            if result is DIED:  # a file that cannot even be cut is read as one record, which will be found to be poison
                yield task.number, [Unit(kind=kind_of(task.arguments[0]), files=[task.arguments[0]], count=1)]
            else:
                yield task.number, result

    def read(self, plan: Plan) -> None:
        """Reads the units that are not read yet."""
        tasks = [
            Task(number, read_unit, (unit, self.fields, file))
            for number, unit in enumerate(plan.units)
            if not (file := spool_of(self.spool, number)).exists()
        ]
        for step, (task, result) in enumerate(self.perform(tasks)):
            self.progress(step, len(tasks), "reading")
            if result is DIED:
                read_in_spite(*task.arguments)

    def grouped(self, plan: Plan) -> Grouping:
        """The chapters of the stories, and the copies."""
        reports = [
            msgspec.structs.replace(kept, unit=number)
            for number in range(len(plan.units))
            for kept in index_of(spool_of(self.spool, number)).kept
        ]
        return group(reports, lambda kept: sign_at(self.spool, kept))

    def investigate(self, grouping: Grouping) -> None:
        """Investigates the batches that are not kept yet."""
        tasks = [
            Task(number, investigate_batch, (Batch(number=number, chapters=chapters), self.spool, self.out, marker))
            for number, chapters in enumerate(batches(grouping.chapters))
            if not (marker := self._marker(number)).exists()
        ]
        for step, (task, result) in enumerate(self.perform(tasks)):
            self.progress(step, len(tasks), "investigating")
            if result is DIED:
                investigate_in_spite(*task.arguments)

    def _marker(self, number: int) -> Path:
        return self.work / "found" / f"{number:06}.json"

    def reckoned(self, plan: Plan, grouping: Grouping) -> Ledger:
        """Writes what is written once: copies, quarantine, ledger, and at last the manifest."""
        indexes = [index_of(spool_of(self.spool, number)) for number in range(len(plan.units))]
        marks = (loaded(self._marker(number), Done) for number in range(len(batches(grouping.chapters))))
        ledger = reckon(self.out, plan.run, Found(plan.refused, indexes, grouping, [mark for mark in marks if mark]))
        shutil.rmtree(self.work, ignore_errors=True)
        return ledger
