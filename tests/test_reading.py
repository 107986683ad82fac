"""Files to articles: what is read, under which id, and what is listed as unread."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.lexicon import mapping, words
from twosource.readers import read
from twosource.readers.charset import decode

TEXT = "The port of Veldhaven has closed, the owners said on Monday."
OTHER = "The port will open again on Friday, the owners said in a letter."


def reasons(*paths: Path) -> dict[str, str]:
    return {Path(item.file).name: item.reason for item in read(paths).unread}


def test_ids_depend_on_the_text_alone(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text(OTHER)
    both = read([tmp_path / "b.txt", tmp_path / "a.txt"]).articles
    assert both == read([tmp_path / "a.txt", tmp_path / "b.txt"]).articles
    assert list(both) == sorted(both, key=lambda article: article.id)
    assert read([tmp_path / "b.txt"]).articles[0] in both


def test_equal_texts_are_two_articles_in_the_order_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    first, second = read([tmp_path]).articles
    assert second.id == f"{first.id}-2"
    assert (Path(first.file or "").name, Path(second.file or "").name) == ("a.txt", "z.txt")


def test_a_file_met_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read([tmp_path, tmp_path / "a.txt", tmp_path]).articles) == 1


def test_plain_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + f"\r\n{TEXT}\r\r\n  {OTHER} \n".encode())
    assert read([tmp_path]).articles[0].text == f"\n{TEXT}\n\n  {OTHER} \n"


def test_json_reports_bring_what_is_known_of_them(tmp_path: Path) -> None:
    record = {
        "url": "https://mail.example/1",
        "outlet": "Veldhaven Mail",
        "published": "2031-05-02T23:10:00-05:00",
        "title": "Port closed",
        "authors": ["Ines Calder"],
        "text": f"Port closed\n\n{TEXT}",
    }
    (tmp_path / "a.json").write_text(json.dumps(record))
    article = read([tmp_path]).articles[0]
    assert (article.url, article.outlet, article.title) == (record["url"], "Veldhaven Mail", "Port closed")
    assert (article.authors, article.text) == (("Ines Calder",), record["text"])
    assert (article.published.timex, article.published.basis) == ("2031-05-02", "stated")
    assert article.blocks[0].kind == "headline"


def test_a_title_beside_the_text_is_its_headline_and_one_within_it_is_not_doubled(tmp_path: Path) -> None:
    title = "Ledbury bridge to close"
    for text, whole in ((TEXT, f"{title}\n\n{TEXT}"), (f"Home\n\n{title}\n\n{TEXT}", f"Home\n\n{title}\n\n{TEXT}")):
        (tmp_path / "a.json").write_text(json.dumps({"text": text, "title": title}))
        article = read([tmp_path]).articles[0]
        assert article.text == whole
        assert [article.text[one.start : one.end] for one in article.blocks if one.kind == "headline"] == [title]


@pytest.mark.parametrize(
    ("published", "timex", "basis"),
    [
        ("2031-05", "2031-05", "stated"),
        ("20310502", "2031-05-02", "stated"),
        ("Fri, 02 May 2031 10:00:00 GMT", "2031-05-02", "stated"),
        ("2031-02-30", None, "unknown"),
        ("last week", None, "unknown"),
    ],
)
def test_dates_are_read_or_left_unknown(tmp_path: Path, published: str, timex: str | None, basis: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "published": published}))
    moment = read([tmp_path]).articles[0].published
    assert (moment.timex, moment.basis) == (timex, basis)


def test_a_broken_line_costs_that_line_only(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{json.dumps({"text": TEXT})}\n{{"text": \n\n{json.dumps({"text": OTHER})}\n')
    reading = read([tmp_path])
    assert len(reading.articles) == 2
    assert [item.reason.split(":")[0] for item in reading.unread] == ["line 2"]


def test_content_decides_what_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(json.dumps([{"text": TEXT}, {"text": OTHER}]))
    (tmp_path / "b.json").write_text("[Editor's mark] is how this begins")
    (tmp_path / "c.txt").write_text("[A bracket] does not make a report JSON, the owners of the port said.")
    assert len(read([tmp_path]).articles) == 3
    assert reasons(tmp_path)["b.json"].startswith("broken JSON")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\n", "empty file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file"),
        ("a.json", b"[" * 100_000, "JSON nested too deeply"),
        ("a.json", b"[]", "an empty list"),
        ("a.json", b'{"title": "x"}', 'no text under the key "text"'),
        ("a.json", b'{"text": "  "}', 'the key "text" is empty'),
        ("a.json", b'[{"text": 1}]', 'record 1: no text under the key "text"'),
        ("a.json", b"[2]", "record 1: not a JSON object"),
        ("a.pdf", b"%PDF-1.4", "not a kind of file that is read from a folder"),
    ],
)
def test_what_gives_no_report_is_listed_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reasons(tmp_path)[name].startswith(reason)


def test_files_that_cannot_be_loaded_are_listed(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "none").mkdir()
    (tmp_path / ".hidden.txt").write_text(TEXT)
    found = reasons(tmp_path, tmp_path / "missing.txt")
    assert found == {
        "large.txt": "too large: 200,000,000 bytes; files of at most 10,000,000 bytes are read",
        "pipe.txt": "not a regular file",
        "none": "nothing in this folder",
        "missing.txt": "no such file or folder",
    }
    assert [item.reason for item in read(["a\0b"]).unread] == ["not a path: embedded null byte"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open anything")
def test_a_file_that_is_barred_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert reasons(tmp_path)["a.txt"].startswith("cannot be opened")


@pytest.mark.parametrize(
    ("text", "language", "skipped"),
    [
        (TEXT, "en", None),
        (
            "El puerto de Veldhaven ha cerrado, dijeron los dueños el lunes en una carta.",
            "es",
            "not read: in Spanish (es)",
        ),
        (
            "Порт закрыт, сообщили в понедельник владельцы порта в письме городскому совету.",
            "ru",
            "not read: in Russian (ru)",
        ),
        ("港口已经关闭,业主星期一在给市议会的信中说。", "zh", "not read: in Chinese (zh)"),
        ("Xkq vrtl zzp", "und", "not read: its language cannot be told"),
        ("Kids these days.", "en", None),
    ],
)
def test_only_english_is_read_for_findings(tmp_path: Path, text: str, language: str, skipped: str | None) -> None:
    (tmp_path / "a.txt").write_text(text)
    article = read([tmp_path]).articles[0]
    assert (article.language, article.skipped, article.text) == (language, skipped, text)


def test_every_language_that_may_be_told_has_a_name() -> None:
    assert set(words("languages", "candidates")) == set(mapping("languages", "names"))


def test_a_text_of_a_book_is_kept_but_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 10_000)
    article = read([tmp_path]).articles[0]
    assert article.skipped is not None
    assert article.skipped.startswith("too long")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Größe” – é".encode(), "“Größe” – é"),
        ("“Größe” – é".encode("cp1252"), "“Größe” – é"),
        ("“Größe” – é".encode("utf-16"), "“Größe” – é"),
        ("a line, then more\n".encode("utf-16-be"), None),
        (b"caf\xc3\xa9 " * 20 + b"cut off in a character \xc3", "café " * 20 + "cut off in a character \ufffd"),
        (b"a\x81b", "a\ufffdb"),
    ],
)
def test_the_charset_is_told_by_the_bytes(tmp_path: Path, data: bytes, text: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    reading = read([tmp_path])
    assert [article.text for article in reading.articles] == ([] if text is None else [text])
    assert [item.reason for item in reading.unread] == (["binary file"] if text is None else [])


def test_a_declared_charset_is_believed_only_where_the_bytes_allow_it() -> None:
    assert decode("Größe".encode(), "iso-8859-1") == "Größe"
    assert decode("Порт".encode("cp1251"), "windows-1251") == "Порт"
    assert decode("港口".encode("gbk"), "GB2312") == "港口"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    name=st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl"]),
)
def test_no_bytes_raise(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read([tmp_path / name])
    assert reading.articles or reading.unread
    for article in reading.articles:
        article.text.encode()


def test_a_file_name_that_is_no_text_is_shown_with_a_sign_for_each_byte(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(odd)).write_text(
        "The mayor of Ledbury said on Monday that the bridge would open.", encoding="utf-8"
    )
    reading = read([tmp_path])
    assert [(article.file or "").endswith("a\ufffd.txt") for article in reading.articles] == [True]


def test_a_line_of_blanks_costs_no_more_than_its_length(tmp_path: Path) -> None:
    text = "The port director said it would cost 4 million. "
    (tmp_path / "blanks.txt").write_text(text + "_" * 200_000 + text, encoding="utf-8")
    assert read([tmp_path]).articles
