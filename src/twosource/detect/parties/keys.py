"""When two names are one party's: what is left of a name without what varies."""

import re
from functools import cache

from twosource.lexicon import mapping, words
from twosource.lexicon.names import listed
from twosource.lexicon.outlets import bare, known
from twosource.types.party import PartyKind

_NOISE = re.compile(r"[.,\"“”‘’'()]")


@cache
def _forms() -> frozenset[str]:
    return frozenset(words("names", "company_forms"))


@cache
def _aliases() -> dict[str, str]:
    return mapping("names", "known_as")


def parts(name: str) -> list[str]:
    """The words of a name in lower case, without stops, quotes and possessive endings; one at least."""
    plain = _NOISE.sub("", name.replace("’s", "").replace("'s", "")).lower()
    return [word for word in plain.split() if word not in {"the", "&"}] or [name.lower()]


def key(name: str, kind: PartyKind) -> str:
    """What two forms of one name share: company forms, initials, `Department of X` as `X department`."""
    pieces = parts(name)
    if kind == "person":
        pieces = [piece for piece in pieces if piece not in listed("suffixes")]
        return " ".join([_given(pieces[0]), pieces[-1]]) if len(pieces) > 1 else " ".join(pieces)
    if kind == "publication":
        low = bare(name)
        site = low.removesuffix(".com")
        return bare(known().get(low, known().get(site, low)))
    if kind == "place":
        low = " ".join(pieces)
        return _aliases().get(low, low)
    while len(pieces) > 1 and pieces[-1] in _forms():
        pieces.pop()
    if len(pieces) > 2 and pieces[0] in {"department", "ministry"} and pieces[1] == "of":
        pieces = [*pieces[2:], pieces[0]]
    low = " ".join(pieces)
    return _aliases().get(low, low)


@cache
def _given(name: str) -> str:
    return mapping("names", "short_given").get(name, name)


def initials(name: str) -> set[str]:
    """The acronyms that a name may have: with and without its small words."""
    pieces = [piece for piece in re.split(r"[\s-]+", name) if piece and piece.lower() != "the"]
    small = listed("connectors")
    without = "".join(piece[0] for piece in pieces if piece.lower() not in small)
    return {form.upper() for form in (without, "".join(piece[0] for piece in pieces)) if len(form) > 1}
