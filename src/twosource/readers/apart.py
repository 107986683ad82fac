"""Inline elements that are no part of the sentence around them: not shown, struck out, over it on a hover, or marks."""

import re
from html import unescape
from typing import Literal

from twosource.lexicon import words
from twosource.readers.markup import Open

Raised = Literal["mark", "power", "letters"]
"""What a superscript is: the mark of a note, a power or a unit's exponent, or the end of a word ("1st")."""

STRUCK = frozenset({"del", "s", "strike"})
POWERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")

_NAMES = re.compile(r"[A-Za-z][a-z]*")
_CARDS = frozenset(words("html", "inline", "card"))
_PARTS = frozenset(words("html", "inline", "part"))
_UNSEEN = frozenset(words("html", "inline", "unseen"))
_NOTES = frozenset(words("html", "inline", "note"))
_UNITS = frozenset(words("html", "inline", "squared"))
_REACH = 400
_TAG = re.compile(r"<[^<>]{0,300}>")
_LINK = re.compile(r"<a\s", re.IGNORECASE)
_TO_NOTE = re.compile(r"""href\s*=\s*["']?[^\s"'>]{0,200}#""", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[(][^\[\]()]{1,20}[\])]")
_EXPONENT = re.compile(r"[+\-−]?\d{1,3}")
_LAST = re.compile(r"[^\W\d_]*\Z")


def is_apart(token: Open) -> bool:
    """Whether an inline element is no part of the sentence around it: struck out, for the ear, or shown on a hover."""
    if token.name in STRUCK:
        return True
    classes = token.attributes.get("class", "")[:500].lower()
    if not classes:
        return False
    names = set(_NAMES.findall(classes))
    return not _UNSEEN.isdisjoint(classes.split()) or not (names.isdisjoint(_CARDS) or names.isdisjoint(_PARTS))


def raised(source: str, token: Open, before: str) -> Raised:
    """What the superscript is that this tag of a page opens, after these words of its paragraph.

    A number is a power after a number or a unit of length ("10⁹", "m²"), else the mark of a note.
    """
    stretch = source[token.end : token.end + _REACH]
    end = stretch.lower().find("</sup")
    inner = stretch if end < 0 else stretch[:end]
    text = unescape(_TAG.sub("", inner)).strip()
    names = set(
        _NAMES.findall(f"{token.attributes.get('class', '')[:500]} {token.attributes.get('id', '')[:500]}".lower())
    )
    if not names.isdisjoint(_NOTES) or _BRACKETED.fullmatch(text) or (_LINK.search(inner) and _TO_NOTE.search(inner)):
        return "mark"
    if not _EXPONENT.fullmatch(text):
        return "letters"
    told = before.rstrip()
    last = _LAST.search(told)
    is_power = told == before and (told[-1:].isdigit() or (last is not None and last.group().lower() in _UNITS))
    return "power" if is_power and not _LINK.search(inner) else "mark"
