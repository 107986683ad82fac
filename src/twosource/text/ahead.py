"""Noun phrases that follow a verb or a preposition."""

from functools import cache

from twosource.lexicon import words
from twosource.lexicon.grammar import auxiliaries, closed, speakers
from twosource.lexicon.reporting import verbs
from twosource.text.nouns import enders, head_index, head_of, is_nickname, is_pronoun
from twosource.text.outlets import outlet_at
from twosource.text.rows import JOINS, LONGEST, Range, Row
from twosource.text.verbs import is_finite, is_time


def phrase_after(row: Row, first: int, *, wide: bool = False) -> Range | None:
    """The noun phrase that begins at `first`, with its apposition. `wide` takes all up to a comma or stop."""
    place = first
    if place >= len(row) or row[place].low in closed("subordinators") | closed("relatives") | closed("coordinators"):
        return None
    whole = _pronoun_or_outlet(row, place)
    if whole is not None:
        return whole
    relative = False
    while place < len(row) and place - first < LONGEST:
        token = row[place]
        if not relative and token.low in closed("relatives") | {"that"} and place > first and not token.is_capital:
            common = not row[place - 1].is_capital
            if not (common and token.low != "which"):
                break
            relative = True
        elif (not relative and place > first and _ends_after(row, place, first, wide=wide)) or (
            relative and not token.is_word and token.low not in JOINS and token.low not in {"'", "’", "."}
        ):
            break
        if not token.is_word and not _inner_mark(row, place, first):
            break
        place += 1
    while place > first and (
        not row[place - 1].is_word or row[place - 1].low in closed("prepositions") | {"and", "or", "the"}
    ):
        if row[place - 1].low == ")" or row[place - 1].is_quoted:
            break
        place -= 1
    return (first, _past_apposition(row, first, place)) if place > first else None


def _pronoun_or_outlet(row: Row, place: int) -> Range | None:
    """A pronoun, or an outlet's name before another noun phrase (`according to the X the bridge is …`)."""
    if is_pronoun(row, place):
        return (place, place + 1)
    end = outlet_at(row, place)
    another = end is not None and end < len(row) and row[end].low in closed("determiners") | closed("subjects")
    return (place, end) if end is not None and another else None


def _past_apposition(row: Row, first: int, place: int) -> int:
    """Past `, former chief of X` where a comma, a stop or a quotation ends it; else `place` itself."""
    if place + 1 >= len(row) or row[place].low != ",":
        return place
    end = place + 1
    while (
        end < len(row)
        and end - place < 2 * LONGEST // 3
        and (row[end].is_word or row[end].low in JOINS | {"’"} or _inner_mark(row, end, place))
    ):
        if row[end].low in enders() | {"adding", "saying"} or is_finite(row, end):
            return place
        end += 1
    closes = end >= len(row) or row[end].low in {".", ",", "—", "–", ":", ";"} or row[end].is_quoted
    inside = range(place + 1, end)
    if (
        not closes
        or not inside
        or row[place + 1].low in closed("prepositions") | closed("coordinators")
        or is_time(row, place + 1)
    ):
        return place
    named = any(row[at].is_capital for at in range(first, place))
    role = any(row[at].bare in speakers() for at in inside)
    capitals = all(row[at].is_capital or row[at].low == "." for at in inside)
    common = not row[head_index(row, (first, place))].is_capital
    name = (row[place + 1].is_capital and not named) or (capitals and common)
    return end if role or name else place


def _inner_mark(row: Row, place: int, first: int) -> bool:
    token = row[place]
    if token.is_quoted:
        return place > first and is_nickname(row, place)
    if token.low == ".":
        return place > first and place + 1 < len(row) and row[place + 1].is_word and len(row[place - 1].text) <= 5
    return token.low in JOINS or (token.low in {"'", "’"} and row[place - 1].low.endswith("s"))


def _ends_after(row: Row, place: int, first: int, *, wide: bool) -> bool:
    low = row[place].low
    if is_time(row, place) or is_finite(row, place):
        return True
    if low in (auxiliaries() | closed("subordinators") | closed("subjects") | {"but", "or", "yet"}) - {"may"} or (
        low in {"late", "early"} and is_time(row, place)
    ):
        return True
    if low == "and":
        return not _joins_names(row, place, first)
    if low in {"in", "on"} and place + 1 < len(row):
        following = row[place + 1]
        if following.is_number or following.low in closed("months"):
            return True
    if low in {
        "adding",
        "saying",
        "noting",
        "citing",
        "referring",
        "speaking",
        "calling",
        "describing",
        "when",
        "during",
    }:
        return True
    if wide or low not in closed("prepositions"):
        return False
    common = head_of(row, (first, place)).bare in speakers() and not row[place - 1].is_capital
    return not (
        low in {"of", "for"}
        or (
            common
            and low in {"with", "in", "at", "from", "inside", "within", "on", "to", "by", "near", "involved"}
            and not _occasion(row, place)
        )
    )


def _occasion(row: Row, place: int) -> bool:
    following = [token.low for token in row[place + 1 : place + 5]]
    return any(low in _occasions() for low in following)


@cache
def _occasions() -> frozenset[str]:
    return frozenset(words("reporting", "occasions")) - {
        "company",
        "record",
        "court",
        "meeting",
        "show",
        "report",
        "paper",
        "video",
        "study",
        "x",
    }


def _joins_names(row: Row, place: int, first: int) -> bool:
    following = row[place + 1] if place + 1 < len(row) else None
    if following is None:
        return False
    low = following.low
    ahead = row[place + 1 : place + 5]
    ahead = ahead[: next((at for at, token in enumerate(ahead) if token.low in {",", ";", ":"}), len(ahead))]
    if any(token.low in auxiliaries() or token.low in verbs() for token in ahead if not token.is_capital):
        return False
    return (
        following.is_capital
        or outlet_at(row, place + 1) is not None
        or low in speakers()
        or (low in closed("determiners") and row[first].low in closed("determiners") | {"both"})
        or any(t.bare in speakers() for t in ahead[:3])
    )
