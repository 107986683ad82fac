"""Sources without a name: how the lexicon tells them, and how many they are."""

from functools import cache
from typing import cast

from twosource.lexicon import table, words
from twosource.lexicon.grammar import closed, plural
from twosource.text.nouns import head_index, head_of
from twosource.text.rows import Range, Row
from twosource.text.tokens import tokens

_QUANTIFIERS = frozenset({"one", "two", "three", "four", "five", "some", "many", "several", "most", "another"})
_FACELESS = frozenset({"source", "person", "individual", "insider", "official", "aide", "employee", "executive"})


@cache
def _heads() -> frozenset[str]:
    return frozenset(form for word in words("anonymity", "heads") for form in (word, plural(word)))


def is_anonymous(row: Row, span: Range) -> bool:
    """Whether a source has no name: a marker, or a noun for people without a name or `his`, `the` of one known."""
    start, end = span
    text = " ".join(token.text.lower() if token.is_quoted else token.low for token in row[start:end])
    head = head_of(row, span)
    if _opens_with_name(row, span):
        return False  # Ann Lee, a reporter close to the port
    if any(marker in text for marker in words("anonymity", "markers")):
        return True
    if head is row[start] and end > start + 1 and row[start + 1].low == "of" and head.low in _QUANTIFIERS:
        return is_anonymous(row, (start + 2, end))  # one of the sources
    low = head.low.rpartition("-")[2]
    if head.low in words("anonymity", "groups"):
        return not _named(row, span)
    if low not in _heads() or (head.is_capital and head is not row[start]):
        return False
    if row[start].low == "the" and not _is_plural(low) and low not in _FACELESS and _of_a_body(row, span):
        return False  # the leader of Example Party: one person, whom anybody can name
    return not _named(row, span)


def _opens_with_name(row: Row, span: Range) -> bool:
    """Whether two capitalised words or more come first and are then described: `Ann Lee, who …`, `Ann Lee an aide`."""
    start, end = span
    at = start
    while at < end and row[at].is_capital and row[at].low not in _heads():
        at += 1
    return at > start + 1 and at < end and row[at].low in {",", "a", "an", "the", "who", "whose"}


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
    return following is not None and (
        following.is_capital or (following.low in {",", "—", ":"} and at + 2 < end and row[at + 2].is_capital)
    )


def count(row: Row, span: Range) -> int | None:
    """How many they are, where the words give a number."""
    counts = cast("dict[str, int]", table("anonymity")["counts"])
    start, end = span
    if end - start == 1 and row[start].quotation is not None:  # citing “four people familiar with the talks”
        inner = tokens(row[start].text.strip("\"“”'‘’ "))
        return count(inner, (0, len(inner))) if inner else None
    head = head_of(row, span)
    if head is row[start] and head.low in counts:
        return counts[head.low]
    for token in row[start:end]:
        if token is head:
            break
        if token.low in counts and not (counts[token.low] == 1 and _is_plural(head.low)):
            return counts[token.low]
        if token.low.isdecimal() and token.low.isascii():
            return int(token.low)
    singular = head.low in words("anonymity", "heads") and not _is_plural(head.low)
    return 1 if singular and row[start].low in {"the", "this", "that", "his", "her", "its"} else None


def _is_plural(low: str) -> bool:
    return low in {"people", "men", "women", "others", "some", "many", "insiders"} or (
        low.endswith("s") and low not in closed("determiners")
    )
