"""Edges that the rules set, mended by those that the model sees."""

from twosource.detect.citations.draft import Draft
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.lexicon.reporting import verbs
from twosource.text.anonymity import is_anonymous
from twosource.text.clauses import Sentence
from twosource.text.rows import Range
from twosource.text.verbs import is_time

_MARKS = frozenset({",", "—", "–", "-", "--", "and", "but"})


def mend_source(draft: Draft, seen: Range | None) -> None:
    """Takes the model's source where that covers the draft's: the rules lose joint names, and those with an apposition.

    Not so where it reaches into the cue or what is said, or where one has a name and the other none. Relative clauses
    and ages behind a comma, times, and what a preposition adds are left out.
    """
    old = draft.source
    if old is None or seen is None or draft.shared or not (seen[0] <= old[0] and old[1] <= seen[1]):
        return
    if any(seen[0] < stop and first < seen[1] for first, stop in (draft.cue, *draft.parts)):
        return
    new = _bare(draft.row, (seen[0], _end(draft.row, old, seen[1])))
    if new[0] < new[1] and is_anonymous(draft.row, new) == is_anonymous(draft.row, old):
        draft.source = new


def _end(row: Sentence, old: Range, stop: int) -> int:
    """Where a source read on to `stop` ends: before a preposition, a time, an age, or a clause behind a comma."""
    first = old[0] if is_time(row, old[0]) or row[old[0]].low in closed("months") else old[1]
    if first < stop and row[first].low in closed("prepositions"):
        return first
    return next((at for at in range(first, stop) if _leads_off(row, at)), stop)


def _leads_off(row: Sentence, at: int) -> bool:
    behind = row[at - 1].low in _MARKS
    clause = behind and (row[at].low in closed("relatives") or row[at].is_number)
    return clause or is_time(row, at) or row[at].low in closed("months")


def _bare(row: Sentence, part: Range) -> Range:
    first, stop = part
    while first < stop and row[first].low in _MARKS:
        first += 1
    while first < stop and (row[stop - 1].low in _MARKS or row[stop - 1].low in closed("prepositions")):
        stop -= 1
    return first, stop


def mend_start(draft: Draft, seen: Range | None) -> None:
    """Begins what is said behind a `that` where the model does, if only hearers, times or occasions come before it."""
    first, stop = draft.parts[0] if draft.parts else (0, 0)
    if seen is None or not draft.cue[1] <= first < seen[0] < stop or draft.row[seen[0] - 1].low != "that":
        return
    if draft.row[seen[0]].low.replace("’", "'").removesuffix("n't") in auxiliaries():  # `admitted that was so`
        return
    known = [verbs()[token.low] for token in draft.row[slice(*draft.cue)] if token.low in verbs()]
    if any("object" in verb.frames for verb in known):  # `denied reports that …`
        return
    if not any(token.low in verbs() for token in draft.row[first : seen[0]]):
        draft.parts[0] = (seen[0], stop)
