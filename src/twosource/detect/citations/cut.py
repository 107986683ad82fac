"""Where the words of one cue end because another begins."""

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import SEPARATORS, part
from twosource.text.clauses import Sentence
from twosource.text.nouns import is_pronoun
from twosource.text.verbs import is_helper, is_time


def split_at_colon(draft: Draft) -> list[Draft]:
    """`said the plan was sound: “It works.”`: the clause, and the quotation after the colon, are two."""
    if not draft.rightward or not draft.parts:
        return []
    first, stop = draft.parts[-1]
    row = draft.row
    if stop - first < 3 or not row[stop - 1].is_quoted or row[stop - 2].low != ":":
        return []
    draft.parts = draft.parts[:-1] + part(row, first, stop - 2)
    return [Draft(row=row, cue=draft.cue, source=draft.source, parts=[(stop - 1, stop)], clause=stop - 1, shared=True)]


def cut(draft: Draft, found: list[Draft]) -> None:
    """Ends what a cue reports where the clause of a later cue begins beside it, not within it."""
    if not draft.rightward or not draft.parts:
        return
    first, stop = draft.parts[-1]
    for at in range(first, stop - 2):
        if draft.row[at].is_quoted and draft.row[at + 1].low == "," and draft.row[at + 2].low.endswith("ing"):
            stop = at + 1  # the report's own comment on the quotation
            break
    for other in found:
        if other is draft or other.cue[0] <= draft.cue[0] or other.agentless:
            continue
        edge = _edge(draft.row, other, first)
        if edge is not None and first < edge < stop:
            stop = edge
    draft.parts = draft.parts[:-1] + part(draft.row, first, stop)


def _edge(row: Sentence, other: Draft, first: int) -> int | None:
    """Where another cue's clause is set off from the words before it; None if it stands within them."""
    at = other.cue[0] if other.clause <= first and not other.rightward else other.clause
    if not other.rightward:
        at = min(other.source[0] if other.source and other.source[0] > first else at, other.cue[0])
    if other.shared:
        at = other.cue[0]
    while at > first and (is_time(row, at - 1) or is_helper(row, at - 1)):
        at -= 1
    before = row[at - 1].low if at > first else ""
    if at > first and row[at - 1].is_quoted and other.shared:
        return at
    if before in SEPARATORS:
        joined = row[at - 2].low in {",", ";"} if at - 2 > first else False
        own = before == "but" or (other.source is not None and is_pronoun(row, other.source[0]))
        return (
            (at - 2 if joined else at - 1) if joined or other.shared or own or before in {"while", "whereas"} else None
        )
    return at - 1 if before in {",", ";", "—", "–"} else None
