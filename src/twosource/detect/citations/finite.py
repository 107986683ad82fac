"""Finite verbs as cues, before and after their subject."""

from twosource.detect.citations.carried import carried, first_person
from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import clause_start, content_end, part
from twosource.detect.citations.tail import after_cue
from twosource.detect.citations.takes import ends_open, takes
from twosource.detect.citations.trailing import trailing
from twosource.lexicon.grammar import closed, nouns
from twosource.lexicon.reporting import Verb
from twosource.text.ahead import phrase_after
from twosource.text.clauses import Sentence
from twosource.text.nouns import can_speak, head_of
from twosource.text.phrases import phrase_before
from twosource.text.rows import Range
from twosource.text.subjects import subject_before
from twosource.text.verbs import skip_back

_STOPS = frozenset(".,;:—–")


def finite(row: Sentence, place: int, verb: Verb, found: list[Draft], until: int) -> Draft | None:
    tail = after_cue(row, place, verb)
    draft = Draft(
        row=row, cue=(until if until < place else place, place + 1), hearer=tail.hearer, occasion=tail.occasion
    )
    draft.act = verb.act
    inverted = None if _citing_subject(row, place) else _inverted(row, place)
    if inverted is not None:
        draft.source, draft.clause = inverted, clause_start(row, place, found)
        return trailing(draft, draft.clause, place, after_cue(row, inverted[1] - 1, None), found)
    last = skip_back(row, until - 1)
    draft.source = _citing_subject(row, until) or subject_before(row, until)
    if draft.source is None and last >= 0 and row[last].low in {"and", "but", ",", "then"}:
        previous = next((one for one in reversed(found) if one.source and not one.agentless), None)
        draft.source = (
            carried(row, last, found)
            if row[last].low != "," and (previous or row[last].low in {"and", "but"})
            else None
        )
        draft.shared = draft.source is not None
    if draft.source is None or first_person(row, draft.source):
        return None
    if "mind" in verb.frames and not _group(row, draft.source):
        return None
    draft.clause = draft.source[0] if not draft.shared else last
    following = row[tail.place] if tail.place < len(row) else None
    if following is not None and following.low == "," and _as_reported(row, draft.source[0]):
        draft.parts, draft.rightward = part(row, tail.place + 1, content_end(row)), True
        return draft
    quoted_before = not draft.shared and draft.source[0] > 0 and row[draft.source[0] - 1].is_quoted
    if (
        quoted_before
        and not tail.linked
        and (following is None or not following.is_quoted)
        and ends_open(row[draft.source[0] - 1])
    ):
        return trailing(draft, clause_start(row, draft.source[0], found), draft.source[0], tail, found)
    if following is None or (following.low in {".", ",", "—", "–", ";", "and", "but"} and not takes(row, verb, tail)):
        if draft.shared or not verb.frames & {"clause", "hearer", "quoting"} or verb.act == "denies":
            return None
        return trailing(draft, clause_start(row, draft.source[0], found), draft.source[0], tail, found)
    if following.low == ":" and tail.place + 1 >= len(row):
        draft.pending = True
        return draft
    if not takes(row, verb, tail) and following.low != ":":
        return None
    draft.parts = part(row, tail.place, content_end(row))
    draft.rightward = True
    return draft


def _citing_subject(row: Sentence, verb: int) -> Range | None:
    """`the X, citing “people”, said`: the subject before what it cites."""
    for at in range(verb - 1, max(0, verb - 14), -1):
        if row[at].low in {"citing", "quoting"} and row[at - 1].low == ",":
            found = phrase_before(row, at - 2)
            return found if found and can_speak(row, found) else None
    return None


def _as_reported(row: Sentence, source: int) -> bool:
    """`As X reported, …`: what was said comes after the comma."""
    return source > 0 and row[source - 1].low == "as" and (source == 1 or not row[source - 2].is_word)


def _group(row: Sentence, source: Range) -> bool:
    head = head_of(row, source)
    return (head.low.endswith("s") and head.bare in nouns("persons")) or head.low in {
        "some",
        "many",
        "others",
        "people",
    }


def _inverted(row: Sentence, place: int) -> Range | None:
    """`“…,” said X`, `…, said X.`: the source after the verb."""
    if place == 0 or not (row[place - 1].is_quoted or row[place - 1].low in {",", "—", "–"}):
        return None
    source = phrase_after(row, place + 1)
    if source is None or not can_speak(row, source):
        return None
    if row[place - 1].is_quoted:
        return source
    closes = (
        source[1] >= len(row)
        or row[source[1]].low in _STOPS
        or row[source[1]].is_quoted
        or row[source[1]].low in closed("prepositions") | {"who", "when", "after"}
    )
    return source if closes and subject_before(row, place) is None else None
