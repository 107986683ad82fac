"""Files to reports: their text, its blocks, its language, what is known about it, and the map back to the page."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.errors import UnreadableError
from twosource.readers.files import SUFFIXES, found, load
from twosource.readers.finish import articles_of
from twosource.readers.formats import added, reader_for
from twosource.readers.limits import MAX_BYTES
from twosource.readers.source import Draft, Source
from twosource.text.safety import named
from twosource.types.dossier import Unread
from twosource.types.reading import Reading

__all__ = ["MAX_BYTES", "read", "results"]


def read(paths: Iterable[str | os.PathLike[str]], *, max_bytes: int = MAX_BYTES) -> Reading:
    """The reports in these files and folders, and what could not be read, each with its reason.

    Folders are walked; hidden files are passed over, and so is a dossier that lies among the reports. Text, HTML, JSON
    and JSON lines are told apart by content. A file of more than `max_bytes` is not loaded. No bad document stops the
    reading, and the order of the paths changes nothing but which of two equal paths is kept.
    """
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for item in found(paths, SUFFIXES | added()):
        for result in (item,) if isinstance(item, Unread) else results(item, max_bytes):
            if isinstance(result, Unread):
                unread.append(replace(result, file=named(result.file), reason=named(result.reason)))
            else:
                drafts.append(replace(result, file=named(result.file)))
    return Reading(
        articles=articles_of(drafts), unread=tuple(sorted(unread, key=lambda item: (item.file, item.reason)))
    )


def results(file: str, max_bytes: int = MAX_BYTES) -> Iterator[Draft | Unread]:
    """The reports of one file, and what in it could not be read; whatever goes wrong is a reason, never an error."""
    try:
        source = Source(file=file, data=load(file, max_bytes))
        yield from reader_for(source)(source)
    except UnreadableError as error:
        yield Unread(file=file, reason=str(error))
    except Exception as error:  # noqa: BLE001  # a reader's own fault, a plug-in's too, never stops a run
        yield Unread(file=file, reason=f"the reader gave up: {type(error).__name__}: {error}")
