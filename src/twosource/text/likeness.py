"""How much two pieces of text have in common: their content words and their names."""

from collections.abc import Container, Iterable
from itertools import pairwise

from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.words import stem

SHORTEST = 3


def content(found: Iterable[Lexeme], stops: Container[str]) -> frozenset[str]:
    """The stems of the words that are not in `stops`, numbers left out."""
    return frozenset(
        stem(part.low) for part in found if part.kind == "word" and len(part.low) > 1 and part.low not in stops
    )


def names(text: str, stops: Container[str]) -> frozenset[str]:
    """The words that stand with a capital within a sentence, or in capitals, in lower case."""
    found = lexemes(text)
    return frozenset(
        part.low
        for before, part in pairwise(found)
        if part.is_capital
        and len(part.text) > 1
        and part.low not in stops
        and (before.kind == "word" or part.text.isupper())
    )


def common(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the smaller set that the two have in common; 0 where one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def telling(found: Iterable[Lexeme]) -> frozenset[str]:
    """The numbers of three digits and more that are no years: seldom shared by chance."""
    return frozenset(
        part.low
        for part in found
        if part.kind == "number"
        and sum(sign.isdigit() for sign in part.low) >= SHORTEST
        and not (len(part.low) == 4 and part.low.isdigit() and part.low[:2] in ("19", "20"))  # noqa: PLR2004 -- a year
    )
