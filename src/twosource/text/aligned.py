"""Two wordings of one utterance, word by word."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from twosource.text.said import said, sentences_of
from twosource.text.spellings import is_slight

# So many words that are missing or other in the middle of a quotation change it; more were cut.
_FEW = 3
# So many words stand beside a change on either side, or all that there are: one may stand there by chance.
_BESIDE = 2
# Beside so many words in a row that are the same, a quotation that begins or ends in another word has been changed.
_BESIDE_END = 4
# A wording that shares a lesser part of the shorter one's words is another one.
_NEARLY = 0.75


class _Row:
    """The words of one quotation that are the speaker's, and the places where a report put in its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [word for word in said(text) if not word.is_inserted]
        self._inserted = [word.start for word in said(text) if word.is_inserted]
        self.keys = [word.key for word in self._words]

    def has_inserted(self, first: int, end: int) -> bool:
        """Whether something was put in among these words, or right beside them."""
        start = self._words[first - 1].end if first else 0
        stop = self._words[end].start if end < len(self._words) else len(self._text)
        return any(start <= place < stop for place in self._inserted)

    def verbatim(self, first: int, end: int) -> str:
        """These words as they are printed, with blanks for line breaks; "" for none."""
        if first >= end:
            return ""
        return " ".join(self._text[self._words[first].start : self._words[end - 1].end].split())


def edits(one: str, other: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Words that one side lacks, and words that stand for one another, verbatim: as each side has them, or "".

    A few words that are missing or other in the middle of a quotation change it; at its ends, or in bulk, they were
    cut. What a report put in between brackets is neither, nor is what it put it in for.
    """
    left, right = _Row(one), _Row(other)
    cut: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    codes = SequenceMatcher(None, left.keys, right.keys, autojunk=False).get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal" or left.has_inserted(a, b) or right.has_inserted(c, d):
            continue
        sides = left.verbatim(a, b), right.verbatim(c, d)
        is_few = max(b - a, d - c) <= _FEW
        if is_few and (_is_within(codes, number) or _is_outermost(codes, number)):
            changed.append(sides)
        elif not is_slight(*sides):
            cut.append(sides)
    return cut, changed


_Code = tuple[str, int, int, int, int]


def _is_within(codes: Sequence[_Code], number: int) -> bool:
    """Whether words that are the same stand on either side of a change, and not one alone where one version ends."""
    if not 0 < number < len(codes) - 1:
        return False
    before = codes[number - 1]
    is_begun = number > 1 or before[1] == before[3] == 0 or _length(before) >= _BESIDE
    return is_begun and (number + 2 < len(codes) - 1 or _goes_on(codes, number + 1))


def _goes_on(codes: Sequence[_Code], number: int) -> bool:
    """Whether both versions end with these words, or they are too many to stand there by chance."""
    return number == len(codes) - 1 or _length(codes[number]) >= _BESIDE


def _is_outermost(codes: Sequence[_Code], number: int) -> bool:
    """Whether both quotations begin or end in other words, as many of them, beside many that are the same."""
    _, a, b, c, d = codes[number]
    beside = codes[number - 1] if number == len(codes) - 1 else codes[number + 1]
    is_outer = number in (0, len(codes) - 1) and len(codes) > 1
    return is_outer and b - a == d - c and _length(beside) >= _BESIDE_END


def _length(code: _Code) -> int:
    return code[2] - code[1]


def changed_words(one: str, other: str) -> list[tuple[str, str]]:
    """The words of two quotations that stand for one another, as each has them; one side may have none.

    Another spelling of the same word is no other word: outlets have their house styles.
    """
    return [pair for pair in edits(one, other)[1] if not is_slight(*pair)]


def rewording(one: str, other: str) -> list[tuple[str, str]]:
    """All in which two wordings differ, in order, where one is not nearly the other; [] where it is.

    Of several sentences, those two are told apart that are most alike.
    """
    if _share(one, other) >= _NEARLY:
        return []
    pairs = [(mine, others) for mine in sentences_of(one) for others in sentences_of(other)]
    left, right = (_Row(side) for side in max(pairs, key=lambda pair: _share(*pair)))
    codes = SequenceMatcher(None, left.keys, right.keys, autojunk=False).get_opcodes()
    sides = ((left.verbatim(a, b), right.verbatim(c, d)) for tag, a, b, c, d in codes if tag != "equal")
    return [pair for pair in sides if not is_slight(*pair)]


def _share(one: str, other: str) -> float:
    """The share of the shorter wording's words that stand in the other one, in order."""
    left, right = _Row(one).keys, _Row(other).keys
    match = SequenceMatcher(None, left, right, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    return same / min(len(left), len(right)) if left and right else 0.0


def told_apart(changed: Sequence[tuple[str, str]]) -> str:
    """Differing words in one line: what stands for one another, and what one version has and the other leaves out."""
    return "; ".join(
        f"“{left}” or “{right}”" if left and right else f"“{left or right}” in one only" for left, right in changed
    )
