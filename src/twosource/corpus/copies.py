"""Copies in a corpus: the same text, and nearly the same, each told of the earliest report known to have it.

Work and memory for a report do not grow when everything is alike: each digest of a shingle is kept for its earliest
holder only, so that a report is looked up 32 times, whatever there is.
"""

from collections import Counter, defaultdict
from typing import Literal, NamedTuple

from twosource.corpus.sign import Sign

_NEAR = 0.6
_LEAST = 8
_WINDOW = 30
"""Nearly equal texts are looked for so many days back."""


class Copy(NamedTuple):
    """What a report is a copy of, and how much so."""

    of: str
    kind: Literal["same", "near"]


class Copies:
    """Tells copies in a stream that is best given in the order of publication."""

    def __init__(self) -> None:
        """Begins without reports."""
        self._texts: dict[bytes, str] = {}
        self._holders: dict[int, str] = {}
        self._first: dict[str, str] = {}
        self._days: dict[int, list[int]] = defaultdict(list)
        self._front = 0

    def add(self, sign: Sign) -> Copy | None:
        """What the report is a copy of, the earliest known; None if it is the first of its kind."""
        if sign.key in self._texts:
            return Copy(self._texts[sign.key], "same")
        self._texts[sign.key] = sign.report
        self._advance(sign.day)
        near = self._near(sign)
        self._keep(sign)
        if near is None:
            return None
        self._first[sign.report] = first = self._first.get(near, near)
        return Copy(first, "near")

    def _near(self, sign: Sign) -> str | None:
        holders = Counter(holder for part in sign.sketch if (holder := self._holders.get(part)))
        if not holders or len(sign.sketch) < _LEAST:
            return None
        holder, shared = holders.most_common(1)[0]
        return holder if shared >= _NEAR * len(sign.sketch) else None

    def _keep(self, sign: Sign) -> None:
        day = self._front if sign.day is None else sign.day
        for part in sign.sketch:
            if part not in self._holders:
                self._holders[part] = sign.report
                self._days[day].append(part)

    def _advance(self, day: int | None) -> None:
        if day is None or day <= self._front:
            return
        self._front = day
        for past in [past for past in self._days if past < day - _WINDOW]:
            for part in self._days.pop(past):
                del self._holders[part]
