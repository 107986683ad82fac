"""Runs of capitalised words: where names may stand."""

from collections.abc import Iterator

from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed, places
from twosource.lexicon.reporting import verbs
from twosource.text.outlets import domain_at, outlet_at
from twosource.text.rows import Row

_SHORTEST_ACRONYM = 2
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})


def runs(row: Row) -> Iterator[tuple[int, int]]:
    """The runs of a passage's tokens (half-open indices), a possessive ending one; outlets are runs of their own."""
    place = 0
    while place < len(row):
        end = outlet_at(row, place) if _may_begin(row, place) else domain_at(row, place)
        if end is None:
            end = _run(row, place)
        if end > place:
            yield (place, end)
        place = max(end, place + 1)


def _may_begin(row: Row, place: int) -> bool:
    token = row[place]
    return (
        token.is_capital
        or token.is_number
        or (token.low == "the" and place + 1 < len(row) and row[place + 1].is_capital)
    )


def _run(row: Row, first: int) -> int:
    place = first
    while place < len(row):
        token = row[place]
        if not (token.is_word and token.is_capital):
            step = _joint(row, first, place)
            if not step:
                break
            place += step
            continue
        if place > first and outlet_at(row, place) is not None and not _owns(row, first, place):
            break
        if place > first and row[place - 1].low.endswith(".") and _opens(row, place):
            break  # the F.B.I. He said
        place += 1
        if _owners_of_body(row, place):
            place += 1
            continue
        if token.is_possessive or (place < len(row) and row[place].low in {"'", "’"} and token.low.endswith("s")):
            break
    while place > first and not (row[place - 1].is_word and (row[place - 1].is_capital or row[place - 1].is_number)):
        place -= 1
    return place


def _opens(row: Row, place: int) -> bool:
    """Whether a word behind a stop begins a sentence: a pronoun, or, behind a suffix of a name, an article."""
    suffix = row[place - 1].low == "." and place > 1 and row[place - 2].low in listed("suffixes")
    return row[place].low in _PRONOUNS or (suffix and row[place].low in closed("determiners") | closed("openers"))


def _owners_of_body(row: Row, mark: int) -> bool:
    """Whether an apostrophe after a plural stands within a body's name: Growers’ Council."""
    if mark + 1 >= len(row) or row[mark].low not in {"'", "’"} or row[mark].start != row[mark - 1].end:
        return False
    owner = row[mark - 1].low
    return (
        owner.endswith("s")
        and row[mark + 1].is_capital
        and row[mark + 1].bare in listed("organisation_words")
        and owner not in listed("groups") | listed("organisations") | places()
    )


def _owns(row: Row, first: int, place: int) -> bool:
    """Whether what looks like an outlet is the end of a longer name that has begun: `Acme News` in `The Acme News`."""
    return place == first + 1 and row[first].low == "the"


def _joint(row: Row, first: int, place: int) -> int:
    """How many tokens join a name here: an initial's stop, `&`, a particle, `of` after a body's name."""
    token, following = row[place], row[place + 1] if place + 1 < len(row) else None
    if place == first or (following is None and not token.is_number):
        return 0
    if following is None or not following.is_word:
        following = token
    last = row[place - 1]
    if (
        token.is_number
        and len(token.text) <= 3
        and place == first + 1
        and "," not in token.text
        and last.low not in closed("months")
    ):
        return 0 if token.low.endswith("%") else 1
    if token.low == ".":
        lone = (
            len(last.text) == 1
            and last.text.isalpha()
            and not (place > 1 and row[place - 2].low in {"on", "to", "from", "via"})
        )
        initial = lone or last.low in listed("abbreviated_titles") | {"st", "jr", "sr"}
        return 1 if initial and following.is_capital else 0
    if token.low == "&" and following.is_capital:
        return 1
    if token.low in listed("particles") and following.is_capital and not row[first].is_possessive:
        return 1
    if token.low in {"of", "for"} and following.is_capital and _is_body(last.low):
        return 1
    if (
        token.low == "of"
        and following.low == "the"
        and place + 2 < len(row)
        and row[place + 2].is_capital
        and _is_body(last.low)
    ):
        return 2
    return 0


def _is_body(low: str) -> bool:
    return (
        low in listed("organisation_words") - {"state", "states", "security", "inc", "corp", "co", "company"}
        or low == "house"
    )


def is_shouted(row: Row) -> bool:
    """Whether nearly all its words are capitalised: a headline in capitals, or in title case."""
    longer = [token for token in row if token.is_word and len(token.text) > 3 and not token.is_number]
    return len(longer) > 2 and sum(token.is_capital for token in longer) >= 0.7 * len(longer)


def is_acronym(text: str) -> bool:
    """Whether it is written in capitals alone, with or without stops: FBI, F.B.I., AT&T."""
    letters = [sign for sign in text if sign.isalpha()]
    return _SHORTEST_ACRONYM <= len(letters) <= 6 and all(sign.isupper() for sign in letters)


def _chinese_he(row: Row, first: int, end: int) -> bool:
    """Whether `He` is a surname: a capital within a sentence, or before another capital."""
    if row[first].text != "He":
        return False
    return end - first > 1 or (first > 0 and row[first - 1].is_word)


def strip_openers(row: Row, first: int, end: int) -> int:
    """Past determiners, openers and adjectives of nations that a run begins with."""
    if end - first > 1 and row[first].low in verbs() and row[first].low.endswith("ed"):
        first += 1  # "Dubbed Project Heron"
    while (
        first < end
        and not _chinese_he(row, first, end)
        and (
            row[first].low
            in closed("determiners")
            | closed("openers")
            | closed("prepositions")
            | closed("subjects")
            | closed("modals") - {"will", "may"}
            or (row[first].low in {"may", "will"} and end - first == 1)
        )
    ):
        first += 1
    return first
