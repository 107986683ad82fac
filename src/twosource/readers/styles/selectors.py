"""Selectors of style sheets: which compounds an element and those around it have to be (Selectors Level 4).

What a page at rest never is (`:hover`, `::before`) selects nothing. What cannot be told while a page is read from its
start (`:last-child`, `:has()`), or is not known here, may select or not: such a selector is `unsure`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.readers.styles.compound import Compound
from twosource.readers.styles.declarations import unescaped

_NAME = r"(?:[\w\-]|[^\x00-\x7f]|\\(?:[0-9a-fA-F]{1,6}\s?|[^0-9a-fA-F\n]))+"
_PART = re.compile(
    rf"""(?P<join>\s*[>+~]\s*|\s+)|\#(?P<id>{_NAME})|\.(?P<class>{_NAME})|(?P<name>\*|{_NAME})"""
    rf"""|\[\s*(?P<attribute>{_NAME})\s*(?:(?P<how>[~|^$*]?=)\s*(?:"(?P<one>[^"]*)"|'(?P<two>[^']*)'|(?P<bare>{_NAME})))?"""
    rf"""\s*(?P<flag>[iIsS])?\s*\]|:(?P<pseudo>:?{_NAME})(?P<round>\()?""",
)
_NTH = re.compile(r"([+-]?\d{0,6})n\s*(?:([+-])\s*(\d{1,6}))?")
_NEVER = frozenset(
    {"hover", "active", "focus", "focus-within", "focus-visible", "target", "target-within", "visited", "checked"}
    | {"fullscreen", "modal", "popover-open", "user-invalid", "playing", "picture-in-picture", "before", "after"}
    | {"first-letter", "first-line", "autofill", "indeterminate", "open", "current", "past", "future", "host"}
)
_ALWAYS = frozenset({"scope", "defined", "read-only", "enabled"})
_LINKS = frozenset({"link", "any-link"})
_LISTS = frozenset({"is", "where", "not", "matches", "-webkit-any", "-moz-any"})
_DEEPEST, _LONGEST, _LONG = 4, 64, 1_000


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the outermost to the element; `joins[i]` stands before compound i + 1: " ", ">", "+" or "~"."""

    compounds: tuple[Compound, ...]
    joins: tuple[str, ...]

    @property
    def unsure(self) -> bool:
        """Whether it asks what is not read here."""
        return any(one.unsure for one in self.compounds)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Its specificity."""
        weights = [one.weight for one in self.compounds]
        return sum(one[0] for one in weights), sum(one[1] for one in weights), sum(one[2] for one in weights)


class _NeverError(ValueError):
    """It selects nothing on a page at rest."""


def parts_of(selectors: str) -> list[str]:
    """The selectors of a list: commas in brackets and strings part nothing."""
    parts, depth, begun, quote = [], 0, 0, ""
    for i, letter in enumerate(selectors):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "," and depth <= 0:
            parts.append(selectors[begun:i])
            begun = i + 1
    return [*parts, selectors[begun:]]


def selectors_of(text: str) -> Iterator[Selector]:
    """The selectors of a list that can select something; a list with one that is none is no rule at all."""
    try:
        found = [_parsed(one.strip()) for one in parts_of(text)]
    except ValueError:
        return
    yield from (one for one in found if one is not None)


@lru_cache(maxsize=4096)
def _parsed(text: str, depth: int = 0) -> Selector | None:
    """One selector; None where it selects nothing. Raises ValueError for what is no selector."""
    try:
        return _complex(text, depth)
    except _NeverError:
        return None


def _complex(text: str, depth: int) -> Selector:
    compounds, joins, now, place = [], list[str](), Compound(), 0
    if not 0 < len(text) <= _LONG:
        message = "no selector, or one longer than any that is written by hand"
        raise ValueError(message)
    while place < len(text):
        found = _PART.match(text, place)
        if found is None:
            message = f"no selector: {text[:80]}"
            raise ValueError(message)
        place = found.end()
        if found["join"]:
            if len(joins) < _LONGEST:
                compounds.append(now)
                joins.append(found["join"].strip() or " ")
            now = Compound()
            continue
        inner = None
        if found["round"]:
            end = _closing(text, place)
            inner, place = text[place:end], end + 1
        now = _with(now, found, inner, depth)
    return Selector((*compounds, now), tuple(joins))


def _closing(text: str, place: int) -> int:
    depth = 1
    for i in range(place, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if not depth:
            return i
    return len(text)


def _with(now: Compound, found: re.Match[str], inner: str | None, depth: int) -> Compound:
    """A compound that asks one thing more."""
    if found["id"]:
        asked = unescaped(found["id"])
        return replace(now, identifier=asked, unsure=now.unsure or now.identifier not in {"", asked})
    if found["class"]:
        return replace(now, classes=now.classes | {unescaped(found["class"])})
    if found["name"]:
        return replace(now, name="" if found["name"] == "*" else unescaped(found["name"]).lower())
    if found["attribute"]:
        value = next((found[part] for part in ("one", "two", "bare") if found[part] is not None), "")
        told = (unescaped(found["attribute"]).lower(), found["how"] or "", unescaped(value))
        return replace(now, attributes=(*now.attributes, told))
    return _asked(now, unescaped(found["pseudo"]).lower().lstrip(":"), inner, depth, element=found["pseudo"][0] == ":")


def _asked(now: Compound, name: str, inner: str | None, depth: int, *, element: bool) -> Compound:
    """A compound with a pseudo-class."""
    if element or name in _NEVER:
        raise _NeverError
    if name in _ALWAYS:
        return now
    if name in _LINKS:
        return replace(now, attributes=(*now.attributes, ("href", "", "")))
    if name == "root":
        return replace(now, root=True)
    if inner is not None and name in _LISTS:
        return _of_list(now, name, inner, depth)
    kin = name.endswith("-of-type")
    if name in {"first-child", "first-of-type"}:
        return replace(now, places=(*now.places, (0, 1, kin)))
    place = _nth(inner) if inner is not None and name in {"nth-child", "nth-of-type"} else None
    return replace(now, unsure=True) if place is None else replace(now, places=(*now.places, (*place, kin)))


def _nth(told: str) -> tuple[int, int] | None:
    """The step and the first place of "2n + 1", "odd", "3"."""
    told = {"odd": "2n+1", "even": "2n"}.get(told.strip().lower(), told.strip().lower())
    found = _NTH.fullmatch(told)
    if found is None:
        return (0, int(told)) if told.isdecimal() and len(told) < len("1000000") else None
    step = {"": 1, "+": 1, "-": -1}.get(found[1])
    return int(found[1]) if step is None else step, int((found[2] or "") + (found[3] or "0"))


def _of_list(now: Compound, name: str, inner: str, depth: int) -> Compound:
    """A compound with `:is()` or `:not()` of compounds; of what has others around it, nothing is sure."""
    if depth >= _DEEPEST:
        return replace(now, unsure=True)
    options = [one for text in parts_of(inner) if (one := _parsed(text.strip(), depth + 1)) is not None]
    if any(one.joins or one.unsure for one in options):
        return replace(now, unsure=True)
    some = tuple(one.compounds[0] for one in options)
    if name == "not":
        return replace(now, none_of=(*now.none_of, some))
    if not some:
        raise _NeverError
    return replace(now, any_of=(*now.any_of, some))
