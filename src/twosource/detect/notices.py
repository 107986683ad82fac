"""Notices: what a report says about itself."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from twosource.lexicon import any_of, table, words
from twosource.text.sentences import sentences_in
from twosource.types.article import Article, Block
from twosource.types.span import Span
from twosource.types.writing import Notice, NoticeKind

KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
_APART = frozenset({"disclosure", "legal", "bio", "advert", "chrome", "caption"})


def notices(article: Article) -> Iterator[Notice]:
    """Finds where a report speaks of itself: its authors, its making, its money, its owner, its corrections.

    Whether a machine helped to write it, whether it earns from what it praises, whose company it belongs to and what
    it has had to correct bear on how much weight its word has; and a credit to an agency tells that the words are not
    its own. Each notice is the sentence (or the line) that says so, wherever it stands on the page.

    What it misses on purpose: bylines (they are metadata), the bare mark of an advert, sentences of the body that speak
    of somebody else's copyright, correction or owner, and denials ("no AI was used").
    """
    for block in article.blocks:
        if block.kind == "bio" and _is_sentence(article.text[block.start : block.end]):
            yield Notice(kind="authorship", span=article.span(block.start, block.end))
            continue
        for kind in KINDS:
            for span in _found(article, block, kind):
                yield Notice(kind=kind, span=span)


_A_SENTENCE = 4


def _is_sentence(text: str) -> bool:
    """Whether a bio says something of its author; names and dates alone are a byline."""
    return len(text.split()) >= _A_SENTENCE and text.rstrip('"”’)')[-1:] in (".", "!")


def _found(article: Article, block: Block, kind: NoticeKind) -> Iterator[Span]:
    """The sentences of a block that give such a notice; those of a note, which belong together, as one."""
    apart = block.kind in _APART
    said = [span for span in sentences_in(article, block) if _says(kind, span, block, apart=apart)]
    if said and apart:
        yield article.span(said[0].start, said[-1].end)
    else:
        yield from said


def _says(kind: NoticeKind, span: Span, block: Block, *, apart: bool) -> bool:
    if kind == "authorship" and _says("ai_assistance", span, block, apart=apart):
        return False
    words = span.exact.lstrip("([*—–- ")
    if _matches(kind, "not", words) or _is_quoted(words):
        return False
    opens = not apart and span.start == block.start and _opens(kind, words)
    return opens or _matches(kind, "any", span.exact) or (apart and _matches(kind, "apart", words))


def _is_quoted(words: str) -> bool:
    """Whether somebody else's words are given: a note about the report itself hardly ever begins with a quotation."""
    return words[:1] in ('"', "“")


def _matches(kind: str, key: str, words: str) -> bool:
    pattern = _pattern(kind, key)
    return pattern is not None and pattern.search(words) is not None


def _opens(kind: str, words: str) -> bool:
    pattern = _pattern(kind, "body_start")
    return pattern is not None and pattern.match(words) is not None


@cache
def _pattern(kind: str, key: str) -> re.Pattern[str] | None:
    cues = table("notices")[kind]
    return any_of(words("notices", kind, key)) if isinstance(cues, dict) and key in cues else None
