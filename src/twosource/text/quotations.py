"""Quotations: what stands between quotation marks of any style, paragraph by paragraph.

One odd mark never costs a document: the marks are paired anew in each passage. A mark is told by where it stands
(before a word, or after one), then by its glyph, then by whether a quotation is open. Apostrophes, primes of feet and
inches, and decades ('90s) are no marks.
"""

import re
from dataclasses import dataclass
from typing import Literal

_DOUBLE = '"“”„‟«»〝〞'
_SINGLE = "'‘’‚‛‹›"
_MARK = re.compile(rf"''|``|‘‘|’’|[{_DOUBLE}{_SINGLE}]")
_OPENING, _CLOSING = {"“", "„", "‟", "«", "``", "‘‘", "‘", "‚", "‛", "‹", "〝"}, {"”", "»", "’’", "’", "›", "〞"}
_BEFORE = frozenset("([{—–-/“‘")  # after these, and after a blank, a quotation opens
_ELISIONS = re.compile(r"\d\d?s?\b|(?:em|til|tis|twas|cause|round|bout|n)\b", re.IGNORECASE)
_LONGEST_STRAY = 400

Role = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation: `start` and `end` without its marks, `outer_start` and `outer_end` with them, in code points.

    `opened` and `closed` say whether its marks are there: one that is not closed may run on in the next paragraph.
    `depth` is 0 for one that stands in no other.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    double: bool
    role: Role
    angled: bool = False


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The quotations of one passage `text[start:end]`, nested ones too, by place; the time is linear in its length."""
    stop = len(text) if end is None else end
    marks = _marks(text, start, stop)
    if not marks:
        return ()
    found = _paired(text, start, stop, marks)
    return _nested(sorted(found, key=lambda quotation: (quotation.outer_start, -quotation.outer_end)))


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of what stands between quotation marks, without the marks; the outer ones where they are nested."""
    return tuple((one.start, one.end) for one in quotations(text) if one.depth == 0 and one.start < one.end)


def _marks(text: str, start: int, stop: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, stop):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < stop else " "
        double = len(match[0]) == 2 or match[0] in _DOUBLE
        role = _role(match[0], before, after)
        if double and not (match[0] == '"' and before.isdigit() and role == "close" and _inch(text, match.start())):
            marks.append(_Mark(match.start(), match.end(), double=True, role=role, angled=match[0] in "«»"))
        elif not double and not _apostrophe(text[match.end() : match.end() + 6], before, after, role):
            marks.append(_Mark(match.start(), match.end(), double=False, role=role))
    return marks


def _role(glyph: str, before: str, after: str) -> Role:
    left, right = before.isspace() or before in _BEFORE, after.isspace() or not (after.isalnum() or after in "[(…$€£#@")
    if not right and (left or before in ",;:"):
        return "open"
    if not left and right:
        return "either" if glyph == "“" else "close"
    if glyph in _OPENING:
        return "open"
    return "close" if glyph in _CLOSING else "either"


def _inch(text: str, place: int) -> bool:
    """Whether this mark after a digit follows no opening mark of its own kind nearby: 6'2", a 5" screen."""
    return '"' not in text[max(0, place - _LONGEST_STRAY) : place]


def _apostrophe(ahead: str, before: str, after: str, role: Role) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if role == "open":
        return bool(_ELISIONS.match(ahead))
    return before.isspace() and after.isspace()


def _paired(text: str, start: int, stop: int, marks: list[_Mark]) -> list[Quotation]:
    found: list[Quotation] = []
    waiting: list[_Mark] = []
    last_single = max((mark.start for mark in marks if not mark.double and mark.role == "close"), default=-1)
    for mark in marks:
        partner = next((index for index in range(len(waiting) - 1, -1, -1) if _pairs(waiting[index], mark)), None)
        if partner is None:
            if mark.role != "close" and (mark.double or mark.start < last_single):
                waiting.append(mark)
            elif mark.double and mark.role == "close" and not found:
                found += _stray(text, start, mark)
        elif mark.role == "open":
            waiting[partner:] = [mark] if mark.double else [*waiting[partner:], mark][-1:]
        elif not _owns(text, mark, last_single):
            opener = waiting[partner]
            del waiting[partner:]
            if opener.end < mark.start:
                found.append(_quotation(opener, mark))
    return found + _running(text, start, stop, waiting)


def _pairs(opener: _Mark, mark: _Mark) -> bool:
    """Whether the two are of one family: “ may be closed by a straight mark, but not by »."""
    return opener.double is mark.double and opener.angled is mark.angled


def _owns(text: str, mark: _Mark, last_single: int) -> bool:
    """Whether a closing single mark is rather the apostrophe of a plural: the workers’ pay, with a later mark left."""
    follows = text[mark.end : mark.end + 2]
    plural = not mark.double and text[mark.start - 1] == "s" and follows[:1] == " " and follows[1:2].islower()
    return plural and mark.start < last_single


def _quotation(opener: _Mark, closer: _Mark) -> Quotation:
    return Quotation(start=opener.end, end=closer.start, outer_start=opener.start, outer_end=closer.end)


def _stray(text: str, start: int, mark: _Mark) -> list[Quotation]:
    """Words before a closing mark whose opening one is lost: from the passage's start, ended by a comma or stop."""
    lead = len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
    if mark.start - start > _LONGEST_STRAY or text[mark.start - 1 : mark.start] not in {",", ".", "!", "?"}:
        return []
    first = start + lead
    return [Quotation(start=first, end=mark.start, outer_start=first, outer_end=mark.end, opened=False)]


def _running(text: str, start: int, stop: int, waiting: list[_Mark]) -> list[Quotation]:
    """A quotation that the passage opens and does not close: at its start, or after a stop, colon or comma."""
    for mark in waiting:
        lead = text[max(start, mark.start - 3) : mark.start].strip()
        if mark.double and (not text[start : mark.start].strip() or lead[-1:] in set(":,.!?”")):
            end = mark.end + len(text[mark.end : stop].rstrip())
            if end > mark.end:
                return [Quotation(start=mark.end, end=end, outer_start=mark.start, outer_end=end, closed=False)]
    return []


def _nested(ordered: list[Quotation]) -> tuple[Quotation, ...]:
    result: list[Quotation] = []
    ends: list[int] = []
    for one in ordered:
        while ends and ends[-1] <= one.outer_start:
            ends.pop()
        result.append(
            Quotation(
                start=one.start,
                end=one.end,
                outer_start=one.outer_start,
                outer_end=one.outer_end,
                depth=len(ends),
                opened=one.opened,
                closed=one.closed,
            )
        )
        ends.append(one.outer_end)
    return tuple(result)
