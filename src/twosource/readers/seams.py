"""Where in an archive a record begins and ends, told from the bytes alone."""

import re
import zlib
from typing import BinaryIO

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"\nWARC/1."
_STEP = 1 << 20
_PEEK = 4096


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is an archive, packed or not."""
    if not head.startswith(_GZIP):
        return head.startswith(b"WARC/")
    return _begins(head[:_PEEK])


def stump(stream: BinaryIO, place: int) -> int | None:
    """Where something follows the last record, which begins at that byte; None if nothing does."""
    if _is_packed(stream):
        end = _end_of_member(stream, place)
    else:
        stream.seek(place)
        head, _, _ = stream.read(_STEP).partition(b"\r\n\r\n")
        length = re.search(rb"\ncontent-length:\s*(\d+)", head, re.IGNORECASE)
        end = place + len(head) + 4 + (int(length[1]) if length else 0)
    stream.seek(end)
    rest = stream.read(_STEP).strip()
    return end if rest else None


def _end_of_member(stream: BinaryIO, place: int) -> int:
    unpacking = zlib.decompressobj(31)
    stream.seek(place)
    while not unpacking.eof and (chunk := stream.read(_PEEK)):
        try:
            unpacking.decompress(chunk)
        except zlib.error:
            break
    return stream.tell() - len(unpacking.unused_data)


def next_record(stream: BinaryIO, place: int) -> int | None:
    """Where the next whole record begins, from this byte on; None if there is none."""
    packed = _is_packed(stream)
    mark = _GZIP if packed else _PLAIN
    stream.seek(place)
    held = b""
    while chunk := stream.read(_STEP):
        held = held[-len(mark) + 1 :] + chunk
        begin = stream.tell() - len(held)
        found = held.find(mark)
        while found >= 0:
            at = begin + found + (0 if packed else 1)
            if not packed or _unpacks(stream, at):
                return at
            found = held.find(mark, found + 1)
        stream.seek(begin + len(held))
    return None


def _is_packed(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(len(_GZIP)) == _GZIP


def _unpacks(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    return _begins(stream.read(_PEEK))


def _begins(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 8).startswith(b"WARC/")
    except zlib.error:
        return False
