"""Two wordings of one utterance, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from twosource.lexicon import mapping

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[%&$€£]")
_CONTRACTED = re.compile(r"(?i)(.+?)(n't|'ll|'ve|'re|'m|'s|')$")
_ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'s": "is"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
# After these, 's stands for "is" or "has"; after a noun, for the possessive as well, and says nothing.
_SHORT_IS = frozenset(["it", "he", "she", "that", "this", "what", "there", "here", "who", "where", "how"])
_SAME = {"percent": "%", "cent": "%", "us": "usa", "dollars": "$", "dollar": "$"}
_INSERTED = re.compile(r"\(([^()]{1,80})\)")
# An article more or less is no other wording, nor is a word that only links two halves.
_ARTICLES, _LINKS = frozenset({"", "a", "an", "the"}), frozenset({"", "and", "that"})
# From this length on, words that differ in one letter are taken to be two spellings: "colour", not "but" and "put".
_SHORT = 5
_FEW = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a quotation as it is compared, and where it stands in the text."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def said(text: str) -> tuple[Said, ...]:
    """The words, one by one: contractions as the two words that they stand for, compounds in their parts."""
    return tuple(word for match in _TOKEN.finditer(text) for word in _words(match))


def _words(match: re.Match[str]) -> Iterator[Said]:
    bare = match[0].replace("’", "'").replace(".", "") if match[0][0].isalpha() else match[0].replace(",", "")
    key = "usa" if bare == "US" else bare.lower()
    contracted = _CONTRACTED.fullmatch(key)
    stem = contracted[1] if contracted else key
    yield Said(mapping("numbers", "cardinals").get(stem) or _STEMS.get(stem, stem), *match.span())
    if contracted and (contracted[2] != "'s" or stem in _SHORT_IS) and contracted[2] in _ENDINGS:
        yield Said(_ENDINGS[contracted[2]], *match.span())


def edits(one: str, other: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Words that one side lacks, and words that stand for one another, verbatim: as each side has them, or "".

    A few words that are missing or other in the middle of a quotation change it; at its ends, or in bulk, they were
    cut.
    """
    left, right = said(one), said(other)
    cut: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    match = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    for tag, a, b, c, d in match.get_opcodes():
        sides = _verbatim(one, left[a:b]), _verbatim(other, right[c:d])
        is_inside = min(a, c) > 0 and b < len(left) and d < len(right)
        if tag != "equal" and is_inside and max(b - a, d - c) <= _FEW:
            changed.append(sides)
        elif tag != "equal":
            cut.append(sides)
    return cut, changed


def _verbatim(text: str, words: Sequence[Said]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def changed_words(one: str, other: str) -> list[tuple[str, str]]:
    """The words of two quotations that stand for one another, as each has them; one side may have none.

    Another spelling of the same word is no other word: outlets have their house styles. What stands in round brackets
    was put in by the report: "his (Marlow's) daughter".
    """
    added = {word.key for text in (one, other) for inside in _INSERTED.findall(text) for word in said(inside)}
    return [pair for pair in edits(one, other)[1] if not (_is_slight(pair) or _keys(pair) <= added)]


def _keys(pair: tuple[str, str]) -> set[str]:
    return {word.key for side in pair for word in said(side)}


def _is_slight(pair: tuple[str, str]) -> bool:
    sides = {side.lower() for side in pair}
    return is_spelling(*pair) or sides <= _ARTICLES or ("" in sides and sides <= _LINKS)


def is_spelling(one: str, other: str) -> bool:
    """Whether two sides are one word, written in two ways: hyphens and blanks, -ise and -ize, $1m and $1 million."""
    left, right = _letters(one), _letters(other)
    if left == right or _plain(one) == _plain(other):
        return True
    return bool(left and right) and len(left) > _SHORT and Levenshtein.distance(left, right) <= 1


def _plain(side: str) -> str:
    return "".join(sign for sign in side.lower() if sign.isalnum())


def _letters(side: str) -> str:
    keys = (word.key for word in said(side))
    return "".join(_SAME.get(key) or _figures().get(key, key) for key in keys).replace("z", "s")


@cache
def _figures() -> dict[str, str]:
    """The words of numbers in figures."""
    tables = ("scales", "suffixes", "money_suffixes")
    return {word: figure for name in tables for word, figure in mapping("numbers", name).items()}


def told_apart(changed: Sequence[tuple[str, str]]) -> str:
    """Differing words in one line: what stands for one another, and what one version has and the other leaves out."""
    return "; ".join(
        f"“{left}” or “{right}”" if left and right else f"“{left or right}” in one only" for left, right in changed
    )
