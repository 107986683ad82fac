"""Words of the future and the time in their sentence that they belong to."""

import re
from functools import cache

from twosource.lexicon import pattern, words
from twosource.text.affirmed import is_affirmed
from twosource.types.figure import TimeExpression

Place = tuple[int, int]

_WORD = re.compile(r"\w[\w’'-]*")
_LOOKS_AHEAD = re.compile(r"next |this |the |shift \d|.*,AFTER")
_CLAUSE_START = re.compile(
    r"(?:^|[,;:“\"—–]|\b(?:and|but|that|says?|said))\s*(?:(?:on|in|by|before|until|late|early|later)\s+)*(?:the\s+)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!scheduled)(?<!planned)(?<!set)(?<!slated)(?<!due)(?<!expected)\s+for\s+(?:the\s+)?$"
)  # results for 2029
_NOT_THEN = re.compile(r"\bnot\s+(?:(?:in|on|by|for|during|even)\s+)*(?:the\s+)?$", re.IGNORECASE)  # not next year
_DONE_THEN = re.compile(
    r"\b(?:it|he|she|they|we|i)\s+[a-z]+ed\s+(?:[a-z]+\s+)?(?:in|on|at|during|since)\s+$", re.IGNORECASE
)
_SIGNED = re.compile(r"\(@\w+\)\s*$")  # the day on which somebody posted what stands before
_COMPARED = re.compile(r"\bthan(?:\s+\w+){0,2}\s*$")
_RESULTS = re.compile(
    r"\s+(?:\w+\s+)?(?:results?|numbers|earnings|sales|profits?|revenues?|figures|deliveries|output|growth|report)\s+",
    re.IGNORECASE,
)
# What the day is of, though something else is foretold: "will announce his run for re-election in May".
_OF_ANOTHER = re.compile(
    r"(?:\b(?:his|her|its|their|my|our|your|an?|the)|['’]s)\s+(?:[\w-]+\s+)?"
    r"(?:run|bid|campaign|candidacy|race|push|preparations?|tickets?|candidates?)\s+(?:for|of|to\s+\w+)\s+"
    r"(?:[\w’'-]+\s+){1,4}(?:in|on|of)\s*(?:early|late)?\s*$",
    re.IGNORECASE,
)
# Beside a quotation of the future, of who said it: '"They will go," said an aide, who hopes to stay till May'.
_ASIDE = re.compile(r"[\"”][^\"“”]*,\s+who\s+(?:\w+\s+)?$")
_IS_TO = re.compile(r"(?:is|are)\s+to\s+[a-z]+", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_WINDOW = 400
_REACH = 30
_REACH_BACK = 18


def foretells(sentence: str, start: int, time: TimeExpression) -> Place | None:
    """Where words of the future stand close to the time at `start`, with nothing between that it may belong to."""
    end, first = start + len(time.span), max(start - _WINDOW, 0)
    before, after = sentence[first:start], sentence[end : end + _WINDOW]
    if _NOT_THEN.search(before) or _DONE_THEN.search(before) or _SIGNED.search(before):
        return None
    if cue := _cue_before(before, time):
        return first + cue.start(), first + cue.end()
    cue = _is_next_to(time, before, after)
    if cue is None and _looks_ahead(before, time) and _opens(before, time):
        cue = _speaks_after(before, after)
    return (end + cue.start(), end + cue.end()) if cue else None


def _cue_before(before: str, time: TimeExpression) -> re.Match[str] | None:
    """Firm words of the future before the time; loose ones where the time looks ahead."""
    firm = _speaks_before(before, pattern("forecasts", "firm")) if _has_place(before, time) else None
    if firm or not _looks_ahead(before, time):
        return firm
    return _speaks_before(before, pattern("forecasts", "loose"), "void_loose")


def _speaks_before(before: str, ahead: re.Pattern[str], void: str = "void") -> re.Match[str] | None:
    """The last words of the future before a time, if they reach it."""
    cues = list(ahead.finditer(before))
    between = before[cues[-1].end() :] if cues else ""
    if (
        not cues
        or _COMPARED.search(between)
        or _OF_ANOTHER.search(between)
        or pattern("forecasts", void).match(between.lstrip())
    ):
        return None
    lead = before[: cues[-1].start()]
    if len(cues) > 1 and _ASIDE.search(lead):
        return None
    if _IS_TO.fullmatch(cues[-1].group()) and _purpose().search(lead):
        return None
    reaches = _reaches(between, _REACH) and is_affirmed(lead, cues[-1].group(), between)
    return cues[-1] if reaches else None


def _is_next_to(time: TimeExpression, before: str, after: str) -> re.Match[str] | None:
    """Words of the future right after a time that is part of their subject: "first-quarter sales will …".

    Of other times only years: "the strikes on Friday will hurt" may speak of strikes that have been.
    """
    results = _RESULTS.match(after) if time.reading.startswith("quarter") else None
    if results is None and not (time.reading == "fixed" and time.value and _YEAR.fullmatch(time.value)):
        return None
    if results is None and not _has_place(before, time):
        return None
    place = results.end() if results else len(after) - len(after.lstrip())
    cue = pattern("forecasts", "firm").match(after, place)
    return (
        cue if cue and _follows(after[cue.end() :]) and is_affirmed(before + after[:place], cue.group(), "") else None
    )


def _speaks_after(before: str, after: str) -> re.Match[str] | None:
    cue = pattern("forecasts", "firm").search(after)
    if cue is None or after[: cue.start()].strip()[:1] in (".", ";"):
        return None
    lead = after[: cue.start()]
    reaches = _reaches(lead, _REACH_BACK) and _follows(after[cue.end() :])
    return cue if reaches and is_affirmed(before + lead, cue.group(), "") else None


def _reaches(between: str, reach: int) -> bool:
    """Whether two places belong to one clause: few words between them, and none that begins another."""
    found = [word.lower() for word in _WORD.findall(between)]
    if len(found) > reach or ";" in between or "”" in between:
        return False
    return _follows(between) and _barriers().isdisjoint(found)


def _follows(text: str) -> bool:
    """Whether what follows words of the future foretells something."""
    void = pattern("forecasts", "void").match(text.lstrip())
    return void is None


def _has_place(before: str, time: TimeExpression) -> bool:
    """Whether the time stands where a day is given, not as part of a name ("the 2016 election")."""
    if time.reading.startswith(("next", "this", "the ", "weekday", "shift")):
        return True
    if _ABOUT.search(before):
        return False
    last = _WORD.findall(before[-20:])
    return bool(last) and last[-1].lower() in words("forecasts", "prepositions")


def _looks_ahead(before: str, time: TimeExpression) -> bool:
    last = _WORD.findall(before[-30:])[-3:]
    stated = any(word.lower() in words("forecasts", "ahead") for word in last)
    return _has_place(before, time) and (stated or _LOOKS_AHEAD.match(time.reading) is not None)


def _opens(before: str, time: TimeExpression) -> bool:
    """Whether the time opens its clause; "next" looks ahead from anywhere ("a reform next month that will …")."""
    return (
        time.reading.startswith(("next", "shift")) and not time.reading.startswith("shift 0")
    ) or _CLAUSE_START.search(before) is not None


@cache
def _purpose() -> re.Pattern[str]:
    """A noun for what something is for, in the clause that ends here."""
    return re.compile(pattern("forecasts", "purposes").pattern + r"(?:\s+[\w’'-]+){0,8}\s+$", re.IGNORECASE)


@cache
def _barriers() -> frozenset[str]:
    return frozenset(words("forecasts", "barriers"))
