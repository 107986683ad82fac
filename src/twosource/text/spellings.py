"""One word written in two ways: house styles and spoken forms."""

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from twosource.lexicon import mapping
from twosource.text.said import said
from twosource.text.sounds import single

_SAME = {"percent": "%", "cent": "%", "us": "usa", "dollars": "$", "dollar": "$"}
# An article more or less is no other wording, nor is a word that only links two halves.
_ARTICLES, _LINKS = frozenset({"", "a", "an", "the"}), frozenset({"", "and", "that"})
# Letters that stand for one sound in names from other scripts; those that stand twice count once.
_SOUNDS = str.maketrans({"q": "k", "c": "k", "u": "o", "w": "o", "y": "i", "e": "i", "h": ""})
_MASK = re.compile(r"\*+")
# From this length on, words that differ in one letter are taken to be two spellings: "colour", not "but" and "put".
_SHORT = 5


def is_slight(one: str, other: str) -> bool:
    """Whether two sides say the same: in two spellings, or but for an article or a word that only links."""
    sides = {one.lower(), other.lower()}
    return is_spelling(one, other) or sides <= _ARTICLES or ("" in sides and sides <= _LINKS)


def is_spelling(one: str, other: str) -> bool:
    """Whether two sides are one word, written in two ways: hyphens and blanks, -ise and -ize, $1m and $1 million."""
    left, right = _letters(one), _letters(other)
    if left == right or _plain(one) == _plain(other) or _is_short_for(one, other) or _is_short_for(other, one):
        return True
    if _is_masked(one, other) or _is_masked(other, one):
        return True
    if one[:1].isupper() and other[:1].isupper() and _folded(one) == _folded(other):
        return True
    return bool(left and right) and len(left) > _SHORT and Levenshtein.distance(left, right) <= 1


def _is_masked(one: str, other: str) -> bool:
    """Whether one side is the other with letters struck out: b*****t."""
    if "*" not in one:
        return False
    parts = (re.escape(part) for part in _MASK.split(one))
    return re.fullmatch(r"\w+".join(parts), other, re.IGNORECASE) is not None


def _is_short_for(one: str, other: str) -> bool:
    """Whether one side is made of the initials of the other: the UK, the United Kingdom."""
    initials = "".join(word[0] for word in other.replace("-", " ").split() if word[:1].isupper())
    return len(initials) > 1 and _plain(one).removeprefix("the") == initials.lower()


def _folded(name: str) -> str:
    """A name as it sounds, whoever wrote it in Latin letters: Koran, Qur’an."""
    return single(_plain(name).translate(_SOUNDS))


def _plain(side: str) -> str:
    return "".join(sign for sign in side.lower() if sign.isalnum())


def _letters(side: str) -> str:
    keys = (word.key for word in said(side))
    spoken = (part for key in keys for part in mapping("styles", "spoken").get(key, key).split())
    return "".join(_SAME.get(key) or _figures().get(key, key) for key in spoken).replace("z", "s")


@cache
def _figures() -> dict[str, str]:
    """The words of numbers in figures."""
    tables = ("scales", "suffixes", "money_suffixes")
    return {word: figure for name in tables for word, figure in mapping("numbers", name).items()}
