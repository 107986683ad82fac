"""Verbs that report speech, in all their forms."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.lexicon import mapping, table, words
from twosource.types.attribution import Act

Form = Literal["base", "s", "past", "participle", "ing"]
FRAMES = ("clause", "hearer", "guarded", "mind", "object", "complement", "quoting", "passive_only")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: its lemma, what the form may be, and what the verb takes."""

    lemma: str
    forms: frozenset[Form]
    frames: frozenset[str]

    @property
    def act(self) -> Act:
        """What saying so does: `asserts` unless the lexicon has another act."""
        return cast("Act", mapping("reporting", "acts").get(self.lemma, "asserts"))


@cache
def verbs() -> dict[str, Verb]:
    """All forms, lower case, and the verb that each belongs to. It is shared: do not change it."""
    frames: dict[str, set[str]] = {}
    for frame in FRAMES:
        for lemma in words("reporting", frame):
            frames.setdefault(lemma, set()).add(frame)
    found: dict[str, Verb] = {}
    for lemma, taken in frames.items():
        grouped: dict[str, set[Form]] = {}
        for word, form in _forms(lemma):
            grouped.setdefault(word, set()).add(form)
        for word, forms in grouped.items():
            found.setdefault(word, Verb(lemma, frozenset(forms), frozenset(taken)))
    return found


def _forms(lemma: str) -> list[tuple[str, Form]]:
    irregular = cast("dict[str, list[str]]", table("reporting")["irregular"]).get(lemma)
    third, past, participle, ing = irregular or _regular(lemma)
    return [(lemma, "base"), (third, "s"), (past, "past"), (participle, "participle"), (ing, "ing")]


def _regular(lemma: str) -> list[str]:
    stem = lemma.removesuffix("e")
    third = f"{lemma}es" if lemma.endswith(("s", "x", "ch", "sh")) else f"{lemma}s"
    return [third, f"{stem}ed", f"{stem}ed", f"{stem}ing" if not lemma.endswith("ee") else f"{lemma}ing"]
