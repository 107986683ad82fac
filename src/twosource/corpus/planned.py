"""What a run is a run of, and how it was cut: kept before anything is read, and held to afterwards."""

from hashlib import sha256
from pathlib import Path

import msgspec

from twosource.corpus.spool import Refused
from twosource.corpus.unit import Fields, Unit
from twosource.errors import UnwritableError
from twosource.version import __version__


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How a run was cut, and of what it is a run."""

    run: str
    units: list[Unit]
    refused: list[Refused]


def is_under(file: str, out: Path) -> bool:
    """Whether a file is of the run itself, and so no input, though it may lie in a folder that is."""
    return "\0" not in file and out.resolve() in (Path(file).resolve(), *Path(file).resolve().parents)


def name_of(files: list[str], fields: Fields) -> str:
    """What the outcome depends on: the program, the fields, the files by name, size and time of change."""
    made = sha256(f"{__version__}\0{sorted(fields.names.items())}\0".encode())
    for file in files:
        about = Path(file).stat() if Path(file).exists() else None
        made.update(f"{file}\0{about and (about.st_size, about.st_mtime_ns)}\0".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def check_same(out: Path, found: str, name: str) -> None:
    """Raises UnwritableError where the folder holds another run than this."""
    if found != name:
        message = f"{out}: holds the tables of other inputs, fields or another version; choose another folder"
        raise UnwritableError(message)
