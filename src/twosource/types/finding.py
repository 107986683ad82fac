"""What every finding has: words that it rests on, and an identity that follows from them."""

import hashlib
from dataclasses import dataclass, field, fields
from functools import cache
from typing import ClassVar

from twosource.errors import EvidenceError
from twosource.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found in reports. Without at least one span it cannot be constructed.

    `id` is a digest of the kind and `identity()`, so that it does not depend on the other findings, nor on the order of
    the input.
    """

    prefix: ClassVar[str]
    of_one_report: ClassVar[bool] = False
    """Whether it rests on one report alone, so that a report that repeats these words gives it too."""
    id: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Checks the evidence, and derives the id from it."""
        if not self.evidence():
            message = f"a {type(self).__name__} needs at least one span"
            raise EvidenceError(message)
        seed = f"{type(self).__name__}|{self.identity()}"
        digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", f"{self.prefix}{digest[:10]}")

    def evidence(self) -> tuple[Span, ...]:
        """All spans that it holds, in the order of its fields."""
        kind: type = type(self)
        found: list[Span] = []
        for name in _names(kind):
            _gather(getattr(self, name), found)
        return tuple(found)

    def identity(self) -> str:
        """What makes it this finding and no other: its places, and `distinction()`."""
        places = ";".join(f"{span.article}:{span.start}-{span.end}" for span in self.evidence())
        return f"{places}|{self.distinction()}"

    def distinction(self) -> str:
        """What tells it from another finding of its kind on the same words."""
        return ""


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass; asked for with every finding that is made."""
    return tuple(part.name for part in fields(kind))


_WITHOUT_SPANS = frozenset((type(None), str, int, float, bool))
"""What most fields hold: asked first, since this is done for every finding several times."""


def _gather(value: object, found: list[Span]) -> None:
    """Adds the spans that a value holds to those that were found."""
    kind: type = type(value)
    if kind in _WITHOUT_SPANS:
        return
    if isinstance(value, Span):
        found.append(value)
    elif isinstance(value, Finding):
        found += value.evidence()
    elif isinstance(value, tuple):
        for part in value:
            _gather(part, found)
    elif hasattr(value, "__dataclass_fields__"):
        for name in _names(kind):
            _gather(getattr(value, name), found)
