"""Subjects that a clause takes over from the one before."""

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import SEPARATORS
from twosource.lexicon.grammar import closed
from twosource.text.clauses import Sentence
from twosource.text.rows import Range
from twosource.text.subjects import leading_subject

_JOINTS = SEPARATORS | {"as", "after", "when", "because", "since"}


def carried(row: Sentence, place: int, found: list[Draft]) -> Range | None:
    """The subject of the clause that goes on here: the source of its cue, else what its clause begins with."""
    for first in _clause_starts(row, place):
        held = [one for one in found if first <= one.cue[0] < place and one.source and not one.agentless]
        if held:
            return held[-1].source
        subject = leading_subject(row, first)
        if subject and subject[1] <= place and row[subject[0]].low not in closed("prepositions"):
            return subject
    return None


def _clause_starts(row: Sentence, place: int) -> list[int]:
    """Where clauses begin before this place, the nearest first, then the sentence, and what follows its lead."""
    near = [
        at + 1
        for at in range(place - 2, 0, -1)
        if row[at].low == ";"
        or (
            row[at].low in _JOINTS
            and (row[at - 1].low == "," or row[at].low in {"as", "while", "after", "when", "and"})
        )
    ]
    lead = [at + 1 for at in range(place) if row[at].low == ","]
    return [*near, 0, *lead]


def first_person(row: Sentence, source: Range) -> bool:
    """Whether the report's own `I` or `we` speaks, or its reader."""
    return source[1] - source[0] == 1 and row[source[0]].low in {"i", "we", "you"}
