"""Wording: where a report judges, colours, hedges, or claims without saying on whose word."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from twosource.detect.wording.evaluated import exclaims, frames_of_opinion
from twosource.detect.wording.judged import Judged
from twosource.detect.wording.loaded import is_free, loaded
from twosource.lexicon import pattern
from twosource.text.quotations import quotations
from twosource.text.sentences import sentences_in
from twosource.types.article import Article, Block, BlockKind
from twosource.types.attribution import Citation
from twosource.types.span import Span
from twosource.types.writing import Wording, WordingKind

_SEARCHED: tuple[BlockKind, ...] = ("headline", "subhead", "body")
_BY_WORD: tuple[WordingKind, ...] = ("hedge", "unattributed")
_SHORTEST = 4
_LONG = 30
_BOUNDARY = re.compile(r"[,;:]\s+|\s[–—-]\s+")


def wording(article: Article, citations: Sequence[Citation]) -> Iterator[Wording]:
    """Finds the outlet's own voice: opinion, loaded words, hedges, and claims that nobody is named for.

    A reader who weighs reports against each other wants to know what in them is not reporting: sentences that judge,
    guess or advise, words that colour where plain ones would do, and the small words ("reportedly", "it is understood")
    by which a report keeps its distance or hides its source. Opinion is marked by the sentence, the rest by its words.

    Words are judged one by one, from lists, so the marks are few and plain: words that colour ("whopping", "off to a
    rocky start"), words that judge ("dreadful"), and frames that take any word that judges ("it seems rather ...").
    Sentences that judge without such a mark are found by a head on the encoder that also reads attributions, where it
    is sure; it needs less where a word judges. What it misses on purpose:
    everything in quotation marks and opinion that the report attributes (both are somebody else's voice), sentences of
    which part is attributed, if no word marks the rest, and what may be an opinion or a fact.
    """
    said = sorted((part.start, part.end) for citation in citations for part in citation.content)
    judged = Judged(article)
    in_view = is_view = False
    for block in article.passages(*_SEARCHED):
        is_view = is_view or _labels_view(article, block)
        if block.kind != "body":
            in_view = _heads_view(article, block)
        quoted = _outer(article, block)
        opinions: Ranges = []
        if block.kind == "body":
            for sentence in sentences_in(article, block):
                mark = _mark(sentence, quoted, said)
                own = mark is None and _is_own_voice(sentence, quoted)
                judges = exclaims(sentence.exact) or judged.surely(block, sentence)
                sure = own and judges and not _said_in(sentence, said)
                if mark or sure or (own and (in_view or is_view)):
                    found = _clause(article, sentence, mark) if mark else sentence
                    opinions.append((found.start, found.end))
                    yield Wording(kind="opinion", span=found)
        yield from _words(article, block, quoted)
        near = (_within(block, places) for places in (quoted, opinions, said))
        for start, end in loaded(article.text[block.start : block.end], *near):
            yield Wording(kind="loaded", span=article.span(block.start + start, block.start + end))


Ranges = list[tuple[int, int]]


def _within(block: Block, places: Ranges) -> Ranges:
    """Those of these places of a report that reach into a block, counted from its start; none of them overlap."""
    found: Ranges = []
    for start, end in places:
        if start < block.end and block.start < end:
            first = max(start - block.start, found[-1][1] if found else 0)
            found.append((first, max(end - block.start, first)))
    return found


def _outer(article: Article, block: Block) -> Ranges:
    """Where the quotations of a block begin and end, with their marks; those within others are left out."""
    found: Ranges = []
    for part in quotations(article.text, block.start, block.end):
        if not found or part.outer_start >= found[-1][1]:
            found.append((part.outer_start, part.outer_end))
    return found


def _heads_view(article: Article, block: Block) -> bool:
    """Whether a subhead says that the writer's own view follows."""
    text = article.text[block.start : block.end].strip(" :.")
    return block.kind == "subhead" and pattern("wording", "section").fullmatch(text) is not None


def _labels_view(article: Article, block: Block) -> bool:
    """Whether a label says that the whole report is somebody's view: "Opinion", alone or before the headline."""
    text = article.text[block.start : block.end]
    label = text if block.kind == "body" else re.split(r"[:|]", text, maxsplit=1)[0]
    return block.kind != "subhead" and pattern("wording", "label").fullmatch(label.strip(" :.")) is not None


def _mark(sentence: Span, quoted: Ranges, said: Ranges) -> re.Match[str] | None:
    """The first words of opinion in a sentence that nobody else says."""
    near, text = _said_in(sentence, said), sentence.exact
    found = [*pattern("wording", "opinion").finditer(text), *frames_of_opinion(text)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        place = sentence.start + match.start()
        if is_free(place, quoted) and not any(start <= place < end for start, end in near):
            return match
    return None


def _said_in(sentence: Span, said: Ranges) -> Ranges:
    return [part for part in said if part[0] < sentence.end and sentence.start < part[1]]


def _clause(article: Article, sentence: Span, mark: re.Match[str]) -> Span:
    """The sentence; of a long one, the clause that the mark stands in."""
    if len(sentence.exact.split()) <= _LONG:
        return sentence
    ends = [match.end() for match in _BOUNDARY.finditer(sentence.exact)]
    start = max((end for end in ends if end <= mark.start()), default=0)
    stop = min((end for end in ends if end >= mark.end()), default=len(sentence.exact))
    exact = sentence.exact[start:stop].rstrip(" ,;:–—")
    if len(exact.split()) < _SHORTEST + 2:
        return sentence
    return article.span(sentence.start + start, sentence.start + start + len(exact))


def _is_own_voice(sentence: Span, quoted: Ranges) -> bool:
    """Whether a sentence of the writer's view is hers throughout, and says enough to be one."""
    nearest = bisect_right(quoted, (sentence.end, 0)) - 1
    quotes = nearest >= 0 and quoted[nearest][1] > sentence.start
    return not quotes and len(sentence.exact.split()) >= _SHORTEST


def _words(article: Article, block: Block, quoted: Ranges) -> Iterator[Wording]:
    text = article.text[block.start : block.end]
    for kind in _BY_WORD:
        for match in pattern("wording", kind).finditer(text):
            if is_free(block.start + match.start(), quoted):
                yield Wording(kind=kind, span=article.span(block.start + match.start(), block.start + match.end()))
