"""Which reader a file needs: told by its content; a reader that another package adds is told by the suffix.

A reader is an entry point of the group `twosource.readers`, under the name of its format: the built-in ones are
`plain`, `html`, `json`, `jsonl`, `xml` (feeds, NewsML-G2, NITF), `warc` and `wacz`. Another package that registers
`epub` is given the files that end in `.epub`.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import cast

from twosource.errors import UnreadableError
from twosource.readers import feed, newsml
from twosource.readers.seams import is_archive
from twosource.readers.source import Reader, Source

GROUP = "twosource.readers"
BUILT_IN = frozenset({"plain", "html", "json", "jsonl", "warc", "wacz", "xml"})

_HEAD = 4096
_COMMENT = re.compile(rb"<!--.*?-->|<\?[^>]*>", re.DOTALL)
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    rb"</?(?:p|div|span|a|h[1-6]|article|section|main|ul|li|br|img|table|meta|title)\b[^<>]{0,500}>", re.IGNORECASE
)
_MANY_ELEMENTS = 3
_XML = re.compile(
    rb"\s*(?:<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:\w{1,20}:)?(?:%s)[\s>]"
    % "|".join(sorted(feed.ROOTS | newsml.ROOTS)).encode(),
    re.IGNORECASE,
)


@cache
def _registered() -> Mapping[str, EntryPoint]:
    """The reader of each format, looked up once in a process: that takes longer than reading a short text."""
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value), reverse=True)
    return {point.name: point for point in points}


@cache
def added() -> frozenset[str]:
    """The suffixes of the readers that other packages have added."""
    return frozenset(f".{name}" for name in _registered() if name not in BUILT_IN)


def reader_for(source: Source) -> Reader:
    """The reader, loaded now; raises UnreadableError if none of that name is installed."""
    name = format_of(source)
    point = _registered().get(name)
    if point is None:
        message = f"no reader for {name} is installed"
        raise UnreadableError(message)
    return cast("Reader", point.load())


def format_of(source: Source) -> str:
    """The name of the format: plain, html, json, jsonl, xml, warc, wacz, or that of an added reader."""
    suffix = Path(source.file).suffix.lower()
    if suffix in added():
        return suffix.removeprefix(".")
    head = source.data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()
    if is_archive(source.data) or (head[:2] == b"PK" and suffix == ".wacz"):
        return "wacz" if head[:2] == b"PK" else "warc"
    if head[:1] in (b"{", b"["):
        return _json_format(source.data, suffix)
    return _markup_format(head, suffix)


def _markup_format(head: bytes, suffix: str) -> str:
    bare = _COMMENT.sub(b"", head)
    if _MARKUP.match(bare):
        return "html"
    if _XML.match(bare) or (suffix in (".xml", ".rss", ".atom") and head[:1] == b"<"):
        return "xml"
    is_named_so = suffix in (".html", ".htm", ".xhtml") and b"<" in head
    return "html" if is_named_so or len(_ELEMENT.findall(head)) >= _MANY_ELEMENTS else "plain"


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
