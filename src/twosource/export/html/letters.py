"""How wide a label will be, so that it can be broken or cut without a browser."""

# Widths in px at 13 px of the usual sans faces, rounded up; a face that is narrower leaves a little room.
_NARROW, _MIDDLE, _WIDE, _WIDEST = 4.2, 7.2, 9.4, 12.2
_THIN = frozenset(" .,:;!|'`’‘ijlIft()[]-/\"“”r")
_BROAD = frozenset("mwMW@%…—")
_ASCII = 0x17F


def width(text: str) -> float:
    """The width of a text in px."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _THIN:
        return _NARROW
    if letter in _BROAD or ord(letter) > _ASCII:
        return _WIDEST
    return _WIDE if letter.isupper() else _MIDDLE


def fits(text: str, most: float) -> bool:
    """Whether the text takes no more than that many px."""
    return width(text) <= most


def cut(text: str, most: float) -> str:
    """The text, or as much of its beginning as fits in that many px, with an ellipsis."""
    if fits(text, most):
        return text
    return text[: _count(text, most - width("…"))].rstrip() + "…"


def broken(text: str, most: float) -> tuple[str, ...]:
    """A label in one or two rows of at most that many px; what does not fit is cut, with an ellipsis."""
    if fits(text, most):
        return (text,)
    end = _count(text, most)
    blank = text.rfind(" ", 0, end + 1)
    end = blank if blank > 0 else max(1, end)
    return (text[:end], cut(text[end:].strip(), most))


def _count(text: str, most: float) -> int:
    """How many letters fit."""
    taken = 0.0
    for place, letter in enumerate(text):
        taken += _letter(letter)
        if taken > most:
            return place
    return len(text)
