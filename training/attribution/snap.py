"""Sets the edges of a content to its quotation marks: a quotation is taken with both of its marks. Plain Python."""

import re

from attribution.decode import Bounds

_MARKS = re.compile(r"[“”\"]")
_OPENING, _CLOSING = "“", "”"
_REACH = 12
"""Code points that an edge may move to reach a mark: a word, or the stop before the closing mark."""


def pairs(paragraph: str) -> list[Bounds]:
    """Places of the opening and the closing mark of each quotation in a paragraph; one that stays open is left out."""
    found, opened = [], None
    for mark in _MARKS.finditer(paragraph):
        if opened is None and mark[0] != _CLOSING:
            opened = mark.start()
        elif opened is not None and mark[0] != _OPENING:
            found.append((opened, mark.start()))
            opened = None
    return found


def quotations(text: str) -> list[Bounds]:
    """Start and end (exclusive) of each quotation of a text, marks included."""
    found, start = [], 0
    for paragraph in text.split("\n"):
        found += [(start + opened, start + closed + 1) for opened, closed in pairs(paragraph)]
        start += len(paragraph) + 1
    return found


def snapped(span: Bounds, marked: list[Bounds]) -> Bounds:
    """The span with its edges on the marks of the quotations that it holds but for a word or a stop."""
    start, end = span
    for opened, closed in marked:
        if closed <= start - 1 or opened >= end:
            continue
        starts_in, ends_in = opened <= start <= opened + _REACH, closed - _REACH <= end <= closed
        if starts_in and end >= closed - _REACH:
            start = min(start, opened)
        if ends_in and start <= opened + _REACH:
            end = max(end, closed)
    return start, end
