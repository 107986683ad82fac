"""What stands between a reporting verb and what is reported: hearers, times, occasions, `citing …`, `that`."""

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import words
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.lexicon.reporting import Verb
from twosource.text.ahead import phrase_after
from twosource.text.outlets import outlet_at
from twosource.text.rows import Range, Row
from twosource.text.verbs import is_time

_REACH = 14
_ABBREVIATION = 4
_PLACES = frozenset(
    {"in", "on", "at", "during", "via", "to", "through", "by", "with", "from", "after", "over", "of", "about", "before"}
)


@dataclass(slots=True)
class Tail:
    """Where what follows begins (an index), and what was passed on the way to it."""

    place: int
    hearer: Range | None = None
    occasion: Range | None = None
    citing: int | None = None
    linked: bool = False


@cache
def _occasions() -> frozenset[str]:
    return frozenset(words("reporting", "occasions"))


def after_cue(row: Row, cue: int, verb: Verb | None) -> Tail:
    """Passes hearer, times and occasions after the cue at `cue`; `linked` tells whether `that` was among them."""
    tail = Tail(cue + 1)
    if verb is not None and "hearer" in verb.frames:
        tail.hearer = _hearer(row, tail.place)
        tail.place = tail.hearer[1] if tail.hearer else tail.place
    while tail.place < len(row) and not (verb is not None and "complement" in verb.frames):
        step = _step(row, tail)
        if step == tail.place:
            break
        tail.place = step
    if tail.place < len(row) and row[tail.place].low == "that" and not _pronoun_that(row, tail.place):
        tail.linked = True
        tail.place += 1
    return tail


def _pronoun_that(row: Row, place: int) -> bool:
    following = row[place + 1].low if place + 1 < len(row) else "."
    return following in {"is", "was", "would", "will", "could", "had", "has", ".", ",", "to"}


def _step(row: Row, tail: Tail) -> int:
    place = tail.place
    token = row[place]
    if token.low in {"citing", "quoting"}:
        tail.citing = place
        source = phrase_after(row, place + 1, wide=True)
        return source[1] if source else place
    if token.low == "," and place + 1 < len(row):
        return _past_comma(row, tail)
    if (
        token.low in {"in", "on"}
        and place + 1 < len(row)
        and (row[place + 1].is_number or row[place + 1].low in closed("months"))
    ):
        return place + 2
    if is_time(row, place) or (token.low in closed("months") and _is_numbered(row, place)):
        return place + 1
    if token.is_number and place and (row[place - 1].low in closed("months")):
        return place + 1
    if token.low in {
        "also",
        "later",
        "then",
        "again",
        "further",
        "publicly",
        "previously",
        "recently",
        "earlier",
        "only",
        "simply",
    } and place + 1 < len(row):
        return place + 1
    if token.low in _PLACES:
        return _past_occasion(row, tail)
    return place


def _is_numbered(row: Row, place: int) -> bool:
    """Whether a number stands beside it: `3 May`, `May 3`."""
    return row[place - 1].is_number or (place + 1 < len(row) and row[place + 1].is_number)


def _past_comma(row: Row, tail: Tail) -> int:
    """`said, citing …, that` and `said on Monday, that`: past the comma where a link follows."""
    place = tail.place
    following = row[place + 1]
    if following.low in {"citing", "quoting"}:
        return place + 1
    if following.low == "that" and tail.citing is not None:
        return place + 1
    return place


def _past_occasion(row: Row, tail: Tail) -> int:
    """Past `in a statement to …` where a link, a mark, a quotation or the end follows within reach."""
    first, found = tail.place, False
    for place in range(first, min(len(row), first + _REACH)):
        token = row[place]
        if found and (token.low in {"that", ":", ".", ",", ";"} or token.is_quoted):
            tail.occasion = tail.occasion or (first, place)
            return place
        if (not token.is_word and token.low not in {"’", "'", "&", "/", "-"}) or token.low in auxiliaries() | closed(
            "subjects"
        ) | closed("subordinators"):
            return first
        found = found or token.low in _occasions() or token.is_capital
    if found and first + _REACH >= len(row):
        tail.occasion = tail.occasion or (first, len(row))
        return len(row)
    return first


def _hearer(row: Row, first: int) -> Range | None:
    if first >= len(row):
        return None
    if row[first].low in closed("objects"):
        return (first, first + 1)
    end = outlet_at(row, first)
    if end is not None:
        return (first, _longer(row, end))
    place = first
    while place < len(row) and place - first < 10:
        token = row[place]
        stop = token.low == "." and place > first and len(row[place - 1].text) <= _ABBREVIATION  # Mr. · Sen.
        if not token.is_word and not stop and token.low not in {"’", "&"}:
            break
        fresh = token.low in closed("determiners") | closed("subjects") | auxiliaries() | closed("subordinators")
        if place > first and (fresh or is_time(row, place) or _occasion_ahead(row, place)):
            break
        if (
            place > first
            and token.is_capital
            and not row[place - 1].is_capital
            and row[place - 1].low not in closed("prepositions") | closed("determiners")
        ):
            break
        place += 1
    return (first, place) if place > first else None


def _longer(row: Row, end: int) -> int:
    """Past further capitals of a programme's name (`CBS Sunday Morning`), if no verb shows them to be a subject."""
    stop = end
    while stop < len(row) and row[stop].is_capital and row[stop].is_word and stop - end < 4:
        stop += 1
    verbal = stop < len(row) and (row[stop].low in auxiliaries() or row[stop].low.endswith(("ed", "s")))
    if end + 1 < len(row) and row[end].low == "and" and row[end + 1].low in {"other", "others"}:
        while (
            stop < len(row)
            and row[stop].is_word
            and row[stop].low not in {"that", "in", "on"} | auxiliaries() | closed("subjects")
        ):
            stop += 1
        return stop
    lone = stop - end == 1 and row[end].low in closed("weekdays")
    return end if verbal or lone else stop


def _occasion_ahead(row: Row, place: int) -> bool:
    return row[place].low in {"in", "on", "at", "during", "via", "by"} and any(
        token.low in _occasions() for token in row[place + 1 : place + 6]
    )
