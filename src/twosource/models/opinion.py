"""Whether the writer of a sentence judges: what the head for opinion says of its pieces. Standard library only."""

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True, slots=True)
class Opinion:
    """Of each piece of a text (P) its place in code points, and what it adds to the log-odds of its sentence."""

    starts: "array[int]"
    odds: "array[float]"

    def of(self, start: int, end: int) -> float:
        """The log-odds that these places of the text judge: the mean over their pieces; -inf where there is none."""
        first, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return math.fsum(self.odds[first:stop]) / (stop - first) if first < stop else -math.inf
