"""What declarations make of the text of an element: those that can hide it, and whether they do."""

import re
import sys
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

Declared = tuple[str, str, bool]
"""A property, its value, and whether it is `!important`."""

HIDES_BELOW = frozenset({"font-size", "visibility"})
"""Properties that pass to what an element holds, until something within says otherwise."""

_SIDES = ("left", "top", "right", "bottom")
_BOXES = ("height", "max-height", "width", "max-width")
_OFFSETS = (*_SIDES, "margin-left", "margin-top", "text-indent")
WITH = {**dict.fromkeys((*_SIDES, "inset", "clip"), ("position",)), **dict.fromkeys(_BOXES, ("overflow",))}
"""Properties that hide only together with others."""

_WATCHED = frozenset(
    {"display", "visibility", "content-visibility", "opacity", "position", "overflow", "clip", "clip-path"}
    | {"transform", "scale", "font", "font-size", "inset", *_OFFSETS, *_BOXES}
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/)?")
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z")
_LENGTH = r"-\s*(?:(?:[5-9]\d{2}|\d{4,9})(?:\.\d{0,9})?(?:px|pt)|(?:[5-9]\d|\d{3,9})(?:\.\d{0,9})?(?:em|rem|in|cm))"
_FAR = re.compile(_LENGTH)
_AWAY = re.compile(rf"{_LENGTH}|-\s*\d{{3,9}}(?:\.\d{{0,9}})?(?:vw|vh|%)")
_NOTHING = re.compile(r"[+-]?(?:0{1,9}(?:\.0{0,9})?|\.0{1,9})(?:%|[a-z]{1,4})?\Z")
_FAINT = re.compile(r"(?:0{1,9}(?:\.0{0,9}|\.0[0-4]\d{0,9})?|\.0{1,9}|\.0[0-4]\d{0,9}|[0-4]?(?:\.\d{0,9})?%)\Z")
_TINY = re.compile(r"(?:(?:0?\.\d{1,9}|[01](?:\.\d{0,9})?)(?:px|pt)|0?\.0\d{0,9}(?:r?em|%))\Z")
_RELATIVE = re.compile(r"[\d.]{1,20}(?:em|ex|%)\Z|larger\Z|smaller\Z|inherit\Z|unset\Z")
_FONT = re.compile(r"(?:^|\s)([\d.]{1,20}[a-z%]{0,4})(?:\s*/|\s)")
_NO_RECT = re.compile(r"rect\(\s*([01])(?:px)?[\s,]+([01])(?:px)?[\s,]+([01])(?:px)?[\s,]+([01])(?:px)?\s*\)")
_NO_SHAPE = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)(?:\.0{0,9})?%\s*\)|circle\(\s*0|ellipse\(\s*0|polygon\(\s*(?:0(?:px|%)?[\s,]*)+\)"
)
_NO_SCALE = re.compile(r"scale(?:3d|[xy])?\(\s*0(?:\.0{0,9})?\s*[,)]|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*,")
_NO_SIZE = re.compile(rf"(?:{_NOTHING.pattern})|(?:{_TINY.pattern})")
_ALONE = {
    "display": re.compile(r"none\Z"),
    "visibility": re.compile(r"(?:hidden|collapse)\Z"),
    "content-visibility": re.compile(r"hidden\Z"),
    "opacity": _FAINT,
    "font-size": _NO_SIZE,
    "clip-path": _NO_SHAPE,
    "scale": _NOTHING,
}
_LONG = 1_000


def unescaped(text: str) -> str:
    """What a style sheet's escapes stand for: an escaped letter is the letter."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: _letter(found[1]) if found[1] else found[2], text)


def _letter(digits: str) -> str:
    letter = chr(min(int(digits, 16), sys.maxunicode))
    return "\ufffd" if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} else letter


@lru_cache(maxsize=4096)
def declared(text: str) -> Declared | None:
    """The declaration that a piece of a style sheet makes, or None where nothing can be hidden by it."""
    name, _, told = text.partition(":")
    name = unescaped(name).strip().lower()
    if name not in _WATCHED:
        return None
    told = unescaped(told).strip().lower()
    value = _IMPORTANT.sub("", told)
    important = value != told
    if name == "font":
        size = _FONT.search(value)
        name, value = "font-size", size[1] if size else "medium"
    return name, value, important


def own(style: str) -> list[Declared]:
    """The declarations of a `style` attribute."""
    pieces = (_COMMENT.sub(" ", style) if "/*" in style else style).split(";")
    return [made for piece in pieces if len(piece) < _LONG and (made := declared(piece)) is not None]


def may_hide(name: str, value: str) -> bool:
    """Whether a declaration can hide text, alone or with others."""
    if name in _OFFSETS or name == "inset":
        return _AWAY.search(value) is not None
    if name in _BOXES:
        return _NO_SIZE.match(value) is not None
    return _alone(name, value) or (name == "clip" and _NO_RECT.match(value) is not None)


def _alone(name: str, value: str) -> bool:
    """Whether a declaration hides text whatever else is declared."""
    if name == "transform":
        return _NO_SCALE.search(value) is not None or ("translate" in value and _FAR.search(value) is not None)
    pattern = _ALONE.get(name)
    return pattern is not None and pattern.match(value) is not None


def is_faded(opacity: str) -> bool:
    """Whether an element, and all that it holds, is seen through."""
    return _FAINT.match(opacity) is not None


def is_gone(values: Mapping[str, str]) -> bool:
    """Whether an element is not seen, and nothing that it holds, whatever that says of itself."""
    if any(_alone(name, value) for name, value in values.items() if name not in HIDES_BELOW):
        return True
    away = values.get("position") in {"absolute", "fixed"}
    if away and any(_AWAY.search(values.get(side, "")) for side in (*_SIDES, "inset")):
        return True
    if away and _NO_RECT.match(values.get("clip", "")):
        return True
    if any(_FAR.search(values.get(name, "")) for name in ("text-indent", "margin-left", "margin-top")):
        return True
    cut = values.get("overflow", "").split(" ")[0] in {"hidden", "clip"}
    return cut and any(_NO_SIZE.match(values.get(box, "")) for box in _BOXES)


def below(values: Mapping[str, str], name: str, *, above: bool) -> bool:
    """Whether a property that passes on hides the text of an element, where it did `above` or did not."""
    value = values.get(name)
    if value is None or (name == "visibility" and value in {"inherit", "unset"}):
        return above
    if name == "font-size" and above and _RELATIVE.match(value):
        return True
    return _alone(name, value)
