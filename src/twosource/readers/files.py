"""Paths to files: folders are walked, each file once, in an order that depends on names alone."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from twosource.errors import UnreadableError
from twosource.readers.limits import MAX_BYTES
from twosource.types.dossier import Unread

SUFFIXES = frozenset(
    {".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom"}
    | {".warc", ".warc.gz", ".wacz"}
)
"""What is read when it is met in a folder; a file that is named itself is read whatever its suffix."""
_OWN = frozenset({"dossier.html", "dossier.json", "dossier.md"})
_HEAD = 100


def found(paths: Iterable[str | os.PathLike[str]], suffixes: frozenset[str] = SUFFIXES) -> Iterator[str | Unread]:
    """The files behind these paths, sorted, and what cannot be followed; a file met twice is given once."""
    seen: set[str] = set()
    for path in sorted({os.fspath(path) for path in paths}):
        for item in _under(path, suffixes, frozenset()):
            key = _identity(item) if isinstance(item, str) else item.file
            if key not in seen:
                seen.add(key)
                yield item


def _identity(file: str) -> str:
    return file if "\0" in file else os.path.realpath(file)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it is barred; loading it will say so
        return False


def _under(path: str, suffixes: frozenset[str], above: frozenset[str]) -> Iterator[str | Unread]:
    if not _is_folder(Path(path)):
        yield path
        return
    here = os.path.realpath(path)
    if here in above:  # a link to a folder that it lies in
        return
    try:
        inside = sorted(inner for inner in Path(path).iterdir() if not inner.name.startswith("."))
    except OSError as error:
        yield Unread(file=path, reason=f"this folder cannot be opened: {error.strerror}")
        return
    if not inside:
        yield Unread(file=path, reason="nothing in this folder")
    for inner in inside:
        if inner.name in _OWN and _is_ours(inner.with_name("dossier.json")):
            continue
        if _is_folder(inner):
            yield from _under(str(inner), suffixes, above | {here})
        elif inner.name.lower().endswith(tuple(suffixes)):
            yield str(inner)
        else:
            known = ", ".join(sorted(suffixes))
            yield Unread(file=str(inner), reason=f"not a kind of file that is read from a folder ({known})")


def _is_ours(file: Path) -> bool:
    """Whether it is a dossier that an earlier run has written among the reports."""
    try:
        with file.open("rb") as stream:
            return b'"schema": "twosource.dossier/' in stream.read(_HEAD)
    except OSError:
        return False


def load(file: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file; raises UnreadableError with the reason where it is missing, barred, too large or empty."""
    try:
        about = Path(file).stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device could block for ever
            message = "not a regular file"
            raise UnreadableError(message)
        if about.st_size > limit:
            message = f"too large: {about.st_size:,} bytes; files of at most {limit:,} bytes are read"
            raise UnreadableError(message)
        with Path(file).open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        message = "no such file or folder"
        raise UnreadableError(message) from error
    except OSError as error:
        message = f"cannot be opened: {error.strerror}"
        raise UnreadableError(message) from error
    except ValueError as error:  # a NUL in the path
        message = f"not a path: {error}"
        raise UnreadableError(message) from error
    if not data.strip():
        message = "empty file"
        raise UnreadableError(message)
    return data
