"""Outlets that carry somebody's words, named apart from them: `said, per the X`, `According to the X, Lee said`."""

from collections.abc import Sequence

from twosource.detect.citations.draft import Draft
from twosource.lexicon import words
from twosource.text.nouns import is_nobody
from twosource.text.outlets import outlet_at
from twosource.text.rows import Range, Row

_LONGEST, _NAME = 6, 3


def add_carrier(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Adds the outlet of `per the X` behind a cue, and of `According to the X,` before it, as the outermost relay."""
    if draft.source is None or draft.row[draft.cue[0]].low == "according" or is_nobody(draft.text(draft.source)):
        return
    found = _per(draft, drafts) or _leading(draft, drafts)
    if found is not None and found not in draft.relays and draft.source != found:
        draft.relays.insert(0, found)


def _per(draft: Draft, drafts: Sequence[Draft]) -> Range | None:
    """`said, per the X`, `have cautioned, courtesy of the X, that`: behind this cue, and before any other."""
    row = draft.row
    later = [one.cue[0] for one in drafts if one.cue[0] > draft.cue[0] and one.cue[0] != draft.cue[0]]
    for place in range(draft.cue[1], min([len(row) - 1, *later])):
        first = _behind(row, place)
        end = (_named(row, first) or _capitals(row, first)) if first is not None else None
        if first is not None and end is not None:
            return first, end
    end = _capitals(row, 1) if row[0].low == "per" and len(row) > _LONGEST else None
    first_cue = not any(one.cue[0] < draft.cue[0] for one in drafts)
    return (1, end) if end is not None and row[end].low == "," and first_cue else None


def _behind(row: Row, place: int) -> int | None:
    """Where the name begins after `, per` or `, courtesy of`."""
    if row[place - 1].low not in {",", "(", "—"} and not row[place - 1].is_quoted:
        return None
    if row[place].low in {"per", "via"}:
        return place + 1
    return place + 2 if row[place].low == "courtesy" and row[place + 1].low == "of" else None


def _leading(draft: Draft, drafts: Sequence[Draft]) -> Range | None:
    """`According to the X, Lee said: “…”`: the outlet that opens the sentence, if nobody else's cue stands between."""
    row = draft.row
    opening = next((one for one in drafts if one.cue[0] == 0 and row[0].low == "according" and one.source), None)
    first = 2 if row[0].low == "according" and len(row) > _LONGEST else None
    if first is None or (opening is not None and _holds(opening, draft)):
        return None
    end = _named(row, first)
    between = [one for one in drafts if one is not opening and one is not draft and one.cue[0] < draft.cue[0]]
    comma = end is not None and row[end].low == ","
    return (first, end) if end is not None and comma and not between else None


def _holds(opening: Draft, draft: Draft) -> bool:
    """Whether the other's words take in this cue and its words: it stands within, and is followed through that."""
    return any(first <= draft.cue[0] and all(stop >= end for _, end in draft.parts) for first, stop in opening.parts)


def _capitals(row: Row, first: int) -> int | None:
    """Where a name of one to three capitalised words ends: `per Lee`."""
    end = first
    while end < len(row) - 1 and end - first < _NAME and row[end].is_word and row[end].is_capital:
        end += 1
    return end if end > first else None


def _named(row: Row, first: int) -> int | None:
    """Where an outlet's name ends that begins here, or `the report` and the like."""
    if first >= len(row):
        return None
    end = outlet_at(row, first)
    if end is not None or row[first].low not in {"the", "that"}:
        return end
    return first + 2 if first + 2 < len(row) and row[first + 1].low in words("outlets", "generic") else None
