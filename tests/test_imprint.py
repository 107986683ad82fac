"""What a report states about itself in its own lines: outlet, authors, day; and what must not be taken for it."""

from pathlib import Path

import pytest

from twosource.readers import read
from twosource.types.article import Article

BODY = """The ferry to Veldhaven was laid up on Monday, its owners said, because a pump had failed at sea.

They told passengers on 3 March 2029 that a second pump had been ordered from a yard abroad."""


def article(tmp_path: Path, text: str, name: str = "a.txt") -> Article:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read([tmp_path]).articles[0]


def stated(found: Article) -> tuple[str | None, tuple[str, ...], str | None]:
    return found.outlet, found.authors, found.published.timex


@pytest.mark.parametrize(
    ("lines", "outlet", "authors", "day"),
    [
        ("The Moor Courier, Monday 5 March 2029\nBy Ines Calder", "The Moor Courier", ("Ines Calder",), "2029-03-05"),
        ("Coastal Freight Review, 6 March 2029", "Coastal Freight Review", (), "2029-03-06"),
        ("March 6th, 2029 | Moor Courier | By INES CALDER", "Moor Courier", ("INES CALDER",), "2029-03-06"),
        (
            "By Ines Calder and Tomas van Brandt, harbour editor\nPublished: 6 March 2029, 10:15 am",
            None,
            ("Ines Calder", "Tomas van Brandt"),
            "2029-03-06",
        ),
        ("By Ines Calder, Moor Courier\n2029-03-06", "Moor Courier", ("Ines Calder",), "2029-03-06"),
        ("By Courier staff, March 6, 2029", None, (), "2029-03-06"),
        ("First published on 5 March 2029 · Updated 7 March 2029", None, (), "2029-03-05"),
    ],
)
def test_lines_below_the_headline_are_read_and_are_no_body(
    tmp_path: Path, lines: str, outlet: str | None, authors: tuple[str, ...], day: str
) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\n{lines}\n\n{BODY}\n")
    assert stated(found) == (outlet, authors, day)
    assert found.published.basis == "stated"
    assert found.title == "Ferry laid up after pump fails"
    kinds = [block.kind for block in found.blocks]
    assert kinds.count("body") == 2
    assert "subhead" not in kinds


def test_the_imprint_may_stand_at_the_end(tmp_path: Path) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\n{BODY}\n\nThe Moor Courier, Monday 5 March 2029\n")
    assert stated(found) == ("The Moor Courier", (), "2029-03-05")
    assert found.blocks[-1].kind == "chrome"


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("The Ferryman, Monday 5 March 2029", "The Ferryman", "2029-03-05"),
        ("The Old Lamp – 5 March 2029", "The Old Lamp", "2029-03-05"),
        ("THE FERRYMAN | March 5, 2029", "THE FERRYMAN", "2029-03-05"),
        ("The Hague, 5 March 2029", None, None),
        ("The Ferryman", None, None),
        ("The Ferryman sails on 5 March 2029", None, None),
    ],
)
def test_a_paper_of_common_words_is_named_in_the_first_line(
    tmp_path: Path, line: str, outlet: str | None, day: str | None
) -> None:
    found = article(tmp_path, f"{line}\n\nFerry laid up after pump fails\n\n{BODY}")
    assert (found.outlet, found.published.timex) == (outlet, day)
    assert (found.title == "Ferry laid up after pump fails") == (outlet is not None)


@pytest.mark.parametrize(
    ("day", "outlet"), [("5 March 2029", "The Ferryman"), ("6 March 2029", "The Ferryman"), ("8 March 2029", None)]
)
def test_below_the_headline_it_is_named_if_the_report_tells_of_that_weekday(
    tmp_path: Path, day: str, outlet: str | None
) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\nThe Ferryman, {day}\n\n{BODY}")
    assert found.outlet == outlet
    assert (found.published.timex is None) == (outlet is None)


def test_a_weekday_beside_a_full_date_says_the_day_whatever_it_stands_with(tmp_path: Path) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\nPort Veldhaven, Monday 5 March 2029\n\n{BODY}")
    assert stated(found) == (None, (), "2029-03-05")


def test_a_day_of_change_alone_says_that_it_was_no_later(tmp_path: Path) -> None:
    published = article(tmp_path, f"Ferry laid up after pump fails\n\nLast updated: 7 March 2029\n\n{BODY}").published
    assert (published.earliest, str(published.latest)) == (None, "2029-03-07")


@pytest.mark.parametrize(
    ("first", "outlet", "day"),
    [
        ("PORT VELDHAVEN, March 5, 2029 (Moor Wire) - A ferry was laid up.", "Moor Wire", "2029-03-05"),
        ("PORT VELDHAVEN, March 5 (Moor Wire) - A ferry was laid up.", "Moor Wire", None),
        ("LONDON (Reuters) — A ferry was laid up.", "Reuters", None),
        ("VELDHAVEN (Lower Moor) - A ferry was laid up.", None, None),
        ("The ferry (Moor Wire) - A ferry was laid up.", None, None),
    ],
)
def test_datelines(tmp_path: Path, first: str, outlet: str | None, day: str | None) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\n{first}\n\n{BODY}")
    assert (found.outlet, found.published.timex) == (outlet, day)
    assert found.blocks[1].kind == "body"


@pytest.mark.parametrize(
    ("rights", "outlet"),
    [
        ("© 2029 The Moor Times. All rights reserved.", "The Moor Times"),
        ("Copyright 2029 The Moor Times, LLC", "The Moor Times"),
        ("© 2029 Moor Media Holding", None),
        ("Text © Ines Calder", None),
    ],
)
def test_a_line_of_rights_names_the_outlet_if_nothing_else_does(
    tmp_path: Path, rights: str, outlet: str | None
) -> None:
    headed = article(tmp_path, f"Ferry laid up after pump fails\n\nMoor Courier, 6 March 2029\n\n{BODY}\n\n{rights}\n")
    assert headed.outlet == "Moor Courier"
    alone = article(tmp_path, f"Ferry laid up after pump fails\n\n{BODY}\n\n{rights}\n")
    assert (alone.outlet, alone.published.timex) == (outlet, None)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour at Veldhaven, 3 March 2019",
        "Port Veldhaven, 3 March 2019",
        "The Old Ferry, 3 March 2019",
        "The ferry on 3 March 2019. Photo: Ines Calder",
        "Photo: Moor Courier, 3 March 2019",
        "Moor Courier, Friday 3 March 2029",  # it was a Saturday
        "Moor Courier, 30 February 2029",
        "The Moor Courier reported it on 3 March 2029.",
        "By the Numbers",
    ],
)
def test_what_is_no_imprint_states_nothing(tmp_path: Path, line: str) -> None:
    found = article(tmp_path, f"Ferry laid up after pump fails\n\n{line}\n\n{BODY}")
    assert stated(found) == (None, (), None)


def test_two_days_that_contradict_each_other_are_none(tmp_path: Path) -> None:
    found = article(tmp_path, f"Ferry laid up\n\nMoor Courier, 6 March 2029\n\n8 March 2029\n\n{BODY}")
    assert (found.outlet, found.published.timex) == ("Moor Courier", None)


def test_what_the_file_states_goes_before_its_text(tmp_path: Path) -> None:
    record = (
        '{"text": "Ferry laid up\\n\\nMoor Courier, 6 March 2029\\n\\nThe ferry was laid up.", "outlet": "Moor Mail"}'
    )
    found = article(tmp_path, record, "a.json")
    assert (found.outlet, found.published.timex) == ("Moor Mail", "2029-03-06")


PAGE = """<html><head><title>Ferry laid up | Moor Evening</title></head><body>
<div>Moor Evening</div><div>Thursday 8 March 2029</div>
<div><h1>Ferry laid up</h1><p>By Ines Calder, March 6, 2029</p><p>The ferry to Veldhaven was laid up on Monday, its
owners said, because a pump had failed at sea.</p><p>Ines Calder teaches law, and sails.</p></div></body></html>"""


def test_a_page_without_metadata_states_it_below_its_headline(tmp_path: Path) -> None:
    found = article(tmp_path, PAGE, "a.html")
    assert stated(found) == ("Moor Evening", ("Ines Calder",), "2029-03-06")
    assert found.blocks[-1].kind == "bio"


def test_whoever_the_byline_names_is_presented_at_the_end_and_nobody_else(tmp_path: Path) -> None:
    top = f"Ferry laid up after pump fails\n\nBy Ines Calder\n\n{BODY}\n\n"
    bio = article(tmp_path, f"{top}Ines Calder writes about the sea for the Moor Courier.\n")
    assert bio.blocks[-1].kind == "bio"
    news = article(tmp_path, f"{top}Tomas Brandt writes about the sea in his report to the council.\n")
    assert news.blocks[-1].kind == "body"
