"""The tokens of an HTML page, each with its place.

Written for two things that the parsers at hand do not give together: the offset of every piece of text in the page, and
time that grows with the page and no faster, whatever the page. It follows the tokenizer of the HTML standard (WHATWG,
section 13.2.5) except where that would lose text: an unclosed quote or title does not swallow the rest of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_START = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "template"})
_TITLES = frozenset({"title", "textarea"})


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of the page between tags, character references not yet read."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Open:
    """A start tag; `raw` is what a script or style holds."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    """An end tag."""

    name: str
    start: int
    end: int


Token = Text | Open | Close


class _Finder:
    """`find` that remembers what is nowhere ahead, so that looking for it again and again costs nothing."""

    def __init__(self, page: str) -> None:
        self._page, self._absent = page, set[str]()

    def find(self, mark: str, start: int) -> int:
        """The place of the mark from `start` on, or -1."""
        if mark in self._absent:
            return -1
        place = self._page.find(mark, start)
        if place < 0:
            self._absent.add(mark)
        return place


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page in order; comments, declarations and bare signs are passed over or left in the text."""
    finder, lowered, begun = _Finder(page), _Finder(_lowered(page)), 0
    while match := _START.search(page, begun):
        token, end = _token(page, match.start(), finder)
        if begun < match.start():
            yield Text(begun, match.start())
        if isinstance(token, Open) and token.name in _RAW | _TITLES:
            otherwise = len(page) if token.name in _RAW else token.end
            end = _closing(lowered, token.name, token.end, otherwise)
            token = Open(token.name, token.attributes, token.start, token.end, page[token.end : end])
        if token is not None:
            yield token
        begun = end
    if begun < len(page):
        yield Text(begun, len(page))


def _lowered(page: str) -> str:
    """Lower case that keeps every place: some letters outside ASCII become two."""
    lowered = page.lower()
    if len(lowered) == len(page):
        return lowered
    return page.translate({letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)})


def _closing(lowered: _Finder, name: str, start: int, otherwise: int) -> int:
    place = lowered.find(f"</{name}", start)
    return place if place >= 0 else otherwise


def _token(page: str, place: int, finder: _Finder) -> tuple[Open | Close | None, int]:
    """The tag at a `<` and where it ends; None for a comment or a declaration, with its end."""
    name = _NAME.match(page, place + 1)
    if name is not None:
        return _open(page, place, name, finder)
    name = _NAME.match(page, place + 2) if page[place + 1] == "/" else None
    if name is None:
        return None, _past_declaration(page, place, finder)
    end = finder.find(">", place + 2)
    end = len(page) if end < 0 else end + 1
    return Close(name.group().lower(), place, end), end


def _past_declaration(page: str, place: int, finder: _Finder) -> int:
    mark = "-->" if page.startswith("<!--", place) and not page.startswith(("<!-->", "<!--->"), place) else ">"
    end = finder.find(mark, place + 2)
    return len(page) if end < 0 else end + len(mark)


def _open(page: str, place: int, name: re.Match[str], finder: _Finder) -> tuple[Open, int]:
    attributes: dict[str, str] = {}
    end = name.end()
    while match := _ATTRIBUTE.match(page, end):
        value = next((part for part in match.groups()[1:] if part is not None), "")
        attributes.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
        end = match.end()
    close = finder.find(">", end)
    end = len(page) if close < 0 else close + 1
    return Open(name.group().lower(), attributes, place, end), end
