"""Builds a page from its tokens, as a browser would, as far as paragraphs are concerned."""

from collections import Counter
from itertools import islice
from typing import cast

from twosource.errors import UnreadableError
from twosource.lexicon import table, words
from twosource.readers.apart import POWERS, Raised, is_apart, raised
from twosource.readers.limits import MAX_TOKENS
from twosource.readers.markup import Close, Open, Text, tokens
from twosource.readers.opened import named_by
from twosource.readers.page import Element, Page, Paragraph, Piece
from twosource.readers.stretches import piece_at
from twosource.readers.styles import Walk

_BREAKS = frozenset(words("html", "blocks"))
_VOID = frozenset(words("html", "void"))
_SILENT = frozenset({"script", "style", "template", "xmp", "iframe", "noembed", "noframes", "title", "textarea"})
_TOLD = frozenset({"meta", "link", "script", "title", "time", "html", "h1"})

_ENDS = {
    name: frozenset(cast("list[str]", ends)) for name, ends in cast("dict[str, object]", table("html")["ends"]).items()
}
_PARAGRAPH = frozenset({"p"})


def page_of(source: str) -> Page:
    """The page that a decoded document holds; raises UnreadableError for one of more tags than any report has."""
    found = list(islice(tokens(source), MAX_TOKENS + 1))
    builder = _Builder(source, Walk(found))
    for token in found:
        builder.count()
        if isinstance(token, Text):
            builder.text(token)
        elif isinstance(token, Open):
            builder.open(token)
        else:
            builder.close(token)
    builder.flush()
    return builder.page


class _Builder:
    """Builds the page token by token. Its stack holds the name and the number of each open element.

    While an inline element that stands apart is open, what it stands in waits in `_around`, beside the stack's height.
    """

    def __init__(self, source: str, walk: Walk) -> None:
        self.page = Page()
        self._source = source
        self._walk = walk
        self._stack: list[tuple[str, int]] = []
        self._open: Counter[str] = Counter()
        self._now = Paragraph(-1)
        self._around: list[tuple[int, Paragraph]] = []
        self._apart: list[Paragraph] = []
        self._raised: Raised = "letters"
        self._stays = True
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
            piece = piece_at(self._source, place, token.end)
            place = piece.end
            if piece.text:
                self._add(self._as_shown(piece))

    def _add(self, piece: Piece) -> None:
        self.count()
        if not self._now.pieces:
            self._now.element = self._here
        self._now.add(piece, linked=self._open["a"] > 0)
        self._now.stays &= self._stays or not self._open["a"]

    def _as_shown(self, piece: Piece) -> Piece:
        """Digits of a power as such: "10" with a raised 9 is not 109."""
        if self._raised != "power" or not self._open["sup"]:
            return piece
        return Piece(piece.text.translate(POWERS), piece.start, piece.end, copied=False)

    def open(self, token: Open) -> None:
        if token.name in _TOLD:
            self.page.head.append(token)
        if token.name == "a" and self._open["a"]:
            self.close(Close("a", token.start, token.start))
        if token.name == "a":
            self._stays = token.attributes.get("href", "#").strip().lower().startswith(("#", "javascript:"))
        if token.name == "br":
            self.flush(soft=True)
        elif token.name in _BREAKS:
            self.flush()
            self._end(_ENDS.get(token.name, frozenset()) | _PARAGRAPH)
        was_hidden = self._walk.hidden
        self._walk.open(token)
        if not self._walk.hidden:
            self.page.controls.update(named_by(token))
        if token.name in _VOID or token.name in _SILENT:
            self._walk.close()
            return
        self._enter(token, seen=None if self._walk.hidden == was_hidden else was_hidden)

    def _enter(self, token: Open, *, seen: bool | None) -> None:
        """Goes into an element that holds something; `seen` is whether it shows or hides again what it holds."""
        number = self._here
        if token.name == "sup":
            self._raised = raised(self._source, token, self._now.tail)
        is_mark = token.name == "sup" and self._raised == "mark"
        apart = token.name not in _BREAKS and (is_mark or seen is not None or is_apart(token))
        if apart:
            self._around.append((len(self._stack), self._now))
            self._now = Paragraph(-1)
        if apart or token.name in _BREAKS:
            self.page.elements.append(Element(token.name, token.attributes, number, seen, self._walk.faded))
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
        self._walk.close()
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
