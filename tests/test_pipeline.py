"""The plan follows from the signatures; the run checks every span and sets failures aside."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from twosource.errors import DetectorError
from twosource.pipeline.detector import Detector, declared, installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.types.article import Article, Block
from twosource.types.finding import Finding
from twosource.types.party import Mention, Party
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Notice


def article(text: str, key: str = "a1", skipped: str | None = None) -> Article:
    block = Block(kind="body", language="en", start=0, end=len(text))
    return Article(id=key, text=text, language="en", blocks=(block,), skipped=skipped)


def first_word(article: Article) -> Iterator[Mention]:
    """Names the first word."""
    word = article.text.split()[0]
    yield Mention(kind="person", span=article.span(0, len(word)), name=word)


def everybody(story: Story, mentions: Sequence[Mention]) -> Iterator[Party]:
    """One party of all mentions."""
    yield Party(name="all", kind="group", aliases=(), mentions=tuple(mention.span for mention in mentions))


def detectors(*functions: Callable[..., Iterator[Finding]]) -> list[Detector]:
    return [declared(function.__name__, function) for function in functions]


def test_signature_is_the_declaration() -> None:
    found = declared("everybody", everybody)
    assert (found.scope, found.needs, found.makes) == (Story, (Mention,), Party)
    assert found.summary == "One party of all mentions."


def test_plan_puts_makers_first() -> None:
    assert [d.name for d in plan(detectors(everybody, first_word))] == ["first_word", "everybody"]


def test_plan_names_what_is_missing() -> None:
    with pytest.raises(DetectorError, match="everybody needs Mention"):
        plan(detectors(everybody))


def test_plan_refuses_a_circle() -> None:
    def back(story: Story, parties: Sequence[Party]) -> Iterator[Notice]:
        """Needs what needs it."""
        yield from ()

    def forth(story: Story, notices: Sequence[Notice]) -> Iterator[Party]:
        """Needs what needs it."""
        yield from ()

    with pytest.raises(DetectorError, match="circle"):
        plan(detectors(back, forth))


def test_an_article_detector_cannot_need_the_story() -> None:
    def local(article: Article, parties: Sequence[Party]) -> Iterator[Notice]:
        """Looks at one article only."""
        yield from ()

    with pytest.raises(DetectorError, match="made from the whole story"):
        plan(detectors(first_word, everybody, local))


def test_other_signatures_are_refused() -> None:
    def wordy(text: str) -> Iterator[Mention]:
        """Takes no article."""
        yield from ()

    with pytest.raises(DetectorError, match="first parameter"):
        declared("wordy", wordy)


def test_run_gives_story_detectors_all_findings() -> None:
    story = Story(articles=(article("Ann left.", "a1"), article("Bob came.", "a2")))
    findings, failures = run(story, plan(detectors(first_word, everybody)))
    assert failures == ()
    assert [span.exact for span in findings[Party][0].evidence()] == ["Ann", "Bob"]


def test_skipped_articles_are_not_looked_at() -> None:
    story = Story(articles=(article("Ann left.", "a1", skipped="not read: in Spanish (es)"),))
    assert run(story, detectors(first_word))[0] == {Mention: ()}


def test_a_failing_detector_is_set_aside() -> None:
    def fragile(article: Article) -> Iterator[Notice]:
        """Breaks on the letter B."""
        yield Notice(kind="copyright", span=article.span(0, 1))
        if article.text.startswith("B"):
            message = "no B"
            raise ValueError(message)

    story = Story(articles=(article("Ann left.", "a1"), article("Bob came.", "a2")))
    findings, failures = run(story, detectors(fragile))
    assert [finding.evidence()[0].article for finding in findings[Notice]] == ["a1"]
    assert [(f.detector, f.article, f.reason) for f in failures] == [("fragile", "a2", "ValueError: no B")]


def test_words_that_are_not_there_are_refused() -> None:
    def liar(article: Article) -> Iterator[Notice]:
        """Makes up a span."""
        yield Notice(kind="copyright", span=Span(article.id, 0, 3, "Eve"))

    findings, failures = run(Story(articles=(article("Ann left."),)), detectors(liar))
    assert findings[Notice] == ()
    assert "words that are not there" in failures[0].reason


def test_the_installed_detectors_can_be_planned() -> None:
    names = [detector.name for detector in plan(installed())]
    assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize("detector", installed(), ids=lambda detector: detector.name)
def test_every_detector_has_its_page(detector: Detector) -> None:
    page = (detector.function.__doc__ or "").strip()
    assert detector.summary.endswith(".")
    assert len(page.split("\n\n")) > 1, "the docstring is to say why it matters and what it misses on purpose"
