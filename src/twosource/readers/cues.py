"""What a line is, as far as it says so itself. The cues are in `lexicon/data/blocks.toml`."""

import re
from collections.abc import Callable
from functools import cache

from twosource.lexicon import any_of, words
from twosource.readers.lines import Line
from twosource.types.article import BlockKind

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PART = re.compile(r"[^\W\d_]+|\d+")
_LONG = 60
_SHORT = 12
_LINK = 30
_NOTICE = 150

# A label before a colon with a capital right after it ("Russia inquiry:Minister named …"): the text of a link.
_GLUED = re.compile(r"[A-Z][\w ’'-]{0,40}:(?=[A-Z‘“'\"])")
_RELATED = re.compile(r"(?:Related|Read more|More)(?=[A-Z])")
_ARROW = re.compile(r"[»→›▸►⟶]\s*$|>>\s*$")
_BYLINE = re.compile(
    r"[-–—\s]*(?:[Bb]y|BY)\s+[A-Z][\w.'’-]*(?:(?:,? and |,? & |, | )[A-Z][\w.'’-]*){0,10}(?:\s*\|.*|, .{1,40})?$"
)
_CODE = re.compile(r"document\.getElement|function\s?\(\)|\bvar \w+ ?=|window\.\w+ ?=")
_SOURCES = re.compile(r"[(\[][\w .,/&'’:-]{1,60}(?<!\.)[)\]]$|\w{2,5}(?:/\w{2,5})+ \([\w ,]+\)$")


@cache
def cue(*path: str) -> re.Pattern[str]:
    """The pattern of a list of cues: `blocks.toml` under these keys."""
    return any_of(words("blocks", *path))


def bare(line: Line) -> str:
    """The line without the marks at its edges."""
    first = next((place for place, sign in enumerate(line.text) if sign.isalnum()), len(line.text))
    last = next((place for place, sign in enumerate(reversed(line.text)) if sign.isalnum()), 0)
    return line.text[first : len(line.text) - last]


def is_all(line: Line, *path: str) -> bool:
    """Whether the line is one of these cues and nothing else."""
    text = bare(line)
    match = cue(*path).fullmatch(text) if len(text) <= _NOTICE else None
    return match is not None


def starts(line: Line, *path: str) -> bool:
    """Whether it begins with one of them."""
    return cue(*path).match(line.text.lstrip('([*•-–— "“')) is not None


def holds(line: Line, *path: str) -> bool:
    """Whether one of them stands in it."""
    return cue(*path).search(line.text) is not None


def ends(line: Line, *path: str) -> bool:
    """Whether it ends with one of them."""
    text = bare(line)
    return any(match.end() == len(text) for match in cue(*path).finditer(text))


def of_line(line: Line) -> BlockKind | None:
    """The kind that the line claims for itself; None where it may be body."""
    return next((kind for kind, test in _TESTS if test(line)), None)


def _is_legal(line: Line) -> bool:
    return starts(line, "legal", "start") or (len(line.words) <= _NOTICE and holds(line, "legal", "within"))


def _is_disclosure(line: Line) -> bool:
    if is_all(line, "disclosure", "whole") or starts(line, "disclosure", "start"):
        return len(line.words) <= _NOTICE
    if len(line.words) <= _SHORT and (starts(line, "disclosure", "short") or _SOURCES.fullmatch(line.text)):
        return True
    return not line.is_quoted and any(_tells_of_itself(part) for part in _SENTENCE_END.split(line.text))


def _tells_of_itself(sentence: str) -> bool:
    return bool(cue("disclosure", "about_self").search(sentence) and cue("disclosure", "self").search(sentence))


def _is_advert(line: Line) -> bool:
    return is_all(line, "advert", "head") and (len(line.words) <= 2 or not line.is_sentence)  # noqa: PLR2004


def _is_chrome(line: Line) -> bool:
    if not line.words or _CODE.search(line.text):
        return True
    if _is_date(line):
        return True
    if is_all(line, "chrome", "whole") or is_all(line, "chrome", "comments"):
        return not line.is_sentence or len(line.words) <= _SHORT
    if len(line.words) <= _LINK and (starts(line, "chrome", "start") or holds(line, "chrome", "within")):
        return not line.is_quoted
    return _is_link(line)


def _is_date(line: Line) -> bool:
    """Whether it only says when something was published."""
    parts = _PART.findall(line.text) if len(line.words) <= _SHORT else []
    numbers = [part for part in parts if part.isdecimal()]
    return bool(numbers) and all(part.isdecimal() or cue("chrome", "date").fullmatch(part) for part in parts)


def _is_link(line: Line) -> bool:
    """Whether it leads to another page."""
    if len(line.words) > _LINK:
        return False
    if _RELATED.match(line.text) or (_ARROW.search(line.text) and len(line.words) <= _SHORT):
        return True
    label = cue("chrome", "link").match(line.text)
    if label and line.text[label.end() :].lstrip()[:1] in (":", "|"):
        return True
    if ends(line, "chrome", "link_end") and line.text.rstrip(" .…»→>")[-1:].isalpha():
        return True
    return not line.is_sentence and (_GLUED.match(line.text) is not None or _is_labelled(line, label))


def _is_labelled(line: Line, label: re.Match[str] | None) -> bool:
    """Whether a label ("Related Coverage") runs into a title."""
    return (
        label is not None
        and label.group().lower().startswith("related")
        and line.text[label.end() :].lstrip()[:1].isupper()
    )


def _is_bio(line: Line) -> bool:
    if _BYLINE.fullmatch(line.text) and len(line.words) <= _SHORT and not line.is_sentence:
        return True
    return is_all(line, "bio", "head") or (
        len(line.words) <= _LONG and not line.is_quoted and holds(line, "bio", "credit")
    )


_TESTS: tuple[tuple[BlockKind, Callable[[Line], bool]], ...] = (
    ("legal", _is_legal),
    ("disclosure", _is_disclosure),
    ("advert", _is_advert),
    ("chrome", _is_chrome),
    ("bio", _is_bio),
)
