"""Whether words for a time look ahead or back, told by the verbs around them."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from twosource.lexicon import word_set
from twosource.text.lexemes import Lexeme, low_at

Direction = Literal["ahead", "behind", ""]
STOPS = frozenset(".!?;")
BREAKS = frozenset(("to", "for", "be", "if", "that", "would", "could", "should", "may", "might"))
PLANS = frozenset(("plan", "plans"))
AIMS = frozenset(("to", "for", "on", "by", "calls", "foresees"))
OF = frozenset(("of", "in", "with", "s", "under"))
MODAL = frozenset(("would", "could", "should", "may", "might", "will", "must"))
ATTRIBUTIVE = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "-"))
IS = frozenset(("is", "are", "am"))
CLAUSES = frozenset(("that", "and", "but", "because", "when", "while", "which", "who", "where"))
LEADING = frozenset(("in", "on", "by", "at", "during", "since", "early", "late", "last", "back", "the"))
PAST = frozenset(("after", "following", "since", "despite"))
TRADED = frozenset(("delivery", "futures", "contract", "contracts", "settlement"))
POSSESSIVES = (["’", "s"], ["'", "s"], ["’s"], ["'s"])
REACH = 25
LEAD = 4
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
    if sure := _sure(found, place, words.until if until else ()):
        return sure
    if _opens(found, place) and (own := _after(found, place, words)):
        return own
    for at in _around(found, place):
        previous = low_at(found, at - 1)
        if found[at].low == "to" and previous in IS:
            return "ahead"  # "work is to start on 1 October"
        passive = previous == "be"  # "would be closed from October"
        if not passive and not _is_thing(found, at) and (told := _told(found[at], words)):
            return told
    return ""


def _sure(found: Sequence[Lexeme], place: int, until: Container[str]) -> Direction:
    """What the words next to it tell: "by Friday", "oil for December delivery", "may fall after Tuesday's vote"."""
    before = low_at(found, place - 1)
    if before in until or low_at(found, place + 1) in TRADED:
        return "ahead"
    owned = [part.low for part in found[place + 1 : place + 3]] in POSSESSIVES
    return "behind" if before in PAST and owned else ""


def _around(found: Sequence[Lexeme], place: int) -> Iterator[int]:
    """The lexemes of the sentence: those before this one, nearest first, then those after it."""
    for row in (range(place - 1, max(place - REACH, 0) - 1, -1), range(place, min(place + AFTER, len(found)))):
        for at in row:
            if found[at].text in STOPS:
                break
            yield at


def _is_thing(found: Sequence[Lexeme], at: int) -> bool:
    """Whether a plan is spoken of and not its aim: "the inclusion of the tunnel plan"; not "the plan to open"."""
    named = {low_at(found, at - 1), low_at(found, at - 2)} & (ATTRIBUTIVE | OF)
    return found[at].low in PLANS and low_at(found, at + 1) not in AIMS and bool(named)


def _opens(found: Sequence[Lexeme], place: int) -> bool:
    """Whether the time is the first thing in a clause that leans on another: "the charge that in May he paid"."""
    lead = [part.low for part in _before(found, place, LEAD)]
    first = next((low for low in lead if low not in LEADING), "")
    return first in CLAUSES and lead.index(first) > 0


def _after(found: Sequence[Lexeme], place: int, words: TenseWords) -> Direction:
    """What the first telling word after the time says, within its clause."""
    for part in found[place : place + AFTER]:
        if part.text in STOPS or part.low in CLAUSES:
            break
        if told := _told(part, words):
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
