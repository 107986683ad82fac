"""One person's name in two spellings: Nuhad Machnouk and Nohad Mashnuq, Idriss Déby and Idris Deby."""

import re
from collections.abc import Sequence
from itertools import combinations

from twosource.detect.parties.group import Group
from twosource.lexicon.names import listed
from twosource.text.sounds import single, unaccented

_VOWELS = re.compile(r"[aeiouyhw]+")
_SOUNDS = (
    (re.compile(r"t?[cs]h"), "s"),
    (re.compile(r"kh|ck|[qcg]"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"z"), "s"),
)
_SURNAME, _GIVEN = 3, 2  # consonants from which two spellings show one name


def respelled(persons: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pairs of persons whose names are spelled differently and sound alike, and whom no report names both.

    Vowels and doubled letters are left out, and letters that transcriptions take for one another made one (after
    Soundex). Given names that are frequent ones stay two (Jon and Jan), and so do surnames of few consonants.
    """
    return [
        (one, other)
        for one, other in combinations(persons, 2)
        if one.articles.isdisjoint(other.articles) and _is_one(one.key.split(), other.key.split())
    ]


def _is_one(one: Sequence[str], other: Sequence[str]) -> bool:
    given, surname = (one[0], other[0]), (one[-1], other[-1])
    if len(one) != len(other) or (given[0] != given[1] and set(given) <= listed("given")):
        return False
    if all(len({_folded(name) for name in pair}) == 1 for pair in (given, surname)):
        return True
    heard = [{_heard(name) for name in pair} for pair in (given, surname)]
    return all(len(names) == 1 for names in heard) and len(heard[0].pop()) >= _GIVEN and len(heard[1].pop()) >= _SURNAME


def _folded(name: str) -> str:
    """A name without accents, marks and doubled letters."""
    return single("".join(sign for sign in unaccented(name) if sign.isalnum()))


def _heard(name: str) -> str:
    """The consonants of a name, as they sound."""
    said = _folded(name)
    for letters, sound in _SOUNDS:
        said = letters.sub(sound, said)
    return single(_VOWELS.sub("", said))
