"""Blocks of plain text: what is labelled, and what must stay body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.readers.blocks import label

STORY = """Home Business Harbour crane order doubled

Harbour crane order doubled

By Ines Calder

The port of Veldhaven has doubled its order for electric cranes, two people with knowledge of the contract said.

Put your cargo data to work

Compare 400 carriers in one dashboard and cut your quoting time in half.

Request a demo

"We need them by the summer," said port director Marta Oyelaran.
READ MORE: Five ports that ran out of power
She declined to name the maker.

The new quay at dusk
Photo: Tomas Brandt

A slow start

The first crane broke down after nine days, according to the port's log.

Share this article

Correction: An earlier version gave the wrong number of cranes.

© 2031 The Veldhaven Mail. All rights reserved.

Ines Calder covers ports and shipping and is a reporter for the Mail. Follow her on Mastodon.

Leave a reply

Pieter says the old cranes were better anyway.
"""


def labelled(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in label(text, title)]


def test_each_part_of_a_page_saved_as_text_has_its_kind() -> None:
    kinds = [kind for kind, _ in labelled(STORY)]
    assert kinds == [
        "chrome",  # a path of navigation that ends in the headline
        "headline",
        "bio",
        "body",
        *["advert"] * 3,
        "body",
        "chrome",
        "body",
        *["caption"] * 2,
        "subhead",
        "body",
        "chrome",
        "disclosure",
        "legal",
        "bio",
        "chrome",
        "comment",
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Discover Bank said on Monday that it will cut 200 jobs.",
        "Get ready: your next phone may cost more, the ministry warned.",
        "The firm sells a subscription that lets you stream all you want for $10 a month.",
        '"Sign up now and save 20% off," the minister told the crowd.',
        "Photos of the blast were posted on Twitter, sending prices up, the agency said.",
        "The photographer was a reporter for the Mail and covered ports.",
        "Copyright law is to change next year, the minister said.",
        "The dock, the union and the yard likely contributed to the record losses.",
        "Yesterday there were attacks on the yard (as the Mail reported).",
        "Related losses were put at $4 million.",
        "He would not share the report (He shared a picture.)",
        "“So we closed it,”",
    ],
)
def test_a_paragraph_that_reports_stays_body(paragraph: str) -> None:
    text = f"The port has closed.\n\n{paragraph}\n\nIt opens again on Friday."
    assert ("body", paragraph) in labelled(text)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("advert", "ADVERTISEMENT"),
        ("advert", "Save up to 40% off your first order with promo code DOCK40."),
        ("chrome", "Dockers strike again in Veldhaven Read more"),
        ("chrome", "Port inquiry:Minister named in leaked papers"),
        ("chrome", "Sign up for our daily newsletter"),
        ("chrome", "Suscríbete y recibe las últimas noticias en tu correo"),
        ("caption", "Cranes at the new quay in May. (Reuters/Lena Fox)"),
        ("disclosure", "Additional reporting by Sven Aalto"),
        ("disclosure", "This article was drafted with the help of AI and checked by an editor."),
        ("disclosure", "We may earn a commission when you buy through our affiliate links."),
        ("bio", "Lena Fox and Sven Aalto contributed to this report."),
        ("legal", "This material may not be published, broadcast or redistributed."),
    ],
)
def test_what_is_not_reporting_is_labelled(kind: str, line: str) -> None:
    text = f"The port has closed, and it will stay so.\n\n{line}\n\nIt opens again on Friday, the owners said."
    assert (kind, line) in labelled(text)


def test_the_title_that_is_known_is_the_headline() -> None:
    text = "The port is closed. Is it?\n\nIt is, the owners said."
    assert labelled(text, "The port is closed. Is it?")[0][0] == "headline"
    assert labelled(text)[0][0] == "body"


def test_a_text_of_one_line_is_its_own_body() -> None:
    assert labelled("PORT OF VELDHAVEN CLOSED", "PORT OF VELDHAVEN CLOSED") == [("body", "PORT OF VELDHAVEN CLOSED")]


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The port of Veldhaven has doubled its order for electric\n"
        "cranes, two people with knowledge of the contract said on\n"
        "Monday. The maker has not been named, and the port would\n"
        "not say what the new cranes are to cost when they come.\n\n"
        "Work on the quay goes on, the port's director said in a\n"
        "letter to the council, which is to meet on Thursday next.\n"
    )
    assert [kind for kind, _ in labelled(wrapped)] == ["body", "body"]


def test_each_block_has_its_own_language() -> None:
    text = (
        "The port has closed, and it will stay so for the week.\n\nSuscríbete y recibe las últimas noticias del puerto."
    )
    assert [block.language for block in label(text)] == ["en", "es"]


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from([line for line in STORY.split("\n") if line] + ["", "", "Advertisement", "AD"]),
)


@given(st.lists(LINES, max_size=30).map("\n".join), st.none() | st.text(max_size=30))
def test_blocks_tile_the_text_but_for_blanks(text: str, title: str | None) -> None:
    blocks = label(text, title)
    place = 0
    for block in blocks:
        assert place <= block.start < block.end
        assert not text[place : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        place = block.end
    assert not text[place:].strip()
