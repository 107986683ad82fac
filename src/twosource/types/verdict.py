"""What a person decided about a prediction."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Ruling = Literal["came_true", "failed", "partly", "undecidable", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One entry of a ledger of verdicts: what was decided of a prediction, by whom, on which day, and why.

    The prediction is named by its `words` and by the `report` (its file) that prints them, so that the entry can be
    read without the program; `article` is the id of that report, which changes with its text. `place` says where the
    entry stands. `predictions` are the ids of those that it decides in these reports; without one, they do not print
    its words.
    """

    ruling: Ruling
    who: str
    when: date
    words: str
    report: str
    article: str = ""
    why: str = ""
    place: str = ""
    predictions: tuple[str, ...] = ()
