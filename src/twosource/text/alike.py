"""Whether two quotations give one utterance."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from twosource.text.versions import LEAST_OTHER_SPEAKER, Version

# Two words quoted by one speaker are one utterance; of others' words, more must be the same.
_LEAST = 2
# One quoted word is known again if it is as long as "baseless".
_LEAST_LETTERS = 8
# rapidfuzz's partial ratio (0-100) of the shorter version within the longer one. 85 lets one word in seven differ.
_ALIKE, _NEARLY, _SAME = 85, 90, 95
# So many content words tell an utterance, where its words are not all the same, or somebody else's.
_LEAST_CONTENT = 3
# A quotation from whose middle words are left out: so many words, content words, and this share of either; and so many
# words between the first and the last of them that it leaves out.
_LEAST_APART, _CONTENT_APART, _APART, _MOST_BETWEEN = 6, 4, 0.85, 12


def is_one_utterance(one: Version, other: Version, *, is_one_speaker: bool) -> bool:
    """Whether one quotation gives words of the other: by one speaker, or too many for chance.

    Two people may say the same sentence, and one may say a sentence twice: where both speakers are known, or one report
    prints both, the words are the same. Words that others stand between in the longer one were cut out without a mark.
    """
    shorter, longer = sorted((one, other), key=lambda version: len(version.words))
    shared = len(shorter.content & longer.content)
    are_two = not is_one_speaker and None not in {one.attribution.speaker, other.attribution.speaker}
    if is_one_speaker:
        is_long = len(shorter.words) >= _LEAST or len(shorter.words[0]) >= _LEAST_LETTERS
    else:
        is_long = len(shorter.words) >= LEAST_OTHER_SPEAKER and shared >= _LEAST_CONTENT - (not are_two)
    if not is_long:
        return False
    if _stand_in(shorter.words, longer.words):
        return True
    if are_two or one.attribution.article == other.attribution.article:
        return lies_in(shorter.words, longer.words, _SAME)
    least = _ALIKE if shared >= _LEAST_CONTENT else _NEARLY
    return lies_in(shorter.words, longer.words, least) or _lies_apart(shorter, longer)


def _stand_in(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the shorter words stand in the longer ones, in a row."""
    return len(shorter) >= _LEAST and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _lies_apart(shorter: Version, longer: Version) -> bool:
    """Whether nearly all words of the shorter quotation stand in the longer one, in order and not far apart."""
    shared = len(shorter.content & longer.content)
    if len(shorter.words) < _LEAST_APART or shared < max(_CONTENT_APART, _APART * len(shorter.content)):
        return False
    match = SequenceMatcher(None, shorter.words, longer.words, autojunk=False)
    rows = [row for row in match.get_matching_blocks() if row.size >= _LEAST]
    is_near = bool(rows) and rows[-1].b + rows[-1].size - rows[0].b <= len(shorter.words) + _MOST_BETWEEN
    return is_near and sum(row.size for row in rows) >= _APART * len(shorter.words)


def lies_in(shorter: Sequence[str], longer: Sequence[str], least: int = _ALIKE) -> bool:
    """Whether the shorter words stand in the longer ones, nearly word for word (rapidfuzz's partial ratio, 0-100)."""
    if len(shorter) < _LEAST:
        return shorter[0] in longer
    return fuzz.partial_ratio(" ".join(shorter), " ".join(longer)) >= least
