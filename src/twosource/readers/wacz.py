"""WACZ: web archives in a ZIP file; the pages are those of the WARC files within, `archive/*.warc[.gz]`."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from twosource.errors import UnreadableError
from twosource.readers.source import Draft, Source
from twosource.readers.warc import Record, records, report_of
from twosource.types.dossier import Unread

MAX_UNPACKED = 1_000_000_000
"""An archive within is not unpacked if it is larger."""


def reports(source: Source) -> Iterator[Draft | Unread]:
    """The reports of the archives within, in the order of their names."""
    for record in records_in(BytesIO(source.data)):
        if record.passed is None:
            yield report_of(record, source.file)


def records_in(stream: BinaryIO) -> Iterator[Record]:
    """The records of the archives within; raises UnreadableError where the file is no ZIP, or holds none."""
    try:
        whole = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        message = f"broken ZIP: {error}"
        raise UnreadableError(message) from error
    with whole:
        names = sorted(name for name in whole.namelist() if name.endswith((".warc", ".warc.gz")))
        if not names:
            message = "no WARC file in this WACZ"
            raise UnreadableError(message)
        for name in names:
            yield from _of_member(whole, name)


def _of_member(whole: zipfile.ZipFile, name: str) -> Iterator[Record]:
    if whole.getinfo(name).file_size > MAX_UNPACKED:
        yield Record(offset=0, key=name, problem=f"too large: at most {MAX_UNPACKED:,} bytes are unpacked")
        return
    try:
        data = whole.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        yield Record(offset=0, key=name, problem=f"cannot be unpacked: {error}"[:200])
        return
    yield from records(BytesIO(data))
