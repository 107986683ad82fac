"""How two quotations of one utterance differ."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from rapidfuzz import fuzz

from twosource.lexicon import pattern, word_set
from twosource.text.aligned import changed_words, edits, rewording, told_apart
from twosource.text.quotations import quoted_ranges
from twosource.text.said import said
from twosource.text.statements import is_one_statement
from twosource.text.uttering import Uttering
from twosource.text.versions import LEAST_OTHER_SPEAKER, Version
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, DifferenceKind

# Two names are one in two spellings from this ratio (0-100) on: Machnouk, Mashnuq.
_SPELT_ALIKE = 60
_JOINT = re.compile(r"(?:\band|&)\s|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\b")
_CUTS = ("…", "...", ". . .")
# So many words in a row are the same words in another place.
_RUN = 5
# Two quotations that share fewer content words may be two: "at the end of the year".
_LEAST_CONTENT = 3
_ANOTHER = 2


class Printed:
    """What the reports print between quotation marks, anywhere in them."""

    def __init__(self, articles: Iterable[Article], found: Iterable[Version]) -> None:
        """The quotations are read when a report is first asked for; `found` are those that are told, and others."""
        self._articles = {article.id: article for article in articles}
        self._found: dict[str, list[Version]] = defaultdict(list)
        for version in found:
            if version.is_quoted:
                self._found[version.span.article].append(version)
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def lacks(self, article: str, words: str) -> Iterator[str]:
        """The parts of these words that the report prints in no quotation, but for trifles: verbatim, in order.

        Words are printed there if they stand in a row with others, in one quotation or in several that follow one
        another.
        """
        row = said(words)
        held = self._held(article)
        printed: set[int] = set()
        for first in range(len(row) - _RUN + 1):
            if tuple(word.key for word in row[first : first + _RUN]) in held:
                printed.update(range(first, first + _RUN))
        if len(row) < _RUN and tuple(word.key for word in row) in held:
            return
        for is_lacking, places in groupby(range(len(row)), lambda place: place not in printed):
            part = [row[place] for place in places]
            is_cut = len(part) > _ANOTHER or not printed  # a word beside printed ones is other there, not cut
            if is_lacking and is_cut and not {word.key for word in part if not word.is_inserted} <= _trifles():
                yield " ".join(words[part[0].start : part[-1].end].split())

    def _held(self, article: str) -> frozenset[tuple[str, ...]]:
        """All runs of up to so many words between the report's quotation marks."""
        if article not in self._runs:
            text = self._articles[article].text
            between = [word.key for start, end in quoted_ranges(text) for word in said(text[start:end])]
            rows = [between, *([word.key for word in said(one.span.exact)] for one in self._found[article])]
            self._runs[article] = frozenset(
                tuple(keys[first : first + length])
                for keys in rows
                for length in range(1, _RUN + 1)
                for first in range(len(keys))
            )
        return self._runs[article]


@cache
def _trifles() -> frozenset[str]:
    return word_set("styles", "trifles", "english")


def differences(
    one: Version, other: Version, printed: Printed, uttering: Uttering, *, are_apart: bool
) -> Iterator[Difference]:
    """What tells two quotations apart: the speaker, words cut, or words changed, and when and where they were said.

    `are_apart` says that the speakers are two who do not give one another's words.

    What a paraphrase changes is no difference: it does not claim to give the words. Words that the other report prints
    in another place were not cut.
    """
    if not (one.is_quoted and other.is_quoted):
        return
    occasions = list(uttering.apart(one.attribution, other.attribution))
    if min(len(one.words), len(other.words)) >= LEAST_OTHER_SPEAKER:  # fewer may have been said on two occasions
        for kind, stated in occasions:
            yield _difference(kind, one, other, stated)
    if are_apart and are_named_apart(one.attribution, other.attribution):
        yield _difference("speaker", one, other, "the same words are given to different speakers")
        return
    other_words = rewording(one.span.exact, other.span.exact) if not occasions and is_one_statement(one, other) else []
    if other_words:
        yield _difference("wording", one, other, f"quoted in other words: {told_apart(other_words)}")
        return
    changed = changed_words(one.span.exact, other.span.exact)
    if changed and (occasions or len(one.content & other.content) < _LEAST_CONTENT):
        return  # who says a thing twice may say it in other words
    if changed and not _marks_a_cut(one.span.exact, other.span.exact):
        yield _difference("wording", one, other, f"differing words: {told_apart(changed)}")
        return
    cut = [
        side
        for sides in (*edits(one.span.exact, other.span.exact)[0], *changed)
        for side in _cut(sides, one, other, printed)
    ]
    if cut:
        words = " … ".join(f"“{side}”" for side in cut)
        yield _difference("truncation", one, other, f"in one version only: {words}")


def _cut(sides: tuple[str, str], one: Version, other: Version, printed: Printed) -> Iterator[str]:
    is_other = all(sides)  # words in the place of others
    for side, lacking in zip(sides, (other, one), strict=True):
        told = _told(lacking.attribution)
        is_cut = len(said(side)) > (_ANOTHER if is_other else 0)
        for part in printed.lacks(lacking.attribution.article, side) if is_cut else ():
            meant = set(news().content(part))
            if not meant or not meant <= told:
                yield part


def _told(attribution: Attribution) -> set[str]:
    """What a report that quotes in part says in its own words around it: the council had “no plans at all”."""
    if attribution.citation.mode != "mixed":
        return set()
    return {word for part in attribution.citation.content for word in news().content(part.exact)}


def are_named_apart(one: Attribution, other: Attribution) -> bool:
    """Whether two reports name two people for what is said: by names that share no word, nor one in two spellings.

    Who "he" is, or whose statement it was, is worked out by this program and may be wrong; who speaks for somebody
    gives that body's words.
    """
    if one.article == other.article or None in {one.speaker, other.speaker}:
        return False
    names, others = _names(one), _names(other)
    return bool(names and others) and all(
        fuzz.ratio(name, other_name) < _SPELT_ALIKE for name in names for other_name in others
    )


def _names(attribution: Attribution) -> set[str]:
    """The words of the name by which the source is called, if it is; none for who speaks for somebody, or for two.

    Two may be called by other names, each: a pair of singers, by their own and by those on stage. "Her adviser" gives
    her words.
    """
    source = attribution.citation.source
    if source is None or _JOINT.search(source.exact) or pattern("people", "spokes").search(source.exact):
        return set()
    stops = pattern("stopwords", "english")
    words = source.exact.replace("’s", "").replace("'s", "").split()
    bare = (word.strip(".,;:()[]“”\"'") for word in words)
    return {word for word in bare if word[:1].isupper() and not stops.fullmatch(word)}


def _difference(kind: DifferenceKind, one: Version, other: Version, explanation: str) -> Difference:
    between = one.attribution.id, other.attribution.id
    return Difference(kind=kind, between=between, versions=(one.span, other.span), explanation=explanation)


def _marks_a_cut(*versions: str) -> bool:
    """Whether a report shows that it left words out: by dots."""
    return any(mark in version for version in versions for mark in _CUTS)
