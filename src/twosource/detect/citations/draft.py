"""A citation in the making: ranges of tokens in one sentence, before they become spans."""

from dataclasses import dataclass, field

from twosource.text.clauses import Sentence
from twosource.text.rows import Range
from twosource.types.attribution import Act


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """What one cue of a sentence gives. Ranges are half-open indices of tokens; `clause` is where its clause begins.

    `parts` are the ranges of the content; `shared` says that the source was taken over from the cue before it;
    `pending` that the words are yet to come, after a colon.
    """

    row: Sentence
    cue: Range
    source: Range | None = None
    parts: list[Range] = field(default_factory=list)
    act: Act = "asserts"
    relays: list[Range] = field(default_factory=list)
    hearer: Range | None = None
    occasion: Range | None = None
    clause: int = 0
    rightward: bool = False
    shared: bool = False
    pending: bool = False
    agentless: bool = False

    def text(self, part: Range | None) -> str:
        """The words of a range, single-spaced; empty for None."""
        return " ".join(token.text for token in self.row[part[0] : part[1]]) if part else ""
