"""Sources without a name: how the lexicon tells them, and how many they are."""

from functools import cache
from typing import cast

from twosource.lexicon import table, words
from twosource.lexicon.grammar import closed, nouns, plural
from twosource.lexicon.names import listed, places
from twosource.text.nouns import head_index, head_of
from twosource.text.rows import Range, Row
from twosource.text.tokens import tokens

_QUANTIFIERS = frozenset({"one", "two", "three", "four", "five", "some", "many", "several", "most", "another"})
_OWNERS = frozenset({"the", "this", "that", "his", "her", "its", "my", "our", "their"})
_FACELESS = frozenset({"source", "person", "individual", "insider", "official", "aide", "employee", "executive"})


@cache
def _heads() -> frozenset[str]:
    return frozenset(form for word in words("anonymity", "heads") for form in (word, plural(word)))


def is_anonymous(row: Row, span: Range) -> bool:
    """Whether a source has no name: a marker, or a noun for people without a name or `his`, `the` of one known."""
    start, end = span
    text = " ".join(token.text.lower() if token.is_quoted else token.low for token in row[start:end])
    head = head_of(row, span)
    if _opens_with_name(row, span) or _ends_with_name(row, span):
        return False  # Ann Lee, a reporter close to the port; the port’s chief engineer, Ann Lee
    if any(marker in text for marker in words("anonymity", "markers")):
        return True
    if (counted := _counted_off(row, span)) is not None:
        return is_anonymous(row, counted)  # one of the sources, a pair of officials
    low = head.low.rpartition("-")[2]
    if head.low in words("anonymity", "groups"):
        return not _named(row, span)
    if low == "figures" and any(token.low in words("anonymity", "figures") for token in row[start:end]):
        return False  # numbers
    if _is_led_by_number(row, span) or row[end - 1].low in {"source", "sources"}:
        return not _named(row, span)
    if low not in _heads() or (head.is_capital and head is not row[start]):
        return False
    if low in {"man", "woman"} and row[start].low == "the" and head is row[end - 1]:
        return False  # somebody told of before, whom the report may name
    if row[start].low == "the" and not _is_plural(low) and low not in _FACELESS and _of_a_body(row, span):
        return False  # the leader of Example Party: one person, whom anybody can name
    return not _named(row, span)


def _counted_off(row: Row, span: Range) -> Range | None:
    """The phrase after `one of`, `some of`, `dozens of`, `a pair of`."""
    start, end = span
    at = start + (row[start].low in {"a", "the"})
    if at + 2 < end and row[at + 1].low == "of":
        counting = _QUANTIFIERS if at == start else frozenset()
        return (at + 2, end) if row[at].low in counting | set(words("anonymity", "collections")) else None
    return None


def _is_led_by_number(row: Row, span: Range) -> bool:
    """Whether a number or `some` leads to a noun for people, told by its ending: `two MPs`, `some theologians`."""
    head = head_of(row, span)
    low = head.low.rpartition("-")[2]
    if row[span[0]].low not in _QUANTIFIERS | set(_counts()) | {"other"} or head is row[span[0]]:
        return False
    if head.low.startswith("ex-"):
        return True  # an ex-minister
    other = nouns("organisations") | nouns("documents") | {plural(word) for word in words("outlets", "generic")}
    if low in _heads():
        return True
    return low.endswith(tuple(words("anonymity", "endings"))) and low not in other and not head.text[:1].isupper()


def _opens_with_name(row: Row, span: Range) -> bool:
    """Whether two capitalised words or more come first and are then described: `Ann Lee, who …`, `Ann Lee an aide`."""
    start, end = span
    at = start
    while at + 1 < end and (row[at].low == "." or (row[at].is_capital and _is_of_name(row, at))):
        at += 1
    return at > start + 1 and at < end and row[at].low in {",", "a", "an", "the", "who", "whose"}


def _is_of_name(row: Row, at: int) -> bool:
    """Whether a capitalised word may be part of a name; a noun for people only as a title before one."""
    return row[at].low not in _heads() or row[at + 1].is_capital or row[at + 1].low == "."


def _ends_with_name(row: Row, span: Range) -> bool:
    """Whether the phrase ends in the name of the one whom it describes: `the chief engineer of the port, Ann Lee`."""
    start, end = span
    first = end
    while first > start + 1 and row[first - 1].is_capital and row[first - 1].is_word:
        first -= 1
    if end - first < 2 or _is_plural(head_of(row, span).low) or not row[end - 1].is_word:
        return False
    name = " ".join(token.low for token in row[first:end])
    if row[first - 1].low == ",":
        return name not in places() and row[end - 1].bare not in listed("organisation_words")
    comma = next((at for at in range(first - 1, start, -1) if row[at].low == ","), None)
    if comma is not None and row[first - 1].low in listed("titles") and not _has_preposition(row, comma, first):
        return True  # another resident, community leader Ann Lee
    bodies = range(first, end - 2)  # a member of Parliament Ann Lee
    return any(row[at].low in listed("organisation_words") and row[at + 1].low in listed("given") for at in bodies)


def _has_preposition(row: Row, first: int, stop: int) -> bool:
    return any(token.low in closed("prepositions") for token in row[first:stop])


def _of_a_body(row: Row, span: Range) -> bool:
    at = head_index(row, span)
    return (
        at + 2 < span[1]
        and row[at + 1].low in {"of", "for"}
        and any(token.is_capital for token in row[at + 2 : span[1]])
    )


def _named(row: Row, span: Range) -> bool:
    """Whether a name is in apposition to the noun: `the lawyer, Ann Lee`, `analyst Ann Lee`."""
    start, end = span
    head = head_of(row, span)
    at = next(place for place in range(start, end) if row[place] is head)
    following = row[at + 1] if at + 1 < end else None
    if following is None:
        return False
    beside = following.is_capital and following.low != "i"
    return beside or (following.low in {",", "—", ":"} and at + 2 < end and row[at + 2].is_capital)


def count(row: Row, span: Range) -> int | None:
    """How many they are, where the words give a number."""
    counts = _counts()
    start, end = span
    if end - start == 1 and row[start].quotation is not None:  # citing “four people familiar with the talks”
        inner = tokens(row[start].text.strip("\"“”'‘’ "))
        return count(inner, (0, len(inner))) if inner else None
    head = head_of(row, span)
    if (collection := _collected(row, span)) is not None:
        return collection
    if row[start].low in {"a", "the"} and _counted_off(row, span) is not None:
        return None  # a number of residents
    if head is row[start] and head.low in counts:
        return counts[head.low]
    for token in row[start:end]:
        if token is head:
            break
        if token.low in counts and not (counts[token.low] == 1 and _is_plural(head.low)):
            return counts[token.low]
        if token.low.isdecimal() and token.low.isascii():
            return int(token.low)
    if head.low not in words("anonymity", "heads") or _is_plural(head.low):
        return None
    alone = head is row[start]
    at = head_index(row, span)
    owned = row[start].low in _OWNERS or any(token.is_possessive or token.low == "'" for token in row[start:at])
    return 1 if alone or owned else None


def _collected(row: Row, span: Range) -> int | None:
    """The number that a word for one gives: `a dozen employees`, `a pair of officials`."""
    numbers = cast("dict[str, int]", table("anonymity")["dozens"])
    start, end = span
    words_of = [token.low for token in row[start : min(end, start + 3)]]
    first = 1 if words_of[0] == "the" else 0
    for length in (3, 2):
        if (number := numbers.get(" ".join(words_of[first : first + length]))) is not None:
            return number
    return None


def _counts() -> dict[str, int]:
    return cast("dict[str, int]", table("anonymity")["counts"])


def _is_plural(low: str) -> bool:
    return low in {"people", "men", "women", "others", "some", "many", "insiders"} or (
        low.endswith("s") and low not in closed("determiners") and low not in words("anonymity", "heads")
    )
