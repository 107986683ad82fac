"""What repeats, what is in another language, and what comes after the last paragraph."""

from twosource.readers.cues import holds, is_all
from twosource.readers.imprint import presents_one
from twosource.readers.lines import Line
from twosource.types.article import BlockKind

_FURNITURE = ("chrome", "legal", "bio", "disclosure", "comment", "advert")
_NAME = 5
_BIO = 90
_TAIL = 6


def mark_repeats(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks a line that stands twice in a row, or a short one that stands twice at all: pages repeat labels."""
    seen: dict[str, int] = {}
    for i, line in enumerate(lines):
        before = seen.setdefault(line.key, i)
        if before == i or kinds[i] not in (None, "subhead", "caption"):
            continue
        if kinds[before] == "caption" or kinds[i] == "caption":
            kinds[before] = kinds[i] = "caption"
        elif (not line.is_sentence or (before == i - 1 and line.text.endswith("?"))) and kinds[before] in (
            None,
            "subhead",
            "chrome",
            "bio",
        ):
            kinds[before] = kinds[i] = "bio" if _is_name(line) else "chrome"


def _is_name(line: Line) -> bool:
    return 1 < len(line.words) <= _NAME and all(word[0].isupper() for word in line.words)


def mark_foreign(lines: list[Line], kinds: list[BlockKind | None], foreign: list[bool]) -> None:
    """Marks lines that are in another language than the report: a bio if they present somebody, else furniture."""
    for i, line in enumerate(lines):
        if foreign[i] and kinds[i] in (None, "subhead", "headline") and not line.is_quoted:
            kinds[i] = "bio" if _presents(line) else "chrome"


def mark_tail(lines: list[Line], kinds: list[BlockKind | None], authors: frozenset[str]) -> None:
    """Marks bios at the end, comments below their head, and loose lines among the furniture there.

    `authors` are the names in the byline: a sentence at the end that begins with one of them presents them.
    """
    end = _place_of_comments(lines, kinds)
    for i in range(end + 1, len(lines)):
        kinds[i] = kinds[i] or ("comment" if lines[i].is_sentence else "chrome")
    furniture = False
    for i in range(_last_paragraph(lines, kinds, end, authors) + 1, end):
        if kinds[i] is None and lines[i].is_sentence:
            kinds[i] = "bio"
        elif kinds[i] is None and furniture:
            kinds[i] = "bio" if _is_name(lines[i]) else "chrome"
        furniture = furniture or kinds[i] in _FURNITURE


def _place_of_comments(lines: list[Line], kinds: list[BlockKind | None]) -> int:
    """The line that heads the comments, or the end of the text."""
    heads = (i for i, line in enumerate(lines) if kinds[i] == "chrome" and i and is_all(line, "chrome", "comments"))
    return next(heads, len(lines))


def _last_paragraph(lines: list[Line], kinds: list[BlockKind | None], end: int, authors: frozenset[str]) -> int:
    """The last line that reports: one of the last few sentences may present the author instead."""
    for i in range(end - 1, -1, -1):
        if kinds[i] is None and lines[i].is_sentence and not (i >= end - _TAIL and _presents(lines[i], authors)):
            return i
    return -1


def _presents(line: Line, authors: frozenset[str] = frozenset()) -> bool:
    """Whether it says what somebody writes, and how to follow or reach them, or who an author is."""
    if len(line.words) > _BIO or line.is_quoted:
        return False
    return presents_one(line, authors) or (holds(line, "bio", "role") and holds(line, "bio", "contact"))
