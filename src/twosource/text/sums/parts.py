"""Parts that are more than the whole: "12 people, of whom 15 were women", "12 people (5 men and 8 women)"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from twosource.lexicon import word_set
from twosource.text.sums.masked import Masked, Misfit, figure_sign, number_sign, plain
from twosource.types.figure import Figure
from twosource.types.span import Span

REST = r"[^;:.()\ue000-\ue003]{0,40}?"
LISTS = ("sexes", "young", "ages", "parties")
OF = re.compile(r"\S+ of (?:whom|them|which|these|those)\b", re.IGNORECASE)
UNCOUNTED = ("", "percent", "year")
BEHIND = 3  # words after a bare number in which its noun stands: "5 were women"


class Part(NamedTuple):
    """A part of a whole: its value, its place, and the kind of people that it counts, if that is told."""

    value: Decimal
    span: Span
    kind: str


def parts(sentence: Masked) -> Iterator[Misfit]:
    """The parts of a sentence that are more than what they are part of."""
    for pattern, whole in _patterns():
        for match in pattern.finditer(sentence.text):
            total = sentence.figure(match, "t")
            if match.re is _patterns()[-1][0] and not OF.match(sentence.figure(match, "p").span.exact):
                continue
            given = [part for name in "pqr" if (part := _part(sentence, match, name, total))]
            if total.bound == "exact" and total.value is not None and total.unit not in UNCOUNTED and given:
                if whole and not all(part.kind for part in given):
                    continue  # "$10 million (€9 million)"
                yield from _against(total, total.value, given, whole=whole and len(given) == _told(match))


def _told(match: re.Match[str]) -> int:
    return sum(part is not None for name, part in match.groupdict().items() if name != "t")


def _part(sentence: Masked, match: re.Match[str], name: str, total: Figure) -> Part | None:
    """The part at a group, if it is an exact count of what the whole counts, or of people of some kind."""
    groups = match.groupdict()
    if groups.get(f"{name}n"):
        bare = sentence.numbers[int(groups[f"{name}n"])]
        kinds = (word.strip(",.") for word in sentence.text[match.end(f"{name}n") + 1 :].lower().split()[:BEHIND])
        return Part(bare.value, bare.span, next((kind for kind in kinds if kind in _kinds()), ""))
    if not groups.get(name):
        return None
    figure = sentence.figure(match, name)
    kind = next((word for word in re.findall(r"\w+", figure.span.exact.lower()) if word in _kinds()), "")
    same = figure.unit == total.unit or (total.unit == "person" and bool(kind))
    if figure.bound != "exact" or figure.value is None or not same:
        return None
    return Part(figure.value, figure.span, kind)


def _against(total: Figure, value: Decimal, given: Sequence[Part], *, whole: bool) -> Iterator[Misfit]:
    most, sum_ = max(given, key=lambda part: part.value), sum((part.value for part in given), Decimal(0))
    head = (plain(value), total.span)
    if most.value > value:
        told = f"“{most.span.exact}” as a part are more than “{total.span.exact}”."
        yield Misfit((head, (plain(most.value), most.span)), told)
    elif len(given) > 1 and _are_apart([part.kind for part in given]) and (sum_ > value or (whole and sum_ != value)):
        told = " and ".join(f"“{part.span.exact}”" for part in given)
        sides = (head, *((plain(part.value), part.span) for part in given))
        yield Misfit(sides, f"{told} make {plain(sum_)}, not “{total.span.exact}”.")


def _kinds() -> frozenset[str]:
    return frozenset().union(*(word_set("sums", "apart", key) for key in LISTS))


def _are_apart(kinds: Sequence[str]) -> bool:
    """Whether nobody can be of two of these kinds."""
    single = {{"men": "man", "women": "woman", "children": "child"}.get(kind, kind.removesuffix("s")) for kind in kinds}
    return len(single) == len(kinds) and any(set(kinds) <= word_set("sums", "apart", key) for key in LISTS)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns with groups t, and p, q, r (pn, qn: bare numbers); and whether the parts are said to be all of it."""
    t, p, q, r = (figure_sign(name) for name in "tpqr")
    one, two = (rf"(?:{figure_sign(name)}|{number_sign(name + 'n')})" for name in "pq")
    listed = rf"{p}(?:(?:,|,? and) {q}(?:,? and {r})?)?"
    told = rf"{one}(?:{REST} and {two})?"
    verb = r"(?: (?:were|are|was|have|had))"
    return tuple(
        (re.compile(pattern, re.IGNORECASE), whole)
        for pattern, whole in (
            (rf"{t} \({listed}\)", True),
            (rf"{t}(?: ?[—–:]| -) ?{listed}(?= ?[—–.;]| - |$)", True),
            (rf"{t}(?: {REST})?,? (?:of|among) (?:whom|them|which) {told}", False),
            (rf"(?<!adding )(?<!added )(?<!net )(?<!gained ){t}(?:,| —| –)? (?:including|among them) {listed}", False),
            (rf"\bof (?:(?:the|those|these|its|their) )?{t}{REST}, {one}{verb}(?:{REST} and {two})?", False),
            (rf"{t}(?: {REST})?, {p}", False),
        )
    )
