"""Investigates a story in which reports repeat one another: what a copy repeats is looked for once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.pipeline.detector import Detector
from twosource.pipeline.mirror import Findings, mirrored
from twosource.pipeline.run import Progress, run, silent
from twosource.text.copies import copies
from twosource.types.article import Article, Block
from twosource.types.dossier import Failure
from twosource.types.story import Copy, Story


def gathered(articles: Iterable[Article], as_of: date | None = None) -> Story:
    """The story of these reports, in any order, with its copies."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    return Story(articles=ordered, as_of=as_of, copies=tuple(sorted(copies(ordered), key=lambda copy: copy.article)))


def investigated(
    story: Story, order: Sequence[Detector], progress: Progress = silent
) -> tuple[Findings, tuple[Failure, ...]]:
    """As `run`, and each finding also where a copy repeats its words.

    Detectors see the originals, and of copies their own sentences: a copy changes nothing that is found without it, and
    forty copies take hardly more work than one report. Detectors of one report read all of a copy that has sentences of
    its own, so that these are understood, and what they find elsewhere in it is left to the original.
    """
    if not story.copies:
        return run(story, order, progress)
    whole = {article.id: article for article in story.articles}
    findings, failures = run(_shown(story), order, progress, whole)
    return mirrored(story, findings), failures


def _shown(story: Story) -> Story:
    """What detectors see: no copy but for the sentences that are its own."""
    own = {copy.article: copy for copy in story.copies}
    shown = (_own_sentences(article, own) for article in story.articles)
    return replace(story, articles=tuple(article for article in shown if article is not None))


def _own_sentences(article: Article, copies: Mapping[str, Copy]) -> Article | None:
    copy = copies.get(article.id)
    if copy is None:
        return article
    blocks = tuple(
        Block(kind=block.kind, language=block.language, start=span.start, end=span.end)
        for span in copy.own
        if (block := article.block_at(span.start)) is not None
    )
    return replace(article, blocks=blocks) if blocks else None
