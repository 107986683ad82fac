"""From spans to attributions: what each cue is linked to. Needs numpy only."""

import math
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from twosource.models.decode import Bounds, Floats, TextScores, belongs, layer, log_odds, piece_at, word_bounds
from twosource.models.labels import ACTS, OUTSIDE, ROLES
from twosource.models.pieces import Pieces

_GAP_WORDS = 1
_FEWEST_WORDS = 2
_LONG = 30
"""Code points of a stretch that stands without a content of the layers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A cue with its source, its content in parts, and the act that it performs.

    `sure` in [0, 1] is how likely the model holds the cue to be one, times how likely source and content are its own.
    """

    cue: Bounds
    source: Bounds | None
    content: tuple[Bounds, ...]
    act: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The window of a cue, as that sees it: its first piece, how surely each piece belongs to the cue, its words.

    `words` are the first piece of each word in the window, with its place in the text.
    """

    found: Pieces
    start: int
    scores: Floats
    words: list[tuple[int, Bounds]]

    def mean(self, span: Bounds) -> float:
        """How surely a span belongs to the cue: the mean over its pieces in the window; very unsure outside it."""
        first, last = piece_at(self.found, span[0]) - self.start, piece_at(self.found, span[1] - 1) + 1 - self.start
        inside = self.scores[max(first, 0) : max(last, 0)]
        return float(inside.mean()) if len(inside) else -np.inf

    def stretches(self) -> list[Bounds]:
        """The passages that belong to the cue: runs of words above 0, small gaps closed, small runs dropped."""
        chosen = [n for n, (head, _) in enumerate(self.words) if self.scores[head - self.start] > 0]
        groups: list[list[int]] = []
        for word in chosen:
            if groups and word - groups[-1][-1] <= 1 + _GAP_WORDS:
                groups[-1].append(word)
            else:
                groups.append([word])
        kept = [group for group in groups if len(group) >= _FEWEST_WORDS]
        return [(self.words[group[0]][1][0], self.words[group[-1]][1][1]) for group in kept]


class _Text:
    """A scored text with the spans of its layers, in order, so that each cue looks at its window alone."""

    def __init__(self, found: Pieces, scores: TextScores) -> None:
        self.found, self.scores = found, scores
        self._heads, self._words = word_bounds(found)
        self._spans = {
            "source": layer(found, scores, "source"),
            "content": sorted(layer(found, scores, "content") + layer(found, scores, "inner")),
        }

    def view(self, cue: Bounds, role: str) -> View:
        start, scores = belongs(self.found, self.scores, cue, role)
        first, last = np.searchsorted(self._heads, [start, start + len(scores)])
        words = list(zip(self._heads[first:last].tolist(), self._words[first:last], strict=True))
        return View(found=self.found, start=start, scores=scores, words=words)

    def near(self, view: View, role: str) -> list[Bounds]:
        """The spans of a role that begin in a window."""
        first, last = self.found.starts[view.start], self.found.ends[view.start + len(view.scores) - 1]
        spans = self._spans[role]
        return spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]

    def source(self, cue: Bounds) -> tuple[float, Bounds | None]:
        """The source that belongs to the cue, with how surely; none if that is below 0."""
        view = self.view(cue, "source")
        best = max(((view.mean(one), one) for one in self.near(view, "source")), default=(0.0, None))
        return best if best[0] > 0 else (0.0, None)

    def content(self, cue: Bounds) -> tuple[float, tuple[Bounds, ...]]:
        """The contents of the layers that belong to the cue; of those that overlap, the one that fits its words best.

        Long stretches of words that belong to it, of which the layers know nothing, stand as they are.
        """
        view = self.view(cue, "content")
        held = view.stretches()
        known = [one for one in self.near(view, "content") if view.mean(one) > 0]
        known.sort(key=lambda one: (-_gain(one, held), one))
        chosen: list[Bounds] = []
        for one in known + [stretch for stretch in held if stretch[1] - stretch[0] >= _LONG]:
            if not any(_common(one, other) for other in chosen):
                chosen.append(one)
        return max((view.mean(one) for one in chosen), default=0.0), tuple(sorted(chosen))


def _common(one: Bounds, other: Bounds) -> int:
    """Characters that two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _gain(one: Bounds, held: list[Bounds]) -> int:
    """Characters of a span that belong to a cue, less those that do not."""
    return 2 * sum(_common(one, stretch) for stretch in held) - (one[1] - one[0])


def _act(found: Pieces, scores: TextScores, cue: Bounds) -> str:
    pieces = slice(piece_at(found, cue[0]), piece_at(found, cue[1] - 1) + 1)
    return ACTS[int(scores.acts[pieces].mean(axis=0).argmax())]


def _likely(score: float) -> float:
    """The probability that a score of the links stands for."""
    return 1 / (1 + math.exp(-score))


def _is_cue(found: Pieces, scores: TextScores, cue: Bounds) -> float:
    """How likely the words are a cue: the mean over their pieces."""
    pieces = slice(piece_at(found, cue[0]), piece_at(found, cue[1] - 1) + 1)
    outside = log_odds(scores.roles[pieces, ROLES.index("cue")])[:, OUTSIDE]
    return float(1 - np.exp(outside).mean())


def linked(found: Pieces, scores: TextScores) -> list[Linked]:
    """The attributions of a text, one per cue that has a content. The time is linear in the text's length."""
    text = _Text(found, scores)
    attributions = []
    for cue in layer(found, scores, "cue"):
        held, content = text.content(cue)
        if content:
            owned, source = text.source(cue)
            sure = _is_cue(found, scores, cue) * _likely(held) * (_likely(owned) if source else 1.0)
            act = _act(found, scores, cue)
            attributions.append(Linked(cue=cue, source=source, content=content, act=act, sure=sure))
    return attributions
