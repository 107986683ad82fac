"""Pages to text: what is the story, what the page says of itself, and the map back."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.api import investigate
from twosource.errors import UnreadableError
from twosource.export.html import to_html
from twosource.readers import read
from twosource.readers.html import reports
from twosource.readers.markup import tokens
from twosource.readers.source import Draft, Source

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Port of Veldhaven closed | Veldhaven Mail</title>
<link rel="canonical" href="https://mail.example/port-closed">
<meta property="og:site_name" content="Veldhaven Mail">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Port of Veldhaven closed",
  "datePublished": "2031-05-02T08:00:00+02:00",
  "author": [{"@type": "Person", "name": "Ines Calder"}, {"name": "By Tomas Brandt"}]}]}</script>
<script type="application/ld+json">{broken</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/port">Port</a></ul></nav>
<article><h1>Port of Veldhaven&nbsp;closed</h1>
<div class="byline">By Ines Calder</div>
<figure><img src="q.jpg"><figcaption>The quay at dusk</figcaption></figure>
<div class="article-body">
<p>The port of Veldhaven has closed, the owners said &amp; the union
   confirmed on <b>Monday</b>, after a crane fell into the basin.</p>
<div class="ad-slot">Fly to the sun from 49 euros</div>
<p>&ldquo;We will open again on Friday,&rdquo; said director Marta Oyelaran, who has run the port for nine years.
<p>The union <a href="/x">called it</a> &#x201c;a slow start&#8221; and asked for talks with the owners this week.
<h2>Long queues</h2>
<p>Forty ships wait outside the port, the harbour master said in a statement on Tuesday.<br>They may wait long.</p>
<p><a href="/y">Five ports that ran out of power</a></p>
</div></article>
<aside class="newsletter"><p>Sign up to get the Mail every morning, and never miss a ship again.</p></aside>
<div id="comments"><p>Pieter says the old cranes were better anyway, and that nobody asked him.</p></div>
<footer>&copy; 2031 Veldhaven Mail. All rights reserved.</footer></body></html>"""


def draft(page: str | bytes) -> Draft:
    data = page if isinstance(page, bytes) else page.encode()
    return next(iter(reports(Source(file="a.html", data=data))))


def parts(page: str) -> list[tuple[str, str]]:
    made = draft(page)
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]


def test_the_story_is_told_from_the_rest_of_the_page() -> None:
    found = parts(PAGE)
    assert [kind for kind, _ in found] == [
        *["chrome"] * 2,
        "headline",
        "chrome",
        "caption",
        "body",
        "advert",
        *["body"] * 2,
        "subhead",
        *["body"] * 2,
        *["chrome"] * 2,
        "comment",
        "chrome",
    ]
    assert found[5][1] == (
        "The port of Veldhaven has closed, the owners said & the union confirmed on Monday, "
        "after a crane fell into the basin."
    )


STORY = """<body><main><h1>Ferry late</h1><div class="article-body">
<p>The ferry to Veldhaven was four hours late on Monday, its owners said in a statement on Tuesday morning.</p>{}
<p>Nobody was hurt when it met the sandbank, they said, and the passengers were given tea and blankets.</p>
</div></main>{}</body>"""


POST = '<blockquote class="tweet"><p>We sit on the sand, all ninety of us. <a href="/t">pic</a></p></blockquote>'
WAITED = "".join(
    f"<p>Of the {n} who waited on the quay, {n - 9} were taken off by tugs, she said.</p>" for n in range(20, 29)
)
LINK_POST = '<p>we see you <a href="/t">pic.post.example/AqB7xTz01</a></p>'
TABLE = "<table><tr><td>Ship<td>Late by<tr><td>Anneke<td>4 hours<tr><td>Orrin<td>9</table>"
LINKS = "".join(f'<li><a href="/{n}">Ten ferries that never came back</a> and why?' for n in range(3))
LINKED = '<p><a href="/1">The owners, who bought the ferry only in spring, have promised a second ship by May.</a></p>'
COOKIES = "<p>We use cookies to count who reads this page, how often they come back, and what they may wish to buy.</p>"
TEASER = '<div class="card"><h3><a href="/z">Shut</a></h3><p>The bridge at Orrin is shut for a week, we hear.</p></div>'


@pytest.mark.parametrize(
    ("within", "beside", "words", "kind"),
    [
        (f'<div class="social-embed">{POST}</div>', "", "We sit on the sand", "body"),
        (TABLE, "", "9", "body"),
        (f"<ul>{LINKS}</ul>", "", "Ten ferries", "chrome"),
        (LINKED, "", "The owners, who", "body"),
        ("", f'<div class="modal"><div class="modal-body">{COOKIES}</div></div>', "We use cookies", "chrome"),
        (WAITED, f'<div class="modal"><div class="modal-content">{COOKIES * 12}</div></div>', "We use", "chrome"),
        ("", f'<div class="grid">{TEASER * 3}</div>', "The bridge", "chrome"),
        (f"<blockquote>{LINK_POST}</blockquote>", "", "we see you", "body"),
        ("<center>Advert</center>", "", "Advert", "advert"),
        ("<p>Follow the Veldhaven Mail opinion section on Facebook.</p>", "", "Follow the", "chrome"),
        ("<p>Follow the money, the mayor of Orrin wrote on Facebook.</p>", "", "Follow the", "body"),
        ("<p>Have a tip? Ines Calder may be reached at ines@mail.example.</p>", "", "Have a tip", "chrome"),
    ],
    ids=[
        *["post", "table", "links", "linked sentence", "overlay", "longer overlay", "teasers", "linked post"],
        *["label", "call to follow", "no call to follow", "call for tips"],
    ],
)
def test_what_stands_in_and_around_a_story(within: str, beside: str, words: str, kind: str) -> None:
    found = parts(STORY.format(within, beside))
    assert {told for told, text in found if text.startswith(words)} == {kind}
    assert [told for told, text in found if text.startswith("The ferry to Veldhaven was")] == ["body"]


def test_articles_beside_the_longest_are_other_stories() -> None:
    other = "<article><h2>{}</h2><p>The mayor of Orrin has bought a horse, which she calls Tuesday.</p></article>"
    for head, kind in (('<a href="/h">A horse</a>', "chrome"), ("11:40 A horse", "body")):
        found = parts(STORY.replace("main>", "article>").format("", other.format(head) * 2))
        assert [told for told, text in found if "horse, which" in text] == [kind, kind]


@pytest.mark.parametrize("styled", ["print:mb-2", "overflow-hidden", "md:hidden", "hidden-xs", "is-hidden-mobile"])
def test_classes_that_only_style_take_nothing_away(styled: str) -> None:
    found = parts(
        STORY.format(f'<p class="{styled}">The union denied on Tuesday that it had been warned of it.</p>', "")
    )
    assert [told for told, text in found if text.startswith("The union denied")] == ["body"]


@pytest.mark.parametrize(
    "card",
    [
        '<span class="tooltip-box"><a href="/p">Ida Crane</a> Mayor since 2029</span>',
        '<span style="display: none">Ida Crane Mayor since 2029</span>',
        '<span class="sr-only">Ida Crane Mayor since 2029</span>',
        "<span hidden>Ida Crane Mayor since 2029</span>",
    ],
)
def test_what_is_not_shown_in_a_sentence_is_kept_beside_it(card: str) -> None:
    found = parts(
        STORY.format(f"<p>Mayor <a href='/p'>Crane</a>{card} said that the ferry was safe, and sailed.</p>", "")
    )
    place = found.index(("body", "Mayor Crane said that the ferry was safe, and sailed."))
    assert found[place + 1] == ("chrome", "Ida Crane Mayor since 2029")


def body(markup: str) -> list[str]:
    """The body that these paragraphs of a story give."""
    return [text for kind, text in parts(STORY.format(markup, "")) if kind in ("body", "subhead")][1:]


@pytest.mark.parametrize("name", ["del", "s", "strike"])
def test_what_is_struck_out_is_not_said(name: str) -> None:
    assert body(f"<p>At least <{name}>12</{name}> <ins>14</ins> sailors were hurt, the owners said.</p>")[:1] == [
        "At least 14 sailors were hurt, the owners said."
    ]
    taken = f"<{name}><p>The captain of the ferry has left her post, the owners said on Tuesday.</p></{name}>"
    assert not any("captain" in text for text in body(taken))


@pytest.mark.parametrize(
    "style",
    ["visibility:hidden", "Visibility: hidden!important", "color:red;opacity: 0", "opacity:.0", "display:none"],
)
def test_what_a_style_hides_is_not_said(style: str) -> None:
    hidden = f'<p style="{style}">The captain had been drinking since the morning, a sailor said on Tuesday.</p>'
    assert not any("captain" in text for text in body(hidden))
    span = f'<p>The owners <span style="{style}">do not</span> know of a leak, they said.</p>'
    assert "The owners know of a leak, they said." in body(span)


@pytest.mark.parametrize("style", ["opacity:0.5", "visibility:visible", "display:block", "--x:display-none"])
def test_what_a_style_shows_is_said(style: str) -> None:
    shown = f'<p style="{style}">The captain had been on leave since the morning, a sailor said on Tuesday.</p>'
    assert any("captain" in text for text in body(shown))


@pytest.mark.parametrize("how", ["hidden", 'style="visibility:hidden"', 'style="display:none"'])
def test_what_is_hidden_never_wins_over_the_story(how: str) -> None:
    long = "The harbour master resigned on Sunday, and nobody will say why, two clerks told the paper. " * 40
    made = parts(STORY.format("", f"<p {how}>{long}</p><div {how}><p>{long}</p></div>"))
    assert any(kind == "body" and text.startswith("The ferry to Veldhaven was") for kind, text in made)
    assert not any(kind == "body" and "resigned" in text for kind, text in made)


def test_a_frame_that_hides_the_story_until_a_script_shows_it_is_read() -> None:
    made = parts(STORY.format("", "").replace("<main", '<main style="opacity:0"', 1))
    assert any(kind == "body" and text.startswith("The ferry to Veldhaven was") for kind, text in made)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("At least 12<sup>3</sup> sailors", "At least 12³ sailors"),
        ('At least 12<sup><a href="#n3">3</a></sup> sailors', "At least 12 sailors"),
        ('At least 12<sup class="footnote-ref">3</sup> sailors', "At least 12 sailors"),
        ("The sailors<sup>3</sup> of it", "The sailors of it"),
        ("The sailors<sup>[3]</sup> of it", "The sailors of it"),
        ("Some 10<sup>9</sup> grains", "Some 10⁹ grains"),
        ("Some 10<sup>-9</sup> grams", "Some 10⁻⁹ grams"),
        ("Some 40 m<sup>2</sup> of deck", "Some 40 m² of deck"),
        ("On the 1<sup>st</sup> deck", "On the 1st deck"),
        ("On the 1<sup>st deck", "On the 1st deck"),
    ],
)
def test_raised_marks_of_notes_leave_the_sentence_and_powers_stay(markup: str, text: str) -> None:
    ended = f"<p>{markup} were seen by the crew of the tug, the owners said.</p>"
    assert body(ended)[0] == f"{text} were seen by the crew of the tug, the owners said."


def test_a_point_that_is_one_link_stays_among_points_that_are_none() -> None:
    points = '<ul><li>The ferry is to sail again on 3 May.</li><li><a href="/o">The owners deny a leak.</a></li></ul>'
    assert "The owners deny a leak." in body(points)


def test_a_dossier_is_no_report_whatever_it_is_called(tmp_path: Path) -> None:
    made = to_html(investigate(read([Path(__file__).parents[1] / "examples" / "pear-frost"]).articles[:2]))
    (tmp_path / "saved.html").write_text(made, encoding="utf-8")
    found = read([tmp_path])
    assert not found.articles
    assert [one.reason for one in found.unread] == ["a dossier that this program wrote, not a report"]


def test_a_page_says_what_it_is() -> None:
    made = draft(PAGE)
    assert (made.title, made.outlet, made.url) == (
        "Port of Veldhaven closed",
        "Veldhaven Mail",
        "https://mail.example/port-closed",
    )
    assert made.authors == ("Ines Calder", "Tomas Brandt")
    assert (made.published.timex, made.published.why) == ("2031-05-02", "datePublished in the page's JSON-LD")


@pytest.mark.parametrize(
    ("head", "timex"),
    [
        ('<meta property="article:published_time" content="2031-05-02">', "2031-05-02"),
        ('<time datetime="2031-05-02T10:00">today</time>', "2031-05-02"),
        ('<time datetime="2031-05-02"></time><time datetime="2031-05-03"></time>', None),
        ('<script type="application/ld+json">[[[[{"@type":"Article","datePublished":7}]]]]</script>', None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", None),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2031-05-02">', "2031-05-02"),
    ],
)
def test_dates_come_from_what_can_be_read(head: str, timex: str | None) -> None:
    assert draft(f"<html>{head}<p>The port has closed.</p>").published.timex == timex


def test_a_copied_run_re_reads_from_the_page() -> None:
    made = draft(PAGE)
    for run in made.runs:
        if run.end - run.start == run.source_end - run.source_start:
            assert made.text[run.start : run.end] == PAGE[run.source_start : run.source_end]
    place = made.text.index("“We will open")
    run = next(run for run in made.runs if run.start <= place < run.end)
    assert PAGE[run.source_start : run.source_end] == "&ldquo;"


MARKUP = [
    *(
        "<p>",
        "</p>",
        "<div class='ad'>",
        "</div>",
        "<b>",
        "</b>",
        "<br>",
        "<li>",
        "<ul>",
        "</ul>",
        "<table><td>",
        "<h1>",
    ),
    *("<a href='x'>", "</a>", "&amp;", "&lt", "&#65;", "&nope;", "&", "<", ">", "<!--", "-->", "<!-->", "<script>"),
    *("</script>", "<title>", "</title>", "<p/", "<a b='", '"', "=", "<?x", "?>", "</", "</>", "<body>", "<svg>", " "),
]
FRAGMENT = st.text(max_size=12) | st.sampled_from(MARKUP)


@settings(deadline=None)
@given(st.lists(FRAGMENT, max_size=40).map("".join))
def test_any_page_is_mapped_exactly(page: str) -> None:
    page = page.encode(errors="replace").decode().replace("\r", "\n").replace("\0", "")
    try:
        made = draft(page.removeprefix("\ufeff"))
    except UnreadableError:
        return
    source = page.removeprefix("\ufeff")
    last = last_source = 0
    for run in made.runs:
        assert last <= run.start < run.end
        assert last_source <= run.source_start < run.source_end
        piece = source[run.source_start : run.source_end]
        copied = run.end - run.start == run.source_end - run.source_start
        assert made.text[run.start : run.end] == piece if copied else piece.isspace() or html.unescape(piece) != piece
        last, last_source = run.end, run.source_end
    place = 0
    for block in made.blocks:
        assert place <= block.start < block.end
        assert not made.text[place : block.start].strip()
        place = block.end


@given(st.lists(FRAGMENT, max_size=40).map("".join))
def test_tokens_never_overlap_and_stay_in_the_page(page: str) -> None:
    place = 0
    for token in tokens(page):
        assert place <= token.start <= token.end <= len(page)
        place = token.end


def test_depth_loses_nothing() -> None:
    deep = "<div>" * 5000 + "<p>The port of Veldhaven has closed, the owners said on Monday.</p>" + "</div>" * 5000
    assert ("body", "The port of Veldhaven has closed, the owners said on Monday.") in parts(f"<html>{deep}")


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>The port has closed, and it will stay so for a week.<p class='x",
        "<html><p>The port has closed, and it will stay so for a week.<!-- never closed <p>x",
        "<html><title>Port<p>The port has closed, and it will stay so for a week.",
        '<html><p><a href="never closed>The</a> port has closed, and it will stay so for a week.',
    ],
)
def test_a_page_that_is_cut_off_keeps_what_it_has(page: str) -> None:
    assert "port has closed, and it will stay so for a week." in draft(page).text


def test_the_charset_that_a_page_declares_is_used_where_it_fits() -> None:
    assert "Größe" in draft("<html><meta charset=iso-8859-1><p>Größe".encode("latin-1")).text
    assert "Größe" in draft("<html><meta charset=iso-8859-1><p>Größe".encode()).text
    assert (
        "Порт" in draft("<html><meta http-equiv=x content='text/html; charset=windows-1251'>Порт".encode("cp1251")).text
    )


@pytest.mark.parametrize(
    "unit", ["<!--", "<a ", "<", "&", "&amp;", "<div>", "<script>", "<title>", '<a b="', "</b>", "<p>x"]
)
def test_no_page_takes_long(tmp_path: Path, unit: str) -> None:
    (tmp_path / "a.html").write_text("<html>" + unit * (500_000 // len(unit)))
    reading = read([tmp_path])
    assert reading.unread or reading.articles[0].skipped


def test_a_page_without_text_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><img src=x><script>var a = 1</script>")
    assert [item.reason for item in read([tmp_path]).unread] == ["no text in this page"]
