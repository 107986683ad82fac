"""What kind of amount a figure is, beyond its unit: how long ago or how long, how much more or how much."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from twosource.lexicon import mapping
from twosource.text.compare.attribute import CHANGES
from twosource.text.compare.kinds import LENGTHS
from twosource.text.compare.spot import Spot
from twosource.text.figures.numerals import digits
from twosource.text.lexemes import Lexeme
from twosource.types.figure import Figure

Role = Literal["", "point", "window", "change"]
POINTS = frozenset(("ago", "earlier", "later", "before", "after", "prior"))
WINDOWS = frozenset(("past", "last", "previous", "next", "coming", "recent", "first", "final"))
LEVELS = frozenset(("to", "at", "of"))
MOVES = (CHANGES - {"more", "less", "higher", "lower"}) | {"by", "surge", "surged", "plunge", "plunged", "slide"}


def role_of(figure: Figure, spot: Spot) -> Role:
    """Of a length, whether it leads to a point in time ("six months ago") or is a window ("the past five years").

    Of money and percentages, whether it is a change ("up almost $2", "a $2 surge"). All else is "".
    """
    before, after = [part.low for part in spot.before(2)], [part.low for part in spot.after(1)]
    if figure.unit in LENGTHS:
        if after and after[0] in POINTS and before[-1:] != ["for"]:
            return "point"
        return "window" if before and before[-1] in WINDOWS else ""
    moves = bool({*before[-1:], *after} & MOVES) and not (before and before[-1] in LEVELS)
    return "change" if moves and figure.unit[:3].isupper() else ""


def numbers_in(sentence: Iterable[Lexeme]) -> frozenset[Decimal]:
    """All numbers of a sentence, those that count nothing told too: "a cluster of six, followed by four"."""
    words = mapping("numbers", "cardinals")
    found = (
        digits(part.text) if part.kind == "number" else Decimal(words[part.low])
        for part in sentence
        if part.kind == "number" or part.low in words
    )
    return frozenset(value for value in found if value is not None)
