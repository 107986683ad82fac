"""Where the name of a news outlet stands: a well-known one, or one that looks so."""

import re

from twosource.lexicon import mapping, words
from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed
from twosource.lexicon.outlets import common, endings, first_words, known
from twosource.text.rows import Range, Row

_LONGEST_NAME = 6
_FURTHER = 3
_NO_NAME = closed("determiners") | closed("openers") | closed("prepositions") | closed("subjects")
_JOINED = re.compile(
    r"((?:[A-Z][a-z]+)+)(Daily|Times|Post|Journal|Tribune|Herald|Gazette|News|Insider|Weekly|Today|Online)"
)
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:\d+|-?TV)?$(?<!KPMG)(?<!WADA)(?<!WWII)")


def outlet_at(row: Row, first: int) -> int | None:
    """Where an outlet's name that begins at this token ends (index, exclusive); None if none does."""
    article = row[first].low == "the"
    if row[first].low in {"a", "an", "in", "on", "at", "but", "and"}:
        return None
    start = first + 1 if article else first
    if (domain := domain_at(row, start)) is not None:
        return domain
    if start >= len(row) or not (row[start].is_capital or row[start].is_number):
        return None
    if row[start].bare in first_words():
        for end in range(min(len(row), start + _LONGEST_NAME), start, -1):
            form = " ".join([*(token.low for token in row[start : end - 1]), row[end - 1].bare]).removesuffix("'")
            if form in known() and row[end - 1].is_word:
                if end - start == 1 and _goes_on(row, end) and (form in common() or row[end].bare in listed("titles")):
                    return None  # the National Security Council, the Vice President
                return _with_service(row, end) if article or form not in common() else None
    return _by_ending(row, start)


def _by_ending(row: Row, start: int) -> int | None:
    end = start
    while end < len(row) and row[end].is_word and row[end].is_capital and end - start < _LONGEST_NAME:
        end += 1
        if row[end - 1].bare in endings() and end - start > 1:
            if end < len(row) and row[end].is_capital and row[end].low in listed("titles"):
                return None  # Acme Press Secretary Ann Lee
            longer = end < len(row) and row[end].is_capital and row[end].bare in endings()
            return _with_service(row, end + 1 if longer else end)
    if end - start == 1 and _JOINED.fullmatch(row[start].text):
        return end
    if not (0 < end - start <= _FURTHER and end < len(row) and row[end].text in words("outlets", "behind")):
        return None
    whole = " ".join(token.bare for token in row[start:end])
    nations = mapping("names", "nations").keys() | listed("neither")
    named = not {whole, row[end - 1].bare} & nations and row[start].low not in _NO_NAME
    return end + 1 if named and not row[end - 1].is_possessive else None


def _goes_on(row: Row, end: int) -> bool:
    """Whether a longer name goes on behind what looks like an outlet's."""
    if end >= len(row) or row[end - 1].is_possessive or not (row[end].is_word and row[end].is_capital):
        return False
    stop = end
    while stop < len(row) and stop - end < _FURTHER and row[stop].is_word and row[stop].is_capital:
        stop += 1
    longer = listed("organisation_words") | listed("place_last") | listed("titles")
    return any(row[place].bare in longer for place in range(end, stop))


def _with_service(row: Row, end: int) -> int:
    """Past a noun that names the kind of outlet, as a part of its name: Tarn News Agency."""
    stop = end + 1 if end < len(row) and row[end].text == "News" else end
    named = stop < len(row) and row[stop].is_capital and row[stop].bare in words("outlets", "services")
    return stop + 1 if named else end


def spaced(name: str) -> str:
    """A name in which an outlet's ending is written without a space, with one: `LedburyDaily`, `Ledbury Daily`."""
    return " ".join(_JOINED.sub(r"\1 \2", word) if _JOINED.fullmatch(word) else word for word in name.split())


def domain_at(row: Row, first: int) -> int | None:
    """Where the name of a site that begins at this token ends: `news.example.com`; None if none does."""
    end = first
    while end + 2 < len(row) and row[end].is_word and row[end + 1].low == "." and row[end + 1].start == row[end].end:
        if row[end + 2].start != row[end + 1].end or not row[end + 2].is_word:
            break
        end += 2
    while end > first and row[end].bare not in words("outlets", "domains"):
        end -= 2
    return end + 1 if end > first else None


def is_medium(row: Row, span: Range) -> bool:
    """Whether a name looks like that of a broadcaster or site: `KXYZ`, `KXYZ-TV`, `GridTV`, `Example Online`."""
    first, end = span
    last = row[end - 1].text
    called = _CALL_SIGN.match(row[first].text) is not None
    return called or (last[:1].isupper() and last.endswith(("TV", "Online", "FM", "Radio", "Wire", "News")))
