"""A side of a discrepancy, from where its words stand."""

from collections.abc import Iterable

from twosource.types.comparison import Side
from twosource.types.span import Span


def side_of(spans: Iterable[Span]) -> Side:
    """The words of the first place, on one line, with all places, each once."""
    places = tuple(dict.fromkeys(spans))
    return Side(value=" ".join(places[0].exact.split()), spans=places)
