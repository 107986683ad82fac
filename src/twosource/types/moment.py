"""A time, as precise as the words allow."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An interval of days. An end that is not known is None; `why` says what the interval rests on.

    `timex` is the TIMEX3 value (ISO-TimeML), where the words have one.
    """

    earliest: date | None = None
    latest: date | None = None
    timex: str | None = None
    basis: Basis = "stated"
    why: str = ""

    @property
    def is_known(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def is_disjoint(self, other: "Moment") -> bool:
        """Whether no day can belong to both; open ends leave that open, so the answer is then no."""
        if self.latest is not None and other.earliest is not None and self.latest < other.earliest:
            return True
        return other.latest is not None and self.earliest is not None and other.latest < self.earliest


UNKNOWN = Moment(basis="unknown")
