"""WARC archives (ISO 28500): each page that was fetched is a report.

The records are cut by FastWARC. It passes over what is broken without a word, so every record's length is checked
here, and after a break the next whole record is looked for: nothing is lost unnamed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from twosource.errors import UnreadableError
from twosource.readers import html, plain
from twosource.readers.dates import stated
from twosource.readers.limits import MAX_BYTES
from twosource.readers.seams import next_record, stump
from twosource.readers.source import Draft, Source
from twosource.types.dossier import Unread
from twosource.types.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

_STEP = 1 << 20
_OK = range(200, 300)
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})
_WITHIN = b"\r\n\r\nWARC/1."
_LONGEST = 200
# What is about other records, and holds no page: it is counted, not listed.
_ABOUT = frozenset({"warcinfo", "request", "metadata"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record that stands at `offset`: a page, or why it is none.

    `passed` is its type if it is about others. `is_broken` says that where it ends is not known.
    """

    offset: int
    key: str = ""
    url: str | None = None
    fetched: str = ""
    kind: str = ""
    data: bytes = b""
    charset: str | None = None
    problem: str | None = None
    passed: str | None = None
    is_broken: bool = False

    @property
    def place(self) -> str:
        """How a person finds it again."""
        return f"record {self.key} at byte {self.offset}" if self.key else f"byte {self.offset}"


def reports(source: Source) -> Iterator[Draft | Unread]:
    """The reports of an archive that was loaded whole."""
    for record in records(BytesIO(source.data)):
        if record.passed is None:
            yield report_of(record, source.file)


def report_of(record: Record, file: str) -> Draft | Unread:
    """The report that a record's page holds, or why it holds none."""
    try:
        if record.problem is not None:
            raise UnreadableError(record.problem)  # noqa: TRY301  # one way out for all that is no report
        source = Source(file=file, data=record.data, charset=record.charset)
        draft = next(plain.reports(source) if record.kind == "text/plain" else html.reports(source))
    except UnreadableError as error:
        return Unread(file=file, reason=f"{record.place}: {error}")
    published = draft.published if draft.published != UNKNOWN else _no_later(record.fetched)
    return replace(draft, url=draft.url or record.url, published=published)


def _no_later(fetched: str) -> Moment:
    """A page that states no day was published no later than it was fetched."""
    day = stated(fetched, "").latest
    return Moment(latest=day, basis="inferred", why="the day on which the page was fetched (WARC-Date)")


def records(stream: BinaryIO, start: int = 0) -> Iterator[Record]:
    """The records from that byte on, whole or not, in their order; a broken one costs no other."""
    archive = _library()
    place: int | None = start
    while place is not None:
        stream.seek(place)
        at, met = place, False
        try:
            for record in archive(stream, parse_http=False):
                at, met = record.stream_pos, True
                made = _record(record)
                yield made
                if made.is_broken:
                    break
            else:
                end = stump(stream, at) if met else None  # FastWARC takes the stump of another record for nothing
                if end is not None:
                    yield Record(offset=end, problem="cut off: what follows is no whole record")
                return
        except OSError as error:
            yield Record(offset=at, problem=f"after this byte the archive is broken: {error}"[:_LONGEST])
        place = next_record(stream, at + 1 if met or at == start else at)


def _library() -> "type[ArchiveIterator]":
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  # optional: only archives need it
    except ImportError as error:
        message = "reading WARC archives needs another package: pip install 'twosource[corpus]'"
        raise UnreadableError(message) from error
    return ArchiveIterator


class _BrokenError(UnreadableError):
    """Where the record ends is not known."""


def _refuse(reason: str, error: type[UnreadableError] = UnreadableError) -> NoReturn:
    raise error(reason[:_LONGEST])


def _record(record: "WarcRecord") -> Record:
    """The record with its page; what is wrong with it stands in `problem`."""
    made = Record(
        offset=record.stream_pos,
        key=(record.record_id or "").strip("<>"),
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>") or None,
        fetched=record.headers.get("WARC-Date") or "",
        kind=str(record.record_type),
    )
    try:
        raw = _whole(record)
        return replace(made, passed=made.kind) if made.kind in _ABOUT else _page(record, raw, made)
    except UnreadableError as error:
        return replace(made, problem=str(error), is_broken=isinstance(error, _BrokenError))


def _whole(record: "WarcRecord") -> bytes:
    """What the record holds, if all of it is there, and nothing else."""
    length = record.headers.get("Content-Length") or ""
    if not length.isascii() or not length.isdecimal():
        _refuse("cut off in its header", _BrokenError)
    raw, there, swallows = _block(record)
    if swallows:
        _refuse("its length is wrong: another record begins within it", _BrokenError)
    if there < int(length):
        _refuse(f"cut off: {there:,} of {int(length):,} bytes are there", _BrokenError)
    if there > MAX_BYTES:
        _refuse(f"too large: {there:,} bytes; at most {MAX_BYTES:,} are read")
    return raw


def _page(record: "WarcRecord", raw: bytes, made: Record) -> Record:
    """The page that a record holds: in the answer of a server, or as such."""
    if made.kind not in ("response", "resource", "conversion"):
        _refuse(f"a record of type {made.kind} holds no page")
    if cut := record.headers.get("WARC-Truncated"):
        _refuse(f"cut off by the crawler ({cut})")
    media, charset, data = (record.headers.get("Content-Type") or "").partition(";")[0].strip(), None, raw
    if made.kind == "response":
        media, charset, data = _answer(record, raw)
    if len(data) > MAX_BYTES:
        _refuse(f"too large: unpacked, more than {MAX_BYTES:,} bytes")
    if media.lower() not in _PAGES:
        _refuse(f"not a page: {media[:80]}")
    if not data.strip():
        _refuse("an empty page")
    return replace(made, kind=media.lower(), data=data, charset=charset)


def _answer(record: "WarcRecord", raw: bytes) -> tuple[str, str | None, bytes]:
    """What a server sent: the type of it, the charset, and the bytes, unpacked."""
    record.set_bytes_content(raw)
    try:
        record.parse_http(auto_decode="all")
        data = record.reader.read(MAX_BYTES + 1)
    except OSError as error:
        _refuse(f"its page cannot be unpacked: {error}")
    status = record.http_headers.status_code if record.http_headers else None
    if status not in _OK:
        _refuse(f"no page was fetched: HTTP {status}")
    return record.http_content_type or "", record.http_charset, data


def _block(record: "WarcRecord") -> tuple[bytes, int, bool]:
    """What the record holds (of a large one, no more than the beginning), its length, whether it runs into another."""
    held, there, seam, swallows = bytearray(), 0, b"", False
    while chunk := record.reader.read(_STEP):
        there += len(chunk)
        swallows = swallows or _WITHIN in seam + chunk
        seam = chunk[-len(_WITHIN) :]
        if len(held) <= MAX_BYTES:
            held += chunk
    return bytes(held), there, swallows
