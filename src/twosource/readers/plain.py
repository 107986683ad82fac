"""Plain text: the file's text is the report's text, unchanged but for newlines."""

from collections.abc import Iterator

from twosource.readers.charset import decode
from twosource.readers.source import Draft, Source


def reports(source: Source) -> Iterator[Draft]:
    """One report a file; what it is about itself (headline, captions, notices) is told by the labels of its blocks."""
    yield Draft(file=source.file, text=decode(source.data, source.charset))
