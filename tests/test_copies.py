"""Copies are read once, change nothing that is found without them, and cost little; odd texts cost in proportion."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import twosource
from twosource.pipeline.gather import gathered
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text import alike, copies, retold, uttered
from twosource.text.compare import joining, pairs
from twosource.text.grouping import Likeness
from twosource.types.article import Article

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour-tunnel"
WIRE = """Ledbury to close its pool

The council of Ledbury will close the swimming pool on the quay in May, three clerks told the Marsh Courier on Monday.

“We have no money left for the roof,” said Ann Lee, who chairs the council. She put the cost at £1.2 million.

Tom Ray, who runs the pool, denied that it would close. The council did not respond to a request for comment.

About 4,000 people swim there each month, the Marsh Courier reported, and the next pool is 30 miles away in Tarn.
"""
OTHER = """Swimmers angry at plan

Swimmers in Ledbury are angry about a plan to close the pool on the quay, which three clerks told the Marsh Courier of.

“It is a scandal,” said Jo Finch of the swimming club, which has 210 members. The club wants to meet Ann Lee this week.
"""


def reports(*texts: str) -> list[Article]:
    drafts = [Draft(file=f"{number:05}.txt", text=text) for number, text in enumerate(texts)]
    return [replace(article, language="en", skipped=None) for article in articles_of(drafts)]


def dossier(*texts: str) -> dict[str, Any]:
    return read(reports(*texts))


def read(articles: list[Article]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(twosource.investigate(articles).to_json())
    return found


def claims(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims without the reports that rest on their origins: copies are added to these."""
    bare = [{**one, "origins": [{**origin, "articles": None} for origin in one["origins"]]} for one in found["claims"]]
    return sorted(bare, key=lambda one: str(one["id"]))


def printed_by(outlet: str, *, cut: bool = False) -> str:
    """The wire's report as another outlet prints it: with a headline, a note, and a changed opening."""
    paragraphs = WIRE.split("\n\n")[1 : -1 if cut else None]
    opening = paragraphs[0].replace("The council", "LEDBURY - The council")
    return "\n\n".join([f"Pool on the quay to close, says {outlet}", opening, *paragraphs[1:]])


def test_forty_copies_have_one_origin_and_are_all_there() -> None:
    one, forty = dossier(WIRE), dossier(*[WIRE] * 40)
    assert claims(forty) == claims(one)
    assert len(forty["articles"]) == 40
    assert sum(article["repeats"] is not None for article in forty["articles"]) == 39
    assert {len(origin["articles"]) for claim in forty["claims"] for origin in claim["origins"]} == {40}
    assert len(forty["reuse"]) == 39
    assert any(line["text"].startswith("39 reports repeat") for line in forty["story"]["summary"])


def test_a_copy_adds_no_claim_and_no_origin_to_a_story() -> None:
    articles = twosource.read([EXAMPLE])
    source = next(article for article in articles if "averley-courier" in (article.file or ""))
    copy = replace(source, id=f"{source.id}-2", outlet="Copying Gazette", file="copy.html")
    assert claims(read([*articles, copy])) == claims(read(articles))


def test_a_copy_shows_the_findings_of_its_original_in_its_own_words() -> None:
    found = dossier(WIRE, WIRE)
    original, copy = sorted(found["articles"], key=lambda one: one["repeats"] is not None)
    for section in ("attributions", "quantities", "times", "coverage", "stances"):
        spans = {text["id"]: _places(found[section], text["id"]) for text in (original, copy)}
        assert spans[copy["id"]] == spans[original["id"]], section
    ids = {one["id"] for one in found["attributions"]}
    assert {one["attribution"] for one in found["quantities"]} - {None} <= ids
    assert all(found["articles"] for span in _spans(found) if span["exact"])


def test_what_a_copy_repeats_is_the_same_utterance_and_nothing_to_compare() -> None:
    found = dossier(WIRE, WIRE)
    articles = {one["id"]: one["article"] for one in found["attributions"]}
    assert len(articles) > 3
    assert sorted(one for quote in found["quotes"] for one in quote["attributions"]) == sorted(articles)
    assert all(len({articles[one] for one in quote["attributions"]}) == 2 for quote in found["quotes"])
    page = twosource.investigate(reports(WIRE, WIRE)).to_markdown()
    assert "No utterance was found in more than one version." in page


def test_a_copy_without_the_headline_carries_the_claim_in_the_words_below_it() -> None:
    found = dossier(WIRE, OTHER, WIRE.partition("\n\n")[2])
    copy = next(one for one in found["articles"] if one["repeats"])
    core = next(claim for claim in found["claims"] if claim["core"])
    cells = {one["article"]: one for one in found["coverage"] if one["claim"] == core["id"]}
    assert cells[copy["repeats"]]["span"]["exact"] == WIRE.partition("\n")[0]
    assert cells[copy["id"]]["state"] == "present"
    assert "will close the swimming pool" in cells[copy["id"]]["span"]["exact"]


def _places(found: object, article: str) -> list[tuple[int, int]]:
    return sorted((span["start"], span["end"]) for span in _spans(found) if span["article"] == article)


def _spans(found: object) -> list[dict[str, Any]]:
    if isinstance(found, dict):
        own = [found] if "exact" in found else []
        return own + [span for part in found.values() for span in _spans(part)]
    return [span for part in found for span in _spans(part)] if isinstance(found, list) else []


def test_what_a_copy_says_of_its_own_is_read() -> None:
    changed = WIRE.replace("£1.2 million", "£9.7 million")
    note = "\nThis report was written with the help of an AI tool and checked by an editor.\n"
    found = dossier(WIRE, changed, WIRE + note)
    assert sum(article["repeats"] is not None for article in found["articles"]) == 2
    assert {one["value"] for one in found["quantities"] if one["unit"] == "GBP"} == {1_200_000, 9_700_000}
    assert [one["kind"] for one in found["discrepancies"] if one["kind"] == "quantity"] == ["quantity"]
    assert [one["kind"] for one in found["notices"]] == ["ai_assistance"]
    texts = {article["id"]: article["text"] for article in found["articles"]}
    assert all(texts[span["article"]][span["start"] : span["end"]] == span["exact"] for span in _spans(found))


@pytest.mark.parametrize("cut", [False, True])
def test_printed_elsewhere_with_another_headline_it_is_a_copy(cut: bool) -> None:  # noqa: FBT001  # pytest passes it by name
    story = gathered(reports(WIRE, *(printed_by(f"outlet {number}", cut=cut) for number in range(5))))
    assert len(story.copies) == 5
    assert len({copy.original for copy in story.copies}) == 1


def test_reports_in_words_of_their_own_are_no_copies() -> None:
    assert gathered(reports(WIRE, OTHER)).copies == ()
    assert gathered(twosource.read([EXAMPLE])).copies == ()


def test_the_order_of_the_reports_changes_nothing() -> None:
    articles = reports(WIRE, printed_by("A"), OTHER, printed_by("B", cut=True), OTHER + " It rained.", WIRE)
    assert read(articles) == read(articles[::-1])


def test_each_further_copy_adds_its_text_and_little_else() -> None:
    sizes = {number: len(json.dumps(dossier(*[WIRE] * number))) for number in (30, 60, 90)}
    assert sizes[90] - sizes[60] == pytest.approx(sizes[60] - sizes[30], rel=0.02)
    assert sizes[90] - sizes[60] < 30 * 6 * len(WIRE)


class Counted:
    """Counts the calls of a function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401  # whatever the function takes and gives
        self.calls += 1
        return self.function(*args, **options)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[Counted]:
    """Where reports are compared with one another: copies, quotations, figures, passages."""
    found = [Counted(function) for function in (copies._copy, alike.lies_in, pairs.link)]  # noqa: SLF001  # what is counted
    monkeypatch.setattr(copies, "_copy", found[0])
    monkeypatch.setattr(alike, "lies_in", found[1])
    monkeypatch.setattr(joining, "link", found[2])
    likened, likeness = Counted(Likeness.__call__), Likeness.__call__

    def counted(self: Likeness, one: int, other: int) -> float:
        likened.calls += 1
        return likeness(self, one, other)

    monkeypatch.setattr(Likeness, "__call__", counted)
    retells = Counted(retold.retells)
    monkeypatch.setattr(uttered, "retells", retells)
    return [*found, likened, retells]


def test_a_flood_of_copies_is_compared_once_each(compared: list[Counted]) -> None:
    flood = [WIRE] * 300 + [printed_by(f"outlet {number}", cut=number % 2 == 0) for number in range(50)]
    found = dossier(*flood)
    assert all(claim["independent_origins"]["high"] <= 2 for claim in found["claims"])
    assert compared[0].calls <= 2 * len(flood)
    assert sum(one.calls for one in compared[1:]) <= 100 * len(flood)


@pytest.mark.parametrize(
    "phrase",
    [
        "The mayor said that 12 people were killed on Monday in Averley. ",
        "killed 12 people on Monday in Averley and ",
        "“We closed it,” said Ann Lee of Orlon Freight. ",
        "“We close the port,” said Ann Lee, “and the Harbour Gazette said that ",
    ],
)
def test_work_grows_with_a_text_of_one_phrase_not_with_its_square(phrase: str, compared: list[Counted]) -> None:
    calls = []
    for length in (8_000, 16_000):
        before = sum(one.calls for one in compared)
        found = dossier("The tunnel is closed\n\n" + phrase * (length // len(phrase)))
        assert found["unread"] == []
        calls.append(sum(one.calls for one in compared) - before)
    assert calls[1] <= 2.5 * calls[0] + 100


def test_a_story_of_one_report_has_no_copies() -> None:
    found = dossier(OTHER)
    assert [article["repeats"] for article in found["articles"]] == [None]
    assert found["unread"] == []
