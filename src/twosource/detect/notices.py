"""Notices: what a report says about itself."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from twosource.lexicon import any_of, table, words
from twosource.text.corrections import Change, change
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
    its own. Each notice is the sentence (or the line) that says so, wherever it stands on the page; a note of
    correction is one notice to its end, with what was wrong, what is right, and the sentence that it concerns, where
    its words tell. A report or site that calls itself satire is marked as that.

    What it misses on purpose: bylines (they are metadata), the bare mark of an advert, sentences of the body that speak
    of somebody else's copyright, correction or owner, and denials ("no AI was used").
    """
    for block in article.blocks:
        if block.kind == "bio" and _is_sentence(article.text[block.start : block.end]):
            yield Notice(kind="authorship", span=article.span(block.start, block.end))
            continue
        every = [Line(span, _bare(_of_itself(article.outlet, span.exact))) for span in sentences_in(article, block)]
        for kind in KINDS:
            for span in _found(article, block, every, kind):
                told = change(article, span) if kind == "correction" else Change()
                yield Notice(kind=kind, span=span, wrong=told.wrong, right=told.right, about=told.about)


_A_SENTENCE = 4


class Line(NamedTuple):
    """A sentence, and its words as they are looked at: "this site" for the outlet's name."""

    span: Span
    words: str


def _is_sentence(text: str) -> bool:
    """Whether a bio says something of its author; names and dates alone are a byline."""
    return len(text.split()) >= _A_SENTENCE and text.rstrip('"”’)')[-1:] in (".", "!")


def _found(article: Article, block: Block, every: list[Line], kind: NoticeKind) -> Iterator[Span]:
    """The sentences of a block that give such a notice; those of a note, which belong together, as one."""
    apart = block.kind in _APART
    said = [i for i, line in enumerate(every) if _says(kind, line, block)]
    spans = [line.span for line in every]
    if said and kind == "correction" and _matches(kind, "note", _bare(spans[said[0]].exact), at_start=True):
        yield article.span(spans[said[0]].start, spans[_end_of_note(block, every, said[0])].end)
    elif said and apart:
        yield article.span(spans[said[0]].start, spans[said[-1]].end)
    else:
        yield from (spans[i] for i in said)


def _end_of_note(block: Block, every: list[Line], first: int) -> int:
    """The last sentence of a note of correction: none that gives a notice of another kind."""
    others = [kind for kind in KINDS if kind != "correction"]
    for i in range(first + 1, len(every)):
        if any(_says(kind, every[i], block) for kind in others):
            return i - 1
    return len(every) - 1


def _says(kind: NoticeKind, line: Line, block: Block) -> bool:
    apart = block.kind in _APART
    if _is_quoted(line.words):
        return False
    opens = not apart and line.span.start == block.start and _matches(kind, "body_start", line.words, at_start=True)
    found = opens or _matches(kind, "any", line.words) or (apart and _matches(kind, "apart", line.words))
    if not found or _matches(kind, "not", line.words):
        return False
    return kind != "authorship" or not _says("ai_assistance", line, block)


def _bare(words: str) -> str:
    return words.lstrip("([*—–- ")


def _of_itself(outlet: str | None, words: str) -> str:
    """The words with "this site" where they begin with the outlet's name, or with "the" and its last word."""
    name = (outlet or "").removeprefix("The ").strip()
    for form in (name, f"the {name}", f"the {name.split()[-1]}") if name else ():
        if words.lower().startswith(f"{form.lower()} "):
            return "This site" + words[len(form) :]
    return words


def _is_quoted(words: str) -> bool:
    """Whether somebody else's words are given: a note about the report itself hardly ever begins with a quotation."""
    return words[:1] in ('"', "“")


def _matches(kind: str, key: str, words: str, *, at_start: bool = False) -> bool:
    pattern = _pattern(kind, key)
    found = pattern and (pattern.match(words) if at_start else pattern.search(words))
    return bool(found) and (key == "not" or not _opens_quotation(words[: found.start()] if found else ""))


def _opens_quotation(before: str) -> bool:
    """Whether a quotation is open at the end of these words: what follows is somebody else's."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@cache
def _pattern(kind: str, key: str) -> re.Pattern[str] | None:
    cues = table("notices")[kind]
    return any_of(words("notices", kind, key)) if isinstance(cues, dict) and key in cues else None
