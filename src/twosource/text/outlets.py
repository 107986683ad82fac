"""Where the name of a news outlet stands: a well-known one, or one that looks so."""

from twosource.lexicon.names import listed
from twosource.lexicon.outlets import common, endings, first_words, known
from twosource.text.rows import Row

_LONGEST_NAME = 6


def outlet_at(row: Row, first: int) -> int | None:
    """Where an outlet's name that begins at this token ends (index, exclusive); None if none does."""
    article = row[first].low == "the"
    if row[first].low in {"a", "an", "in", "on", "at", "but", "and"}:
        return None
    start = first + 1 if article else first
    if start >= len(row) or not (row[start].is_capital or row[start].is_number):
        return None
    if row[start].bare in first_words():
        for end in range(min(len(row), start + _LONGEST_NAME), start, -1):
            form = " ".join([*(token.low for token in row[start : end - 1]), row[end - 1].bare]).removesuffix("'")
            if form in known() and row[end - 1].is_word:
                return end if article or form not in common() else None
    return _by_ending(row, start)


def _by_ending(row: Row, start: int) -> int | None:
    end = start
    while end < len(row) and row[end].is_word and row[end].is_capital and end - start < _LONGEST_NAME:
        end += 1
        if row[end - 1].bare in endings() and end - start > 1:
            if end < len(row) and row[end].is_capital and row[end].low in listed("titles"):
                return None  # Acme Press Secretary Ann Lee
            longer = end < len(row) and row[end].is_capital and row[end].bare in endings()
            return end + 1 if longer else end
    return None
