"""Noun phrases by closed word classes: whom a verb has for its subject, and what a preposition leads to.

There is no parser here. A phrase ends at marks, at words that join or subordinate clauses, and at verbs; a relative
clause ("a person who was in the room") is stepped over. Places are indices into a sentence's tokens, half-open.
"""

from collections.abc import Sequence
from functools import cache

from twosource.lexicon import words
from twosource.lexicon.grammar import auxiliaries, closed, nouns, speakers
from twosource.lexicon.reporting import verbs
from twosource.text.tokens import Token

Range = tuple[int, int]
Row = Sequence[Token]
_LONGEST = 28
_COMMAS = 4
_SHORT_MONTH = 3  # Jun and Jan are names too
_JOINS = frozenset("&/()-")
_THINGS = frozenset(
    {
        "claim",
        "claims",
        "charge",
        "charges",
        "allegation",
        "allegations",
        "accusation",
        "something",
        "things",
        "what",
        "move",
        "deal",
        "figure",
        "number",
        "idea",
        "view",
        "way",
    }
)


@cache
def _enders() -> frozenset[str]:
    return (auxiliaries() | closed("subordinators") | closed("relatives") | closed("verbs") | closed("subjects")) - {
        "one",
        "others",
        "both",
        "neither",
        "may",
    }


def is_reporting(row: Row, place: int) -> bool:
    """Whether the token is a finite form of a reporting verb, as far as its neighbours tell."""
    verb = verbs().get(row[place].low)
    if verb is None or row[place].is_capital or row[place].low in {"brand", "brands", "label", "labels"}:
        return False
    before = row[place - 1].low if place else ""
    if "past" in verb.forms and place and row[place - 1].is_possessive:
        return False
    if "past" in verb.forms and (
        before in closed("determiners") - {"both", "all", "others", "another", "some", "many"}
        or before in closed("prepositions")
    ):
        return False  # the alleged plan, with reported losses
    if verb.forms & {"base", "s"} and not verb.forms & {"past"} and place:
        if verb.forms == {"base"} and not _plural_before(row, place):
            return False
        return not (before in closed("determiners") | closed("prepositions") or row[place - 1].is_possessive) and (
            row[place].low not in _nouns_too() or _verb_between(row, place)
        )
    return True


def _plural_before(row: Row, place: int) -> bool:
    """Whether a base form may have its subject before it: a plural, a pronoun, or a joint with one."""
    at = skip_back(row, place - 1)
    if at < 0:
        return False
    low = row[at].low
    plural = low.endswith("s") or low in {
        "people",
        "police",
        "men",
        "women",
        "media",
        "they",
        "we",
        "i",
        "you",
        "some",
        "many",
        "others",
    }
    return plural or low in closed("coordinators") | {",", "who", ")", "—"} or row[at].is_number


def _verb_between(row: Row, place: int) -> bool:
    """Whether a form that may be a noun stands as a verb: after a name or a noun that can speak, before a clause."""
    before, after = row[place - 1], row[place + 1] if place + 1 < len(row) else None
    if "s" not in verbs()[row[place].low].forms and not _plural_before(row, place):
        return False
    left = (
        before.is_capital
        or before.low in closed("subjects") | closed("coordinators") | {","}
        or before.bare in speakers()
        or is_helper(row, place - 1)
    )
    if after is None or not left:
        return False
    opens = closed("determiners") | closed("subjects") | {"that", ":", "how", "of", "against", "about"}
    return after.is_quoted or after.is_capital or after.low in opens


@cache
def _nouns_too() -> frozenset[str]:
    singular = (
        "report claim state note warn post answer reply promise hope fear mention forecast estimate boast point cry"
    )
    more = (
        "label brand blame call demand offer protest mock praise text email quip joke show signal hint counter respond"
    )
    listed = f"{singular} {more} query address advance plan view".split()
    return frozenset(form for word in listed for form in (word, f"{word}s")) - {"warn", "warns", "responds", "respond"}


def skip_back(row: Row, place: int) -> int:
    """The last token before a verb's helpers: adverbs, auxiliaries, words of time; -1 if there is none."""
    while place >= 0 and is_helper(row, place):
        place -= 1
    return place


def is_helper(row: Row, place: int) -> bool:
    """Whether it may stand between a subject and its verb."""
    low = row[place].low
    if (
        low in closed("adverbs")
        or low in auxiliaries()
        or (low.endswith("ly") and len(low) > 4 and not row[place].is_capital)
    ):
        return low not in {"may"} or not row[place].is_capital
    return is_time(row, place)


def is_time(row: Row, place: int) -> bool:
    """Whether it belongs to a time: `on Tuesday`, `last week`, `earlier this month`."""
    low = row[place].low
    if low in closed("weekdays"):
        return True
    if low in closed("months") and len(low) > _SHORT_MONTH and row[place].is_capital and place and (low != "may" or row[place - 1].low in {"in", "since", "until", "on"}):
        return True
    before = row[place - 1].low if place else ""
    if low in closed("times"):
        return before in {"last", "this", "next", "earlier", "later", "that", "same"} or low in {"yesterday", "today"}
    after = row[place + 1].low if place + 1 < len(row) else ""
    if low in {"on", "in", "late", "early"}:
        return after in closed("weekdays") or (after in closed("months") and row[place + 1].is_capital)
    return low in {"last", "this", "earlier"} and (after in closed("times") or after in {"this", "last"})


def is_pronoun(row: Row, place: int) -> bool:
    """Whether a subject pronoun stands there; a capital within a sentence makes a name of it (He Yadong)."""
    token = row[place]
    if token.low not in closed("subjects") - {"others", "both"}:
        return False
    named = token.text[:1].isupper() and token.low not in {"i"} and place > 0
    follows_mark = place and (row[place - 1].is_quoted or row[place - 1].low in {":", "•", "—", "–", "."})
    if named and not follows_mark:
        return False
    return not (
        token.text[:1].isupper()
        and token.low != "i"
        and place + 1 < len(row)
        and row[place + 1].is_capital
        and row[place + 1].low not in closed("weekdays")
    )


def phrase_before(row: Row, last: int, first: int = 0) -> Range | None:
    """The noun phrase that ends with the token `last`; None where there is none."""
    start = last + 1
    place = last
    while place >= first and last - place < _LONGEST:
        if (
            row[place].low in _enders() and (row[place].low not in closed("subjects") or is_pronoun(row, place))
        ) or _is_finite(row, place):
            back = _relative(row, place, first)
            if back is None:
                break
            place = back
            continue
        if not _within(row, place, last):
            if row[place].low in {"and", "&"} and place > first and start <= last:
                joined = _joint(row, place, last, first)
                if joined is not None:
                    return joined
            break
        start = place
        place -= 1
    return _trimmed(row, start, last + 1)


def _is_finite(row: Row, place: int) -> bool:
    verb = verbs().get(row[place].low)
    if verb is None or "complement" in verb.frames:
        return False
    if "ing" in verb.forms:
        following = row[place + 1] if place + 1 < len(row) else None
        opens = closed("determiners") | closed("subjects") | {"that"}
        return "clause" in verb.frames and following is not None and (following.is_capital or following.low in opens)
    return "past" in verb.forms and is_reporting(row, place)


def is_nickname(row: Row, place: int) -> bool:
    """Whether a quotation stands within a name: Ann “Red” Lee."""
    token = row[place]
    inner = token.text[1:-1].rstrip()
    return place + 1 < len(row) and row[place + 1].is_capital and len(token.text.split()) <= 3 and inner[-1:].isalnum()


def _within(row: Row, place: int, last: int) -> bool:
    token = row[place]
    if token.is_quoted:
        return place < last and place > 0 and row[place - 1].is_capital and is_nickname(row, place)
    if token.is_word:
        return token.low not in {"and", "or", "but", "nor", "yet"}
    if token.low == ".":
        return place < last and place > 0 and row[place - 1].is_word and len(row[place - 1].text) <= 5
    if token.low == "’" or token.low == "'":
        return place > 0 and row[place - 1].low.endswith("s")
    return token.low in _JOINS


def _relative(row: Row, place: int, first: int) -> int | None:
    """Steps from a verb over `who … ` to the noun before it: `one source who was in the room`."""
    for back in range(place, max(first, place - 7), -1):
        if row[back].low == "who" and back > first and row[back - 1].is_word:
            return back - 1
        if not row[back].is_word:
            return None
    return None


def _joint(row: Row, place: int, last: int, first: int) -> Range | None:
    """`A and B` where both can speak and A begins a clause: else what stands before `and` is another clause."""
    left = phrase_before(row, place - 1, first)
    right = _trimmed(row, place + 1, last + 1)
    if left is None or right is None or right[0] != place + 1:
        return None
    begins = (
        left[0] == first
        or row[left[0] - 1].low in {",", "both", ";", ":", "—", "–", "that", "and"}
        or row[left[0] - 1].is_quoted
    )
    if begins and place - left[0] <= 9 and can_speak(row, left) and can_speak(row, right):
        return (left[0], last + 1)
    return None


def _trimmed(row: Row, start: int, end: int) -> Range | None:
    """Without openers (`But`), and without what leads in (`On Monday`, `In a letter to staff`)."""
    for place in range(end - 2, start, -1):
        if row[place].low in _THINGS and not row[place].is_capital and row[place + 1].is_capital:
            start = place + 1  # "a claim Acme denies": a relative clause without a pronoun
            break
    while start < end:
        low = row[start].low
        if not row[start].is_word and not row[start].is_quoted:
            start += 1
        elif low in closed("openers") and not (row[start].is_capital and start and row[start - 1].low != "."):
            start += 1
        elif (low.endswith("ly") and len(low) > 4 and start + 1 < end and not _is_name_word(row, start)) or is_time(
            row, start
        ):
            start += 1
        elif low in closed("prepositions") or (low in {"last", "late", "early"} and is_time(row, start)):
            start = _past_lead(row, start, end)
        else:
            return (start, end)
    return None


def _is_name_word(row: Row, place: int) -> bool:
    return row[place].is_capital and place > 0


def _past_lead(row: Row, start: int, end: int) -> int:
    """Past a preposition and its noun, to where a new noun phrase begins; `end` if none does."""
    place = start + 1
    if place < end and (row[place].is_number or is_time(row, place) or row[place].low in closed("months")):
        while place < end and (
            row[place].is_number or is_time(row, place) or row[place].low in closed("months") | closed("times")
        ):
            place += 1
        return place
    seen = False
    while place < end:
        token = row[place]
        begins = token.low in closed("determiners") or token.is_capital or token.low in closed("subjects")
        if (
            begins
            and seen
            and row[place - 1].low not in closed("prepositions")
            and not row[place - 1].is_capital
            and not row[place - 1].is_possessive
        ):
            return place
        seen = seen or (token.is_word and token.low not in closed("determiners"))
        place += 1
    return end


def can_speak(row: Row, span: Range) -> bool:
    """Whether a phrase names somebody or something that can say things: a name, a pronoun, or a noun of that sort."""
    start, end = span
    if row[start].is_quoted and end - start == 1:
        return False
    if end - start == 1 and row[start].low in closed("subjects"):
        return row[start].low not in {"you"}
    head = head_of(row, span)
    if head.low in closed("times") | closed("weekdays") | closed("months"):
        return False
    if head.bare in speakers() or head.low in speakers() or head.low.rpartition("-")[2] in speakers():
        return True
    if head.low in {"some", "others", "many", "one", "both", "another", "neither", "several"}:
        return end - start <= 6
    return any(_names(row, place, start) for place in range(start, end))


def _names(row: Row, place: int, start: int) -> bool:
    token = row[place]
    if not token.is_capital or token.low in closed("openers") | closed("determiners") | closed("prepositions"):
        return False
    return place > start or place > 0 or token.low not in closed("adverbs")


def head_of(row: Row, span: Range) -> Token:
    """The noun that a phrase is about: the last one before a preposition, a comma or a relative clause."""
    return row[head_index(row, span)]


def head_index(row: Row, span: Range) -> int:
    """Where the head stands: see `head_of`."""
    start, end = span
    stop = start
    while stop < end and (stop == start or not _after_head(row, stop, start)):
        stop += 1
        if stop + 3 < end and row[stop].low == "(" and row[stop + 2].low == ")" and row[stop + 3].is_word:
            stop += 3  # an Example Times (ET) report
    return next((place for place in range(stop - 1, start - 1, -1) if row[place].is_word), start)


def _after_head(row: Row, place: int, start: int) -> bool:
    low = row[place].low
    if low in {
        "familiar",
        "close",
        "briefed",
        "knowledgeable",
        "cited",
        "quoted",
        "named",
        "based",
        "involved",
        "working",
    }:
        return place > start
    return low in closed("prepositions") | closed("relatives") or low in {",", "(", "—", "–", ";"}


def subject_before(row: Row, verb: int, first: int = 0) -> Range | None:
    """The subject that stands before a verb, with its apposition; None where none is plain."""
    last = skip_back(row, verb - 1)
    if last < first:
        return None
    if row[last].low == ")":
        last = next((place - 1 for place in range(last, max(first, last - 12) - 1, -1) if row[place].low == "("), -1)
        if last < first:
            return None
    if row[last].low in {",", "—", "–"}:
        return _across_apposition(row, last, first)
    if row[last].low in {"who", "which", "that"}:
        return _antecedent(row, last, first)
    if is_pronoun(row, last):
        return (last, last + 1)
    found = phrase_before(row, last, first)
    return found if found and can_speak(row, found) else None


def _antecedent(row: Row, relative: int, first: int) -> Range | None:
    last = relative - 1
    if last >= first and row[last].low == ",":
        last -= 1
    found = phrase_before(row, last, first) if last >= first else None
    if found is None or not can_speak(row, found):
        return None
    return found if row[relative].low != "that" or head_of(row, found).bare in nouns("documents") else None


def _across_apposition(row: Row, comma: int, first: int) -> Range | None:
    """`Ann Lee, chief of X, said`: from the name to the end of what describes it; without a relative clause."""
    place, tried = comma - 1, 0
    while place > first and comma - place < 2 * _LONGEST and tried < _COMMAS:
        if row[place].low in {",", "—", "–"}:
            tried += 1
            found = phrase_before(row, place - 1, first)
            if (
                found
                and _describes(row, place + 1, comma)
                and _starts_clause(row, found[0], first)
                and can_speak(row, found)
            ):
                keep = (
                    row[place + 1].low not in closed("relatives") | closed("prepositions")
                    and not row[place + 1].is_number
                )
                return (found[0], comma if keep and not is_time(row, place + 1) else found[1])
        elif row[place].is_quoted or row[place].low in {";", ":"}:
            return None
        place -= 1
    return None


def _describes(row: Row, start: int, end: int) -> bool:
    if start >= end:
        return False
    low = row[start].low
    if low in closed("relatives") or low in closed("prepositions") or row[start].is_number or is_time(row, start):
        return True
    if low in closed("coordinators") | closed("subordinators") | closed("subjects"):
        return False
    return not any(
        row[place].low in auxiliaries() or _is_finite(row, place)
        for place in range(start, end)
        if not _in_relative(row, start, place)
    )


def _in_relative(row: Row, start: int, place: int) -> bool:
    return any(row[back].low in closed("relatives") for back in range(start, place))


def _starts_clause(row: Row, start: int, first: int) -> bool:
    if start <= first:
        return True
    before = row[start - 1]
    return (
        before.is_quoted
        or not before.is_word
        or before.low in closed("coordinators") | closed("subordinators") | closed("openers")
        or is_time(row, start - 1)
        or before.low in closed("prepositions")
    )


def phrase_after(row: Row, first: int, *, wide: bool = False) -> Range | None:
    """The noun phrase that begins at `first`, with its apposition. `wide` takes all up to a comma or stop."""
    place = first
    if place >= len(row) or row[place].low in closed("subordinators") | closed("relatives") | closed("coordinators"):
        return None
    if is_pronoun(row, place):
        return (place, place + 1)
    relative = False
    while place < len(row) and place - first < _LONGEST:
        token = row[place]
        if not relative and token.low in closed("relatives") | {"that"} and place > first and not token.is_capital:
            common = not row[place - 1].is_capital
            if not (common and token.low != "which"):
                break
            relative = True
        elif not relative and place > first and _ends_after(row, place, first, wide=wide):
            break
        elif relative and not token.is_word and token.low not in _JOINS and token.low not in {"'", "’", "."}:
            break
        if not token.is_word and not _inner_mark(row, place, first):
            break
        place += 1
    while place > first and (
        not row[place - 1].is_word or row[place - 1].low in closed("prepositions") | {"and", "or", "the"}
    ):
        if row[place - 1].low == ")" or row[place - 1].is_quoted:
            break
        place -= 1
    return (first, _past_apposition(row, first, place)) if place > first else None


def _past_apposition(row: Row, first: int, place: int) -> int:
    """Past `, former chief of X` where a comma, a stop or a quotation ends it; else `place` itself."""
    if place + 1 >= len(row) or row[place].low != ",":
        return place
    end = place + 1
    while (
        end < len(row)
        and end - place < 2 * _LONGEST // 3
        and (row[end].is_word or row[end].low in _JOINS | {"’"} or _inner_mark(row, end, place))
    ):
        if row[end].low in _enders() | {"adding", "saying"} or _is_finite(row, end):
            return place
        end += 1
    closes = end >= len(row) or row[end].low in {".", ",", "—", "–", ":", ";"} or row[end].is_quoted
    inside = range(place + 1, end)
    if (
        not closes
        or not inside
        or row[place + 1].low in closed("prepositions") | closed("coordinators")
        or is_time(row, place + 1)
    ):
        return place
    named = any(row[at].is_capital for at in range(first, place))
    role = any(row[at].bare in speakers() for at in inside)
    capitals = all(row[at].is_capital or row[at].low == "." for at in inside)
    common = not row[head_index(row, (first, place))].is_capital
    name = (row[place + 1].is_capital and not named) or (capitals and common)
    return end if role or name else place


def _inner_mark(row: Row, place: int, first: int) -> bool:
    token = row[place]
    if token.is_quoted:
        return place > first and is_nickname(row, place)
    if token.low == ".":
        return place > first and place + 1 < len(row) and row[place + 1].is_word and len(row[place - 1].text) <= 5
    return token.low in _JOINS or (token.low in {"'", "’"} and row[place - 1].low.endswith("s"))


def _ends_after(row: Row, place: int, first: int, *, wide: bool) -> bool:
    low = row[place].low
    if is_time(row, place) or _is_finite(row, place):
        return True
    if (
        low in (auxiliaries() | closed("subordinators") | closed("subjects") | {"but", "or", "yet"}) - {"may"}
        or low in {"late", "early"}
        and is_time(row, place)
    ):
        return True
    if low == "and":
        return not _joins_names(row, place, first)
    if low in {"in", "on"} and place + 1 < len(row):
        following = row[place + 1]
        if following.is_number or following.low in closed("months"):
            return True
    if low in {
        "adding",
        "saying",
        "noting",
        "citing",
        "referring",
        "speaking",
        "calling",
        "describing",
        "when",
        "during",
    }:
        return True
    if wide or low not in closed("prepositions"):
        return False
    common = head_of(row, (first, place)).bare in speakers() and not row[place - 1].is_capital
    return not (
        low in {"of", "for"}
        or (
            common
            and low in {"with", "in", "at", "from", "inside", "within", "on", "to", "by", "near", "involved"}
            and not _occasion(row, place)
        )
    )


def _occasion(row: Row, place: int) -> bool:
    following = [token.low for token in row[place + 1 : place + 5]]
    return any(low in _occasions() for low in following)


@cache
def _occasions() -> frozenset[str]:
    return frozenset(words("reporting", "occasions")) - {
        "company",
        "record",
        "court",
        "meeting",
        "show",
        "report",
        "paper",
        "video",
        "study",
        "x",
    }


def _joins_names(row: Row, place: int, first: int) -> bool:
    following = row[place + 1] if place + 1 < len(row) else None
    if following is None:
        return False
    low = following.low
    ahead = row[place + 1 : place + 5]
    if any(token.low in auxiliaries() or token.low in verbs() for token in ahead if not token.is_capital):
        return False
    return (
        following.is_capital
        or low in speakers()
        or (low in closed("determiners") and row[first].low in closed("determiners") | {"both"})
        or any(t.bare in speakers() for t in ahead[:3])
    )


def leading_subject(row: Row, first: int) -> Range | None:
    """The subject that a clause begins with: a pronoun, a run of capitals, or a noun that can speak."""
    while (
        first < len(row) and not row[first].is_quoted
        and (row[first].low in closed("openers") or not row[first].is_word or is_time(row, first))
    ):
        first += 1
    if first >= len(row):
        return None
    if is_pronoun(row, first):
        return (first, first + 1)
    place, head = first, False
    while place < len(row) and place - first < _LONGEST // 2 and not _ends_lead(row, place, head=head):
        token = row[place]
        head = head or (token.is_capital and token.low not in closed("determiners")) or token.bare in speakers()
        place += 1
    found = (first, place) if place > first and head else None
    return found if found and can_speak(row, found) else None


def _ends_lead(row: Row, place: int, *, head: bool) -> bool:
    token = row[place]
    if token.low == ".":
        return not (place and len(row[place - 1].text) <= 4 and row[place - 1].is_capital)
    if token.low in _enders() | closed("coordinators") or not (token.is_word or token.low in {"&", "'", "’"}):
        return True
    if not head:
        return token.low in closed("prepositions")
    opens = row[place - 1].low in {"of", "for", "the", "a", "an"}
    return not (token.is_capital or token.low in {"of", "for", "&", "'", "’"} or opens or token.bare in speakers())
