"""Investigates a story in which reports repeat one another: what a copy repeats is looked for once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.pipeline.detector import Detector
from twosource.pipeline.mirror import Findings, mirrored
from twosource.pipeline.run import Progress, place_of, run, silent
from twosource.text.copies import copies
from twosource.text.strands import strands
from twosource.types.article import Article, Block
from twosource.types.dossier import Failure
from twosource.types.finding import Finding
from twosource.types.party import Party
from twosource.types.story import Copy, Story


def gathered(articles: Iterable[Article], as_of: date | None = None) -> Story:
    """The story of these reports, in any order, with its copies; its strands, where they tell unrelated stories."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    repeated = tuple(sorted(copies(ordered), key=lambda copy: copy.article))
    return Story(articles=ordered, as_of=as_of, copies=repeated, strands=_strands(ordered, repeated))


def _strands(articles: Sequence[Article], repeated: Sequence[Copy]) -> tuple[tuple[str, ...], ...]:
    """A copy is of the strand of its original."""
    original = {copy.article: copy.original for copy in repeated}
    found = strands([article for article in articles if article.id not in original])
    return tuple(
        tuple(sorted({*strand, *(copy for copy, one in original.items() if one in strand)})) for strand in found
    )


def investigated(
    story: Story, order: Sequence[Detector], progress: Progress = silent
) -> tuple[Findings, tuple[Failure, ...]]:
    """As `run`, and each finding also where a copy repeats its words.

    Detectors see the originals, and of copies their own sentences: a copy changes nothing that is found without it, and
    forty copies take hardly more work than one report. Detectors of one report read all of a copy that has sentences of
    its own, so that these are understood, and what they find elsewhere in it is left to the original. Unrelated stories
    are investigated one by one, so that no claim, party or difference of one has anything of the other.
    """
    if story.strands:
        return _one_by_one(story, order, progress)
    if not story.copies:
        return run(story, order, progress)
    whole = {article.id: article for article in story.articles}
    findings, failures = run(_shown(story), order, progress, whole)
    return mirrored(story, findings), failures


def _one_by_one(story: Story, order: Sequence[Detector], progress: Progress) -> tuple[Findings, tuple[Failure, ...]]:
    """The findings of each strand by itself; a party of the same name and kind in several is listed once."""
    found: dict[type[Finding], dict[str, Finding]] = defaultdict(dict)
    failures: list[Failure] = []
    for strand in story.strands:
        here, failed = investigated(_only(story, set(strand)), order, progress)
        failures += failed
        for kind, findings in here.items():
            for finding in findings:
                known = found[kind].get(finding.id)
                found[kind][finding.id] = finding if known is None else _both(known, finding)
    return {kind: tuple(sorted(held.values(), key=place_of)) for kind, held in found.items()}, tuple(failures)


def _only(story: Story, strand: set[str]) -> Story:
    articles = tuple(article for article in story.articles if article.id in strand)
    repeated = tuple(copy for copy in story.copies if copy.article in strand)
    return replace(story, articles=articles, copies=repeated, strands=())


def _both(known: Finding, finding: Finding) -> Finding:
    if not isinstance(known, Party) or not isinstance(finding, Party):
        return known
    aliases = tuple(dict.fromkeys((*known.aliases, *finding.aliases)))
    return replace(known, aliases=aliases, mentions=tuple(sorted({*known.mentions, *finding.mentions})))


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
