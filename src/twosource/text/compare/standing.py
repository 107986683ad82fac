"""Where a figure stands among those of its report: reports tell the same figures in much the same order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from twosource.types.figure import Figure

# So many code points from its start, a report tells what matters most.
LEAD = 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many other values of its unit (ages apart) come before, whether it stands at the top, and what is beside.

    `before` and `after` are the values of the next figures of the report, of any unit.
    """

    rank: int = 0
    lead: bool = False
    before: Decimal | None = None
    after: Decimal | None = None


def standings(figures: Sequence[Figure]) -> Iterator[Standing]:
    """The standing of each figure of one report, in the order of the text."""
    seen: dict[tuple[str, bool], set[Decimal | None]] = defaultdict(set)
    values = [None, *(figure.value for figure in figures), None]
    for place, figure in enumerate(figures):
        told = seen[figure.unit, figure.measure == "age"]
        yield Standing(
            rank=len(told) - (figure.value in told),
            lead=figure.span.start < LEAD,
            before=values[place],
            after=values[place + 2],
        )
        told.add(figure.value)
