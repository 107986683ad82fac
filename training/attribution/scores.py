"""Precision, recall and F1 of spans, exact and by overlap."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Bounds = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Counts over a corpus: hits among the predicted ones, and among the gold ones."""

    predicted: int = 0
    gold: int = 0
    right: int = 0
    found: int = 0

    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 if nothing is right."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def written(self) -> dict[str, float]:
        """The figures, rounded."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(self.f1(), 4), "gold": self.gold}


def trimmed(span: Bounds, text: str) -> Bounds:
    """The span without blanks at its edges."""
    piece = text[span[0] : span[1]]
    return span[0] + len(piece) - len(piece.lstrip()), span[1] - len(piece) + len(piece.rstrip())


def add_exact(tally: Tally, predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> None:
    """Counts spans (with their kind, if they have one) that are equal."""
    given, wanted = set(predicted), set(gold)
    tally.predicted += len(given)
    tally.gold += len(wanted)
    tally.right += len(given & wanted)
    tally.found += len(given & wanted)


def _touched(spans: Iterable[Bounds], others: Sequence[Bounds]) -> int:
    return sum(any(start < other[1] and other[0] < end for other in others) for start, end in spans)


def add_overlap(tally: Tally, predicted: Iterable[Bounds], gold: Iterable[Bounds]) -> None:
    """Counts spans that share a character with one of the other side."""
    given, wanted = sorted(set(predicted)), sorted(set(gold))
    tally.predicted += len(given)
    tally.gold += len(wanted)
    tally.right += _touched(given, wanted)
    tally.found += _touched(wanted, given)
