"""The sections and the views made from them: the same lines in the same order, and only text from reports."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import structs

from sample_document import crowd, sample, when
from test_page import PAYLOADS, harmless
from twosource.export import markdown
from twosource.export.dates import MONTHS, days
from twosource.export.document import BlockRecord, SideRecord, StatementRecord, Words
from twosource.export.html.graph import WIDTH, Graph, graph
from twosource.export.html.letters import broken, width
from twosource.export.html.shown import language, shown, web_address
from twosource.export.naming import UNSOURCED, label, outlets, sourced
from twosource.export.ranking import ranked
from twosource.export.sections import SECTIONS
from twosource.export.sections.appearance import bins, undated
from twosource.export.sections.claims import cells, origins_in_brief
from twosource.export.sections.line import Line, Name, Quoted, Section
from twosource.export.sections.lookup import Lookup
from twosource.export.sections.origins import Origins
from twosource.export.sections.quotations import tokens, versions
from twosource.export.sections.voices import Voices
from twosource.export.ways import said_in, ways

WEEKS = ["26 May 2031", *(f"{day} Jun 2031" for day in range(2, 31, 7)), "7 Jul 2031", "14 Jul 2031"]
WEB = Path(__file__).parents[1] / "web"


def every(lines: list[Line]) -> list[Line]:
    return [one for line in lines for one in (line, *every(list(line.children)))]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_section_says_what_it_is_and_shows_only_words_that_stand_there(section: Section) -> None:
    texts = {article.id: article.text for article in sample().articles}
    lines = every(section.lines(sample()))
    assert lines
    assert all([section.title, section.shows, section.how_to_read, section.cannot_see, section.empty])
    for span in [span for line in lines for span in line.evidence]:
        assert texts[span.article][span.start : span.end] == span.exact


def test_only_the_reports_that_name_a_relay_are_said_to_go_through_it() -> None:
    document = sample()
    claim = document.claims[0]
    origin = claim.origins[0]
    alone, relaying = origin.articles
    assert ways(said_in(document), claim, origin) == {alone: (), relaying: tuple(origin.via)}
    line = Origins().claim(Lookup(document), claim).children[0]
    assert any("1 of them through" in part for part in line.parts if isinstance(part, str))
    silent = structs.replace(claim, statements=[one for one in claim.statements if one.span.article == relaying])
    assert set(ways(said_in(document), silent, origin).values()) == {tuple(origin.via)}


def test_every_report_behind_a_claim_is_at_one_of_its_origins_or_said_to_be_unclear() -> None:
    document = sample()
    look = Lookup(document)
    claim, origins = look.document.claims[0], Origins()
    assert not [line for line in origins.claim(look, claim).children if line.tag == "unclear"]
    first = structs.replace(claim.origins[0], articles=claim.origins[0].articles[:1])
    lines = origins.claim(look, structs.replace(claim, origins=[first])).children
    lost = {one.span.article for one in claim.carried()} - set(first.articles)
    assert lost
    assert [{span.article for span in line.evidence} for line in lines if line.tag == "unclear"] == [lost]


def test_a_document_without_findings_still_says_so_everywhere() -> None:
    empty = sample()
    none: dict[str, object] = {name: [] for name in empty.__struct_fields__ if isinstance(getattr(empty, name), list)}
    fields = {name: getattr(empty, name) for name in empty.__struct_fields__} | none
    text = markdown.render(type(empty)(**fields))
    assert all(section.empty in text for section in SECTIONS if section.key != "glance")


def test_markdown_has_the_sections_in_their_order_and_all_their_lines() -> None:
    text = markdown.render(sample())
    places = [text.index(f"## {section.title}") for section in SECTIONS]
    assert places == sorted(places)
    parsed = "".join(token.content for token in MarkdownIt().parse(text) if token.type == "inline")
    plain = re.sub(r"\\(.)", r"\1", parsed)
    for line in every([line for section in SECTIONS for line in section.lines(sample())]):
        assert line.text.strip() in plain


def skeleton(found: list[Token]) -> list[str]:
    return [one for token in found for one in (token.type, *skeleton(token.children or [])) if one != "text_special"]


@pytest.mark.parametrize("name", PAYLOADS)
def test_text_of_reports_is_no_markup_in_markdown(name: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True})
    for poison in (PAYLOADS[name], "\n\n# title\n\n- item\n\n---\n\n> quote ![x](y) [a](b) <u> `c` **d**"):
        kinds = skeleton(parser.parse(markdown.render(sample(poison))))
        assert set(kinds) <= set(skeleton(parser.parse(markdown.render(sample()))))
        assert [k for k in kinds if k != "text"] == [
            k for k in skeleton(parser.parse(markdown.render(sample(harmless(poison))))) if k != "text"
        ]


def test_a_line_cannot_start_a_list_or_a_heading() -> None:
    assert markdown.escaped("1. of May") == "1\\. of May"
    assert markdown.escaped("# a") == "\\# a"
    assert markdown.escaped("- a") == "\\- a"
    assert markdown.escaped("a - b, 3.5 #4") == "a - b, 3.5 #4"


def test_words_that_differ_are_marked_and_the_rest_is_not() -> None:
    look = Lookup(sample())
    base, other = versions(look, sample().quotes[0])
    assert base.is_base
    own = [piece.words.exact.strip() for part in other.parts for piece in part if not piece.same]
    assert own == ["We’ll", "day and"]
    for version in (base, other):
        shown_words = "".join(piece.words.exact for part in version.parts for piece in part)
        assert shown_words == "".join(span.exact for span in version.records[0].content)


def test_punctuation_at_the_edge_is_no_part_of_a_word() -> None:
    words = Words(article="a", start=0, end=22, exact="“Never,” he said — no…")
    assert [token for _, token in tokens(words)] == ["Never", "he", "said", "—", "no"]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2019-01-01", "2019-12-31", "2019"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-02-01", "2024-02-01", "1 Feb 2024"),
        ("2024-02-03", "2024-02-09", "3 – 9 Feb 2024"),
        ("2024-02-03", "2024-05-09", "3 Feb – 9 May 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2018-01-01", "2020-12-31", "2018 – 2020"),
    ],
)
def test_an_interval_says_what_its_ends_share_once(first: str, last: str, text: str) -> None:
    assert days(first, last) == text


def sketch() -> Graph:
    return graph(Lookup(sample()), sample().claims[0])


def test_the_drawing_leads_from_the_origin_through_the_relay_to_the_reports() -> None:
    made = sketch()
    assert [(node.name, node.kind) for node in made.nodes if node.column < 2] == [
        ("three people close to the line", "anonymous"),
        ("Harbour Gazette", "relay"),
    ]
    assert {node.kind for node in made.nodes if node.column == 2} == {"attributes"}
    assert len(made.edges) == 5
    assert all(node.x >= 0 and node.x + node.width <= WIDTH for node in made.nodes)


def test_nodes_of_a_column_do_not_overlap() -> None:
    for column in range(3):
        nodes = sorted(node.y for node in sketch().nodes if node.column == column)
        assert all(high - low >= 36 for low, high in pairwise(nodes))


def test_a_label_is_broken_at_a_blank_and_cut_at_the_end() -> None:
    assert broken("short", 70) == ("short",)
    assert broken("a name of three words", 70) == ("a name of", "three wo…")
    assert broken("Rindfleischetikettierung", 70) == ("Rindfleisch", "etikettier…")
    assert all(width(row) <= width("MMMM") for row in broken("MMMMMMMM", width("MMMM")))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        " https://a.example",
        "https://",
        "//a.example",
        "http://a\n.b",
        "",
        None,
    ],
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert web_address(url) is None


def test_a_web_address_is_linked_as_it_is() -> None:
    assert web_address("https://a.example/b?c=d&e=f#g") == "https://a.example/b?c=d&e=f#g"


def test_a_language_is_only_set_where_it_is_one() -> None:
    assert [language(tag) for tag in ("en", "pt-BR", "und", 'en" x="', "")] == ["en", "pt-BR", None, None, None]


def test_joiners_that_a_script_needs_are_not_marked() -> None:
    assert "unseen" not in shown("می‌خواهم 👩‍🚒")
    assert shown("a\u200db") == 'a<bdi class="unseen" data-code="U+200D">\u200d</bdi>b'


def test_words_are_quoted_from_where_they_stand() -> None:
    claims = next(section for section in SECTIONS if section.key == "claims")
    first = claims.lines(sample())[0].parts[0]
    assert isinstance(first, Quoted)
    assert first.words.exact == sample().claims[0].text


def test_the_committed_build_is_what_its_source_gives() -> None:
    npm = shutil.which("npm")
    if npm is None or not (WEB / "node_modules").is_dir():
        pytest.skip("the packages of web/ are not installed: npm ci in web/")
    done = subprocess.run([npm, "run", "--silent", "check"], cwd=WEB, capture_output=True, text=True, check=False)  # noqa: S603  # npm, found on the path
    assert done.returncode == 0, done.stdout


def dated(*days: str | None) -> Lookup:
    document = sample()
    articles = [
        structs.replace(document.articles[0], id=f"b{place}", published=when(day)) for place, day in enumerate(days)
    ]
    return Lookup(structs.replace(document, articles=articles))


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (("2031-05-02", "2031-05-04", None), ["2 May 2031", "3 May 2031", "4 May 2031"]),
        (("2031-05-30", "2031-07-14"), [f"week of {day}" for day in WEEKS]),
        (
            ("2030-11-30", "2031-07-14"),
            [f"{month} 2030" for month in ("Nov", "Dec")] + [f"{m} 2031" for m in MONTHS[:7]],
        ),
        (("2019-11-30", "2031-07-14"), [str(year) for year in range(2019, 2032)]),
        (("2031-05-02", "2031-05-02"), []),
        ((None, None), []),
        (("2031-05-02", "2031-05-04", None, None, None), []),
    ],
)
def test_the_grain_of_time_fits_the_stretch(days: tuple[str | None, ...], names: list[str]) -> None:
    look = dated(*days)
    found = bins(look)
    assert [one.name for one in found] == names
    known = [f"b{place}" for place, day in enumerate(days) if day]
    assert sorted(one for each in found for one in each.articles) == (known if names else [])
    assert undated(look) == [f"b{place}" for place, day in enumerate(days) if day is None]


def test_reports_are_named_by_outlet_and_counted_without_one() -> None:
    document = sample()
    assert outlets(document, ["a1"]) == "Harbour Gazette"
    assert outlets(document, ["a2"]) == "report 2"
    assert outlets(document, ["a1", "a2", "a3"]) == "Harbour Gazette and 2 others"
    assert outlets(document, ["a2", "a3"]) == "2 reports"
    assert [label(article) for article in document.articles[1:]] == [document.articles[1].title, "a3.txt"]


def test_reports_that_name_no_source_are_one_origin_at_the_end() -> None:
    document = crowd(20)
    named, own = sourced(document, document.claims[0])
    assert [origin.name for origin in named] == ["three people close to the line"]
    assert own is not None
    assert (own.name, len(own.articles)) == (UNSOURCED, 17)
    made = graph(Lookup(document), document.claims[0])
    assert [node.kind for node in made.nodes if node.column == 0] == ["anonymous", "unsourced"]
    assert max(edge.weight for edge in made.edges) > min(edge.weight for edge in made.edges)


def test_answers_to_the_storys_claim_come_before_graver_differences() -> None:
    document = sample()
    claim = document.claims[0].statements[0].span
    sides = [SideRecord(value="reported", spans=[claim])]
    answer = structs.replace(document.discrepancies[0], id="d2", kind="stance", severity="unresolved", sides=sides)
    both = structs.replace(document, discrepancies=[*document.discrepancies, answer])
    assert [one.id for one in ranked(both)] == ["d2", "d1"]


def test_a_report_carries_a_claim_as_its_body_does_whatever_its_headline_says() -> None:
    headline, body = "Ledbury Mill to close in May", "Ledbury Mill will close in May, the Ledbury Post reported."
    below = len(headline) + 2
    document = sample()
    article = structs.replace(
        document.articles[0],
        text=f"{headline}\n\n{body}\n",
        blocks=[
            BlockRecord(kind="headline", language="en", start=0, end=len(headline)),
            BlockRecord(kind="body", language="en", start=below, end=below + len(body)),
        ],
    )
    flat = StatementRecord(
        span=Words(article=article.id, start=0, end=len(headline), exact=headline), attribution=None, stance="asserts"
    )
    relayed = StatementRecord(
        span=Words(article=article.id, start=below, end=below + len(body), exact=body),
        attribution=None,
        stance="attributes",
    )
    whole = Lookup(structs.replace(document, articles=[article], coverage=[]))
    for said, carried in (([flat, relayed], "attributes"), ([flat], "asserts")):
        claim = structs.replace(document.claims[0], text=headline, statements=said)
        assert [cell.carried for cell in cells(whole, claim)] == [carried]


def test_reports_that_name_no_source_are_told_apart_from_the_origins_in_brief() -> None:
    document = crowd(20)
    claim = document.claims[0]
    told = origins_in_brief(Lookup(document), claim)
    assert told[1:] == (Name("three people close to the line"), "; ", "17 reports name no source")


def test_what_a_copy_has_word_for_word_from_a_report_stands_once_with_a_box_for_both() -> None:
    document = structs.replace(sample(), quotes=[], stances=[])
    said, article = document.attributions[0], document.articles[0]
    copy = structs.replace(
        said,
        id="copied",
        article="c1",
        speaker=None,
        content=[structs.replace(one, article="c1") for one in said.content],
    )
    for repeats, words in ((article.id, 1), (None, 2)):
        both = [article, structs.replace(article, id="c1", repeats=repeats)]
        found = Voices().lines(structs.replace(document, articles=both, attributions=[said, copy]))
        told = [line for line in every(found) if said.content[0] in line.spans or copy.content[0] in line.spans]
        assert len(told) == words
        assert {span.article for line in told for span in line.spans} == {article.id, "c1"}
