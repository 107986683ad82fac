"""When two names are one party's: what is left of a name without what varies."""

import re
from functools import cache

from twosource.lexicon import mapping, words
from twosource.lexicon.names import listed, places
from twosource.lexicon.outlets import bare, known
from twosource.text.outlets import spaced
from twosource.types.party import PartyKind

_PARTICLE = re.compile(r"\b(?:a[ldnrstz]|ash|el|ul)-(?=\w)", re.IGNORECASE)  # al-Tarn and Al Tarn are one name
_NOISE = re.compile(r"[.,\"“”‘’'()]")


@cache
def _forms() -> frozenset[str]:
    return frozenset(words("names", "company_forms"))


@cache
def _aliases() -> dict[str, str]:
    return mapping("names", "known_as")


def parts(name: str) -> list[str]:
    """The words of a name in lower case, without stops, quotes and possessive endings; one at least."""
    plain = _NOISE.sub("", _PARTICLE.sub("", spaced(name)).replace("’s", "").replace("'s", "")).lower()
    words = [word for word in plain.split() if word not in {"the", "&"}]
    return [word for at, word in enumerate(words) if word != "al" or at == 0] or [name.lower()]


def key(name: str, kind: PartyKind) -> str:
    """What two forms of one name share: company forms, initials, `Department of X` as `X department`."""
    pieces = parts(name)
    if kind == "person":
        pieces = [piece for piece in pieces if piece not in listed("suffixes")]
        return " ".join([_given(pieces[0]), pieces[-1]]) if len(pieces) > 1 else " ".join(pieces)
    if kind == "publication":
        low = bare(name)
        noun = low.rpartition(" ")[2]
        if noun in words("outlets", "behind") and low.removesuffix(f" {noun}") not in places():
            name = low = low.removesuffix(f" {noun}")
        site = low.removesuffix(".com")
        return _PARTICLE.sub("al-", bare(spaced(known().get(low, known().get(site, name)))))
    if kind == "place":
        low = " ".join(pieces)
        return _aliases().get(low, low)
    while len(pieces) > 1 and pieces[-1] in _forms():
        pieces.pop()
    low = " ".join(_of_nation(pieces[pieces[0] == "al" and len(pieces) > 1 :]))
    return _aliases().get(low, low)


def _of_nation(pieces: list[str]) -> list[str]:
    """`Tarnian army`, `Tarn army`, `army of Tarn` in one form; `Department of X` as `X department`."""
    nation, rest = nation_of(pieces)
    if len(rest) > 2 and rest[-2] == "of" and not nation:
        nation, left = nation_of([rest[-1]])
        rest = rest if left or rest[0] not in listed("state_bodies") else rest[:-2]
        nation = nation if len(rest) < len(pieces) else ""
    if len(rest) > 2 and rest[0] in {"department", "ministry"} and rest[1] == "of":
        rest = [*rest[2:], rest[0]]
    if not rest or rest[-1] not in listed("state_bodies"):
        return pieces
    spelled = [mapping("names", "spellings").get(word, word) for word in rest]
    return [nation, *spelled] if nation else spelled


def nation_of(pieces: list[str]) -> tuple[str, list[str]]:
    """The country that words begin with, or whose adjective they do, and the other words; none: an empty name."""
    for count in (3, 2, 1):
        low = " ".join(pieces[:count])
        low = mapping("names", "nations").get(low, _aliases().get(low, low))
        if len(pieces) >= count and low in words("places", "countries"):
            return low, pieces[count:]
    return "", pieces


@cache
def _given(name: str) -> str:
    return mapping("names", "short_given").get(name, name)


def initials(name: str) -> set[str]:
    """The acronyms that a name may have: with and without its small words."""
    pieces = [piece for piece in re.split(r"[\s-]+", name) if piece and piece.lower() != "the"]
    small = listed("connectors")
    without = "".join(piece[0] for piece in pieces if piece.lower() not in small)
    return {form.upper() for form in (without, "".join(piece[0] for piece in pieces)) if len(form) > 1}
