"""Spellings of one name: a name written in another alphabet comes in many."""

import re

from rapidfuzz import fuzz

from twosource.text.sounds import single, unaccented

_TITLES = re.compile(r"^(?:mr|mrs|ms|dr|prof|sir|gen|col|lt)\.?\s+", re.IGNORECASE)
# Consonants that transliterations write in several ways, as one; what is left of a name without its vowels.
_SAME = (
    (re.compile(r"tch|sch|sh|ch"), "s"),
    (re.compile(r"kh|gh|ck|q|k|g"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"dj|j"), "j"),
    (re.compile(r"ph|f|v|w"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
)
_VOWELS = re.compile(r"[aeiouyh]")
# So many letters are left of a name that tells somebody apart, and rapidfuzz's ratio (0-100) of the two as they stand.
_LEAST, _ALIKE = 3, 60


def may_be_one(one: str, other: str) -> bool:
    """Whether two names of people may be two spellings of one: "Nouhad Mashnuq", "Nohad Machnouk"."""
    ones, others = _parts(one), _parts(other)
    if len(ones) != len(others) or len(ones) < 2:  # noqa: PLR2004 -- a given name and a surname
        return False
    pairs = list(zip(ones, others, strict=True))
    left = [(_bones(a), _bones(b)) for a, b in pairs]
    return (
        all(a == b for a, b in left)
        and len(left[-1][0]) >= _LEAST
        and all(fuzz.ratio(a, b) >= _ALIKE for a, b in pairs[:1])
    )


def _parts(name: str) -> list[str]:
    found = re.findall(r"[^\W\d_]+", unaccented(_TITLES.sub("", name)).casefold())
    return [part for part in found if part not in {"al", "el", "ul"}]


def _bones(part: str) -> str:
    for written, sign in _SAME:
        part = written.sub(sign, part)
    return single(_VOWELS.sub("", part))
