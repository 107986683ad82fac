"""A run: plan, read, group, investigate, reckon up. Each step keeps what is done, and goes on from there."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from twosource.corpus.disk import held, tidy, whole
from twosource.corpus.grouping import Grouping, batches, group
from twosource.corpus.investigating import Batch, Done, investigate_batch
from twosource.corpus.ledger import Found, Ledger, Manifest, reckon
from twosource.corpus.plan import cut, inputs, kind_of, small_files
from twosource.corpus.pool import DIED, Task, done
from twosource.corpus.reading import read_unit
from twosource.corpus.spool import Refused, index_of, sign_at, spool_of
from twosource.corpus.suspects import investigate_in_spite, read_in_spite
from twosource.corpus.unit import Fields, Unit
from twosource.errors import UnwritableError
from twosource.version import __version__

T = TypeVar("T")
Outcomes = Iterator[tuple[Task, Any]]
Engine = Callable[[list[Task], int], Outcomes]
"""What does tasks: the process pool (`pool.done`), or a cluster (`daft.done`)."""
Progress = Callable[[int, int, str], None]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How a run was cut, and of what it is a run."""

    run: str
    units: list[Unit]
    refused: list[Refused]


def build(  # noqa: PLR0913  # what a run depends on, most of it by name
    paths: Iterable[str | PathLike[str]],
    out: Path,
    *,
    workers: int = 1,
    fields: Fields | None = None,
    engine: Engine = done,
    progress: Progress = lambda *_: None,
) -> Ledger:
    """Makes the tables of these inputs in `out`, or goes on where an earlier run of them ended, however it ended.

    The tables and the ledger are the same for any number of workers, and for any engine. Raises UnwritableError where
    `out` holds another run, another process is at work in it, or it cannot be written; what is done is kept then.
    """
    run = _Run(out, lambda tasks: engine(tasks, workers), fields or Fields(), progress)
    files, unread = inputs(paths)
    files = [file for file in files if not _is_under(file, out)]
    name = _name(files, run.fields)
    if (kept := run.finished(name)) is not None:
        return kept
    refused = [Refused(file=one.file, place="", reason=one.reason) for one in unread if not _is_under(one.file, out)]
    with held(run.work):
        tidy(out)
        plan = run.planned(name, files, refused)
        run.read(plan)
        grouping = run.grouped(plan)
        run.investigate(grouping)
        return run.reckoned(plan, grouping)


def _is_under(file: str, out: Path) -> bool:
    """Whether a file is of the run itself, and so no input, though it may lie in a folder that is."""
    return "\0" not in file and out.resolve() in (Path(file).resolve(), *Path(file).resolve().parents)


def _name(files: list[str], fields: Fields) -> str:
    """What the outcome depends on: the program, the fields, the files by name, size and time of change."""
    made = sha256(f"{__version__}\0{sorted(fields.names.items())}\0".encode())
    for file in files:
        about = Path(file).stat() if Path(file).exists() else None
        made.update(f"{file}\0{about and (about.st_size, about.st_mtime_ns)}\0".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


class _Run:
    """One run in its folder."""

    def __init__(self, out: Path, engine: Callable[[list[Task]], Outcomes], fields: Fields, progress: Progress) -> None:
        self.out, self.work, self.spool = out, out / "work", out / "work" / "read"
        self.engine, self.fields, self.progress = engine, fields, progress

    def finished(self, name: str) -> Ledger | None:
        """The ledger of this run, if it is over already."""
        manifest = _loaded(self.out / "manifest.json", Manifest)
        if manifest is None:
            return None
        self._same(manifest.run, name)
        shutil.rmtree(self.work, ignore_errors=True)
        return _loaded(self.out / "ledger.json", Ledger)

    def _same(self, found: str, name: str) -> None:
        if found != name:
            message = f"{self.out}: holds the tables of other inputs, fields or another version; choose another folder"
            raise UnwritableError(message)

    def planned(self, name: str, files: list[str], refused: list[Refused]) -> Plan:
        """The plan, made or found."""
        file = self.work / "plan.msgpack"
        plan = _loaded(file, Plan)
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
        self._same(plan.run, name)
        return plan

    def _done(self, tasks: list[Task], name: str) -> Iterator[tuple[int, Any]]:
        for step, (task, result) in enumerate(self.engine(tasks)):
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
        for step, (task, result) in enumerate(self.engine(tasks)):
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
        for step, (task, result) in enumerate(self.engine(tasks)):
            self.progress(step, len(tasks), "investigating")
            if result is DIED:
                investigate_in_spite(*task.arguments)

    def _marker(self, number: int) -> Path:
        return self.work / "found" / f"{number:06}.json"

    def reckoned(self, plan: Plan, grouping: Grouping) -> Ledger:
        """Writes what is written once: copies, quarantine, ledger, and at last the manifest."""
        indexes = [index_of(spool_of(self.spool, number)) for number in range(len(plan.units))]
        marks = (_loaded(self._marker(number), Done) for number in range(len(batches(grouping.chapters))))
        ledger = reckon(self.out, plan.run, Found(plan.refused, indexes, grouping, [mark for mark in marks if mark]))
        shutil.rmtree(self.work, ignore_errors=True)
        return ledger


def _loaded(file: Path, kind: type[T]) -> T | None:
    """What a file holds, or None if there is none."""
    if not file.exists():
        return None
    decode = msgspec.json.decode if file.suffix == ".json" else msgspec.msgpack.decode
    return decode(file.read_bytes(), type=kind)
