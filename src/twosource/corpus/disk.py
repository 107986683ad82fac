"""Files that are there whole or not at all, whenever the process ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from twosource.errors import UnwritableError

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


def tidy(folder: Path) -> None:
    """Removes what a process that was killed left half written."""
    for half in folder.rglob(f"*{HALF}"):
        half.unlink(missing_ok=True)
