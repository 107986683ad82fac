"""Noun phrases that end before a verb, by closed word classes.

There is no parser here. A phrase ends at marks, at words that join or subordinate clauses, and at verbs; a relative
clause ("a person who was in the room") is stepped over. Places are indices into a sentence's tokens, half-open.
"""

from twosource.lexicon.grammar import closed
from twosource.text.nouns import can_speak, enders, is_nickname, is_pronoun
from twosource.text.rows import JOINS, LONGEST, Range, Row
from twosource.text.verbs import is_finite, is_time

_THINGS = frozenset(
    {
        "claim",
        "claims",
        "charge",
        "charges",
        "allegation",
        "allegations",
        "accusation",
        "something",
        "things",
        "what",
        "move",
        "deal",
        "figure",
        "number",
        "idea",
        "view",
        "way",
    }
)


def phrase_before(row: Row, last: int, first: int = 0) -> Range | None:
    """The noun phrase that ends with the token `last`; None where there is none."""
    start = last + 1
    place = last
    while place >= first and last - place < LONGEST:
        if (
            row[place].low in enders() and (row[place].low not in closed("subjects") or is_pronoun(row, place))
        ) or is_finite(row, place):
            back = _relative(row, place, first)
            if back is None:
                break
            place = back
            continue
        if not _within(row, place, last):
            if row[place].low in {"and", "&"} and place > first and start <= last:
                joined = _joint(row, place, last, first)
                if joined is not None:
                    return joined
            break
        start = place
        place -= 1
    return _trimmed(row, start, last + 1)


def _within(row: Row, place: int, last: int) -> bool:
    token = row[place]
    if token.is_quoted:
        return place < last and place > 0 and row[place - 1].is_capital and is_nickname(row, place)
    if token.is_word:
        return token.low not in {"and", "or", "but", "nor", "yet"}
    if token.low == ".":
        return place < last and place > 0 and row[place - 1].is_word and len(row[place - 1].text) <= 5
    if token.low in {"’", "'"}:
        return place > 0 and row[place - 1].low.endswith("s")
    return token.low in JOINS


def _relative(row: Row, place: int, first: int) -> int | None:
    """Steps from a verb over `who … ` to the noun before it: `one source who was in the room`."""
    for back in range(place, max(first, place - 7), -1):
        if row[back].low == "who" and back > first and row[back - 1].is_word:
            return back - 1
        if not row[back].is_word:
            return None
    return None


def _joint(row: Row, place: int, last: int, first: int) -> Range | None:
    """`A and B` where both can speak and A begins a clause: else what stands before `and` is another clause."""
    left = phrase_before(row, place - 1, first)
    right = _trimmed(row, place + 1, last + 1)
    if left is None or right is None or right[0] != place + 1:
        return None
    begins = (
        left[0] == first
        or row[left[0] - 1].low in {",", "both", ";", ":", "—", "–", "that", "and"}
        or row[left[0] - 1].is_quoted
    )
    if begins and place - left[0] <= 9 and can_speak(row, left) and can_speak(row, right):
        return (left[0], last + 1)
    return None


def _trimmed(row: Row, start: int, end: int) -> Range | None:
    """Without openers (`But`), and without what leads in (`On Monday`, `In a letter to staff`)."""
    for place in range(end - 2, start, -1):
        if row[place].low in _THINGS and not row[place].is_capital and row[place + 1].is_capital:
            start = place + 1  # "a claim Acme denies": a relative clause without a pronoun
            break
    while start < end:
        low = row[start].low
        if (
            (not row[start].is_word and not row[start].is_quoted)
            or (low in closed("openers") and not (row[start].is_capital and start and row[start - 1].low != "."))
            or (low.endswith("ly") and len(low) > 4 and start + 1 < end and not _is_name_word(row, start))
            or is_time(row, start)
        ):
            start += 1
        elif low in closed("prepositions") or (low in {"last", "late", "early"} and is_time(row, start)):
            start = _past_lead(row, start, end)
        else:
            return (start, end)
    return None


def _is_name_word(row: Row, place: int) -> bool:
    return row[place].is_capital and place > 0


def _past_lead(row: Row, start: int, end: int) -> int:
    """Past a preposition and its noun, to where a new noun phrase begins; `end` if none does."""
    place = start + 1
    if place < end and (row[place].is_number or is_time(row, place) or row[place].low in closed("months")):
        while place < end and (
            row[place].is_number or is_time(row, place) or row[place].low in closed("months") | closed("times")
        ):
            place += 1
        return place
    seen = False
    while place < end:
        token = row[place]
        begins = token.low in closed("determiners") or token.is_capital or token.low in closed("subjects")
        if (
            begins
            and seen
            and row[place - 1].low not in closed("prepositions")
            and not row[place - 1].is_capital
            and not row[place - 1].is_possessive
        ):
            return place
        seen = seen or (token.is_word and token.low not in closed("determiners"))
        place += 1
    return end
