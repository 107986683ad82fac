"""Kinship: how somebody is of somebody's family, as words tell it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from twosource.lexicon import table

_WORD = re.compile(r"(?P<past>\b(?:ex|former|late)[\s-]+)?(?P<word>\b[^\W\d_]+)", re.IGNORECASE)

_OVER = ("ex", "former")


class Tie(NamedTuple):
    """A tie of a family: its kind, the sex of the one who has it (empty if untold), and whether it is over."""

    kind: str
    sex: str
    past: bool


def kin(text: str) -> frozenset[Tie]:
    """The ties that a text names."""
    found = ((ties().get(match["word"].lower()), match["past"]) for match in _WORD.finditer(text))
    return frozenset(
        Tie(tie.kind, tie.sex, (past or "").lower().startswith(("ex", "former"))) for tie, past in found if tie
    )


def may_agree(ones: Iterable[Tie], others: Iterable[Tie]) -> bool:
    """Whether some tie of the one may be one of the other; so it is where either names none."""
    ones, others = tuple(ones), tuple(others)
    return not ones or not others or any(_is_one(one, other) for one in ones for other in others)


def _is_one(one: Tie, other: Tie) -> bool:
    return (one.kind, one.past) == (other.kind, other.past) and (one.sex == other.sex or not (one.sex and other.sex))


@cache
def ties() -> dict[str, Tie]:
    """The words for ties (lexicon/data/kin.toml), each with its tie."""
    listed = cast("dict[str, dict[str, list[str]]]", table("kin"))
    return {
        word: Tie(kind, "" if sex == "either" else sex, past=False)
        for kind, by_sex in listed.items()
        for sex, words in by_sex.items()
        for word in words
    }
