"""Discrepancies of what was left out: a statement that one report prints in one run, another with more in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from twosource.text.places import by_article
from twosource.text.said import said, sentences_of
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.comparison import Discrepancy, Side
from twosource.types.span import Span
from twosource.types.story import Story

# So many words at the end of one sentence and the start of the next tell a place of a statement.
RUN = 6
# The words left out are at least so many, in at most so many sentences.
LEAST, MOST = 5, 3
CUT = ("…", "...", ". . .", "[")


class Told(NamedTuple):
    """A sentence as it stands between quotation marks, as far as it does, and its words."""

    span: Span
    words: tuple[str, ...]
    is_quoted: bool


class Seam(NamedTuple):
    """Two sentences that follow one another."""

    before: Told
    after: Told


def discrepancies_omitted(story: Story, attributions: Sequence[Attribution]) -> Iterator[Discrepancy]:
    """Finds sentences of a quoted statement that another report leaves out without a mark.

    One report quotes three sentences in a row, another prints the first and the third as one run: whoever reads that
    takes it for the whole. Often the sentence between is the one with the figure or the denial.

    What it misses on purpose: what is left out at the start or the end, cuts that are marked ("…"), two quotations
    with words of the report between them, and sentences that the other report prints elsewhere.
    """
    read = [article for article in story.articles if article.skipped is None]
    quoted = by_article((one for one in attributions if one.citation.mode == "direct"), lambda one: one.article)
    told = {article.id: list(_told(article, quoted[article.id])) for article in read}
    seams = _seams(told.values())
    openings = {article: {one.words[:RUN] for one in mine} for article, mine in told.items()}
    found: dict[tuple[str, ...], tuple[list[Sequence[Told]], list[Seam]]] = {}
    for left, right, between in (run for mine in told.values() for run in _runs(mine)):
        words = tuple(word for one in between for word in one.words)
        starts = {one.words[:RUN] for one in between}
        near = seams.get((left.words[-RUN:], right.words[:RUN]), []) if len(words) >= LEAST else []
        lacking = [seam for seam in near if starts.isdisjoint(openings[seam.before.span.article])]
        if lacking:
            whole, cut = found.setdefault(words, ([], []))
            whole.append(between)
            cut += [seam for seam in lacking if seam not in cut]
    for whole, cut in found.values():
        yield _discrepancy(whole, cut)


def _seams(told: Iterable[Sequence[Told]]) -> Mapping[tuple[tuple[str, ...], tuple[str, ...]], list[Seam]]:
    """Sentences that follow one another, one of them quoted: by the last words of one, the first of the other."""
    seams: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Seam]] = defaultdict(list)
    for one, two in (pair for mine in told for pair in pairwise(mine)):
        long = min(len(one.words), len(two.words)) >= RUN
        if long and (one.is_quoted or two.is_quoted) and not _is_cut(one, two):
            seams[one.words[-RUN:], two.words[:RUN]].append(Seam(one, two))
    return seams


def _told(article: Article, attributions: Sequence[Attribution]) -> Iterator[Told]:
    parts = sorted({part for one in attributions for part in one.citation.content})
    for sentence in sentences(article):
        part = next((part for part in parts if part.overlaps(sentence)), None)
        start, end = sentence.start, sentence.end
        if part is not None:
            start, end = max(part.start, start), min(part.end, end)
        for piece in sentences_of(article.text[start:end]):  # a quotation of several sentences is read as one
            start = article.text.index(piece, start)
            span = article.span(start, start + len(piece))
            yield Told(span, tuple(word.key for word in said(piece)), part is not None)


def _is_cut(one: Told, two: Told) -> bool:
    """Whether a mark shows that something was left out between two sentences."""
    return one.span.exact.rstrip("”\"' ").endswith(CUT) or two.span.exact.lstrip("“\"' ").startswith(CUT)


def _runs(mine: Sequence[Told]) -> Iterator[tuple[Told, Told, Sequence[Told]]]:
    """Two quoted sentences with one to three quoted ones between them, and these."""
    for place, one in enumerate(mine):
        for stop in range(place + 2, min(place + MOST + 2, len(mine))):
            if not all(each.is_quoted for each in mine[place : stop + 1]):
                break
            if min(len(one.words), len(mine[stop].words)) >= RUN:
                yield one, mine[stop], mine[place + 1 : stop]


def _discrepancy(whole: Sequence[Sequence[Told]], cut: Sequence[Seam]) -> Discrepancy:
    words = " ".join(" ".join(one.span.exact.split()) for one in whole[0])
    return Discrepancy(
        kind="wording",
        severity="scope",
        title=f"A statement with and without “{words}”",
        sides=(
            Side(value=words, spans=tuple(one.span for between in whole for one in between)),
            Side(value="not printed", spans=tuple(one.span for seam in cut for one in seam)),
        ),
        explanation=f"One report prints “{words}” between the words that another prints in one run, without a mark.",
    )
