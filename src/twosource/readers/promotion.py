"""Adverts and lists of links between the paragraphs."""

from twosource.readers.cues import cue, holds, is_all, starts
from twosource.readers.lines import Line
from twosource.types.article import BlockKind

_FURTHEST = 5
_LONGEST = 60
_TITLE = 14
_LINK = 25
_LABEL = 2
_ENOUGH = 3


def mark_adverts(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks what belongs to a call ("Find out more") or a mark ("Sponsored"), and paragraphs that offer something."""
    for i, line in enumerate(lines):
        calls = is_all(line, "advert", "call") and not line.is_quoted
        if calls:
            _mark_above(lines, kinds, i)
        if calls or (kinds[i] is None and _offers(line)):
            kinds[i] = "advert"
    for i, kind in enumerate(kinds):
        if kind == "advert" and is_all(lines[i], "advert", "head"):
            _mark_below(lines, kinds, i)


def _mark_above(lines: list[Line], kinds: list[BlockKind | None], call: int) -> None:
    """Marks the lines of the offer above a call; a call that stands alone between paragraphs is one too."""
    for i in range(call - 1, max(call - 1 - _FURTHEST, -1), -1):
        titles = not lines[i].is_sentence and len(lines[i].words) <= _TITLE and lines[i + 1].gap <= 1
        if kinds[i] == "advert":
            continue
        if kinds[i] not in (None, "subhead") or not (_is_pitch(lines[i]) or (titles and i < call - 1)):
            return
        kinds[i] = "advert"


def _mark_below(lines: list[Line], kinds: list[BlockKind | None], head: int) -> None:
    for i in range(head + 1, min(head + 1 + _FURTHEST, len(lines))):
        loose = not lines[i].is_sentence and lines[i].gap == 0 and len(lines[head].words) > 1
        if kinds[i] not in (None, "subhead") or not (_is_pitch(lines[i]) or loose):
            return
        kinds[i] = "advert"


def _is_pitch(line: Line) -> bool:
    """Whether it bids the reader do something, as copy does and reports do not."""
    return _bids(line) and not line.is_quoted and len(line.words) <= _LONGEST and not _reports(line)


def _offers(line: Line) -> bool:
    """Whether a paragraph addresses the reader with an offer: three signs of it, and nobody who says so."""
    if line.is_quoted or len(line.words) > _LONGEST or _reports(line):
        return False
    offers = len({match.group().lower() for match in cue("advert", "offer").finditer(line.text)})
    bids = _bids(line) or holds(line, "advert", "strong")
    return bids and holds(line, "advert", "reader") + min(offers, 2) >= _ENOUGH - 1


def _bids(line: Line) -> bool:
    adverb = line.words[0] if line.words and line.words[0].endswith("ly") else ""
    return starts(Line(0, 0, line.text.removeprefix(adverb).lstrip(), 0), "advert", "imperative")


def _reports(line: Line) -> bool:
    return any(word.lower() in ("said", "says", "told", "reported", "according", "announced") for word in line.words)


def mark_links(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks the titles below a head such as "Related stories"."""
    for i, line in enumerate(lines):
        if kinds[i] == "chrome" and is_all(line, "chrome", "list_head"):
            _mark_titles_below(lines, kinds, i + 1)


def mark_titles(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """Marks titles of which three or more stand together: in a text without markup, those were links."""
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and kinds[end] in (None, "subhead") and _is_title(lines[end]):
            end += 1
        if end - i >= _ENOUGH and (i == 0 or not lines[i - 1].text.endswith(":")):
            kinds[i:end] = ["chrome"] * (end - i)
        i = max(end, i + 1)


def _mark_titles_below(lines: list[Line], kinds: list[BlockKind | None], start: int) -> None:
    for i in range(start, len(lines)):
        if kinds[i] not in (None, "subhead") or not _is_title(lines[i]):
            return
        kinds[i] = "chrome"


def _is_title(line: Line) -> bool:
    if line.is_sentence or line.tells or "@" in line.text or line.text[0] in "•*◦▪‣-–":
        return False
    return _LABEL < len(line.words) <= _LINK
