"""News outlets: the names of well-known ones, and the words that another's name ends in."""

from functools import cache
from typing import cast

from twosource.lexicon import table, words


@cache
def known() -> dict[str, str]:
    """Each written form in lower case, without `the`, and the outlet's name. It is shared: do not change it."""
    rows = cast("list[list[str]]", table("outlets")["outlets"])
    return {bare(form): row[0] for row in reversed(rows) for form in row}


@cache
def first_words() -> frozenset[str]:
    """The words that known forms begin with."""
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
