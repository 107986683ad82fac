"""The three views of a dossier say the same things in the same order."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from markdown_it import MarkdownIt

import twosource
from conftest import ROOT
from sample_document import crowd, sample
from twosource.cli.terminal import show
from twosource.export import markdown
from twosource.export.convert import to_document
from twosource.export.document import Document
from twosource.export.html import render
from twosource.export.sections import SECTIONS
from twosource.export.sections.glance import QUESTIONS
from twosource.export.sections.line import Line, Quoted, Section
from twosource.readers import read
from twosource.types.dossier import Dossier

KINDS = ("claims", "stances", "quotes", "discrepancies", "timeline", "predictions", "notices", "wording", "reuse")
_DRAWN = re.compile(r"report\d+|…")  # the page has a box with the number, and a mark where the speaker is interrupted
EXAMPLES = sorted(one.name for one in (ROOT / "examples").iterdir() if one.is_dir())


def plain(text: str) -> str:
    """Without blanks, capitals and quotation marks: those around words are drawn by the style sheet."""
    return re.sub(r"[\s“”]", "", text).casefold()


def every(lines: list[Line] | tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from every(line.children)


def facts(section: Section, document: Document) -> list[str]:
    """The words quoted in the lines and, but for those that are drawn as marks, what the lines say about them."""
    drawn, asked = section.key == "claims", {f"{question}: " for question in QUESTIONS.values()}
    parts = [part for line in every(section.lines(document)) for part in line.parts if part and part not in asked]
    told = [plain(Line(parts=(part,)).text).strip(":,;. ") for part in parts if isinstance(part, Quoted) or not drawn]
    return [fact for fact in told if not _DRAWN.fullmatch(fact)]


def in_order(texts: list[str], view: str) -> bool:
    """Whether the texts stand in the view one after the other."""
    place = 0
    for text in texts:
        place = view.find(text, place)
        if place < 0:
            return False
        place += len(text)
    return True


def shown_in_markdown(document: Document) -> str:
    found = MarkdownIt().parse(markdown.render(document))
    return plain(re.sub(r"\\(.)", r"\1", "".join(one.content for one in found if one.type == "inline")))


def shown_on_the_page(document: Document, section: Section) -> str:
    parts = re.split(r'<(?:section|header) id="(\w+)"[^>]*>', render(document))
    return plain(unescape(re.sub(r"<[^>]*>", "", parts[parts.index(section.key) + 1])))


def documents() -> list[tuple[str, Document]]:
    return [("sample", sample()), ("crowd", crowd(20))]


@pytest.fixture(scope="module", params=EXAMPLES, name="dossier")
def _dossier(request: pytest.FixtureRequest) -> Dossier:
    return twosource.investigate(read([ROOT / "examples" / request.param]).articles)


def same_facts(document: Document, terminal: str | None) -> None:
    text = shown_in_markdown(document)
    for section in SECTIONS:
        lines = section.lines(document)
        told = [plain(line.text) for line in every(lines)]
        assert in_order(told, text), section.key
        assert terminal is None or in_order(told, terminal), section.key
        page = shown_on_the_page(document, section)
        missing = [fact for fact in facts(section, document) if fact not in page]
        assert missing == [], section.key


@pytest.mark.parametrize(("name", "document"), documents(), ids=lambda one: one if isinstance(one, str) else "")
def test_made_up_documents_say_the_same_in_every_view(name: str, document: Document) -> None:
    assert name
    same_facts(document, None)


def test_a_dossier_says_the_same_in_every_view(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    show(dossier, full=True)
    same_facts(to_document(dossier), plain(capsys.readouterr().out))


def test_the_lines_of_a_section_keep_their_order_on_the_page(dossier: Dossier) -> None:
    document = to_document(dossier)
    for section in SECTIONS:
        if section.key in {"glance", "quotations", "reports"}:
            continue  # each stands in its own grid: short answers before long ones, the difference below its versions
        first = [
            plain(line.parts[0].words.exact) for line in section.lines(document) if isinstance(line.parts[0], Quoted)
        ]
        assert in_order(first, shown_on_the_page(document, section)), section.key


def test_the_summary_in_the_terminal_is_the_first_screen(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    show(dossier)
    document = to_document(dossier)
    shown = plain(capsys.readouterr().out)
    page = shown_on_the_page(document, SECTIONS[0])
    lines = [line for line in document.story.summary if line.answers != "claimed"]
    assert in_order([plain(line.text) for line in lines], shown)
    assert all(plain(line.text) in page for line in lines)


def test_every_kind_of_finding_stands_in_some_section(dossier: Dossier) -> None:
    document = to_document(dossier)
    told = {span for section in SECTIONS for line in every(section.lines(document)) for span in line.evidence}
    for kind in (
        "claims",
        "stances",
        "quotes",
        "discrepancies",
        "timeline",
        "predictions",
        "notices",
        "wording",
        "reuse",
    ):
        assert [one.id for one in getattr(document, kind) if not told & set(spans_of(document, one))] == [], kind


def spans_of(document: Document, record: object) -> Iterator[object]:
    for name in ("span", "spans", "text"):
        found = getattr(record, name, None)
        yield from found if isinstance(found, list) else [found]
    for name in ("sides", "statements"):
        for one in getattr(record, name, ()):
            yield from spans_of(document, one)
    known = {one.id: one for one in document.attributions}
    for one in getattr(record, "attributions", ()):
        yield from known[one].content
