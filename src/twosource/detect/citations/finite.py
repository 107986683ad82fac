"""Finite verbs as cues, before and after their subject."""

from twosource.detect.citations.carried import carried, first_person
from twosource.detect.citations.draft import Draft
from twosource.detect.citations.participles import reports_saying
from twosource.detect.citations.parts import clause_start, content_end, part
from twosource.detect.citations.tail import Tail, after_cue
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

_SINGLE = frozenset({"a", "an", "one", "the"})  # `…, which owns it, said one person close to him.`
_STOPS = frozenset(".,;:—–")


def finite(row: Sentence, place: int, verb: Verb, found: list[Draft], until: int) -> Draft | None:
    """The draft of a finite verb; `until` is where its predicate begins (`went on to say`)."""
    if reports_saying(row, place):
        return None
    tail = after_cue(row, place, verb)
    draft = Draft(row=row, cue=(min(place, until), place + 1), hearer=tail.hearer, occasion=tail.occasion, act=verb.act)
    hears = "hearer" in verb.frames  # `Ann Lee, who owns it, told the Gazette`: who hears comes after the verb
    inverted = None if hears or _citing_subject(row, place) else _inverted(row, place)
    if inverted is not None:
        draft.source, draft.clause = inverted, clause_start(row, place, found)
        return trailing(draft, draft.clause, place, after_cue(row, inverted[1] - 1, None), found)
    _find_source(draft, until, found)
    if draft.source is None or first_person(row, draft.source):
        return None
    if "mind" in verb.frames and not _group(row, draft.source):
        return None
    return _placed(draft, verb, tail, found)


def _find_source(draft: Draft, until: int, found: list[Draft]) -> None:
    """The subject before the verb, or the one that it shares with the verb before (`… and added`)."""
    row, last = draft.row, skip_back(draft.row, until - 1)
    draft.source = _citing_subject(row, until) or subject_before(row, until)
    if draft.source is None and last >= 0 and row[last].low in {"and", "but"}:
        draft.source = carried(row, last, found)
        draft.shared = draft.source is not None
    if draft.source is not None:
        draft.clause = last if draft.shared else draft.source[0]


def _placed(draft: Draft, verb: Verb, tail: Tail, found: list[Draft]) -> Draft | None:
    """With what is said, which stands after the verb, or before its subject."""
    row, source = draft.row, draft.source or draft.cue
    following = row[tail.place] if tail.place < len(row) else None
    if following is not None and following.low == "," and _as_reported(row, source[0]):
        draft.parts, draft.rightward = part(row, tail.place + 1, content_end(row)), True
        return draft
    taken = takes(row, verb, tail)
    ends = following is None or (following.low in {".", ",", "—", ";", "and", "but"} and not taken)
    if ends or _credits(draft, tail):
        wanted = verb.frames & {"clause", "hearer", "quoting"} and verb.act != "denies"
        if draft.shared or not wanted:
            return None
        return trailing(draft, clause_start(row, source[0], found), source[0], tail, found)
    if following is not None and following.low == ":" and tail.place + 1 >= len(row):
        draft.pending = True
        return draft
    if not taken and (following is None or following.low != ":"):
        return None
    draft.parts, draft.rightward = part(row, tail.place, content_end(row)), True
    return draft


def _credits(draft: Draft, tail: Tail) -> bool:
    """Whether cue and source are the credit of the quotation before them: `“…,” Lee told the paper when asked`."""
    row = draft.row
    if draft.shared or draft.source is None or draft.source[0] == 0 or tail.linked:
        return False
    before = row[draft.source[0] - 1]
    quoted_after = tail.place < len(row) and row[tail.place].is_quoted
    return before.is_quoted and ends_open(before) and not quoted_after


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
    """Whether the source is many people: what one person thinks is no speech."""
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
    if source is None or row[source[0]].low in closed("prepositions") or not can_speak(row, source):
        return None
    if row[place - 1].is_quoted:
        return source
    closes = (
        source[1] >= len(row)
        or row[source[1]].low in _STOPS
        or row[source[1]].is_quoted
        or row[source[1]].low in closed("prepositions") | {"who", "when", "after"}
    )
    whole = row[place].low in {"said", "says"} and source[1] >= content_end(row) and row[source[0]].low in _SINGLE
    return source if closes and (whole or subject_before(row, place) is None) else None
