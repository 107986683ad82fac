"""Headline and subheads: short lines that are no sentences, by where they stand."""

import re
from itertools import pairwise

from twosource.readers.captions import is_credit
from twosource.readers.lines import Line
from twosource.types.article import BlockKind

_LONGEST_HEADLINE = 30
_LONGEST_SUBHEAD = 12
_LONGEST_STANDFIRST = 45
_NEAR_TOP = 5
_NAMES = re.compile(r"[A-Z][\w.'’-]+(?:(?:,? and |, | )[A-Z][\w.'’-]+){1,12}")
_LONGEST_OUTLET = 4
_SHOUTED = 3
_ADDRESS = re.compile(r"\w\.\w+/|https?:")
_OPENING = "\"'“‘«"
_CLOSING = "\"'”’»"
_BULLETS = "•◦▪*-–—·‣0123456789"


def mark_headings(lines: list[Line], kinds: list[BlockKind | None], title: str | None) -> None:
    """Marks captions that have a credit below them, the headline, what stands around it, and the subheads."""
    for i, line in enumerate(lines[1:], 1):
        if line.gap == 0 and kinds[i] == "caption" and is_credit(line) and _may_be_caption(lines[i - 1], kinds[i - 1]):
            kinds[i - 1] = "caption"
    _mark_bylines(lines, kinds)
    headline = _headline(lines, kinds, title)
    if headline is not None:
        _mark_headline(lines, kinds, headline)
    body = [i for i, line in enumerate(lines) if kinds[i] is None and _is_prose(line)]
    for i, line in enumerate(lines):
        if body and kinds[i] is None and body[0] < i < body[-1] and _is_subhead(line, lines, i):
            kinds[i] = "chrome" if _goes_on(lines[i - 1], lines[i + 1]) else "subhead"


def _mark_bylines(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks names at the top with the name of an outlet in capitals below them."""
    for i, (line, below) in enumerate(pairwise(lines[:3])):
        shouted = below.text.isupper() and len(below.words) <= _LONGEST_OUTLET and not below.is_sentence
        if shouted and kinds[i] is None and kinds[i + 1] is None and _NAMES.fullmatch(line.text):
            kinds[i], kinds[i + 1] = "bio", "chrome"


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a quotation runs on from one line to the other: what stands between is a link, not a heading."""
    return above.text[0] in _OPENING and above.text[-1] not in _CLOSING and below.text[0] in _OPENING


def _goes_on_below(below: Line) -> bool:
    """Whether the sentence goes on in the next line."""
    return below.gap == 0 and not below.text[0].isupper() and below.text[0] not in _OPENING


def _may_be_caption(line: Line, kind: BlockKind | None) -> bool:
    return kind is None and not line.is_sentence


def _is_prose(line: Line) -> bool:
    return line.is_sentence or len(line.words) > _LONGEST_SUBHEAD


def _headline(lines: list[Line], kinds: list[BlockKind | None], title: str | None) -> int | None:
    """The line that equals the title, else the first one of the body if it is no sentence."""
    wanted = Line(0, 0, title or "", 0).key
    if kinds.count(None) < 2:  # noqa: PLR2004 - a text of one line is its own body
        return None
    for i, line in enumerate(lines[:_NEAR_TOP]):
        if wanted and line.key == wanted:
            return i
    first = next((i for i, kind in enumerate(kinds) if kind is None), None)
    if first is None or first >= _NEAR_TOP:
        return None
    return _repeated(lines, kinds, first) if _is_headline(lines[first]) else None


def _repeated(lines: list[Line], kinds: list[BlockKind | None], first: int) -> int:
    """The first line, or the shorter one right below that it holds: a path of navigation ends in the headline."""
    for i in range(first + 1, min(first + 3, len(lines))):
        if kinds[i] is None and lines[i].key and lines[i].key in lines[first].key and _is_headline(lines[i]):
            return i
    return first


def _is_headline(line: Line) -> bool:
    if not line.words or len(line.words) > _LONGEST_HEADLINE or line.text[0] in "•*":
        return False
    return not line.is_sentence or (line.text[-1] in "?!" and line.is_title_case)


def _mark_headline(lines: list[Line], kinds: list[BlockKind | None], place: int) -> None:
    kinds[place] = "headline"
    key = lines[place].key
    for i, line in enumerate(lines):
        holds_it = key in line.key and len(line.words) <= len(lines[place].words) + 6
        if i != place and kinds[i] is None and (line.key == key or (i < place and holds_it)):
            kinds[i] = "chrome"
    below = next((i for i in range(place + 1, min(place + 3, len(lines))) if kinds[i] is None), None)
    if below is not None and _is_standfirst(lines[below]):
        kinds[below] = "subhead"


def _is_standfirst(line: Line) -> bool:
    """Whether the line under the headline is a second, longer one: no sentence, and not the start of a list."""
    return not line.is_sentence and 3 < len(line.words) <= _LONGEST_STANDFIRST and line.text[0] not in _BULLETS  # noqa: PLR2004


def _is_subhead(line: Line, lines: list[Line], i: int) -> bool:
    """Whether a line between two of the body heads what follows; items of a list do not, nor do quoted sentences."""
    if _SHOUTED < len(line.words) <= _LONGEST_HEADLINE and line.text.isupper() and line.text[-1] != ".":
        return True
    if line.is_sentence or not line.words or len(line.words) > _LONGEST_SUBHEAD or line.text[0] in "•*◦▪‣":
        return False
    if line.tells or (not line.is_title_case and _goes_on_below(lines[i + 1])):
        return False
    if lines[i - 1].text.endswith(":") or "@" in line.text or _ADDRESS.search(line.text):
        return False
    quoted = line.text[0] in _OPENING and line.text[-1] in _CLOSING
    return not quoted or len(line.words) <= _LONGEST_SUBHEAD // 2
