"""What stands beside a name between commas and describes it: `Ann Lee, a lawyer,` and `the lawyer, Ann Lee`."""

from collections.abc import Iterator, Sequence

from twosource.detect.parties.antecedents import Named
from twosource.detect.parties.group import Group
from twosource.lexicon.grammar import closed, nouns
from twosource.lexicon.names import listed
from twosource.text.clauses import Sentence
from twosource.text.nouns import head_of

_LONGEST = 14
_LEADS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "former", "chief", "president", "author", "founder"}
)

Place = tuple[int, int]


def beside(row: Sentence, shift: int, here: Sequence[Named], ends: dict[int, int]) -> Iterator[tuple[Group, Place]]:
    """The descriptions beside the names of a sentence; `ends` gives where each name ends (code points of the report).

    Only descriptions by what one is are taken: their noun is one for persons, or for bodies if the name is a body's.
    """
    starts = {token.start + shift: place for place, token in enumerate(row)}
    for one in here:
        first, end = starts.get(one.place), ends.get(one.place)
        if first is None or end is None or one.group.kind not in {"person", "organization"}:
            continue
        stop = next((place for place in range(first, len(row)) if row[place].start + shift >= end), len(row))
        for start, last in (*_after(row, stop), *_before(row, first)):
            if _fits(row, start, last, one.group):
                yield one.group, (shift + row[start].start, shift + row[last - 1].end)


def _after(row: Sentence, stop: int) -> Iterator[tuple[int, int]]:
    """`, a lawyer in Ledbury,` after a name, up to the comma that closes it."""
    if stop + 2 >= len(row) or row[stop].low != ",":
        return
    for last in range(stop + 2, min(len(row), stop + _LONGEST)):
        if row[last].low == "," or last == len(row) - 1:
            yield stop + 1, last
            return
        if row[last].is_quoted or row[last].is_number or row[last].low in closed("relatives") | {"and", ";"}:
            return


def _before(row: Sentence, first: int) -> Iterator[tuple[int, int]]:
    """`the lawyer, Ann Lee`: a description that opens with an article, and ends in a comma before the name."""
    if first < 3 or row[first - 1].low != ",":
        return
    for start in range(first - 2, max(-1, first - _LONGEST), -1):
        if row[start].low in {",", ";", ":", "."} or row[start].is_quoted or row[start].is_number:
            return
        if row[start].low in {"the", "his", "her", "their"} or row[start].is_possessive:
            opening = _opening(row, start)
            if head_of(row, (opening, first - 1)) is row[first - 2] or row[first - 2].is_capital:
                yield opening, first - 1
            return


def _opening(row: Sentence, place: int) -> int:
    """Where a description that opens with a possessor begins: `President Ann Lee’s` lawyer."""
    first = place
    while row[place].is_possessive and first > 0 and (row[first - 1].is_capital or row[first - 1].low == "."):
        first -= 1
    return first


def _fits(row: Sentence, start: int, last: int, group: Group) -> bool:
    """Whether the description says what the party is, by its noun."""
    head = head_of(row, (start, last))
    bodies = nouns("organisations") - {"town", "city", "village", "state", "country", "region", "group"}
    singular = nouns("persons") | listed("titles") if group.kind == "person" else bodies
    if head.is_capital and not (group.kind == "person" and head.low in listed("titles")):
        return False  # the Harbour Board, Ann Lee said: a name of its own
    opens = row[start].low in _LEADS | listed("titles") or row[start].is_capital
    return opens and head.low in singular and not head.low.endswith("s")
