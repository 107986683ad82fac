"""Builds a page from its tokens, as a browser would, as far as paragraphs are concerned."""

import re
from collections import Counter
from html import unescape
from typing import cast

from twosource.errors import UnreadableError
from twosource.lexicon import table, words
from twosource.readers.limits import MAX_TOKENS
from twosource.readers.markup import Close, Open, Text, tokens
from twosource.readers.page import Element, Page, Paragraph, Piece

_BLANKS = " \t\n\f\r"
_BLANK = re.compile(r"[ \t\n\f\r]+")
_STRETCH = re.compile(r"[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*")
_SIGNS = re.compile(r"&+(?=&)")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_BREAKS = frozenset(words("html", "blocks"))
_VOID = frozenset(words("html", "void"))
_SILENT = frozenset({"script", "style", "template", "xmp", "iframe", "noembed", "noframes", "title", "textarea"})
_TOLD = frozenset({"meta", "link", "script", "title", "time", "html", "h1"})


_ENDS = {
    name: frozenset(cast("list[str]", ends)) for name, ends in cast("dict[str, object]", table("html")["ends"]).items()
}
_PARAGRAPH = frozenset({"p"})
_NAMES = re.compile(r"[A-Za-z][a-z]*")
_CARDS = frozenset(words("html", "inline", "card"))
_PARTS = frozenset(words("html", "inline", "part"))
_UNSEEN = frozenset(words("html", "inline", "unseen"))


def page_of(source: str) -> Page:
    """The page that a decoded document holds; raises UnreadableError for one of more tags than any report has."""
    builder = _Builder(source)
    for token in tokens(source):
        builder.count()
        if isinstance(token, Text):
            builder.text(token)
        elif isinstance(token, Open):
            builder.open(token)
        else:
            builder.close(token)
    builder.flush()
    return builder.page


def _is_apart(token: Open) -> bool:
    """Whether an inline element is no part of the sentence around it: not shown, or shown over it on a hover."""
    attributes = token.attributes
    if "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", "").lower():
        return True
    classes = attributes.get("class", "")[:500].lower()
    if not classes:
        return False
    names = set(_NAMES.findall(classes))
    return not _UNSEEN.isdisjoint(classes.split()) or not (names.isdisjoint(_CARDS) or names.isdisjoint(_PARTS))


class _Builder:
    """Builds the page token by token. Its stack holds the name and the number of each open element.

    While an inline element that stands apart is open, what it stands in waits in `_around`, beside the stack's height.
    """

    def __init__(self, source: str) -> None:
        self.page = Page()
        self._source = source
        self._stack: list[tuple[str, int]] = []
        self._open: Counter[str] = Counter()
        self._now = Paragraph(-1)
        self._around: list[tuple[int, Paragraph]] = []
        self._apart: list[Paragraph] = []
        self._counted = 0

    def count(self) -> None:
        """Counts one more tag or piece of text; raises UnreadableError at the limit."""
        self._counted += 1
        if self._counted > MAX_TOKENS:
            message = f"more than {MAX_TOKENS:,} tags and pieces of text"
            raise UnreadableError(message)

    @property
    def _here(self) -> int:
        return self._stack[-1][1] if self._stack else -1

    def text(self, token: Text) -> None:
        place = token.start
        while place < token.end:
            piece = self._piece(place, token.end)
            place = piece.end
            if piece.text:
                self._add(piece)

    def _add(self, piece: Piece) -> None:
        self.count()
        if not self._now.pieces:
            self._now.element = self._here
        self._now.add(piece, linked=self._open["a"] > 0)

    def _piece(self, place: int, end: int) -> Piece:
        mark = self._source[place]
        if mark in _BLANKS:
            blank = _BLANK.match(self._source, place, end)
            stop = blank.end() if blank else end
            return Piece(" ", place, stop, self._source[place:stop] == " ")
        found = (_REFERENCE if mark == "&" else _STRETCH).match(self._source, place, end)
        found = found or _SIGNS.match(self._source, place, end)
        stop = found.end() if found else place + 1
        raw = self._source[place:stop]
        text = unescape(raw) if mark == "&" else raw
        return Piece(text, place, stop, text == raw)

    def open(self, token: Open) -> None:
        if token.name in _TOLD:
            self.page.head.append(token)
        if token.name == "a" and self._open["a"]:
            self.close(Close("a", token.start, token.start))
        if token.name == "br":
            self.flush(soft=True)
        elif token.name in _BREAKS:
            self.flush()
            self._end(_ENDS.get(token.name, frozenset()) | _PARAGRAPH)
        if token.name in _VOID or token.name in _SILENT:
            return
        number = self._here
        apart = token.name not in _BREAKS and _is_apart(token)
        if apart:
            self._around.append((len(self._stack), self._now))
            self._now = Paragraph(-1)
        if apart or token.name in _BREAKS:
            self.page.elements.append(Element(token.name, token.attributes, number))
            number = len(self.page.elements) - 1
        self._stack.append((token.name, number))
        self._open[token.name] += 1

    def _end(self, names: frozenset[str]) -> None:
        """Ends the innermost open block where a start tag ends it: an item ends the item before it."""
        while self._stack and (self._stack[-1][0] in names or self._stack[-1][0] not in _BREAKS):
            if not any(self._open[name] for name in names):
                return
            self._pop()

    def _pop(self) -> str:
        name, _ = self._stack.pop()
        self._open[name] -= 1
        if self._around and len(self._stack) == self._around[-1][0]:
            self.flush()
            _, self._now = self._around.pop()
        return name

    def close(self, token: Close) -> None:
        if token.name in _BREAKS:
            self.flush()
        if not self._open[token.name]:  # the end of nothing
            return
        while self._pop() != token.name:
            pass

    def flush(self, *, soft: bool = False) -> None:
        self._now.trim()
        filled = bool(self._now.pieces)
        if filled:
            (self._apart if self._around else self.page.paragraphs).append(self._now)
        if not self._around:  # what stands apart comes after the paragraph that it was found in
            self.page.paragraphs += self._apart
            self._apart = []
        self._now = Paragraph(-1, soft=soft and filled)
