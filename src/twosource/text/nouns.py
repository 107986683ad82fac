"""What a noun phrase is about, and whether that can say something."""

import re
from functools import cache

from twosource.lexicon.grammar import auxiliaries, closed, speakers
from twosource.lexicon.names import listed
from twosource.text.rows import Range, Row
from twosource.text.tokens import Token

# `No 10 said` names a house
_NOBODY = re.compile(
    r"(?:neither|none|nobody|no[ -]one|not (?:one|a single)|no (?!\d))\b", re.IGNORECASE
)  # No 10 speaks

_PARTICIPLE = re.compile(r"[a-z]{3,}ed|written|seen|sent|held|shown|drawn|put|made|told")
_NEWLY = frozenset({"first", "originally", "initially", "recently", "newly"})


@cache
def enders() -> frozenset[str]:
    """Words that end a noun phrase: auxiliaries, words that join or subordinate clauses, frequent verbs, pronouns."""
    return (auxiliaries() | closed("subordinators") | closed("relatives") | closed("verbs") | closed("subjects")) - {
        "one",
        "others",
        "both",
        "neither",
        "may",
    }


def is_pronoun(row: Row, place: int) -> bool:
    """Whether a subject pronoun stands there; a capital within a sentence makes a name of it (He Yadong)."""
    token = row[place]
    if token.low not in closed("subjects") - {"others", "both"}:
        return False
    named = token.text[:1].isupper() and token.low != "i" and place > 0
    follows_mark = place and (row[place - 1].is_quoted or row[place - 1].low in {":", "•", "—", "–", "."})
    if named and not follows_mark:
        return False
    return not (
        token.text[:1].isupper()
        and token.low != "i"
        and place + 1 < len(row)
        and row[place + 1].is_capital
        and row[place + 1].low not in closed("weekdays")
    )


def is_nickname(row: Row, place: int) -> bool:
    """Whether a quotation stands within a name: Ann “Red” Lee."""
    token = row[place]
    inner = token.text[1:-1].rstrip()
    return place + 1 < len(row) and row[place + 1].is_capital and len(token.text.split()) <= 3 and inner[-1:].isalnum()


def is_nobody(phrase: str) -> bool:
    """Whether the words for a subject say that none of those did it: `Neither`, `None of the owners`, `No official`."""
    return _NOBODY.match(phrase) is not None


def can_speak(row: Row, span: Range) -> bool:
    """Whether a phrase names somebody or something that can say things: a name, a pronoun, or a noun of that sort."""
    start, end = span
    if row[start].is_quoted and end - start == 1:
        return False
    if end - start == 1 and row[start].low in closed("subjects"):
        return row[start].low != "you"
    head = head_of(row, span)
    if head.low in closed("times") | closed("weekdays") | closed("months") and not _is_surname(row, span):
        return False
    if head.bare in speakers() or head.low in speakers() or head.low.rpartition("-")[2] in speakers():
        return True
    if head.low in {"some", "others", "many", "one", "both", "another", "neither", "several"}:
        return end - start <= 6
    return any(_names(row, place, start) for place in range(start, end))


def _is_surname(row: Row, span: Range) -> bool:
    """Whether the head is a surname that is also a month's name: Helena March."""
    at = head_index(row, span)
    named = row[at].low in closed("months") and row[at].is_capital
    return named and at > span[0] and row[at - 1].low in listed("given")


def _names(row: Row, place: int, start: int) -> bool:
    token = row[place]
    if not token.is_capital or token.low in closed("openers") | closed("determiners") | closed("prepositions"):
        return False
    return place > start or place > 0 or token.low not in closed("adverbs")


def head_of(row: Row, span: Range) -> Token:
    """The noun that a phrase is about: the last one before a preposition, a comma or a relative clause."""
    return row[head_index(row, span)]


def head_index(row: Row, span: Range) -> int:
    """Where the head stands: see `head_of`."""
    start, end = span
    stop = start
    while stop < end and (stop == start or not _after_head(row, stop, start)):
        stop += 1
        if stop + 3 < end and row[stop].low == "(" and row[stop + 2].low == ")" and row[stop + 3].is_word:
            stop += 3  # an Example Times (ET) report
    return next((place for place in range(stop - 1, start - 1, -1) if row[place].is_word), start)


def _after_head(row: Row, place: int, start: int) -> bool:
    low = row[place].low
    if place > start and low in {"i", "we", "he", "she", "they"}:
        return True  # the clerk I spoke to
    if low in {
        "familiar",
        "close",
        "briefed",
        "knowledgeable",
        "cited",
        "quoted",
        "named",
        "based",
        "involved",
        "working",
    }:
        return place > start
    if place > start and (low == "that" or _is_reduced(row, place)):
        return True  # an article that appeared, a report published by
    return low in closed("prepositions") | closed("relatives") or low in {",", "(", "—", "–", ";"}


def _is_reduced(row: Row, place: int) -> bool:
    """Whether a participle opens a clause here: `published by`, `first published in`, `released Monday`."""
    if row[place].low in _NEWLY:
        place += 1
    follows = place + 1 < len(row) and row[place - 1].low not in closed("determiners")
    if not follows or not _PARTICIPLE.fullmatch(row[place].low):
        return False
    after = row[place + 1].low
    return after in closed("prepositions") | closed("weekdays") | closed("months") | closed("adverbs")
