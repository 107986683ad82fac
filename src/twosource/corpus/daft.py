"""The stages on Daft, on this machine or, through Ray, on several that share a file system.

The tasks are those of the pool: values in, one file out. Daft's worth is in where they run. It reports its use over the
network unless it is told not to before it is imported; it is told so here.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from twosource.corpus.investigating import Batch, investigate_batch
from twosource.corpus.pool import Outcomes, Perform, Task, processes
from twosource.corpus.reading import read_unit
from twosource.corpus.unit import Fields, Unit

_SILENT = {
    "DO_NOT_TRACK": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
_READY = 600
"""Seconds that a process may take to begin: on a busy machine it takes longer than Daft thinks."""

Read = tuple[Unit, Fields, str]
Investigated = tuple[Batch, str, str, str]


@contextmanager
def daft(workers: int) -> Iterator[Perform]:
    """As `pool.processes`. What Daft gives up on, the pool does again: it tells which record is to blame."""
    os.environ.update(_SILENT)
    import daft as _  # noqa: F401, PLC0415  # an extra, and only now is it silent: where it is missing, it is said now

    with processes(workers) as pooled:
        yield lambda tasks: _done(tasks, workers, pooled)


@contextmanager
def ray(workers: int) -> Iterator[Perform]:
    """As `daft`, on the Ray cluster that RAY_ADDRESS names, or else on a Ray of this machine, without its dashboard."""
    os.environ.update(_SILENT)
    import ray as started  # noqa: PLC0415  # as above

    if not started.is_initialized():
        about = {"env_vars": _SILENT}
        started.init(include_dashboard=False, log_to_driver=False, logging_level="ERROR", runtime_env=about)
    import daft as frames  # noqa: PLC0415  # as above

    frames.set_runner_ray(noop_if_initialized=True)
    with daft(workers) as perform:
        yield perform


def _done(tasks: list[Task], workers: int, pooled: Perform) -> Outcomes:
    import daft as frames  # noqa: PLC0415  # as above

    texts = {task.number: written(task) for task in tasks}
    if any(text is None for text in texts.values()) or not tasks:
        yield from pooled(tasks)
        return
    perform = frames.cls(use_process=True, max_concurrency=workers)(Performer)()
    frame = frames.from_pydict({"number": list(texts), "task": list(texts.values())}).into_batches(1)
    ended: set[int] = set()
    known = {task.number: task for task in tasks}
    chosen = frame.select(frames.col("number"), perform(frames.col("task")).alias("file"))
    try:
        with frames.execution_config_ctx(maintain_order=False, default_morsel_size=1, actor_udf_ready_timeout=_READY):
            for row in chosen.iter_rows():
                ended.add(row["number"])
                yield known[row["number"]], None
    except frames.exceptions.DaftCoreException:
        pass
    yield from pooled([task for task in tasks if task.number not in ended])


class Performer:
    """Does tasks in a process that Daft started."""

    def __call__(self, text: str) -> str:
        """Does one task; its name is all that goes back."""
        name, _, arguments = text.partition("\n")
        _STAGES[name](arguments)
        return name


def _read(arguments: str) -> None:
    unit, fields, file = msgspec.json.decode(arguments, type=Read)
    read_unit(unit, fields, Path(file))


def _investigate(arguments: str) -> None:
    batch, spool, out, marker = msgspec.json.decode(arguments, type=Investigated)
    investigate_batch(batch, Path(spool), Path(out), Path(marker))


_STAGES: dict[str, Callable[[str], None]] = {"read_unit": _read, "investigate_batch": _investigate}


def written(task: Task) -> str | None:
    """A task as text; None for one that only the pool does."""
    if task.function.__name__ not in _STAGES:
        return None
    plain = [str(part.absolute()) if isinstance(part, Path) else part for part in task.arguments]
    return f"{task.function.__name__}\n{msgspec.json.encode(plain).decode()}"
