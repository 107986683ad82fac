"""What stands before its cue: `…, she said`, `“…,” said Lee, “…”`."""

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import content_end, new_clause, part
from twosource.detect.citations.tail import Tail
from twosource.lexicon.grammar import closed
from twosource.lexicon.reporting import verbs
from twosource.text.clauses import Sentence
from twosource.text.nouns import is_pronoun
from twosource.text.subjects import subject_before
from twosource.text.verbs import is_time

_MARKS = frozenset({",", "—", "–"})


def trailing(draft: Draft, first: int, stop: int, tail: Tail, found: list[Draft]) -> Draft | None:
    """What was said stands before its source, and may go on after it."""
    row = draft.row
    draft.occasion = draft.occasion or tail.occasion
    before = stop - 1
    if before > first and row[before].low == "as":
        before -= 1  # `…, as the board told the Gazette`
        stop = before + 1
    before = _said_last(row, first, before)
    if before < first or (before == stop - 1 and not row[before].is_quoted):
        return None
    if any(one.cue[0] >= first and not one.agentless and one.rightward for one in found) and not row[before].is_quoted:
        closes = tail.place >= content_end(row)
        if not closes or draft.source is None or is_pronoun(row, draft.source[0]):
            return None
        first = 0  # `Lee wrote that …, adding that …, the paper said`: all of it is the paper's
    draft.clause = first
    parts = (
        [(before, before + 1)]
        if row[before].is_quoted and _standing_alone(row, first, before)
        else part(row, first, before + 1)
    )
    if not parts:
        return None
    draft.parts = parts
    place = tail.place
    if place < len(row) and row[place].low in {",", ":", "—", "–"} and place + 1 < content_end(row):
        following = row[place + 1]
        if following.is_quoted and draft.parts and row[draft.parts[0][0]].is_quoted:
            draft.parts += [(place + 1, place + 2)]
        elif (
            row[place].low == ","
            and not new_clause(row, place + 1)
            and not row[draft.parts[0][0]].is_quoted
            and following.low not in {"who", "which"}
            and not following.low.endswith("ing")
            and not is_time(row, place + 1)
            and not _is_credit(row, place + 1)
        ):
            draft.parts += part(row, place + 1, content_end(row))
    return draft


def _is_credit(row: Sentence, first: int) -> bool:
    """Whether a subject and its verb of reporting end the sentence: `…, clerks said, the Gazette reported`."""
    last = content_end(row) - 1
    while last > first and is_time(row, last):
        last -= 1
    return last > first and row[last].low in verbs() and subject_before(row, last) == (first, last)


def _said_last(row: Sentence, first: int, place: int) -> int:
    """The last word before the marks, and before a time that marks set off.

    "…, on Monday Lee said" tells when he spoke; "… will close on Monday, Lee said" does not.
    """
    last = day = _before_marks(row, first, place)
    while day >= first and is_time(row, day):
        day -= 1
    apart = day >= first and (row[day].low in _MARKS or row[day].is_quoted)
    return _before_marks(row, first, day) if apart else last


def _before_marks(row: Sentence, first: int, place: int) -> int:
    while place >= first and row[place].low in _MARKS:
        place -= 1
    return place


def _standing_alone(row: Sentence, first: int, quoted: int) -> bool:
    """Whether only openers stand before the quotation in its clause, or another sentence's end."""
    return all(row[at].low in closed("openers") or not row[at].is_word for at in range(first, quoted)) and not any(
        row[at].is_quoted for at in range(first, quoted)
    )
