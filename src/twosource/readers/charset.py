"""Bytes to text, by what the bytes are rather than by what they are called.

The order of evidence: a byte-order mark; UTF-8 that decodes (text in another charset hardly ever does); the charset
that the document declares; Windows-1252. What cannot be decoded becomes U+FFFD, so that its place is seen.
"""

import codecs
import re

from twosource.errors import UnreadableError
from twosource.lexicon import mapping

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes, with plain newlines and without a byte-order mark; raises UnreadableError for binary."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _tidy(data[len(mark) :].decode(charset, errors="replace"))
    if _is_binary(data):
        message = "binary file"
        raise UnreadableError(message)
    return _tidy(_decode(data, mapping("charsets", "labels").get((declared or "").strip().lower())))


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    return b"\0" in data or len(_CONTROLS.findall(head)) > _MOST_CONTROLS * len(head)


def _decode(data: bytes, declared: str | None) -> str:
    if declared and declared.startswith("iso2022"):  # seven-bit, so it would pass for UTF-8
        return data.decode(declared, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= len(_MULTIBYTE.findall(data)) // 10:  # UTF-8 with a flaw, or cut off in a character
        return text
    return data.decode(declared or "cp1252", errors="replace")
