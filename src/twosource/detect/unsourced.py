"""Claims in a report's own voice that the other reports attribute."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.lexicon.reporting import verbs
from twosource.text.certainty import Said, is_negated, matter, statements
from twosource.text.quotations import quotations
from twosource.types.article import Article
from twosource.types.attribution import Citation
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Wording

# Passages say the same if most content words of the one, and half of the other's, are in both.
_SAME, _SAME_BACK, _LEAST = 0.6, 0.5, 5
# One report that names a source may be the exception; where two do, the one that names none is.
_REPORTS = 2
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[“”\"‘]|(?<!\w)'")
_FIRST = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
# A word in more passages than this finds none, and would make the work quadratic.
_MOST_HOLDERS = 500


def unsourced(story: Story, citations: Sequence[Citation]) -> Iterator[Wording]:
    """Finds what a report says in its own voice, naming nobody, where at least two others say on whose word it stands.

    A claim that loses its source on the way looks like a fact. The sentence is marked as unattributed; it may still be
    true, and the report may have seen for itself.

    What it misses on purpose: claims that only one other report attributes, sentences that share less than most of
    their content words, and all that is hedged, possible or asked.
    """
    contents: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        contents[citation.article].append(citation)
    read = [article for article in story.articles if article.skipped is None]
    sourced = _Sourced(part for citation in citations if citation.act == "asserts" for part in citation.content)
    for article in read:
        for said in _own(article, contents[article.id]):
            if len(sourced.reports(said)) >= _REPORTS:
                yield Wording(kind="unattributed", span=said.span)


def _own(article: Article, citations: Sequence[Citation]) -> Iterator[Said]:
    """What a report says flatly, with nobody near who may be saying it: not in the sentence, nor in the one before."""
    parts = [part for citation in citations for part in citation.content]
    quoted = [(one.outer_start, one.outer_end) for one in quotations(article.text)]
    taken = _merged([*quoted, *((part.start, part.end) for part in parts)])
    starts = [start for start, _ in taken]
    speaks = False
    for said in statements(article, parts):
        before, nearest = speaks, bisect_left(starts, said.span.end) - 1
        is_taken = nearest >= 0 and taken[nearest][1] > said.span.start
        speaks = is_taken or said.firmness == "attributed" or _somebody_speaks(said.span.exact)
        if said.firmness == "flat" and not before and not speaks:
            yield said


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _somebody_speaks(text: str) -> bool:
    """Whether a sentence holds a quotation mark, a reporting verb, or somebody's "I"."""
    found = (word.lower() for word in _WORD.findall(text))
    return _MARKS.search(text) is not None or any(word in verbs() or word in _FIRST for word in found)


class _Sourced:
    """Attributed words, to be asked which reports attribute what a sentence says."""

    def __init__(self, contents: Iterator[Span]) -> None:
        self._held = [(span, matter(span.exact)) for span in contents]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, (_, about) in enumerate(self._held):
            for word in about:
                self._holders[word].append(place)

    def reports(self, said: Said) -> set[str]:
        """The other reports that attribute it."""
        held = (self._holders[word] for word in said.matter if 0 < len(self._holders.get(word, ())) <= _MOST_HOLDERS)
        near = sorted({place for places in held for place in places})
        found = (self._held[place] for place in near)
        others = ((span, about) for span, about in found if span.article != said.span.article)
        return {span.article for span, about in others if _is_same(said, span, about)}


def _is_same(said: Said, span: Span, about: frozenset[str]) -> bool:
    shared = len(said.matter & about)
    is_like = shared >= max(_LEAST, _SAME * len(said.matter), _SAME_BACK * len(about))
    return is_like and is_negated(said.span) == is_negated(span)
