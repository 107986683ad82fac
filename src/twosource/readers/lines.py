"""The lines of a text, with what can be seen of each without reading it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from twosource.lexicon import words

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WORD = re.compile(r"[^\W_][\w'’.,%-]*")
_ENDS = ".!?…:;"
_CLOSING = "\"'”’»)] \u00a0"
_SMALL = frozenset(words("languages", "small"))
_HAPPENED = frozenset({"was", "were", "has", "have", "had", "been", "said", "reported"})
_NEARLY_ALL = 0.8
_MIN_WIDTH, _MAX_WIDTH = 40, 120
_MOST_WRAPPED = 0.9
_FEW = 4


@dataclass(frozen=True)
class Line:
    """A line without the blanks at its edges; `gap` counts the blank lines before it."""

    start: int
    end: int
    text: str
    gap: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, with the marks that lie within them."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does, or as words do whose speaker is yet to be named: “So we closed it,”."""
        text = self.text.rstrip(_CLOSING)
        return (text[-1:] in _ENDS or (text[-1:] == "," and text != self.text)) and bool(self.words)

    @cached_property
    def is_title_case(self) -> bool:
        """Whether nearly all of its longer words begin with a capital."""
        longer = [word for word in self.words if word.lower() not in _SMALL and word[0].isalpha()]
        return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= _NEARLY_ALL * len(longer)

    @cached_property
    def tells(self) -> bool:
        """Whether it says what happened, as a full sentence does, and not as a title."""
        return not self.is_title_case and not _HAPPENED.isdisjoint(self.words)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether words in it are quoted."""
        return any(mark in self.text for mark in '"“”«»')

    @cached_property
    def key(self) -> str:
        """What equal lines share."""
        return " ".join(word.casefold().replace("’", "'") for word in self.words)


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything; those of a paragraph that was broken to a width are one."""
    lines: list[Line] = []
    place = 0
    for match in _LINE.finditer(text):
        blank = text.count("\n", place, match.start()) - 1 if lines else 0
        lines.append(Line(match.start(), match.end(), match.group(), max(blank, 0)))
        place = match.end()
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether the text was broken to a width: lines go on in the next one only where its first word had no room."""
    pairs = [(line, after) for line, after in pairwise(lines) if after.gap == 0]
    width = max((len(line.text) for line in lines), default=0)
    if len(pairs) < _FEW or not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return False
    full = sum(len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > width for line, after in pairs)
    return full >= _MOST_WRAPPED * len(pairs)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and line.gap == 0:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        Line(part[0].start, part[-1].end, text[part[0].start : part[-1].end].replace("\n", " "), part[0].gap)
        for part in paragraphs
    ]
