"""Bodies of a state or town in words without capitals: `the Tarnian government`, `Ledbury police`, `Tarn’s army`."""

from collections.abc import Iterator

from twosource.lexicon import mapping, words
from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed, places
from twosource.text.rows import Row
from twosource.text.tokens import Token

_LONGEST = 3  # words of the place, and words between it and the noun

_WITH_FIELD = frozenset({"force", "forces", "department", "ministry", "cabinet"})  # a state has many of them


def bodies(row: Row) -> Iterator[tuple[int, int]]:
    """Where such names stand in a passage (half-open indices of tokens): whose body it is, its field, and its noun."""
    for place, token in enumerate(row):
        if token.bare in listed("state_bodies") and not token.is_capital and (first := _begins(row, place)) is not None:
            yield first, place + 1


def owned_from(row: Row, first: int, end: int) -> int:
    """Where a capitalised name of such a body begins, with the country that owns it: `Tarn’s Interior Ministry`."""
    if row[end - 1].bare not in listed("state_bodies") or first == 0 or not row[first - 1].is_possessive:
        return first
    for start in range(max(0, first - _LONGEST), first):
        owner = " ".join(token.bare for token in row[start:first])
        if owner in words("places", "countries"):
            return start
    return first


def _begins(row: Row, noun: int) -> int | None:
    """Where the name that a noun ends begins: with a nation, or with any name beside `police` and the like."""
    middle = noun
    while middle > 0 and noun - middle < _LONGEST and row[middle - 1].low in listed("portfolios"):
        middle -= 1
    first = middle
    while first > 0 and middle - first < _LONGEST and _is_name(row, first - 1, owner=first == middle):
        first -= 1
    if first == middle or (middle == noun and row[noun].bare in _WITH_FIELD):
        return None
    known = " ".join(token.bare for token in row[first:middle])
    if known not in mapping("names", "nations") and any(map(_is_none, row[first:middle])):
        return None
    opens = first == 0 or not row[first - 1].is_word
    return (
        None if opens and known not in places() and row[middle - 1].bare not in mapping("names", "nations") else first
    )


def _is_none(token: Token) -> bool:
    """Whether a word with a capital is no state's or town's name: a Western government, the Western-allied military."""
    joined = token.bare.rpartition("-")[2] in listed("joined")
    return joined or token.bare in listed("neither") - places() - mapping("names", "nations").keys()


def _is_name(row: Row, place: int, *, owner: bool) -> bool:
    """Whether a word may be part of the name of a state or town; only the last of them may own what follows."""
    token = row[place]
    if not (token.is_word and token.is_capital) or token.is_number or (token.is_possessive and not owner):
        return False
    low = token.bare
    known = low in mapping("names", "nations") or low in listed("given") - {"austin", "paris", "jordan", "chad"}
    if known:
        return low in mapping("names", "nations")
    plain = closed("determiners") | closed("openers") | closed("prepositions") | closed("adverbs") | closed("months")
    titles = listed("titles") | listed("before_titles") | closed("weekdays") | closed("subjects") | closed("modals")
    opens = place == 0 or row[place - 1].low in {".", "!", "?", ":", "“", '"', "•"}
    return low not in plain | titles and not (opens and low.endswith(("ed", "ing", "ly", "al")))
