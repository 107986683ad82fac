"""Work over the standard process pool, such that the death of a process costs nothing but time.

When a process dies (out of memory, a fault in a library, somebody's `kill -9`), the pool cannot tell at what it was.
So all that was under way is done again, one task at a time: a task on which a process dies alone is handed back.
"""

import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from typing import Any, NamedTuple

_AHEAD = 2
_GARBAGE = (50_000, 20, 20)
"""After how many new objects, and rounds, a worker looks for cycles: findings hold none, but are walked each time."""
DIED = object()
"""The result of a task on which a process died, alone."""


class Task(NamedTuple):
    """A function of a module with its arguments; `number` tells tasks apart."""

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


Outcomes = Iterator[tuple[Task, Any]]
Perform = Callable[[list[Task]], Outcomes]
"""Each task with its result, or DIED, as they are done; what a task raises is raised here."""


@contextmanager
def processes(workers: int) -> Iterator[Perform]:
    """Does tasks on so many processes, each of which lives as long as the run if nothing kills it."""
    kept = _Workers(workers)
    try:
        yield kept.done
    finally:
        kept.pool.shutdown(cancel_futures=True)


class _Workers:
    """A pool, and the one that takes its place when it dies."""

    def __init__(self, workers: int) -> None:
        self.workers, self.pool = workers, _pool(workers)

    def done(self, tasks: list[Task]) -> Outcomes:
        """Each task with its result, or DIED."""
        waiting, running = iter(tasks), dict[Future[Any], Task]()
        while True:
            suspects: list[Task] = []
            while len(running) < _AHEAD * self.workers and not suspects and (task := next(waiting, None)):
                _submit(self.pool, task, running, suspects)
            if not running and not suspects:
                return
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            yield from _results(finished, running, suspects)
            if suspects:
                yield from _results(list(running), running, suspects)
                self.pool.shutdown()
                yield from ((task, alone(task)) for task in suspects)
                self.pool = _pool(self.workers)


def _submit(pool: ProcessPoolExecutor, task: Task, running: dict[Future[Any], Task], suspects: list[Task]) -> None:
    try:
        running[pool.submit(task.function, *task.arguments)] = task
    except BrokenProcessPool:
        suspects.append(task)


def _results(finished: Iterable[Future[Any]], running: dict[Future[Any], Task], suspects: list[Task]) -> Outcomes:
    """The results of these; those that the pool's death cut short become suspects."""
    for future in finished:
        task = running.pop(future)
        try:
            result = future.result()
        except BrokenProcessPool:
            suspects.append(task)
        else:
            yield task, result


def alone(task: Task) -> Any:  # noqa: ANN401  # what the task gives
    """The result of a task in a process of its own, or DIED."""
    with _pool(1) as pool:
        try:
            return pool.submit(task.function, *task.arguments).result()
        except BrokenProcessPool:
            return DIED


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A worker whose driver is killed would wait for work for ever: it ends instead."""
    gc.set_threshold(*_GARBAGE)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait, args=(parent.sentinel,), daemon=True).start()


def _wait(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
