"""Runs the detectors over a story. What gives up is set aside with its reason, and the rest goes on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from twosource.errors import EvidenceError, ModelError
from twosource.pipeline.detector import Detector
from twosource.types.article import Article
from twosource.types.dossier import Failure
from twosource.types.finding import Finding
from twosource.types.story import Story


class Progress(Protocol):
    """Is told of each step: how many there are, and that one is done."""

    def __call__(self, done: int, total: int, name: str) -> None:
        """`done` of `total` steps are over; `name` is the detector at work."""


def silent(done: int, total: int, name: str) -> None:
    """Shows no progress."""


@dataclass(slots=True)
class _Findings:
    """What was found so far: by kind over the story, and by kind and report."""

    all: dict[type[Finding], list[Finding]] = field(default_factory=lambda: defaultdict(list))
    each: dict[tuple[type[Finding], str], list[Finding]] = field(default_factory=lambda: defaultdict(list))
    ids: dict[type[Finding], set[str]] = field(default_factory=lambda: defaultdict(set))
    failures: list[Failure] = field(default_factory=list)


def run(
    story: Story,
    order: Sequence[Detector],
    progress: Progress = silent,
    whole: Mapping[str, Article] = MappingProxyType({}),
) -> tuple[dict[type[Finding], tuple[Finding, ...]], tuple[Failure, ...]]:
    """The findings by kind, each ordered by place, and the failures.

    `whole` are the full reports (by id) of those of which the story shows a part: detectors of one report read them in
    full, and what they find outside of the part is left out.

    A detector that raises gives nothing for that report (or, with a story detector, at all): what it had found before
    is dropped, so that no half of a result is taken for the whole.
    """
    found = _Findings()
    for step, detector in enumerate(order):
        progress(step, len(order), detector.name)
        if detector.scope is Article:
            for article in story.articles:
                if article.skipped is None:
                    _run_on_article(detector, article, whole.get(article.id, article), found)
        else:
            _run_on_story(detector, story, found)
        found.all[detector.makes].sort(key=place_of)
    progress(len(order), len(order), "")
    return {kind: tuple(findings) for kind, findings in found.all.items()}, tuple(found.failures)


def place_of(finding: Finding) -> tuple[tuple[str, int, int], str]:
    """What findings are ordered by: their first words, then their ids."""
    first = finding.evidence()[0]
    return (first.article, first.start, first.end), finding.id


def _run_on_article(detector: Detector, shown: Article, article: Article, found: _Findings) -> None:
    needs = [found.each[need, article.id] for need in detector.needs]
    findings = _quarantined(detector, article.id, lambda: detector.function(article, *needs), (article,), found)
    found.all[detector.makes] += findings if shown is article else [one for one in findings if _is_shown(one, shown)]
    found.each[detector.makes, article.id] += findings
    found.each[detector.makes, article.id].sort(key=place_of)


def _is_shown(finding: Finding, shown: Article) -> bool:
    """Whether some of its words lie in the part of a report that the story shows."""
    return any(shown.block_at(span.start) or shown.block_at(span.end - 1) for span in finding.evidence())


def _run_on_story(detector: Detector, story: Story, found: _Findings) -> None:
    needs = [found.all[need] for need in detector.needs]
    findings = _quarantined(detector, None, lambda: detector.function(story, *needs), story.articles, found)
    found.all[detector.makes] += findings


def _quarantined(
    detector: Detector,
    key: str | None,
    results: Callable[[], Iterable[Finding]],
    articles: tuple[Article, ...],
    found: _Findings,
) -> list[Finding]:
    known = found.ids[detector.makes]
    try:
        made = list(_checked(detector, results(), articles, known))
    except ModelError:
        raise  # the installation is broken, not a document: each report would lack the same
    except Exception as error:  # noqa: BLE001  # the one place where a detector's fault is set aside: a bad document never stops a run
        found.failures.append(Failure(detector=detector.name, article=key, reason=_reason(error)))
        return []
    known.update(finding.id for finding in made)
    return made


def _reason(error: Exception) -> str:
    """The error in one line that can be encoded."""
    return f"{type(error).__name__}: {error}".encode("utf-8", "replace").decode("utf-8")


def _checked(
    detector: Detector, results: Iterable[Finding], articles: tuple[Article, ...], seen: set[str]
) -> Iterator[Finding]:
    texts, fresh = {article.id: article for article in articles}, set[str]()
    for finding in results:
        for span in finding.evidence():
            article = texts.get(span.article)
            if article is None or not article.bears_out(span):
                message = (
                    f"{detector.name} found {type(finding).__name__} {finding.id} on words that are not there: {span}"
                )
                raise EvidenceError(message)
        if finding.id not in seen and finding.id not in fresh:  # two detectors, or two rules of one, may find the same
            fresh.add(finding.id)
            yield finding
