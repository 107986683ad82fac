"""What one report tells in other words than another."""

from twosource.text.grouping import Overlap
from twosource.text.versions import LEAST_OTHER_SPEAKER, Version

# A paraphrase by the same speaker's side: at least this many content words, and this share of the shorter version's.
LEAST_CONTENT = 3
_PARAPHRASE = 0.6
# What a version that retells another shares with it: cosine, share of the lesser by weight, number of content words.
# One of the rows is enough: the more words, the less each must weigh.
LEAST_RETOLD = 2
_Least = tuple[tuple[float, float, int], ...]
_RETOLD: _Least = ((0.35, 0.6, LEAST_RETOLD), (0.27, 0.32, 3))
# … where neither is quoted; where both retell an outlet, which tells a story once; where one report gives it twice;
# where a report does not tell who says it.
_RETOLD_TWICE: _Least = ((0.6, 0.9, 3), (0.36, 0.4, 4))
_OF_AN_OUTLET: _Least = (*_RETOLD_TWICE, (0.31, 0.33, 5))
_REPEATED: _Least = ((0.8, 0.8, 5),)
LEAST_BY_ANYBODY = 4
_BY_ANYBODY: _Least = ((0.9, 0.9, LEAST_BY_ANYBODY), (0.6, 0.75, 6))


def retells(
    one: Version, other: Version, overlap: Overlap, *, is_anybody: bool = False, is_outlet: bool = False
) -> bool:
    """Whether one paraphrases the other: most of the content words, or, by weight, much of what either says.

    Two paraphrases share more than a paraphrase and a quotation, and are of two reports. Two quotations in different
    words are two utterances. `is_anybody` says that it is not known whether one speaker stands for the other here,
    `is_outlet` that an outlet speaks in both.
    """
    if one.is_quoted and other.is_quoted:
        return False
    is_one_report = one.attribution.article == other.attribution.article
    if one.words == other.words and len(one.words) >= LEAST_OTHER_SPEAKER:
        return not is_one_report
    if is_anybody or None in {one.attribution.speaker, other.attribution.speaker}:
        is_described = one.attribution.citation.anonymous or other.attribution.citation.anonymous
        return not (is_one_report or is_described) and _reaches(overlap, _BY_ANYBODY)
    if one.attribution.speaker == other.attribution.speaker and _paraphrases(one, other):
        return True
    if is_one_report:
        return _reaches(overlap, _REPEATED)
    told_twice = _OF_AN_OUTLET if is_outlet else _RETOLD_TWICE
    return _reaches(overlap, _RETOLD if one.is_quoted or other.is_quoted else told_twice)


def _reaches(overlap: Overlap, least: _Least) -> bool:
    return any(
        overlap.cosine >= cosine and overlap.of_lesser >= share and overlap.words >= words
        for cosine, share, words in least
    )


def _paraphrases(one: Version, other: Version) -> bool:
    both, least = one.content & other.content, min(len(one.content), len(other.content))
    enough = LEAST_CONTENT
    if not (one.is_quoted or other.is_quoted):
        enough += 1
        if one.attribution.article == other.attribution.article:
            return False
    return len(both) >= enough and len(both) >= _PARAPHRASE * least
