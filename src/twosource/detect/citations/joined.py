"""The citations of one sentence: what the model marks, joined with what the rules read.

The model finds more, and where what somebody said ends; the rules set exacter edges, and know hearers, occasions and
answers. So what both find alike is taken from the rules, where they differ the words are the model's. Some edges of the
rules are mended by the model's.
"""

from dataclasses import dataclass, replace

from twosource.detect.citations.cues import drafts_in
from twosource.detect.citations.draft import Draft
from twosource.detect.citations.edges import mend_source, mend_start
from twosource.detect.citations.marked import Bounds, Marked, Marks, clipped, drafted, is_speech, within
from twosource.detect.citations.relays import add_relays
from twosource.detect.citations.running import Found
from twosource.text.clauses import Sentence
from twosource.text.rows import Range
from twosource.types.article import Article, Block

_ALIKE = 0.5
"""Share of their characters that two readings of one content have in common where they are taken for the same."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a block."""

    block: Block
    row: Sentence

    def bounds(self, part: Range) -> Bounds:
        """Where a range of tokens stands in the report."""
        return self.block.start + self.row[part[0]].start, self.block.start + self.row[part[1] - 1].end


def cued(article: Article, passage: Passage, marks: Marks, own: str | None) -> list[Found]:
    """The citations of a sentence, with their relays; `own` is the report's outlet."""
    ruled = drafts_in(passage.row)
    left = list(ruled)
    found = []
    for mark in marks.within(passage.block, passage.bounds((0, len(passage.row)))):
        known = _known(passage, mark, left)
        if known is not None:
            left.remove(known)
            theirs = _is_anothers(passage, mark, marks) and known.parts
            found.append(Found(passage.block, known) if theirs else _joined(article, passage, mark, known))
        elif is_speech(article.text, mark) and not any(_says(passage, draft, mark) for draft in ruled):
            found.append(_joined(article, passage, mark, known))
    found += [Found(passage.block, draft) for draft in left]
    return _relayed(passage, found, own)


def _known(passage: Passage, mark: Marked, ruled: list[Draft]) -> Draft | None:
    return next((draft for draft in ruled if _meet(_bounds(passage, draft, draft.cue), mark.cue)), None)


def _bounds(passage: Passage, draft: Draft, part: Range) -> Bounds:
    """Where a part of a draft stands: its places count in the draft's own row, which may be that of a quotation."""
    return Passage(passage.block, draft.row).bounds(part)


def _says(passage: Passage, draft: Draft, mark: Marked) -> bool:
    """Whether a draft reports the same words: `the Post cited sources who said …` is one citation."""
    return _alike(mark.content, [_bounds(passage, draft, part) for part in draft.parts])


def _joined(article: Article, passage: Passage, mark: Marked, known: Draft | None) -> Found:
    here = clipped(article.text, mark, *passage.bounds((0, len(passage.row))))
    if known is None:
        return Found(passage.block, drafted(here, passage.row), marked=here)
    mend_source(known, within(known.row, mark.source, passage.block) if mark.source else None)
    parts = [_bounds(passage, known, part) for part in known.parts]
    if known.pending or len(here.content) > len(parts):
        return Found(passage.block, known)
    if _alike(here.content, parts):
        mend_start(known, within(known.row, here.content[0], passage.block))
        return Found(passage.block, known)
    source = _bounds(passage, known, known.source) if known.source else here.source
    cue = _bounds(passage, known, known.cue)
    return Found(passage.block, known, marked=replace(here, cue=cue, source=source))


def _is_anothers(passage: Passage, mark: Marked, marks: Marks) -> bool:
    """Whether all that is marked stands unquoted outside of the sentence of its cue, and is what another said."""
    start, end = passage.bounds((0, len(passage.row)))
    stop = max((part[1] for part in mark.content), default=start)
    if mark.mode != "indirect" or any(_meet(part, (start, end)) for part in mark.content):
        return False
    between = marks.within(passage.block, (end, max(end, stop)))
    return stop <= start or any(_meet(one, part) for other in between for one in other.content for part in mark.content)


def _relayed(passage: Passage, found: list[Found], own: str | None) -> list[Found]:
    """With relays; of two with one cue, the first. Of `X reported, citing Y`, Y is the source and `citing` the cue."""
    before = [(one.draft.source, one.draft.cue) for one in found]
    add_relays([one.draft for one in found], own)
    kept: list[Found] = []
    for one, (source, cue) in zip(found, before, strict=True):
        if one.marked is not None and one.draft.cue != cue:
            one.marked = replace(one.marked, cue=_bounds(passage, one.draft, one.draft.cue), source=None)
            kept = [other for other in kept if not _same_cue(passage, one, other)]
        elif one.marked is not None and one.draft.source != source:
            one.marked = replace(one.marked, source=None)
        if not any(_same_cue(passage, one, other) for other in kept):
            kept.append(one)
    return kept


def _same_cue(passage: Passage, one: Found, other: Found) -> bool:
    cues = (_bounds(passage, found.draft, found.draft.cue) if found.draft.cue else (0, 0) for found in (one, other))
    return _meet(*cues)


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alike(one: tuple[Bounds, ...], other: list[Bounds]) -> bool:
    """Whether two readings of what is said share most of their characters."""
    shared = sum(max(0, min(end, stop) - max(start, first)) for start, end in one for first, stop in other)
    return 2 * shared >= _ALIKE * sum(end - start for start, end in (*one, *other))
