"""How two quotations of one utterance differ."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from twosource.lexicon import pattern
from twosource.text.aligned import changed_words, edits, rewording, told_apart
from twosource.text.printed import ANOTHER, Printed
from twosource.text.said import said
from twosource.text.statements import is_one_statement
from twosource.text.uttering import Uttering
from twosource.text.versions import LEAST_OTHER_SPEAKER, Version
from twosource.text.vocabulary import news
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
        is_cut = len(said(side)) > (ANOTHER if is_other else 0)
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
