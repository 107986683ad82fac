"""Participles as cues: `adding that`, `a letter claiming`, `quoted as saying`."""

from itertools import pairwise

from twosource.detect.citations.carried import carried
from twosource.detect.citations.draft import Draft
from twosource.detect.citations.parts import content_end, part
from twosource.detect.citations.tail import Tail, after_cue
from twosource.detect.citations.takes import takes
from twosource.detect.citations.trailing import trailing
from twosource.lexicon.denial import denial_verbs
from twosource.lexicon.grammar import auxiliaries, closed, nouns
from twosource.lexicon.reporting import Verb
from twosource.text.clauses import Sentence
from twosource.text.nouns import head_of
from twosource.text.phrases import phrase_before
from twosource.text.rows import Range
from twosource.text.subjects import subject_before
from twosource.text.verbs import is_time

_QUOTES = frozenset({"quoted", "cited", "quotes", "cites", "quoting", "citing", "reported", "reports"})
_REACH = 12
_LETTERS = frozenset({"letter", "tweet", "post", "message", "email", "memo"})


def participial(row: Sentence, place: int, verb: Verb, found: list[Draft]) -> Draft | None:
    """`…, adding that`: the subject of the clause before; `a letter claiming`: the noun beside it."""
    tail = after_cue(row, place, verb)
    ends = tail.place >= len(row) or row[tail.place].low == "."
    quoted_as = place > 0 and row[place - 1].low == "as" and ends
    if place == 0 or not (quoted_as or takes(row, verb, tail)):
        return None
    following = row[min(tail.place, len(row) - 1)]
    if "object" in verb.frames and not tail.linked and not following.is_quoted:
        return None  # a gerund rather: "confirming the talks would …"
    draft = Draft(
        row=row, cue=(place, place + 1), clause=place, hearer=tail.hearer, occasion=tail.occasion, rightward=True
    )
    draft.act = verb.act
    beside = place - 1
    while beside > 0 and is_time(row, beside):
        beside -= 1
    before = row[beside]
    if before.low == "as":
        return _quoted_as(row, place, draft, tail)
    if before.is_word and before.low not in closed("coordinators") | closed("prepositions") | closed("subordinators"):
        draft.source = _beside_participle(row, beside + 1)
        if draft.source is None:
            return None
    elif before.low in closed("prepositions") | closed("subordinators") and before.low != "while":
        return None
    if draft.source is None:
        draft.source = carried(row, place, found)
        draft.shared = True
    if draft.source is None:
        return None
    draft.parts = part(row, tail.place, content_end(row) if draft.shared else _before_verdict(row, tail.place))
    return draft


def _before_verdict(row: Sentence, first: int) -> int:
    """Where the content of `a report claiming …` ends: before the main clause goes on with `has been denied`."""
    end = content_end(row)
    for at in range(first + 2, end):
        if row[at].low in denial_verbs() and row[at - 1].low in closed("be"):
            start = at - 1
            while start > first and row[start - 1].low in auxiliaries():
                start -= 1
            return start
    return end


def _beside_participle(row: Sentence, place: int) -> Range | None:
    """`a letter claiming`, `a person saying`: the shortest noun phrase there whose noun can speak."""
    found = phrase_before(row, place - 1)
    if found is None:
        return None
    start, end = found
    speaking = nouns("documents") | nouns("persons")
    starts = [at for at in range(end - 1, start, -1) if row[at].low in closed("determiners") and row[at].low != "that"]
    for at in [*starts, start]:
        head = head_of(row, (at, end))
        if head.bare in nouns("spokes") | _LETTERS and head.bare not in nouns("persons"):
            return _issuer(row, at) or (at, end)
        if head.bare in speaking and not (head.is_capital and at == start):
            return (at, end)
    return None


def _issuer(row: Sentence, place: int) -> Range | None:
    """Whose statement it is: the subject before; nobody's here, where that only tells of others who issued it."""
    source = carried(row, place, [])
    if source is None or any(token.low == "that" for token in row[source[1] : place]):
        return None
    return source


def reports_saying(row: Sentence, place: int) -> bool:
    """Whether the cue is the one behind: `the Gazette reported Ann Lee as saying`."""
    lows = [token.low for token in row[place + 1 : place + _REACH]]
    return row[place].low in _QUOTES and any(pair == ("as", "saying") for pair in pairwise(lows))


def _quoted_as(row: Sentence, place: int, draft: Draft, tail: Tail) -> Draft | None:
    """`X was quoted as saying`, `the Y quoted X as saying`, before what is said or after it."""
    quoting = next(
        (at for at in range(place - 2, max(-1, place - _REACH), -1) if row[at].low in _QUOTES),
        None,
    )
    if quoting is None:
        return None
    draft.parts = part(row, tail.place, content_end(row))
    draft.cue = (quoting, place + 1)
    subject = subject_before(row, quoting)
    if quoting == place - 2:
        draft.source = subject
    elif row[quoting + 1].low in {"by", "in"}:  # `Lee was quoted by the Y as saying`
        draft.source, draft.relays = subject, [(quoting + 2, place - 1)]
    else:
        draft.source, draft.relays = (quoting + 1, place - 1), [subject] if subject else []
    if draft.source is None:
        return None
    if draft.parts:
        return draft
    draft.rightward = False
    return trailing(draft, 0, subject[0] if subject else draft.source[0], tail, [])
