"""What repeats, what is in another language, and what comes after the last paragraph."""

from twosource.readers.cues import cue, holds, is_all
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


def mark_tail(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks bios at the end, comments below their head, and loose lines among the furniture there."""
    comments = next(
        (i for i, line in enumerate(lines) if i > 0 and kinds[i] == "chrome" and is_all(line, "chrome", "comments")),
        None,
    )
    last = max(
        (
            i
            for i, line in enumerate(lines[:comments])
            if kinds[i] is None and line.is_sentence and not _ends_as_bio(lines, kinds, i)
        ),
        default=-1,
    )
    furniture = False
    for i in range(last + 1, len(lines)):
        line = lines[i]
        if kinds[i] is None and comments is not None and i > comments:
            kinds[i] = "comment" if line.is_sentence else "chrome"
        elif kinds[i] is None and _presents(line) and line.is_sentence:
            kinds[i] = "bio"
        elif kinds[i] is None and furniture:
            kinds[i] = "bio" if _is_name(line) else "chrome"
        furniture = furniture or kinds[i] in _FURNITURE


def _ends_as_bio(lines: list[Line], kinds: list[BlockKind | None], i: int) -> bool:
    return (
        i >= len(lines) - _TAIL
        and _presents(lines[i])
        and all(
            kind is not None or not line.is_sentence or _presents(line)
            for line, kind in zip(lines[i:], kinds[i:], strict=True)
        )
    )


def _presents(line: Line) -> bool:
    """Whether it says what somebody writes, and how to follow or reach them."""
    return (
        len(line.words) <= _BIO
        and not line.is_quoted
        and holds(line, "bio", "role")
        and cue("bio", "contact").search(line.text) is not None
    )
