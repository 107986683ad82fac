"""What a selector asks of one element, and whether an element is so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final


@dataclass(slots=True)
class Node:
    """An open element, as selectors see it; `place` and `turn`: its place, from 1, in its parent, and among its name.

    `matched`: the compounds that it is; `before`: those that an element before it, of the same parent, is.
    """

    name: str
    attributes: dict[str, str]
    classes: frozenset[str]
    parent: "Node | None"
    place: int = 1
    turn: int = 1
    matched: frozenset[int] = frozenset()
    before: set[int] = field(default_factory=set)
    last: frozenset[int] = frozenset()
    names: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """A compound selector: each part has to hold. `unsure`: it asks what is not read here as well."""

    name: str = ""
    identifier: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    places: tuple[tuple[int, int, bool], ...] = ()
    root: bool = False
    none_of: tuple[tuple["Compound", ...], ...] = ()
    any_of: tuple[tuple["Compound", ...], ...] = ()
    unsure: bool = False

    @property
    def key(self) -> str:
        """Where to look it up: an identifier, a class, a name, or "*"."""
        if self.identifier:
            return f"#{self.identifier}"
        return f".{min(self.classes)}" if self.classes else self.name or "*"

    @property
    def weight(self) -> tuple[int, int, int]:
        """Its specificity (Selectors Level 4, section 17)."""
        most = [max((one.weight for one in some), default=(0, 0, 0)) for some in (*self.none_of, *self.any_of)]
        return (
            bool(self.identifier) + sum(weight[0] for weight in most),
            len(self.classes) + len(self.attributes) + len(self.places) + self.root + sum(weight[1] for weight in most),
            bool(self.name) + sum(weight[2] for weight in most),
        )

    @property
    def cost(self) -> int:
        """How many elements of work it is to ask."""
        return 1 + sum(one.cost for some in (*self.none_of, *self.any_of) for one in some)

    def fits(self, node: Node) -> bool:
        """Whether an element is so."""
        return (
            (not self.name or self.name == node.name)
            and (not self.identifier or self.identifier == node.attributes.get("id"))
            and self.classes <= node.classes
            and not (self.root and node.parent is not None)
            and all(_has(node.attributes.get(name), how, value) for name, how, value in self.attributes)
            and all(_nth(node.turn if kin else node.place, step, first) for step, first, kin in self.places)
            and not any(one.fits(node) for some in self.none_of for one in some)
            and all(any(one.fits(node) for one in some) for some in self.any_of)
        )


_LONG: Final = 1_000
_HOLDS: dict[str, Callable[[str, str], bool]] = {
    "": lambda _held, _value: True,
    "=": lambda held, value: held == value,
    "~=": lambda held, value: value in held.split(),
    "|=": lambda held, value: held == value or held.startswith(f"{value}-"),
    "^=": lambda held, value: bool(value) and held.startswith(value),
    "$=": lambda held, value: bool(value) and held.endswith(value),
    "*=": lambda held, value: bool(value) and value in held,
}


def _has(held: str | None, how: str, value: str) -> bool:
    return held is not None and _HOLDS[how](held[:_LONG], value)


def _nth(place: int, step: int, first: int) -> bool:
    """Whether a place is `first`, or a number of steps beyond it."""
    if not step:
        return place == first
    return (place - first) % step == 0 and (place - first) // step >= 0
