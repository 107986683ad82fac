"""The dossier page as a browser has it: verbatim words, no request, no surprise, and nothing but text from reports."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from conftest import SHARED, needs_shared
from sample_document import crowd, sample
from twosource.export.document import Document
from twosource.export.html import render
from twosource.export.sections import SECTIONS

CHROMIUM = which("chromium") or which("chromium-browser")
AXE = Path(__file__).parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDTHS = (390, 900, 1440)

# Each ends in nothing that could join what follows it; all are put into every text of the document at once.
PAYLOADS = {
    "script": "</script><script>window.hurt=1</script>",
    "style": "</style><style>*{display:none}</style>",
    "image": '<img src=x onerror="window.hurt=1">',
    "vector": "<svg onload=window.hurt=1><a xlink:href=javascript:hurt>",
    "attribute": '" onmouseover="window.hurt=1" x="',
    "apostrophe": "' autofocus onfocus='window.hurt=1",
    "address": "javascript:window.hurt=1",
    "comment": "--><!--]]><![CDATA[",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "entity": "&lt;script&gt;&#0;&amp;nbsp;",
    "title": "</title></textarea></noscript></template>",
    "controls": "\u202e\u2066\u200b\u200f\ufeff\u00ad\u0007\u009b",
    "separators": "\u2028\u2029\u0085\r",
    "null": "\x00\ufffe\U000e0041",
    "surrogate": "\ud800",
}


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """The page in a window, with all that it asked for and all that it complained of."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        self.page: Page = context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def _said(self, message: ConsoleMessage) -> None:
        self.messages.append(message.text)


@pytest.fixture(name="visit")
def _visit(browser: Browser, tmp_path: Path) -> Iterator["Opener"]:
    opener = Opener(browser, tmp_path)
    yield opener
    opener.close()


class Opener:
    """Opens documents as pages, each in a window of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.contexts: list[BrowserContext] = []

    def __call__(self, document: Document, width: int = 1440, *, scripted: bool = True, dark: bool = False) -> Visit:
        file = self.folder / f"{len(self.contexts)}.html"
        file.write_bytes(render(document).encode("utf-8"))
        size = {"width": width, "height": 844}
        scheme = "dark" if dark else "light"
        context = self.browser.new_context(viewport=size, java_script_enabled=scripted, color_scheme=scheme)  # type: ignore[arg-type]  # a plain dict is what it takes
        self.contexts.append(context)
        return Visit(context, file)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


WORDS = """() => [...document.querySelectorAll("main a:has(> q)")].map((link) => {
  const [, report, start, length] = /^#r(\\d+)-(\\d+)-(\\d+)$/.exec(link.getAttribute("href")).map(Number);
  const text = document.querySelector(`#r${report} .text`).textContent;
  return [link.querySelector("q").textContent, text.slice(start, start + length)];
})"""


def test_the_words_of_every_line_are_those_of_the_report(visit: Opener) -> None:
    page = visit(sample()).page
    pairs = page.evaluate(WORDS)
    assert len(pairs) > 15
    assert all(shown == printed for shown, printed in pairs)


def test_the_reports_stand_in_the_page_letter_by_letter(visit: Opener) -> None:
    document = sample()
    texts = visit(document).page.evaluate(
        "() => [...document.querySelectorAll('.report .text')].map(x => x.textContent)"
    )
    assert texts == [article.text for article in document.articles]


def test_every_link_leads_to_a_place_that_exists(visit: Opener) -> None:
    lost = visit(sample()).page.evaluate(
        "() => [...document.querySelectorAll('[href^=\"#\"]')].map(x => x.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert lost == []


def test_nothing_is_asked_for_and_nothing_complained_of(visit: Opener) -> None:
    seen = visit(sample())
    for link in seen.page.locator("main a:visible:has(> q)").all()[:5]:
        link.click()
    assert len(seen.requests) == 1
    assert seen.messages == []


def test_a_line_opens_its_words_beside_it(visit: Opener) -> None:
    page = visit(sample()).page
    page.locator("#voices a:has(> q)").first.click()
    marked = page.locator("#pane mark.now").all_text_contents()
    assert "".join(marked) == page.locator("#voices a > q").first.text_content()
    assert page.locator("#pane mark.now").first.is_visible()
    live = page.locator("#voices a:has(> q)").first.get_attribute("href")
    assert page.evaluate("location.hash") == live


def test_the_live_page_is_linked_with_a_text_fragment(visit: Opener) -> None:
    page = visit(sample()).page
    page.locator("#notices a:has(> q)").first.click()
    address = page.locator("#pane a.live").get_attribute("href")
    assert address is not None
    assert address.startswith("https://gazette.example/ferry?line=1&b=2#:~:text=Correction%3A%20an%20earlier")


def test_several_places_are_walked_through(visit: Opener) -> None:
    page = visit(sample()).page
    page.locator(".matrix a.cell").first.click()
    first = page.locator("#pane mark.now").first.text_content()
    page.get_by_role("button", name="Next").click()
    assert page.locator("#pane .counter").text_content() == "2 of 2"
    assert page.locator("#pane mark.now").first.text_content() != first


def focus(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))


def test_keyboard_leads_through_the_page_and_back(visit: Opener) -> None:
    page = visit(sample()).page
    page.keyboard.press("Tab")
    assert "skip" in focus(page)
    line = page.locator("#voices a:has(> q)").first
    line.focus()
    before = focus(page)
    page.keyboard.press("Enter")
    assert page.locator("#said").text_content()
    assert line.get_attribute("aria-current") == "true"
    page.keyboard.press("Enter")
    assert "reader-body" in focus(page)
    page.keyboard.press("Escape")
    assert line.evaluate("element => element === document.activeElement")
    page.keyboard.press("j")
    assert focus(page) != before
    page.keyboard.press("k")
    assert line.evaluate("element => element === document.activeElement")


def test_arrows_lead_through_the_matrix(visit: Opener) -> None:
    page = visit(sample()).page
    cells = page.locator(".matrix a.cell")
    assert [cell.get_attribute("tabindex") for cell in cells.all()] == ["0", "-1"]
    cells.first.focus()
    page.keyboard.press("ArrowRight")
    assert cells.nth(1).evaluate("element => element === document.activeElement")


def test_arrows_lead_along_the_marks_of_a_claim(visit: Opener) -> None:
    page = visit(crowd(20)).page
    marks = page.locator("#glance .marks a")
    assert [mark.get_attribute("tabindex") for mark in marks.all()].count("0") == 1
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert marks.nth(1).get_attribute("aria-current") == "true"
    assert (page.locator("#pane .number").text_content() or "") == "2"


def test_the_bar_says_where_the_reader_is(visit: Opener) -> None:
    page = visit(crowd(20)).page
    page.locator("#timeline").evaluate("element => element.scrollIntoView()")
    page.wait_for_function("() => document.querySelector('.bar [aria-current]')?.hash === '#timeline'")


def test_many_reports_share_a_box_that_walks_through_them(visit: Opener) -> None:
    page = visit(crowd(20)).page
    box = page.locator("#origins a.box", has_text="17 reports").first
    box.click()
    assert page.locator("#pane .counter").text_content() == "1 of 17"


def test_tab_reaches_every_section_and_is_never_caught(visit: Opener) -> None:
    page = visit(sample()).page
    sections = set()
    page.keyboard.press("Tab")
    for _ in range(page.locator("a, button, summary, [tabindex='0']").count() + 2):
        page.keyboard.press("Tab")
        sections.add(page.evaluate("() => document.activeElement.closest('section[id], header[id]')?.id"))
        if page.evaluate("() => document.activeElement.matches('.skip')"):
            break
    assert {section.key for section in SECTIONS} <= sections
    assert page.evaluate("() => document.activeElement.matches('.skip')")


def test_on_a_phone_the_report_comes_in_a_drawer(visit: Opener) -> None:
    page = visit(sample(), 390).page
    assert not page.locator("#pane").is_visible()
    line = page.locator("main a:visible:has(> q)").nth(1)
    line.click()
    assert page.locator("#drawer mark.now").first.is_visible()
    assert page.evaluate("() => document.getElementById('drawer').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.locator("#drawer").is_visible()
    assert line.evaluate("element => element === document.activeElement")


def test_without_a_script_the_words_are_found_in_the_report(visit: Opener) -> None:
    page = visit(sample(), scripted=False).page
    assert page.locator("h1").is_visible()
    page.locator("h1 a").click()
    target = page.locator(":target")
    assert target.count() == 1
    assert page.locator(".report").first.get_attribute("open") is not None


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_runs_over_the_edge(visit: Opener, width: int, dark: bool) -> None:  # noqa: FBT001  # a parameter of the test
    for document in (sample("Donaudampfschifffahrtsgesellschaft" * 4), crowd(80)):
        page = visit(document, width, dark=dark).page
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") == 0
        assert len(page.screenshot()) > 10_000


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("reports", [3, 20, 80])
def test_axe_finds_no_barrier(visit: Opener, width: int, dark: bool, reports: int) -> None:  # noqa: FBT001  # a parameter of the test
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in web/")
    page = visit(crowd(reports), width, dark=dark).page
    page.evaluate("() => document.querySelectorAll('details').forEach(x => { x.open = true })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags}).then(x => x.violations)", tags)
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_on_paper_all_is_unfolded_and_the_pane_is_gone(visit: Opener) -> None:
    page = visit(sample()).page
    page.emulate_media(media="print")
    assert not page.locator("#pane").is_visible()
    assert page.pdf().startswith(b"%PDF")


SKELETON = """() => {
  const walk = (node) => [node.localName, [...node.attributes].map((a) => a.name).sort().join(" "),
    ...[...node.children].filter((x) => !x.matches("script, style, bdi:not(:has(:not(bdi))), #pane")).map(walk)];
  return JSON.stringify(walk(document.documentElement));
}"""


def harmless(text: str) -> str:
    """Text of the same shape, with letters for all but blanks."""
    return re.sub(r"\S", "x", text)


@pytest.mark.parametrize("name", PAYLOADS)
def test_text_of_reports_is_only_ever_text(visit: Opener, name: str) -> None:
    poison = PAYLOADS[name]
    seen, plain = visit(sample(poison)), visit(sample(harmless(poison)))
    assert seen.page.evaluate(SKELETON) == plain.page.evaluate(SKELETON)
    assert seen.page.evaluate("() => window.hurt") is None
    assert seen.messages == []
    assert len(seen.requests) == 1
    schemes = seen.page.evaluate(
        "() => [...new Set([...document.querySelectorAll('a')].map(x => x.protocol || 'svg'))]"
    )
    assert set(schemes) <= {"file:", "https:", "svg"}


def collected(file: str) -> str:
    """Strings of a collection of hostile text, one after the other: from all over it, as many as a page soon shows."""
    text = (SHARED / "data" / "hostile" / file).read_text(encoding="utf-8")
    strings = json.loads(text) if file.endswith(".json") else text.splitlines()
    return " ".join(strings[:: 1 + sum(map(len, strings)) // 5_000])


@needs_shared
@pytest.mark.parametrize("file", ["blns/data/blns.json", "payloadbox-xss/data/Intruder/xss-payload-list.txt"])
def test_collections_of_hostile_text_leave_the_page_as_it_is(visit: Opener, file: str) -> None:
    poison = collected(file)
    seen, plain = visit(sample(poison)), visit(sample(harmless(poison)))
    assert seen.page.evaluate(SKELETON) == plain.page.evaluate(SKELETON)
    assert (seen.messages, len(seen.requests)) == ([], 1)
    assert all(shown == printed for shown, printed in seen.page.evaluate(WORDS))


@pytest.mark.parametrize("name", sorted(set(PAYLOADS) - {"null", "surrogate"}))
def test_hostile_reports_are_still_shown_letter_by_letter(visit: Opener, name: str) -> None:
    document = sample(PAYLOADS[name])
    page = visit(document).page
    texts = page.evaluate("() => [...document.querySelectorAll('.report .text')].map(x => x.textContent)")
    assert texts == [article.text for article in document.articles]
    assert all(shown == printed for shown, printed in page.evaluate(WORDS))


def test_unseen_characters_are_marked_and_isolated(visit: Opener) -> None:
    page = visit(sample("\u202eabc")).page
    mark = page.locator("h1 .unseen").first
    assert mark.get_attribute("data-code") == "U+202E"
    assert mark.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(sample()) == render(sample())


def test_the_policy_names_what_the_page_holds() -> None:
    page = render(sample())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    rules = policy.group(1).replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in rules
    assert not re.search(r"\son[a-z]+=|\sstyle=", re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL))
