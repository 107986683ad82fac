"""Files that are there whole or not at all, whenever the process ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec
from filelock import FileLock, Timeout

from twosource.errors import UnwritableError

T = TypeVar("T")
HALF = ".half"


@contextmanager
def whole(file: Path) -> Iterator[BinaryIO]:
    """A file to write: it gets its name when all of it is written. Raises UnwritableError where that fails."""
    half = file.with_name(f"{file.name}.{os.getpid()}{HALF}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as stream:
            yield stream
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        message = f"{file}: cannot be written: {error.strerror or error}"
        raise UnwritableError(message) from error


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder for one process alone, until it ends, however it ends. Raises UnwritableError if another has it."""
    lock = FileLock(folder / "lock", blocking=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        message = f"{folder}: another run is at work on these tables; wait for it, or choose another folder"
        raise UnwritableError(message) from error
    except OSError as error:
        message = f"{folder}: cannot be written: {error.strerror or error}"
        raise UnwritableError(message) from error
    try:
        yield
    finally:
        lock.release()


def tidy(folder: Path) -> None:
    """Removes what a process that was killed left half written."""
    for half in folder.rglob(f"*{HALF}"):
        half.unlink(missing_ok=True)


def loaded(file: Path, kind: type[T]) -> T | None:
    """What a file holds, or None if there is none."""
    if not file.exists():
        return None
    decode = msgspec.json.decode if file.suffix == ".json" else msgspec.msgpack.decode
    return decode(file.read_bytes(), type=kind)


def note(trace: Path | None, number: int) -> None:
    """Keeps a number where it is found after the process has died."""
    if trace is not None:
        trace.parent.mkdir(parents=True, exist_ok=True)
        trace.write_text(str(number))


def noted(trace: Path) -> int:
    """The number that was kept, -1 if none was; it is forgotten."""
    number = int(trace.read_text() or -1) if trace.exists() else -1
    trace.unlink(missing_ok=True)
    return number
