"""News outlets: the names of well-known ones, and what the name of another looks like."""

from collections.abc import Sequence
from functools import cache
from typing import cast

from twosource.lexicon import table, words
from twosource.lexicon.names import listed
from twosource.text.tokens import Token

_LONGEST_NAME = 6


@cache
def known() -> dict[str, str]:
    """Each written form in lower case, without `the`, and the outlet's name. It is shared: do not change it."""
    rows = cast("list[list[str]]", table("outlets")["outlets"])
    return {bare(form): row[0] for row in reversed(rows) for form in row}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in known())


@cache
def common() -> frozenset[str]:
    """Forms that are outlets only with `the` before them."""
    return frozenset(form.lower() for form in words("outlets", "common")) | frozenset(
        bare(form) for form in words("outlets", "common")
    )


@cache
def endings() -> frozenset[str]:
    """Last words of outlets' names, lower case."""
    return frozenset(word.lower() for word in words("outlets", "endings"))


def bare(name: str) -> str:
    """A name in lower case without `the` and a possessive ending."""
    low = name.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return low.removeprefix("the ")


def outlet_at(row: Sequence[Token], first: int) -> int | None:
    """Where an outlet's name that begins at this token ends (index, exclusive); None if none does."""
    article = row[first].low == "the"
    if row[first].low in {"a", "an", "in", "on", "at", "but", "and"}:
        return None
    start = first + 1 if article else first
    if start >= len(row) or not (row[start].is_capital or row[start].is_number):
        return None
    if row[start].bare in _first_words():
        for end in range(min(len(row), start + _LONGEST_NAME), start, -1):
            form = " ".join([*(token.low for token in row[start : end - 1]), row[end - 1].bare]).removesuffix("'")
            if form in known() and row[end - 1].is_word:
                return end if article or form not in common() else None
    return _by_ending(row, start)


def _by_ending(row: Sequence[Token], start: int) -> int | None:
    end = start
    while end < len(row) and row[end].is_word and row[end].is_capital and end - start < _LONGEST_NAME:
        end += 1
        if row[end - 1].bare in endings() and end - start > 1:
            if end < len(row) and row[end].is_capital and row[end].low in listed("titles"):
                return None  # Acme Press Secretary Ann Lee
            longer = end < len(row) and row[end].is_capital and row[end].bare in endings()
            return end + 1 if longer else end
    return None
