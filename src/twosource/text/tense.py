"""Whether words for a time look ahead or back, told by the verbs around them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from twosource.lexicon import word_set
from twosource.text.lexemes import Lexeme

Direction = Literal["ahead", "behind", ""]
STOPS = frozenset(".!?;")
BREAKS = frozenset(("to", "for", "be", "if", "that", "would", "could", "should", "may", "might"))
MODAL = frozenset(("would", "could", "should", "may", "might", "will", "must"))
ATTRIBUTIVE = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "-"))
IS = frozenset(("is", "are", "am"))
REACH = 25
AFTER = 8
NEAR = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseWords:
    """Words that look ahead ("will", of these `firm`), that look back ("said"), that stand before a time to come."""

    ahead: Container[str]
    firm: Container[str]
    behind: Container[str]
    until: Container[str]


@cache
def tense_words() -> TenseWords:
    """The words that tell the tense, for English."""
    return TenseWords(**{key: word_set("time_words", key) for key in ("ahead", "firm", "behind", "until")})


def direction(found: Sequence[Lexeme], place: int, words: TenseWords, *, until: bool = True) -> Direction:
    """Which way the time at this lexeme lies: the nearest such word before it in its sentence, else after it, tells.

    `until`: whether "by" and "until" before it tell that it lies ahead.
    """
    if until and place and found[place - 1].low in words.until:
        return "ahead"
    before = _before(found, place, REACH)
    for number, part in enumerate((*before, *found[place : place + AFTER])):
        if part.text in STOPS:
            break
        if part.low == "to" and [one.low in IS for one in before[number + 1 : number + 2]] == [True]:
            return "ahead"  # "work is to start on 1 October"
        passive = [one.low for one in before[number + 1 : number + 2]] == ["be"]  # "would be closed from October"
        if (told := _told(part, words)) and not passive:
            return told
    return ""


def firm_direction(found: Sequence[Lexeme], place: int, words: TenseWords) -> Direction:
    """As `direction`, but only where the nearest verb before is close and plain; "" in all doubt.

    "Announced on May 3" lies behind; "announced a plan to open in May", "hopes to be elected in May", "would have ended
    in May", "is being closed in May" and "led it until May" are doubtful.
    """
    until = place > 0 and found[place - 1].low in words.until
    for part in _before(found, place, NEAR):
        told = _told(part, words)
        if told == "ahead":
            return "ahead" if part.low in words.firm else ""
        if told or part.low in BREAKS or part.text in STOPS:
            before = next((other.low for other in reversed(found[:place]) if other.end <= part.start), "")
            if before in ATTRIBUTIVE:
                continue
            return told if not until and before not in BREAKS and not _unreal(found, part) else ""
    return ""


def _unreal(found: Sequence[Lexeme], verb: Lexeme) -> bool:
    """Whether the verb tells what is going on, or would have been: "is being closed", "would have ended"."""
    words = [part.low for part in found if part.end <= verb.start][-3:]
    return words[-1:] in (["being"], ["is"], ["are"]) or ("have" in words[-2:] and bool(MODAL & set(words)))


def _before(found: Sequence[Lexeme], place: int, reach: int) -> list[Lexeme]:
    """The lexemes before this one, nearest first, as far as its sentence goes."""
    parts = []
    for part in reversed(found[max(0, place - reach) : place]):
        if part.text in STOPS:
            break
        parts.append(part)
    return parts


def _told(part: Lexeme, words: TenseWords) -> Direction:
    if part.text == "May":
        return ""
    if part.low in words.ahead:
        return "ahead"
    past = part.low in words.behind or (part.low.endswith("ed") and len(part.low) > 4)  # noqa: PLR2004 -- not "need"
    return "behind" if past else ""
