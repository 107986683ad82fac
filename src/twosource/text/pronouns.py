"""Which pronoun may stand for a person, as far as names and titles tell."""

from collections.abc import Iterable

from twosource.lexicon.names import listed


def pronoun_of(names: Iterable[str]) -> str | None:
    """`he` or `she`, as the given names of these forms of a name say; None where they say neither, or both."""
    found = {said for name in names if (said := _by_given(name))}
    return found.pop() if len(found) == 1 else None


def may_stand_for(pronoun: str, names: Iterable[str]) -> bool:
    """Whether `he` or `she` may stand for a person of these names; any other word may."""
    own = pronoun_of(names)
    return own is None or pronoun not in {"he", "she"} or own == pronoun


def _by_given(name: str) -> str | None:
    first, *rest = name.lower().replace(".", "").split() or [""]
    if not rest or first not in listed("given") | listed("feminine") or first in listed("of_either"):
        return None
    return "she" if first in listed("feminine") else "he"
