"""The examples, as far as the pages beside them say word for word what is to be found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import twosource
from twosource import Dossier
from twosource.types.claim import Claim
from twosource.types.figure import Publication
from twosource.types.writing import Notice

EXAMPLES = Path(__file__).parents[1] / "examples"
KINDS = {
    "help of AI": "ai_assistance",
    "affiliate links": "affiliate",
    "about the author": "authorship",
    "who pays": "sponsored",
    "copyright": "copyright",
    "correction": "correction",
}
_CODE = re.compile(r"`([^`]+)`")


@pytest.fixture(scope="module", params=["harbour-tunnel", "pear-frost"])
def example(request: pytest.FixtureRequest) -> tuple[str, Dossier]:
    folder = EXAMPLES / request.param
    page = folder.with_suffix(".md").read_text(encoding="utf-8")
    return page, twosource.investigate(twosource.read([folder]))


def rows(page: str, heading: str) -> Iterator[list[str]]:
    """The rows of the first table below a heading, without its own head."""
    part = page.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    yield from ([cell.strip() for cell in line] for line in lines[2:])


def test_every_report_has_its_outlet_and_its_day(example: tuple[str, Dossier]) -> None:
    page, dossier = example
    found = {Path(article.file or "").name: article for article in dossier.articles}
    inferred = {publication.article: publication.moment.timex for publication in dossier.of(Publication)}
    for file, outlet, published, *_ in rows(page, "The reports"):
        article = found[file.strip("`")]
        day = article.published.timex or inferred.get(article.id)
        assert article.outlet == outlet
        assert day is not None
        assert str(int(day[8:])) == published.split()[0]


def test_every_notice_that_the_page_lists_is_found(example: tuple[str, Dossier]) -> None:
    page, dossier = example
    found = {(notice.kind, " ".join(notice.span.exact.split())) for notice in dossier.of(Notice)}
    listed = 0
    for words, _, kind in rows(page, "Notices"):
        if kind not in KINDS:
            continue
        for exact in _CODE.findall(words):
            listed += 1
            assert any(kind_found == KINDS[kind] and exact in text for kind_found, text in found), exact
    assert listed >= 4


def test_the_page_and_the_summary_count_the_same_reports(example: tuple[str, Dossier]) -> None:
    _, dossier = example
    counted = re.search(r"in (\d+) of (\d+) reports", " ".join(dossier.to_markdown().split()))
    shown = re.search(r'<div class="carried">\s*<p><b>In (\d+) of (\d+) reports', dossier.to_html())
    assert counted is not None
    assert shown is not None
    assert shown.groups() == counted.groups()


def test_no_two_claims_are_called_by_the_same_words(example: tuple[str, Dossier]) -> None:
    texts = [claim.text for claim in example[1].of(Claim) if claim.answers == () and len(claim.statements) > 1]
    assert texts
    assert len(texts) == len(set(texts))
