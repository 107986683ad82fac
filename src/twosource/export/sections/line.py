"""What a section is made of: lines, built from template text, names and verbatim words, each with its evidence."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from twosource.export.document import Document, Words


@dataclass(frozen=True, slots=True)
class Quoted:
    """Verbatim words of a report; `focus` are those among them that matter, where a view can mark them."""

    words: Words
    focus: Words | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Text that is not ours, but is no quotation either: a party, an outlet, a file, a value."""

    text: str


Part = str | Quoted | Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement of a section. A `str` among the parts is template text.

    `spans` are further places that it rests on, beside the words quoted in it. `tag` is a label of a fixed vocabulary
    (an act, a severity, an outcome). A `folded` line may be put away by a view, but not left out.
    """

    parts: tuple[Part, ...]
    spans: tuple[Words, ...] = ()
    children: tuple["Line", ...] = ()
    tag: str = ""
    folded: bool = False

    @property
    def text(self) -> str:
        """The line as plain text, words in quotation marks."""
        return "".join(_plain(part) for part in self.parts)

    @property
    def evidence(self) -> tuple[Words, ...]:
        """All places that it rests on, the quoted ones first, each once."""
        quoted = [part.words for part in self.parts if isinstance(part, Quoted)]
        return tuple(dict.fromkeys([*quoted, *self.spans]))


class Section(ABC):
    """One part of the dossier as people read it, the same in every view."""

    key: ClassVar[str]
    title: ClassVar[str]
    shows: ClassVar[str]
    how_to_read: ClassVar[str]
    cannot_see: ClassVar[str]
    empty: ClassVar[str]

    @abstractmethod
    def lines(self, document: Document) -> list[Line]:
        """Its lines, in the order in which they are read."""


def _plain(part: Part) -> str:
    if isinstance(part, Quoted):
        return f"“{part.words.exact}”"
    return part.text if isinstance(part, Name) else part


def joined(parts: list[tuple[Part, ...]], mark: str = ", ") -> tuple[Part, ...]:
    """The groups of parts in a row, with the mark between them."""
    row: list[Part] = []
    for place, group in enumerate(parts):
        row += ([mark] if place else []) + list(group)
    return tuple(row)
