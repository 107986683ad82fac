"""Cues that are no finite verb with a subject: `according to`, `reportedly`, `it is claimed`, `reported by`."""

from functools import cache

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import SEPARATORS, clause_start, content_end, new_clause, part
from twosource.detect.citations.takes import clause_ahead
from twosource.lexicon import words
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.text.ahead import phrase_after
from twosource.text.clauses import Sentence
from twosource.text.nouns import can_speak
from twosource.text.phrases import phrase_before
from twosource.text.verbs import is_helper

_RELATIVES = frozenset({"who", "which", "that"})  # they tell of somebody, and are no citation of the sentence


@cache
def listed(key: str) -> frozenset[str]:
    """The words of reporting.toml under `key`."""
    return frozenset(words("reporting", key))


def according(row: Sentence, place: int, found: list[Draft]) -> Draft | None:
    """`according to X, …`, `…, according to X`, `…, according to X, …`."""
    source = phrase_after(row, place + 2, wide=True)
    if source is None or not can_speak(row, source):
        return None
    end = content_end(row)
    leading = (
        place == 0
        or (place <= 4 and all(not token.is_word or token.low in closed("openers") for token in row[:place]))
        or row[place - 1].low in closed("openers") | {"•", "—", "–", ";"}
        or (place > 1 and row[place - 1].low in SEPARATORS)
    )
    draft = Draft(row=row, cue=(place, place + 2), source=source, clause=place)
    comma = source[1] < end and row[source[1]].low in {",", "—", "–"}
    if leading:
        first = source[1] + (1 if comma else 0)
        if comma and first < end and row[first].low in closed("relatives"):
            first = next((at + 1 for at in range(first, end) if row[at].low == ","), end)
        draft.parts = part(row, first, end)
        draft.rightward = True
        return draft
    draft.clause = clause_start(row, place, found)
    draft.parts = part(row, draft.clause, place)
    if comma and source[1] + 1 < end and not new_clause(row, source[1] + 1):
        draft.parts += part(row, source[1] + 1, end)
    return draft


def agentless(row: Sentence, place: int) -> Draft | None:
    """`reportedly`: the clause around it."""
    start = place
    while (
        start > 0
        and row[start - 1].low not in {",", ";", ":", "that", "which", "who", "and", "but", "—", "–"}
        and not row[start - 1].is_quoted
    ):
        start -= 1
    stop = place + 1
    end = content_end(row)
    while (
        stop < end
        and row[stop].low not in {";", "—", "–"}
        and not (row[stop].low == "," and stop + 1 < end and new_clause(row, stop + 1))
    ):
        stop += 1
    parts = part(row, start, place) + part(row, place + 1, stop)
    if stop - place < 3 or not parts:
        return None
    return Draft(row=row, cue=(place, place + 1), parts=parts, clause=start, agentless=True)


def passive(row: Sentence, place: int, found: list[Draft]) -> Draft | None:
    """`it is claimed (that) …`, `…, it is claimed`, `X is said to …`, `as reported by X`."""
    begin = place
    while begin and (row[begin - 1].low in auxiliaries() or is_helper(row, begin - 1)):
        begin -= 1
    end = content_end(row)
    following = row[place + 1].low if place + 1 < len(row) else "."
    if following == "by":
        return _by_agent(row, place, begin, found)
    it = begin > 0 and row[begin - 1].low == "it" and row[place].low in listed("impersonal")
    inserted = begin > 1 and row[begin - 2].low == ","
    if it and (following == "that" or inserted or clause_ahead(row, place + 1)):
        parts = part(row, place + 2 if following == "that" else place + 1, end)
        if inserted:
            parts = part(row, 0, begin - 2) + parts
        return Draft(row=row, cue=(begin - 1, place + 1), parts=parts, clause=begin - 1, agentless=True, rightward=True)
    if following == "to" and row[place].low in listed("passive") and begin and row[begin - 1].low not in _RELATIVES:
        subject = phrase_before(row, begin - 1)
        start = subject[0] if subject else begin
        parts = part(row, start, begin) + part(row, place + 1, end)
        return Draft(row=row, cue=(begin, place + 1), parts=parts, clause=start, agentless=True, act="asserts")
    return None


def _by_agent(row: Sentence, place: int, begin: int, found: list[Draft]) -> Draft | None:
    source = phrase_after(row, place + 2)
    if (
        source is None
        or not can_speak(row, source)
        or row[place].low not in {"reported", "said", "claimed", "announced", "confirmed", "revealed"}
    ):
        return None
    clause = clause_start(row, begin, found)
    parts = part(row, clause, begin)
    return Draft(row=row, cue=(place, place + 1), source=source, parts=parts, clause=clause)
