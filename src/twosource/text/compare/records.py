"""Records: "the largest layoff in history", "its largest layoff ever", and among what they are claimed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.text.lexemes import Lexeme

Scope = Literal["all", "own"]
REACH = 12
HISTORY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Lexemes `start` to `stop` claim a record, among all of its kind or among one party's own."""

    start: int
    stop: int
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """Superlatives, and words that make what follows one party's own."""

    superlatives: frozenset[str]
    possessives: frozenset[str]


def records(found: Sequence[Lexeme], words: RecordWords) -> Iterator[Record]:
    """The records that a passage claims. A superlative without "ever", "history" or "record" after it is none."""
    for place, part in enumerate(found):
        if part.low not in words.superlatives:
            continue
        before = found[place - 1].low if place else ""
        own: Scope = "own" if before in words.possessives else "all"
        if stop := _ever(found, place):
            yield Record(start=place, stop=stop, scope=own)
        elif history := _history(found, place, words):
            yield Record(start=place, stop=history[0], scope="own" if own == "own" else history[1])


def _ever(found: Sequence[Lexeme], place: int) -> int:
    """Where "ever" ends: "largest layoff ever", "largest-ever layoff"; 0 if it does not follow in the clause."""
    for at in range(place + 1, min(place + REACH, len(found))):
        if found[at].text in (".", ",", ";", ":"):
            return 0
        if found[at].low == "ever":
            return at + 1
    return 0


def _history(found: Sequence[Lexeme], place: int, words: RecordWords) -> tuple[int, Scope] | None:
    """Where "in history", "in the company's history", "on record" ends, and among what."""
    for at in range(place + 1, min(place + REACH, len(found))):
        if found[at].text in (".", ",", ";", ":"):
            return None
        low = found[at].low
        if low == "on" and at + 1 < len(found) and found[at + 1].low == "record":
            return at + 2, "all"
        if low != "in":
            continue
        for end in range(at + 1, min(at + HISTORY, len(found))):
            if found[end].low == "history":
                own = any(part.low in words.possessives for part in found[at + 1 : end])
                return end + 1, "own" if own else "all"
    return None
