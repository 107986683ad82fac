"""Changes that are not what they are said to be: "rose from 12 to 8", "an increase of 20% from 10 to 15"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from twosource.lexicon import mapping, words
from twosource.text.sums.masked import Masked, Misfit, figure_sign, plain
from twosource.text.sums.rounding import Range, is_lent, last_digit, range_of
from twosource.types.figure import Figure

POINTS, SHARE = Decimal("1.5"), Decimal("0.15")
HUNDRED = Decimal(100)
WHEN = r"(?:,? (?:(?:in|during|for|on|by|a|this|last|at|over)\b[^,;.:()\ue000]{0,30}|\ue001\d+\ue002))?"
ADVERB = r"(?: \w+ly| again| (?:the|its|their) \w+(?: \w+)?)?"


def changes(sentence: Masked) -> Iterator[Misfit]:
    """The changes of a sentence that its own figures contradict."""
    for pattern, way in _patterns():
        for match in pattern.finditer(sentence.text):
            before, after = sentence.figure(match, "a"), sentence.figure(match, "b")
            if before.unit != after.unit or is_lent(before, after) or not before.unit:
                continue
            low, high = range_of(before), range_of(after)
            if low and high:
                yield from _against(sentence, match, way, (before, low), (after, high))


def _against(
    sentence: Masked, match: re.Match[str], way: str, one: tuple[Figure, Range], two: tuple[Figure, Range]
) -> Iterator[Misfit]:
    (before, first), (after, second) = one, two
    sides = ((plain(before.value), before.span), (plain(after.value), after.span))
    if way == _other_way((before, first), (after, second)):
        less = "less" if way == "up" else "more"
        told = f"“{after.span.exact}” is {less} than “{before.span.exact}”, from which it is said to go {way}."
        yield Misfit(sides, told)
        return
    if way in mapping("sums", "times"):
        least, most = (Decimal(part) for part in mapping("sums", "times")[way].split())
        if second.high < first.low * least or second.low > first.high * most:
            yield Misfit(sides, f"“{after.span.exact}” is not “{before.span.exact}” {way}.")
        return
    if "c" in match.groupdict() and match["c"]:
        change = sentence.figure(match, "c")
        if _is_off(change, before, first, second):
            told = f"“{before.span.exact}” to “{after.span.exact}” is no change of “{change.span.exact}”."
            yield Misfit((*sides, (plain(change.value), change.span)), told)


def _other_way(one: tuple[Figure, Range], two: tuple[Figure, Range]) -> str:
    """The way that it cannot have gone; "" if rounding leaves that open. What is rounded alike keeps its order."""
    (before, first), (after, second) = one, two
    alike = last_digit(before) == last_digit(after) and before.bound == after.bound
    if before.value is None or after.value is None or not (alike or first.high < second.low or second.high < first.low):
        return ""
    return "up" if after.value < before.value else "down" if after.value > before.value else ""


def _is_off(change: Figure, before: Figure, first: Range, second: Range) -> bool:
    """Whether the change that is told lies well outside of what both ends leave possible."""
    told = range_of(change)
    if told is None:
        return False
    gaps = sorted((abs(second.high - first.low), abs(first.high - second.low)))
    crosses = first.low <= second.high and second.low <= first.high
    apart = _lies_outside(told, Range(Decimal(0) if crosses else gaps[0], gaps[1]), told.high * SHARE)
    if change.unit != "percent" or first.low <= 0:
        return change.unit == before.unit and apart
    shares = sorted(abs(end / start - 1) * HUNDRED for start in first for end in second)
    slack = max(POINTS, told.high * SHARE)
    relative = _lies_outside(told, Range(Decimal(0) if crosses else shares[0], shares[-1]), slack)
    return relative and (apart or before.unit != "percent")


def _lies_outside(told: Range, possible: Range, slack: Decimal) -> bool:
    return told.high + slack < possible.low or told.low - slack > possible.high


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns with groups a, b and maybe c, and the way that their verb goes, "" where c alone is told."""
    a, b, c = (figure_sign(name) for name in "abc")
    by = rf"(?: (?:by )?{c},?)?"
    ends = (rf"from {a}{WHEN},? to {b}", rf"to {b}{WHEN},? from {a}")
    noun = "|".join(words("sums", "change", "nouns"))
    found = []
    for way in ("up", "down"):
        verb = "|".join(words("sums", "change", way))
        found += [(rf"\b(?:{verb}){ADVERB}{by}{WHEN}(?: [—–-])? {end}", way) for end in ends]
    beside = "|".join(words("sums", "change", "beside"))
    told = rf"{WHEN}(?:,| —| –| \(|,? or)? ?(?:(?:an?|the) (?:\w+ )?(?:{noun}) of (?:\w+ )?|(?:{beside}) ){c}"
    found += [(rf"\b{end}{told}", "") for end in ends]
    found += [
        (rf"(?<!more than )(?<!nearly )(?<!almost )\b{name}{ADVERB}{WHEN} {end}", name)
        for name in mapping("sums", "times")
        for end in ends
    ]
    return tuple((re.compile(pattern, re.IGNORECASE), way) for pattern, way in found)
