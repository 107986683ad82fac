"""A page as its paragraphs, each with its pieces of text and the element that holds it."""

from dataclasses import dataclass, field

from twosource.readers.markup import Open

_TAIL = 20


@dataclass(slots=True)
class Element:
    """A block element of the page; `above` is the number of the one that holds it, -1 at the top.

    `seen`: False where it hides what it holds, True where it shows again what one above it hides. `faded`: it hides it
    only by being seen through.
    """

    name: str
    attributes: dict[str, str]
    above: int
    seen: bool | None = None
    faded: bool = False


@dataclass(slots=True)
class Piece:
    """Text and where it stood in the page; `copied` where it stands there just so."""

    text: str
    start: int
    end: int
    copied: bool


@dataclass(slots=True)
class Paragraph:
    """Text that no block begins or ends in. `soft`: only a line break is before it. `linked`: how much is links.

    `stays`: its links lead to no other page.
    """

    element: int
    soft: bool = False
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0
    stays: bool = True

    @property
    def text(self) -> str:
        """Its text, blanks collapsed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def tail(self) -> str:
        """Its last words."""
        return "".join(piece.text[-_TAIL:] for piece in self.pieces[-2:])

    def add(self, piece: Piece, *, linked: bool) -> None:
        """Adds a piece; of blanks that meet, one stays, and none at the start."""
        if piece.text == " " and (not self.pieces or self.pieces[-1].text == " "):
            return
        self.pieces.append(piece)
        self.linked += len(piece.text) if linked else 0

    def trim(self) -> None:
        """Drops blanks at its end."""
        while self.pieces and self.pieces[-1].text.isspace():
            self.linked = max(self.linked - len(self.pieces.pop().text), 0)


@dataclass(slots=True)
class Page:
    """What a page holds: its block elements in the order of their start tags, its paragraphs, what its head says.

    `controls`: the ids of the elements that something shown on the page opens.
    """

    elements: list[Element] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    head: list[Open] = field(default_factory=list)
    controls: set[str] = field(default_factory=set)

    def name_of(self, paragraph: Paragraph) -> str:
        """The name of the element that a paragraph stands in."""
        return self.elements[paragraph.element].name if paragraph.element >= 0 else ""

    def weights(self, amounts: list[int]) -> list[int]:
        """How much each element holds, itself and below; the last place is the page."""
        weights = [0] * (len(self.elements) + 1)
        for paragraph, amount in zip(self.paragraphs, amounts, strict=True):
            weights[paragraph.element] += amount
        for number in range(len(self.elements) - 1, -1, -1):
            weights[self.elements[number].above] += weights[number]
        return weights

    def inside(self, story: int) -> list[bool]:
        """Whether each element is this one or within it; the last place is the page."""
        inside: list[bool] = []
        for number, element in enumerate(self.elements):
            inside.append(number == story or (inside[element.above] if element.above >= 0 else story < 0))
        return [*inside, story < 0]
