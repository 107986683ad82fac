"""Which reader a file needs: told by its content; a reader that another package adds is told by the suffix.

A reader is an entry point of the group `twosource.readers`, under the name of its format: the built-in ones are
`plain`, `html`, `json` and `jsonl`. Another package that registers `warc` is given the files that end in `.warc`.
"""

import json
import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast

from twosource.errors import UnreadableError
from twosource.readers.source import Reader, Source

GROUP = "twosource.readers"
BUILT_IN = frozenset({"plain", "html", "json", "jsonl"})

_HEAD = 4096
_COMMENT = re.compile(rb"<!--.*?-->|<\?xml[^>]*>", re.DOTALL)
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    rb"</?(?:p|div|span|a|h[1-6]|article|section|main|ul|li|br|img|table|meta|title)\b[^<>]{0,500}>", re.IGNORECASE
)
_MANY_ELEMENTS = 3


def added() -> frozenset[str]:
    """The suffixes of the readers that other packages have added."""
    return frozenset(f".{name}" for name in entry_points(group=GROUP).names if name not in BUILT_IN)


def reader_for(source: Source) -> Reader:
    """The reader, loaded now; raises UnreadableError if none of that name is installed."""
    name = format_of(source)
    points = sorted(entry_points(group=GROUP, name=name), key=lambda point: point.value)
    if not points:
        message = f"no reader for {name} is installed"
        raise UnreadableError(message)
    return cast("Reader", points[0].load())


def format_of(source: Source) -> str:
    """The name of the format: plain, html, json, jsonl, or that of an added reader."""
    suffix = Path(source.file).suffix.lower()
    if suffix in added():
        return suffix.removeprefix(".")
    head = source.data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()
    if head[:1] in (b"{", b"["):
        return _json_format(source.data, suffix)
    if _MARKUP.match(_COMMENT.sub(b"", head)) or len(_ELEMENT.findall(head)) >= _MANY_ELEMENTS:
        return "html"
    return "html" if suffix in (".html", ".htm", ".xhtml") and b"<" in head else "plain"


def _json_format(data: bytes, suffix: str) -> str:
    """One record a line, or one value; a report that merely begins with a bracket is plain text."""
    lines = [line for line in data.splitlines()[:3] if line.strip()]
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if len(lines) > 1 and all(line.lstrip().startswith(b"{") and _is_json(line) for line in lines[:2]):
        return "jsonl"
    return "json" if suffix == ".json" or _is_json(data) else "plain"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
