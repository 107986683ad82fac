"""The drafts of one sentence: each reporting verb or phrase with its source and what it reports."""

from functools import cache
from typing import cast

from twosource.detect.citations.draft import Draft
from twosource.detect.citations.tail import Tail, after_cue
from twosource.lexicon import words
from twosource.lexicon.denial import denial_verbs, denies
from twosource.lexicon.grammar import auxiliaries, closed, nouns
from twosource.lexicon.reporting import Verb, verbs
from twosource.text.clauses import Sentence
from twosource.text.phrases import (
    Range,
    can_speak,
    head_of,
    is_helper,
    is_pronoun,
    is_reporting,
    is_time,
    leading_subject,
    phrase_after,
    phrase_before,
    skip_back,
    subject_before,
)
from twosource.text.tokens import Token
from twosource.types.attribution import Act

_SEPARATORS = frozenset({"and", "but", "while", "though", "although", "whereas", "yet"})
_LINKS = frozenset({"that", "how", "whether", "why", "what", "if", "when"})
_LETTERS = frozenset({"letter", "tweet", "post", "message", "email", "memo"})
_JOINTS = _SEPARATORS | {"as", "after", "when", "because", "since"}
_VOID = frozenset(
    {
        "this",
        "that",
        "so",
        "it",
        "nothing",
        "everything",
        "much",
        "little",
        "as",
        "anything",
        "something",
        "goodbye",
        "yes",
        "no",
    }
)
_STOPS = frozenset(".,;:—–")
_NEEDS = {
    "accuse": "of",
    "blame": "for",
    "describe": "as",
    "label": "", "labell": "", "paint": "as", "portray": "as", "depict": "as",
    "urge": "to",
    "liken": "to",
    "denounce": "as",
    "characterize": "as",
    "characterise": "as",
}


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("reporting", key))


def drafts_in(row: Sentence) -> list[Draft]:
    """The drafts of a sentence, in the order of their cues."""
    found: list[Draft] = []
    for place, token in enumerate(row):
        draft = None
        if token.low == "according" and place + 1 < len(row) and row[place + 1].low == "to":
            draft = _according(row, place, found)
        elif token.low in _listed("agentless"):
            draft = _agentless(row, place)
        elif token.low in verbs() and not token.is_capital and is_reporting(row, place):
            draft = _verbal(row, place, verbs()[token.low], found)
        if draft is not None:
            found.append(draft)
    found = [one for one in found if not (one.agentless and _beside(one, found))]
    found += [half for draft in found for half in _split_at_colon(draft)]
    found += _after_colon(row, found)
    for draft in found:
        _cut(draft, found)
    return [draft for draft in found if draft.parts or draft.pending]


def _split_at_colon(draft: Draft) -> list[Draft]:
    """`said the plan was sound: “It works.”`: the clause, and the quotation after the colon, are two."""
    if not draft.rightward or not draft.parts:
        return []
    first, stop = draft.parts[-1]
    row = draft.row
    if stop - first < 3 or not row[stop - 1].is_quoted or row[stop - 2].low != ":":  # noqa: PLR2004 - a clause, a colon, a quotation
        return []
    draft.parts = draft.parts[:-1] + _part(row, first, stop - 2)
    part = (stop - 1, stop)
    return [Draft(row=row, cue=draft.cue, source=draft.source, parts=[part], clause=stop - 1, shared=True)]


def _after_colon(row: Sentence, found: list[Draft]) -> list[Draft]:
    """A quotation after a colon that no cue has taken: the last reporting verb before the colon has the say."""
    held = {at for draft in found for first, stop in draft.parts for at in range(first, stop)}
    for place in range(1, len(row) - 1):
        if row[place].low != ":" or not row[place + 1].is_quoted or place + 1 in held:
            continue
        part = _part(row, place + 1, place + 2)
        if (
            place <= 6
            and all(token.is_capital or token.low == "." for token in row[:place])
            and can_speak(row, (0, place))
        ):
            return [Draft(row=row, cue=(place, place + 1), source=(0, place), parts=part, clause=0, rightward=True)]
        for at in range(place - 1, -1, -1):
            if row[at].low in verbs() and is_reporting(row, at) and "ing" not in verbs()[row[at].low].forms:
                source = subject_before(row, at)
                if source is not None and not _first_person(row, source):
                    return [
                        Draft(row=row, cue=(at, at + 1), source=source, parts=part, clause=source[0], rightward=True)
                    ]
        break
    return []


def _beside(adverb: Draft, found: list[Draft]) -> bool:
    """Whether `reportedly` only colours a cue beside it."""
    return any(not other.agentless and 0 <= other.cue[0] - adverb.cue[1] <= 1 for other in found)


def _according(row: Sentence, place: int, found: list[Draft]) -> Draft | None:
    source = phrase_after(row, place + 2, wide=True)
    if source is None or not can_speak(row, source):
        return None
    end = _content_end(row)
    leading = (
        place == 0
        or (place <= 4 and all(not token.is_word or token.low in closed("openers") for token in row[:place]))
        or row[place - 1].low in closed("openers") | {"•", "—", "–", ";"}
        or (place > 1 and row[place - 1].low in _SEPARATORS)
    )
    draft = Draft(row=row, cue=(place, place + 2), source=source, clause=place)
    comma = source[1] < end and row[source[1]].low in {",", "—", "–"}
    if leading:
        first = source[1] + (1 if comma else 0)
        draft.parts = _part(row, first, end)
        draft.rightward = True
        return draft
    draft.clause = _clause_start(row, place, found)
    draft.parts = _part(row, draft.clause, place)
    if comma and source[1] + 1 < end and not _new_clause(row, source[1] + 1):
        draft.parts += _part(row, source[1] + 1, end)
    return draft


def _new_clause(row: Sentence, place: int) -> bool:
    return row[place].low in closed("coordinators") | closed("subordinators") | closed("relatives") | {
        "adding",
        "citing",
        "saying",
        "noting",
    }


def _agentless(row: Sentence, place: int) -> Draft | None:
    start = place
    while (
        start > 0
        and row[start - 1].low not in {",", ";", ":", "that", "which", "who", "and", "but", "—", "–"}
        and not row[start - 1].is_quoted
    ):
        start -= 1
    stop = place + 1
    end = _content_end(row)
    while (
        stop < end
        and row[stop].low not in {";", "—", "–"}
        and not (row[stop].low == "," and stop + 1 < end and _new_clause(row, stop + 1))
    ):
        stop += 1
    parts = _part(row, start, place) + _part(row, place + 1, stop)
    if stop - place < 3 or not parts:
        return None
    return Draft(row=row, cue=(place, place + 1), parts=parts, clause=start, agentless=True)


def _verbal(row: Sentence, place: int, verb: Verb, found: list[Draft]) -> Draft | None:
    helpers = {row[at].low for at in range(skip_back(row, place - 1) + 1, place)}
    if helpers & (closed("modals") | closed("negations")):
        return None
    if place and row[place - 1].low == "to":
        return None if not _went_on(row, place) else _finite(row, place, verb, found, place - 2)
    passive = helpers & closed("be") and verb.forms & {"past", "participle"} and not verb.forms & {"ing"}
    if passive:
        return _passive(row, place, verb, found)
    if "passive_only" in verb.frames:
        return None
    if "ing" in verb.forms and not helpers & closed("be"):
        return _participial(row, place, verb, found)
    if verb.forms == {"participle"} and not helpers & closed("have"):
        return None
    return _finite(row, place, verb, found, place)


def _went_on(row: Sentence, place: int) -> bool:
    return place > 2 and (
        row[place - 2].low in {"continued", "continues"}
        or (row[place - 2].low == "on" and row[place - 3].low in {"went", "goes"})
    )


def _passive(row: Sentence, place: int, verb: Verb, found: list[Draft]) -> Draft | None:
    """`it is claimed (that) …`, `…, it is claimed`, `X is said to …`, `as reported by X`."""
    begin = place
    while begin and (row[begin - 1].low in auxiliaries() or is_helper(row, begin - 1)):
        begin -= 1
    end = _content_end(row)
    following = row[place + 1].low if place + 1 < len(row) else "."
    if following == "by":
        return _by_agent(row, place, begin, found)
    it = begin > 0 and row[begin - 1].low == "it" and row[place].low in _listed("impersonal")
    inserted = begin > 1 and row[begin - 2].low == ","
    if it and (following == "that" or inserted or _clause_ahead(row, place + 1)):
        parts = _part(row, place + 2 if following == "that" else place + 1, end)
        if inserted:
            parts = _part(row, 0, begin - 2) + parts
        return Draft(row=row, cue=(begin - 1, place + 1), parts=parts, clause=begin - 1, agentless=True, rightward=True)
    if following == "to" and row[place].low in _listed("passive") and begin:
        subject = phrase_before(row, begin - 1)
        start = subject[0] if subject else begin
        parts = _part(row, start, begin) + _part(row, place + 1, end)
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
    clause = _clause_start(row, begin, found)
    parts = _part(row, clause, begin)
    return Draft(row=row, cue=(place, place + 1), source=source, parts=parts, clause=clause)


def _participial(row: Sentence, place: int, verb: Verb, found: list[Draft]) -> Draft | None:
    """`…, adding that`: the subject of the clause before; `a letter claiming`: the noun beside it."""
    tail = after_cue(row, place, verb)
    ends = tail.place >= len(row) or row[tail.place].low == "."
    quoted_as = place > 0 and row[place - 1].low == "as" and ends
    if place == 0 or not (quoted_as or _takes(row, verb, tail)):
        return None
    following = row[min(tail.place, len(row) - 1)]
    if "object" in verb.frames and not tail.linked and not following.is_quoted:
        return None  # a gerund rather: "confirming the talks would …"
    draft = Draft(
        row=row, cue=(place, place + 1), clause=place, hearer=tail.hearer, occasion=tail.occasion, rightward=True
    )
    draft.act = cast("Act", verb.act)
    beside = place - 1
    while beside > 0 and is_time(row, beside):
        beside -= 1
    before = row[beside]
    if before.low == "as":
        return _quoted_as(row, place, draft, tail)
    if (
        before.is_word
        and before.low not in closed("coordinators") | closed("prepositions") | closed("subordinators")
    ):
        draft.source = _beside_participle(row, beside + 1)
        if draft.source is None:
            return None
    elif before.low in closed("prepositions") | closed("subordinators") and before.low != "while":
        return None
    if draft.source is None:
        draft.source = _carried(row, place, found)
        draft.shared = True
    if draft.source is None:
        return None
    draft.parts = _part(row, tail.place, _content_end(row) if draft.shared else _before_verdict(row, tail.place))
    return draft


def _before_verdict(row: Sentence, first: int) -> int:
    """Where the content of `a report claiming …` ends: before the main clause goes on with `has been denied`."""
    end = _content_end(row)
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
            return _carried(row, at, []) or (at, end)
        if head.bare in speaking and not (head.is_capital and at == start):
            return (at, end)
    return None


def _quoted_as(row: Sentence, place: int, draft: Draft, tail: Tail) -> Draft | None:
    """`X was quoted as saying`, `the Y quoted X as saying`."""
    quoting = next(
        (
            at
            for at in range(place - 2, max(-1, place - 12), -1)
            if row[at].low in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}
        ),
        None,
    )
    if quoting is None:
        return None
    draft.parts = _part(row, tail.place, _content_end(row))
    draft.cue = (quoting, place + 1)
    if quoting == place - 2:
        draft.source = subject_before(row, quoting)
        if not draft.parts and draft.source:
            draft.rightward = False
            return _trailing(draft, 0, draft.source[0], tail, [])
    else:
        draft.source = (quoting + 1, place - 1)
        owner = subject_before(row, quoting)
        draft.relays = [owner] if owner else []
    return draft if draft.source else None


def _carried(row: Sentence, place: int, found: list[Draft]) -> Range | None:
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
        if row[at].low == ";" or (row[at].low in _JOINTS and (row[at - 1].low == "," or row[at].low in {"as", "while", "after", "when", "and"}))
    ]
    lead = [at + 1 for at in range(place) if row[at].low == ","]
    return [*near, 0, *lead]


def _takes(row: Sentence, verb: Verb, tail: Tail) -> bool:
    """Whether what follows is something that the verb reports."""
    at = tail.place
    following = row[at] if at < len(row) else None
    if following is None:
        return False
    if tail.linked or following.is_quoted or following.low in {"how", "whether", "why"}:
        return True
    if following.low in {":", ","}:
        return at + 1 < len(row) and row[at + 1].is_quoted
    if not _NEEDS.get(verb.lemma, "-"):
        return True
    if verb.lemma in _NEEDS:
        return any(token.low == _NEEDS[verb.lemma] for token in row[at + 1 : at + 14])
    if verb.lemma in {"call", "dub", "brand"}:
        near = row[at : at + 12]
        quoted = any(token.is_quoted for token in near)
        return (
            quoted or denies(" ".join(token.text for token in near)) or (following.low == "on" and verb.lemma == "call")
        )
    if following.low in closed("prepositions"):
        if following.low == "to":
            return False
        about = verb.lemma == "warn" and following.low in {"of", "against", "about"}
        number = at + 1 < len(row) and row[at + 1].is_number
        return about or number or ("clause" in verb.frames and _clause_ahead(row, at))
    if following.low in _VOID and not _clause_ahead(row, at):
        return False
    if "guarded" in verb.frames and "clause" in verb.frames and "mind" not in verb.frames:
        return _clause_ahead(row, at)
    if "guarded" in verb.frames or "quoting" in verb.frames and "clause" not in verb.frames:
        return False
    if following.low in {"and", "or", "but", "."}:
        return False
    return bool(verb.frames & {"clause", "hearer", "object"})


def _ends_open(token: Token) -> bool:
    """Whether a quotation ends as one does whose credit follows."""
    return token.text.rstrip("\"'”’»“ ")[-1:] in {",", "?", "!", "—", "–", "…"} or token.text[-1:] == ","


def _clause_ahead(row: Sentence, place: int) -> bool:
    """Whether a clause begins there: a subject pronoun, or an auxiliary before the next mark."""
    if is_pronoun(row, place) or row[place].low in {"there"}:
        return True
    for token in row[place + 1 : place + 11]:
        if token.low in auxiliaries():
            return True
        if not token.is_word or token.low in closed("relatives"):
            return False
    return False


def _finite(row: Sentence, place: int, verb: Verb, found: list[Draft], until: int) -> Draft | None:
    tail = after_cue(row, place, verb)
    draft = Draft(
        row=row, cue=(until if until < place else place, place + 1), hearer=tail.hearer, occasion=tail.occasion
    )
    draft.act = cast("Act", verb.act)
    inverted = None if _citing_subject(row, place) else _inverted(row, place)
    if inverted is not None:
        draft.source, draft.clause = inverted, _clause_start(row, place, found)
        return _trailing(draft, draft.clause, place, after_cue(row, inverted[1] - 1, None), found)
    last = skip_back(row, until - 1)
    draft.source = _citing_subject(row, until) or subject_before(row, until)
    if draft.source is None and last >= 0 and row[last].low in {"and", "but", ",", "then"}:
        previous = next((one for one in reversed(found) if one.source and not one.agentless), None)
        draft.source = (
            _carried(row, last, found)
            if row[last].low != "," and (previous or row[last].low in {"and", "but"})
            else None
        )
        draft.shared = draft.source is not None
    if draft.source is None or _first_person(row, draft.source):
        return None
    if "mind" in verb.frames and not _group(row, draft.source):
        return None
    draft.clause = draft.source[0] if not draft.shared else last
    following = row[tail.place] if tail.place < len(row) else None
    if following is not None and following.low == "," and _as_reported(row, draft.source[0]):
        draft.parts, draft.rightward = _part(row, tail.place + 1, _content_end(row)), True
        return draft
    quoted_before = not draft.shared and draft.source[0] > 0 and row[draft.source[0] - 1].is_quoted
    if (
        quoted_before
        and not tail.linked
        and (following is None or not following.is_quoted)
        and _ends_open(row[draft.source[0] - 1])
    ):
        return _trailing(draft, _clause_start(row, draft.source[0], found), draft.source[0], tail, found)
    if following is None or following.low in {".", ",", "—", "–", ";", "and", "but"} and not _takes(row, verb, tail):
        if draft.shared or not verb.frames & {"clause", "hearer", "quoting"} or verb.act == "denies":
            return None
        return _trailing(draft, _clause_start(row, draft.source[0], found), draft.source[0], tail, found)
    if following.low == ":" and tail.place + 1 >= len(row):
        draft.pending = True
        return draft
    if not _takes(row, verb, tail) and following.low != ":":
        return None
    draft.parts = _part(row, tail.place, _content_end(row))
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


def _first_person(row: Sentence, source: Range) -> bool:
    return source[1] - source[0] == 1 and row[source[0]].low in {"i", "we", "you"}


def _group(row: Sentence, source: Range) -> bool:
    head = head_of(row, source)
    return head.low.endswith("s") and head.bare in nouns("persons") or head.low in {"some", "many", "others", "people"}


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


def _trailing(draft: Draft, first: int, stop: int, tail: Tail, found: list[Draft]) -> Draft | None:
    """What was said stands before its source, and may go on after it."""
    row = draft.row
    draft.occasion = draft.occasion or tail.occasion
    before = stop - 1
    while before >= first and (row[before].low in {",", "—", "–"} or is_time(row, before)):
        before -= 1
    if before < first or (before == stop - 1 and not row[before].is_quoted):
        return None
    if any(one.cue[0] >= first and not one.agentless and one.rightward for one in found) and not row[before].is_quoted:
        closes = tail.place >= _content_end(row)
        if not closes or draft.source is None or is_pronoun(row, draft.source[0]):
            return None
        first = 0  # `Lee wrote that …, adding that …, the paper said`: all of it is the paper's
    draft.clause = first
    parts = (
        [(before, before + 1)]
        if row[before].is_quoted and _standing_alone(row, first, before)
        else _part(row, first, before + 1)
    )
    draft.parts = parts
    place = tail.place
    if place < len(row) and row[place].low in {",", ":", "—", "–"} and place + 1 < _content_end(row):
        following = row[place + 1]
        if following.is_quoted and draft.parts and row[draft.parts[0][0]].is_quoted:
            draft.parts += [(place + 1, place + 2)]
        elif (
            row[place].low == ","
            and not _new_clause(row, place + 1)
            and not row[draft.parts[0][0]].is_quoted
            and following.low not in {"who", "which"}
            and not following.low.endswith("ing")
            and not is_time(row, place + 1)
        ):
            draft.parts += _part(row, place + 1, _content_end(row))
    return draft


def _standing_alone(row: Sentence, first: int, quoted: int) -> bool:
    """Whether only openers stand before the quotation in its clause, or another sentence's end."""
    return all(row[at].low in closed("openers") or not row[at].is_word for at in range(first, quoted)) and not any(
        row[at].is_quoted for at in range(first, quoted)
    )


def _clause_start(row: Sentence, place: int, found: list[Draft]) -> int:
    """Where the clause begins that a cue closes: after a label, after a joint that follows the cue before."""
    label = next(
        (at + 1 for at in range(min(8, place)) if row[at].low == ":" and row[0].low in {"•", "-", "*", "–"}), 0
    )
    last = max((one.cue[1] for one in found if not one.agentless), default=0)
    for at in range(place - 2, max(last, label), -1):
        if last and (row[at].low == ";" or (row[at].low == "," and row[at + 1].low in _SEPARATORS)):
            return at + 1
    return label


def _content_end(row: Sentence) -> int:
    end = len(row)
    while end and row[end - 1].low in {".", "!", "?", ";", ":", ",", "...", "…"}:
        end -= 1
    return end


def _part(row: Sentence, first: int, stop: int) -> list[Range]:
    """The range without openers and marks at its edges; none if nothing is left."""
    while first < stop and (
        not row[first].is_word
        and not row[first].is_quoted
        and row[first].low not in "([$#@"
        or row[first].low in {"but", "and", "however", "meanwhile"}
    ):
        first += 1
    while first < stop and not row[stop - 1].is_word and not row[stop - 1].is_quoted and row[stop - 1].low not in ")]%":
        stop -= 1
    return [(first, stop)] if first < stop else []


def _cut(draft: Draft, found: list[Draft]) -> None:
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
    draft.parts = draft.parts[:-1] + _part(draft.row, first, stop)


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
    if before in _SEPARATORS:
        joined = row[at - 2].low in {",", ";"} if at - 2 > first else False
        own = before == "but" or (other.source is not None and is_pronoun(row, other.source[0]))
        return (at - 2 if joined else at - 1) if joined or other.shared or own or before in {"while", "whereas"} else None
    return at - 1 if before in {",", ";", "—", "–"} else None
