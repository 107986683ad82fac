"""Subjects: whom a verb has before it, and whom a clause begins with."""

from twosource.lexicon.grammar import auxiliaries, closed, nouns, speakers
from twosource.text.nouns import can_speak, enders, head_of, is_pronoun
from twosource.text.phrases import phrase_before
from twosource.text.rows import LONGEST, Range, Row
from twosource.text.verbs import is_finite, is_time, skip_back

_COMMAS = 4


def subject_before(row: Row, verb: int, first: int = 0) -> Range | None:
    """The subject that stands before a verb, with its apposition; None where none is plain."""
    last = skip_back(row, verb - 1)
    if last < first:
        return None
    if row[last].low == ")":
        last = next((place - 1 for place in range(last, max(first, last - 12) - 1, -1) if row[place].low == "("), -1)
        if last < first:
            return None
    if row[last].low in {",", "—", "–"}:
        return _across_apposition(row, last, first)
    if row[last].low in {"who", "which", "that"}:
        return _antecedent(row, last, first)
    if is_pronoun(row, last):
        return (last, last + 1)
    found = phrase_before(row, last, first)
    return found if found and can_speak(row, found) else None


def _antecedent(row: Row, relative: int, first: int) -> Range | None:
    last = relative - 1
    if last >= first and row[last].low == ",":
        last -= 1
    found = phrase_before(row, last, first) if last >= first else None
    if found is None or not can_speak(row, found):
        return None
    return found if row[relative].low != "that" or head_of(row, found).bare in nouns("documents") else None


def _across_apposition(row: Row, comma: int, first: int) -> Range | None:
    """`Ann Lee, chief of X, said`: from the name to the end of what describes it; without a relative clause."""
    place, tried = comma - 1, 0
    while place > first and comma - place < 2 * LONGEST and tried < _COMMAS:
        if row[place].low in {",", "—", "–"}:
            tried += 1
            found = phrase_before(row, place - 1, first)
            if (
                found
                and _describes(row, place + 1, comma)
                and _starts_clause(row, found[0], first)
                and can_speak(row, found)
            ):
                keep = (
                    row[place + 1].low not in closed("relatives") | closed("prepositions")
                    and not row[place + 1].is_number
                )
                return (found[0], comma if keep and not is_time(row, place + 1) else found[1])
        elif row[place].is_quoted or row[place].low in {";", ":"}:
            return None
        place -= 1
    return None


def _describes(row: Row, start: int, end: int) -> bool:
    if start >= end:
        return False
    low = row[start].low
    if low in closed("relatives") or low in closed("prepositions") or row[start].is_number or is_time(row, start):
        return True
    if low in closed("coordinators") | closed("subordinators") | closed("subjects"):
        return False
    return not any(
        row[place].low in auxiliaries() or is_finite(row, place)
        for place in range(start, end)
        if not _in_relative(row, start, place)
    )


def _in_relative(row: Row, start: int, place: int) -> bool:
    return any(row[back].low in closed("relatives") for back in range(start, place))


def _starts_clause(row: Row, start: int, first: int) -> bool:
    if start <= first:
        return True
    before = row[start - 1]
    return (
        before.is_quoted
        or not before.is_word
        or before.low in closed("coordinators") | closed("subordinators") | closed("openers")
        or is_time(row, start - 1)
        or before.low in closed("prepositions")
    )


def leading_subject(row: Row, first: int) -> Range | None:
    """The subject that a clause begins with: a pronoun, a run of capitals, or a noun that can speak."""
    while (
        first < len(row)
        and not row[first].is_quoted
        and (row[first].low in closed("openers") or not row[first].is_word or is_time(row, first))
    ):
        first += 1
    if first >= len(row):
        return None
    if is_pronoun(row, first):
        return (first, first + 1)
    place, head = first, False
    while place < len(row) and place - first < LONGEST // 2 and not _ends_lead(row, place, head=head):
        token = row[place]
        head = head or (token.is_capital and token.low not in closed("determiners")) or token.bare in speakers()
        place += 1
    found = (first, place) if place > first and head else None
    return found if found and can_speak(row, found) else None


def _ends_lead(row: Row, place: int, *, head: bool) -> bool:
    token = row[place]
    if token.low == ".":
        return not (place and len(row[place - 1].text) <= 4 and row[place - 1].is_capital)
    if token.low in enders() | closed("coordinators") or not (token.is_word or token.low in {"&", "'", "’"}):
        return True
    if not head:
        return token.low in closed("prepositions")
    opens = row[place - 1].low in {"of", "for", "the", "a", "an"}
    return not (token.is_capital or token.low in {"of", "for", "&", "'", "’"} or opens or token.bare in speakers())
