"""The drafts of one sentence: each reporting verb or phrase with its source and what it reports."""

from twosource.detect.citations.carried import first_person
from twosource.detect.citations.cut import cut, split_at_colon
from twosource.detect.citations.draft import Draft
from twosource.detect.citations.finite import finite
from twosource.detect.citations.participles import participial
from twosource.detect.citations.parts import part
from twosource.detect.citations.phrasal import according, agentless, listed, passive
from twosource.lexicon.grammar import closed
from twosource.lexicon.reporting import Verb, verbs
from twosource.text.clauses import Sentence
from twosource.text.nouns import can_speak
from twosource.text.subjects import subject_before
from twosource.text.verbs import is_reporting, skip_back

_FEWEST_WORDS = 5  # of a quotation with which a sentence goes on, where it is no name


def drafts_in(row: Sentence) -> list[Draft]:
    """The drafts of a sentence, in the order of their cues."""
    found: list[Draft] = []
    for place, token in enumerate(row):
        draft = None
        if token.low == "according" and place + 1 < len(row) and row[place + 1].low == "to":
            draft = according(row, place, found)
        elif token.low in listed("agentless"):
            draft = agentless(row, place)
        elif token.low in verbs() and not token.is_capital and is_reporting(row, place):
            draft = _verbal(row, place, verbs()[token.low], found)
        if draft is not None:
            found.append(draft)
    found = [one for one in found if not (one.agentless and _beside(one, found))]
    found += [half for draft in found for half in split_at_colon(draft)]
    found += _after_colon(row, found)
    for draft in found:
        cut(draft, found)
    return [draft for draft in found if draft.parts or draft.pending]


def _after_colon(row: Sentence, found: list[Draft]) -> list[Draft]:
    """A quotation after a colon that no cue has taken: the last reporting verb before the colon has the say."""
    held = {at for draft in found for first, stop in draft.parts for at in range(first, stop)}
    for place in range(1, len(row) - 1):
        if row[place].low != ":" or not row[place + 1].is_quoted or place + 1 in held:
            continue
        quoted = part(row, place + 1, place + 2)
        if (
            place <= 6
            and all(token.is_capital or token.low == "." for token in row[:place])
            and can_speak(row, (0, place))
            and _is_statement(row, place + 1)
        ):
            return [Draft(row=row, cue=(place, place + 1), source=(0, place), parts=quoted, clause=0, rightward=True)]
        for at in range(place - 1, -1, -1):
            if row[at].low in verbs() and is_reporting(row, at) and "ing" not in verbs()[row[at].low].forms:
                source = subject_before(row, at)
                if source is not None and not first_person(row, source):
                    return [
                        Draft(row=row, cue=(at, at + 1), source=source, parts=quoted, clause=source[0], rightward=True)
                    ]
        break
    return []


def _is_statement(row: Sentence, place: int) -> bool:
    """Whether a quotation is more than a name with which the sentence goes on: `DALE: “Red Finch”, a sailor, …`."""
    ends = not any(token.is_word for token in row[place + 1 :])
    return ends or len(row[place].text.split()) >= _FEWEST_WORDS


def _beside(adverb: Draft, found: list[Draft]) -> bool:
    """Whether `reportedly` only colours a cue beside it."""
    return any(not other.agentless and 0 <= other.cue[0] - adverb.cue[1] <= 1 for other in found)


def _verbal(row: Sentence, place: int, verb: Verb, found: list[Draft]) -> Draft | None:
    helpers = {row[at].low for at in range(skip_back(row, place - 1) + 1, place)}
    if helpers & (closed("modals") | closed("negations")):
        return None
    if place and row[place - 1].low == "to":
        return None if not _went_on(row, place) else finite(row, place, verb, found, place - 2)
    is_passive = helpers & closed("be") and verb.forms & {"past", "participle"} and not verb.forms & {"ing"}
    if is_passive:
        return passive(row, place, found)
    if "passive_only" in verb.frames:
        return None
    if "ing" in verb.forms and not helpers & closed("be"):
        return participial(row, place, verb, found)
    if verb.forms == {"participle"} and not helpers & closed("have"):
        return None
    return finite(row, place, verb, found, place)


def _went_on(row: Sentence, place: int) -> bool:
    return place > 2 and (
        row[place - 2].low in {"continued", "continues"}
        or (row[place - 2].low == "on" and row[place - 3].low in {"went", "goes"})
    )
