"""Verbs and their helpers by closed word classes: what is a finite reporting verb, what stands beside one."""

from functools import cache

from twosource.lexicon.grammar import auxiliaries, closed, speakers
from twosource.lexicon.names import listed
from twosource.lexicon.reporting import verbs
from twosource.text.rows import Row

_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_SHORT_MONTH = 3  # Jun and Jan are names too


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
        return low != "may" or not row[place].is_capital
    return is_time(row, place)


def is_time(row: Row, place: int) -> bool:
    """Whether it belongs to a time: `on Tuesday`, `last week`, `earlier this month`."""
    low = row[place].low
    if low in closed("weekdays"):
        return True
    if (
        low in closed("months")
        and len(low) > _SHORT_MONTH
        and row[place].is_capital
        and place
        and row[place - 1].low not in listed("given")
        and (low != "may" or row[place - 1].low in {"in", "since", "until", "on"})
    ):
        return True
    before = row[place - 1].low if place else ""
    if low in _PARTS_OF_DAY and before in closed("weekdays") | {"yesterday", "this"}:
        return True
    if low in closed("times"):
        return before in {"last", "this", "next", "earlier", "later", "that", "same"} or low in {"yesterday", "today"}
    after = row[place + 1].low if place + 1 < len(row) else ""
    if low in {"on", "in", "late", "early"}:
        return after in closed("weekdays") or (after in closed("months") and row[place + 1].is_capital)
    return low in {"last", "this", "earlier"} and (after in closed("times") or after in {"this", "last"})


def is_finite(row: Row, place: int) -> bool:
    """Whether a reporting verb that ends a noun phrase stands there; participles before a clause count."""
    verb = verbs().get(row[place].low)
    if verb is None or "complement" in verb.frames:
        return False
    if "ing" in verb.forms:
        following = row[place + 1] if place + 1 < len(row) else None
        opens = closed("determiners") | closed("subjects") | {"that"}
        return "clause" in verb.frames and following is not None and (following.is_capital or following.low in opens)
    return "past" in verb.forms and is_reporting(row, place)
