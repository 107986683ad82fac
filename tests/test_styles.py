"""What style sheets hide is not said by the page; what they show, or what a reader can open, is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from test_html import STORY, body, draft, parts
from twosource.readers import read
from twosource.readers.styles.media import EVERYWHERE, screens
from twosource.readers.styles.selectors import selectors_of

PLANTED = "The captain had been drinking since the morning, a sailor said on Tuesday."


def is_said(markup: str, css: str, media: str = "") -> bool:
    """Whether the captain is in the body of a page with these paragraphs and this style sheet."""
    page = STORY.format(markup, "").replace("<body>", f"<head><style media='{media}'>{css}</style></head><body>")
    return any("captain" in text for kind, text in parts(page) if kind in {"body", "subhead", "headline"})


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        "#y { color: red; Display : NONE ; }",
        "p.x{visibility:hidden}",
        "main p.x { opacity: 0 }",
        ".article-body > .x{font-size:0}",
        ".x{font-size:.5px!important}",
        ".x{position:absolute;left:-9999px}",
        ".x{left:-1000em;position:fixed}",
        ".x{position:absolute;clip:rect(0,0,0,0)}",
        ".x{position:absolute;clip:rect(1px 1px 1px 1px)}",
        ".x{clip-path:inset(100%)}",
        ".x{text-indent:-9999px}",
        ".x{height:0;overflow:hidden}",
        ".x{width:1px;height:1px;overflow:hidden}",
        ".x{transform:scale(0)}",
        ".x{transform:translateX(-9999px)}",
        "p + p{display:none}",
        "p ~ .x{display:none}",
        "p:nth-child(2){display:none}",
        ".article-body > :nth-of-type(even){display:none}",
        "p:not(.z):is(.x, .w){display:none}",
        "p[data-k^='a']{display:none}",
        "[hidden], .x{display:none}",
        "@media screen{.x{display:none}}",
        "@media screen and (min-width: 1px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "@layer base{.x{display:none}}",
        ".article-body{& .x{display:none}}",
        "main{.x, .w{display:none}}",
        r".\78{display:none}",
        r".x{d\69splay:n\6fne}",
        ".x{/* } */display:/**/none}",
        '.w::after{content:"}"} .x{display:none}',
        "@import 'a.css'; @font-face{font-family:a} .x{display:none",
        "}.x{display:none}",
        ".x{display:block} .x{display:none}",
        "p.x{display:none} .x{display:block}",
    ],
)
def test_what_a_sheet_hides_is_not_said(css: str) -> None:
    assert not is_said(f'<p class="w x" id="y" data-k="ab">{PLANTED}</p>', css)


@pytest.mark.parametrize(
    "css",
    [
        "@media print{.x{display:none}}",
        "@media (max-width: 600px){.x{display:none}}",
        "@media (min-width: 600px){.x{display:none}}",
        ".x{display:none} @media (min-width: 600px){.x{display:block}}",
        "@media (prefers-contrast: more){.x{display:none}}",
        ".x{display:none} .x{display:block}",
        ".x{display:none} p.x{display:block}",
        ".x{display:block!important} #y{display:none}",
        ".x:hover{display:none}",
        ".x::before{display:none}",
        ".js .x{display:none}",
        "p:has(img){display:none}",
        ".x:last-child{display:none}",
        "@keyframes a{.x{display:none}}",
        "@container (width > 400px){.x{display:none}}",
        ".x.z{display:none}",
        "div > p > .x{display:none}",
        ".x{left:-9999px}",
        ".x{position:absolute;left:-120px}",
        ".x{margin-left:-100%}",
        ".x{opacity:.5} .x{font-size:10px}",
        ".x{overflow:hidden;max-height:200px}",
        "/* .x{display:none} */",
        ".x{content:'display:none'}",
        ".x{, display:none}",
        ".x{--display:none}",
        ".x, ..y{display:none}",
        ".article-body{font-size:0} .x{font-size:16px}",
        ".article-body{visibility:hidden} .x{visibility:visible}",
        "main{opacity:0}",
    ],
)
def test_what_a_sheet_shows_somewhere_or_may_show_is_said(css: str) -> None:
    assert is_said(f'<p class="w x" id="y">{PLANTED}</p>', css)


@pytest.mark.parametrize("media", ["print", "speech", "(max-width: 500px)"])
def test_a_sheet_for_paper_or_small_screens_hides_nothing(media: str) -> None:
    assert is_said(f'<p class="x">{PLANTED}</p>', ".x{display:none}", media)


def test_a_sheet_that_stands_in_for_scripts_does_not_hold() -> None:
    assert is_said(f'<noscript><style>.x{{display:none}}</style></noscript><p class="x">{PLANTED}</p>', "")
    assert is_said(f'<template><style>.x{{display:none}}</style></template><p class="x">{PLANTED}</p>', "")
    assert is_said(f'<!-- <style>.x{{display:none}}</style> --><p class="x">{PLANTED}</p>', "")


@pytest.mark.parametrize(
    "style",
    ["font-size:0", "font: 0/0 a", "position:absolute;top:-4000px", "clip-path:circle(0)", "height:0;overflow:hidden"],
)
def test_what_an_own_style_hides_is_not_said(style: str) -> None:
    assert not is_said(f'<p style="{style}">{PLANTED}</p>', "")
    assert body(f'<p>The owners <span style="{style}">do not</span> know of a leak, they said.</p>')[0] == (
        "The owners know of a leak, they said."
    )


def test_an_own_style_counts_before_a_sheet_unless_that_is_important() -> None:
    shown = f'<p class="x" style="display:block">{PLANTED}</p>'
    assert is_said(shown, ".x{display:none}")
    assert not is_said(shown, ".x{display:none!important}")


def test_words_hidden_in_a_sentence_by_their_class_are_kept_beside_it() -> None:
    page = STORY.format("<p>The owners <i class='q'>do not</i> know of a leak, they said on Friday.</p>", "")
    found = parts(page.replace("<body>", "<style>.q{font-size:0}</style><body>"))
    place = found.index(("body", "The owners know of a leak, they said on Friday."))
    assert found[place + 1] == ("chrome", "do not")


def test_a_story_that_fades_in_as_it_is_scrolled_is_read() -> None:
    faded = "".join(
        f"<p class='in'>Of the {n} who waited on the quay, {n - 9} were taken off by the tugs of Orrin, she said.</p>"
        for n in range(20, 29)
    )
    assert is_said(f"{faded}<p class='in'>{PLANTED}</p>", ".in{opacity:0}")
    assert not is_said(f"<p class='in'>{PLANTED}</p>" * 2, ".in{opacity:0}")
    assert not is_said(f"{faded}<p class='in'>{PLANTED}</p>", ".in{display:none}")


REST = f'<div class="rest" id="r"><p>{PLANTED}</p></div>'


@pytest.mark.parametrize(
    "markup",
    [
        f"{REST}<button>Read more</button>",
        f'<span class="b">Continue reading…</span>{REST}',
        f'<a href="#">Show more</a>{REST}',
        f'<button aria-controls="r">+</button>{REST}',
        f'<a data-toggle="collapse" href="#r">The rest</a>{REST}',
    ],
)
def test_the_rest_of_a_story_that_a_reader_can_open_is_said(markup: str) -> None:
    assert is_said(markup, ".rest{display:none}")


@pytest.mark.parametrize(
    "markup",
    [
        REST,
        f'{REST}<a href="/other">Read more</a>',
        f'<button aria-controls="r" class="rest">+</button>{REST}',
        f"<div class='rest'><button>Read more</button><p>{PLANTED}</p></div>",
    ],
)
def test_hidden_words_that_nothing_shown_offers_are_not_said(markup: str) -> None:
    assert not is_said(markup, ".rest{display:none}")


@pytest.mark.parametrize(
    ("query", "surely", "maybe"),
    [
        ("all", EVERYWHERE, EVERYWHERE),
        ("only screen and (max-width: 30em)", 0b001, 0b001),
        ("(width >= 800px), print", 0b110, 0b110),
        ("not all and (min-width: 800px)", 0b001, 0b001),
        ("screen and (hover: none)", 0, EVERYWHERE),
        ("(min-width: 1.2.3px)", 0, EVERYWHERE),
    ],
)
def test_media_are_told_by_screens(query: str, surely: int, maybe: int) -> None:
    assert screens(query) == (surely, maybe)


@pytest.mark.parametrize(
    ("text", "weight"),
    [("#a .b c", (1, 1, 1)), ("a:not(.b, #c)", (1, 0, 1)), ("[x]:nth-child(2n+1)", (0, 2, 0)), ("*", (0, 0, 0))],
)
def test_selectors_weigh_what_the_standard_says(text: str, weight: tuple[int, int, int]) -> None:
    assert [one.weight for one in selectors_of(text)] == [weight]


PIECES = [
    *("{", "}", ";", ":", ",", ".x", "#y", "p", " ", ">", "+", "~", "*", "(", ")", "[", "]", "=", '"', "'", "\\", "&"),
    *("display:none", "font-size:0", "@media screen", "@media (", "@supports", "/*", "*/", ":not(", ":is(", "url("),
    *("!important", ":nth-child(", "2n+1", "<!--", "-->", "\\0 ", "\\ffffff"),
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["C"]), max_size=4), max_size=40).map(
        "".join
    )
)
def test_any_sheet_leaves_the_text_whole(css: str) -> None:
    css = css.replace("<", "")
    made = draft(f"<style>{css}</style><body><p class=x id=y>{PLANTED}</p><p>It was not so.</p>")
    assert PLANTED in made.text
    assert "It was not so." in made.text


@pytest.mark.parametrize(
    "sheet",
    [
        "* " * 200 + "p{display:none}",
        "".join(f".a{n}>*{{display:none}}" for n in range(20_000)),
        "*{display:none}" * 20_000,
        "a{" * 100_000,
        "a,a{" * 100_000,
        ":not(" * 100_000,
        ".x{display:none" + "(" * 300_000,
        "/*" * 150_000,
        '"' * 300_000,
        "p{display:none}" + "\\" * 300_000,
        "url(" * 100_000 + "x{display:none}",
        "@media(" * 50_000 + "{x{display:none}",
        ".a" * 150_000 + "{display:none}",
    ],
)
def test_no_sheet_takes_long(tmp_path: Path, sheet: str) -> None:
    page = f"<html><style>p{{display:none}}{sheet}</style>{'<div class=a1>' * 3_000}<p>The port has closed.</p>"
    (tmp_path / "a.html").write_text(page)
    reading = read([tmp_path])
    assert reading.unread or reading.articles
