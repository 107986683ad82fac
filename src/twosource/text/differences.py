"""How two quotations of one utterance differ."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from twosource.lexicon import pattern
from twosource.text.aligned import changed_words, edits, said, told_apart
from twosource.text.quotations import quoted_ranges
from twosource.text.uttering import Uttering
from twosource.text.versions import LEAST_OTHER_SPEAKER, Version
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, DifferenceKind

# Two names are one in two spellings from this ratio (0-100) on: Machnouk, Mashnuq.
_SPELT_ALIKE = 60
_CUTS = ("…", "...", ". . .", "[")


class Printed:
    """What the reports print between quotation marks, anywhere in them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """The quotations are read when a report is first asked for."""
        self._articles = {article.id: article for article in articles}
        self._words: dict[str, str] = {}

    def holds(self, article: str, words: str) -> bool:
        """Whether the report prints these words in a row, in one quotation or in several that follow one another."""
        if article not in self._words:
            text = self._articles[article].text
            parts = (_row(text[start:end]) for start, end in quoted_ranges(text))
            self._words[article] = f" {' '.join(parts)} "
        return f" {_row(words)} " in self._words[article]


def _row(words: str) -> str:
    return " ".join(word.key for word in said(words))


def differences(
    one: Version, other: Version, printed: Printed, uttering: Uttering, *, is_one_speaker: bool
) -> Iterator[Difference]:
    """What tells two quotations apart: the speaker, words cut, or words changed, and when and where they were said.

    What a paraphrase changes is no difference: it does not claim to give the words. Words that the other report prints
    in another place were not cut.
    """
    if not (one.is_quoted and other.is_quoted):
        return
    occasions = list(uttering.apart(one.attribution, other.attribution))
    if min(len(one.words), len(other.words)) >= LEAST_OTHER_SPEAKER:  # fewer may have been said on two occasions
        for kind, stated in occasions:
            yield _difference(kind, one, other, stated)
    if not is_one_speaker and are_named_apart(one.attribution, other.attribution):
        yield _difference("speaker", one, other, "the same words are given to different speakers")
        return
    changed = changed_words(one.span.exact, other.span.exact)
    if changed and occasions:
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
    for side, lacking in zip(sides, (other, one), strict=True):
        if said(side) and not printed.holds(lacking.attribution.article, side):
            yield side


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
    """The words of the name by which the source is called, if it is; none for who speaks for somebody."""
    source = attribution.citation.source
    if source is None or pattern("people", "spokes").search(source.exact):
        return set()
    stops = pattern("stopwords", "english")
    words = source.exact.replace("’s", "").replace("'s", "").split()
    bare = (word.strip(".,;:()[]“”\"'") for word in words)
    return {word for word in bare if word[:1].isupper() and not stops.fullmatch(word)}


def _difference(kind: DifferenceKind, one: Version, other: Version, explanation: str) -> Difference:
    between = one.attribution.id, other.attribution.id
    return Difference(kind=kind, between=between, versions=(one.span, other.span), explanation=explanation)


def _marks_a_cut(*versions: str) -> bool:
    """Whether a report shows that it left words out, or put words in: by dots, or by square brackets."""
    return any(mark in version for version in versions for mark in _CUTS)
