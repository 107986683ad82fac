"""Archives: every record is a report, or is named with the reason why not, whatever is broken beside it."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from twosource.readers import read
from twosource.readers.warc import records
from twosource.types.reading import Reading

pytest.importorskip("fastwarc", reason="archives need the extra 'corpus'")

packings = pytest.mark.parametrize("packed", [True, False])

TEXTS = [f"The port of Veldhaven closed pier {n}, the owners said on Monday." for n in range(4)]


def record(number: int, body: bytes, kind: str = "response", *, more: str = "", length: int | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2031-05-02T10:00:00Z\r\n"
    )
    head += f"WARC-Target-URI: https://gazette.example/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
    return (
        f"{head}{more}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body + b"\r\n\r\n"
    )


def answer(text: str, status: str = "200 OK", media: str = "text/html", more: str = "") -> bytes:
    page = f"<html><body><p>{text}</p></body></html>".encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + page


def pages() -> list[bytes]:
    return [record(number, answer(text)) for number, text in enumerate(TEXTS)]


def of(folder: Path, parts: list[bytes], *, packed: bool) -> Reading:
    file = folder / ("a.warc.gz" if packed else "a.warc")
    file.write_bytes(b"".join(gzip.compress(part, mtime=0) if packed else part for part in parts))
    return read([folder])


def texts(found: Reading) -> set[str]:
    return {article.text for article in found.articles}


@packings
def test_each_page_is_a_report(tmp_path: Path, *, packed: bool) -> None:
    about = record(9, b"software: none\r\n", "warcinfo")
    found = of(tmp_path, [about, *pages()], packed=packed)
    assert texts(found) == set(TEXTS)
    assert not found.unread
    article = found.articles[0]
    assert article.url in {f"https://gazette.example/{number}" for number in range(4)}
    assert (str(article.published.latest), article.published.basis) == ("2031-05-02", "inferred")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (record(9, answer("Gone"), length=5000), "another record begins within it"),
        (record(9, answer("Gone", "404 Not Found")), "no page was fetched: HTTP 404"),
        (record(9, answer("x", media="image/png")), "not a page: image/png"),
        (record(9, answer("x"), "revisit"), "a record of type revisit holds no page"),
        (record(9, answer("x"), more="WARC-Truncated: length\r\n"), "cut off by the crawler (length)"),
        (record(9, b"", length=99_999_999), "another record begins within it"),
        (record(9, answer("x", more="Content-Encoding: gzip\r\n")), "its page cannot be unpacked"),
        (record(9, answer("Gone")).replace(b"Content-Length", b"Content-Width"), "cut off in its header"),
        (b"no record at all\r\n\r\n", "the archive is broken"),
    ],
)
@packings
def test_a_broken_record_is_named_and_costs_no_other(
    tmp_path: Path, broken: bytes, reason: str, *, packed: bool
) -> None:
    first, second, *rest = pages()
    found = of(tmp_path, [first, second, broken, *rest], packed=packed)
    lost = set(TEXTS) - texts(found)
    assert any(reason in one.reason for one in found.unread), found.unread
    assert not lost, found.unread


def test_an_archive_cut_anywhere_names_what_is_missing(tmp_path: Path) -> None:
    whole = [gzip.compress(part, mtime=0) for part in pages()]
    ends = {sum(map(len, whole[: number + 1])) for number in range(4)}
    for cut in range(1, sum(map(len, whole)), 7):
        (tmp_path / "a.warc.gz").write_bytes(b"".join(whole)[:cut])
        found = read([tmp_path])
        assert found.unread or len(found.articles) == 1 + sum(end < cut for end in ends), cut
        assert texts(found) <= set(TEXTS), cut


def test_records_can_be_read_from_any_on() -> None:
    parts = [gzip.compress(part, mtime=0) for part in pages()]
    stream = BytesIO(b"".join(parts))
    all_of_them = list(records(stream))
    assert [one.offset for one in all_of_them] == [sum(map(len, parts[:number])) for number in range(4)]
    assert list(records(stream, all_of_them[2].offset)) == all_of_them[2:]


def test_a_wacz_holds_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as whole:
        whole.writestr("archive/data.warc.gz", b"".join(gzip.compress(part) for part in pages()))
        whole.writestr("pages/pages.jsonl", "{}")
    assert texts(read([tmp_path])) == set(TEXTS)
    (tmp_path / "a.wacz").write_bytes((tmp_path / "a.wacz").read_bytes()[:200])
    assert [one.reason[:10] for one in read([tmp_path]).unread] == ["broken ZIP"]


def test_a_large_record_is_named_and_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.readers.warc.MAX_BYTES", 100)
    found = of(tmp_path, pages(), packed=True)
    assert {one.reason.rpartition(": ")[2] for one in found.unread} == {"140 bytes; at most 100 are read"}
