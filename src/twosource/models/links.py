"""From spans to attributions: what each cue is linked to. Needs numpy only."""

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from twosource.models.contents import Evidence, best_runs, evidence_of
from twosource.models.decode import Bounds, Floats, Ints, TextScores, belongs, layer, log_odds, piece_at, word_bounds
from twosource.models.labels import ACTS, OUTSIDE, ROLES
from twosource.models.pieces import Pieces

_CLIPPED = 6.0
_LONG = 30
"""Code points of a run of which the layers know nothing."""


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

    `heads` (W) are the first pieces of the words in the window, `words` (W, 2) their places in the text.
    """

    found: Pieces
    start: int
    scores: Floats
    heads: Ints
    words: Ints

    def mean(self, span: Bounds) -> float:
        """How surely a span belongs to the cue: the mean over its pieces in the window; very unsure outside it."""
        first, last = piece_at(self.found, span[0]) - self.start, piece_at(self.found, span[1] - 1) + 1 - self.start
        inside = self.scores[max(first, 0) : max(last, 0)]
        return float(inside.mean()) if len(inside) else -np.inf

    def held(self, evidence: Evidence, taken: Iterable[Bounds]) -> list[Bounds]:
        """The runs of words that belong to the cue most likely (Viterbi over inside and outside); none in `taken`."""
        inside = self.scores[self.heads - self.start].clip(-_CLIPPED, _CLIPPED) + evidence.inside[self.heads]
        for start, end in taken:
            inside[(self.words[:, 0] < end) & (start < self.words[:, 1])] = -np.inf
        ends = np.append(evidence.ends[self.heads[1:]], np.float32(0))
        chosen = best_runs(inside, evidence.begins[self.heads], ends)
        known = evidence.inside[self.heads] > 0
        found = (((int(self.words[a, 0]), int(self.words[b - 1, 1])), bool(known[a:b].any())) for a, b in chosen)
        return [run for run, is_known in found if is_known or run[1] - run[0] >= _LONG]


class _Text:
    """A scored text with the spans of its layers, in order, so that each cue looks at its window alone."""

    def __init__(self, found: Pieces, scores: TextScores) -> None:
        self.found, self.scores = found, scores
        self._heads, self._words = word_bounds(found)
        self._places = np.array(self._words, np.int64).reshape(-1, 2)
        self._sources = layer(found, scores, "source")
        self._evidence = evidence_of(scores)

    def view(self, cue: Bounds, role: str) -> View:
        start, scores = belongs(self.found, self.scores, cue, role)
        inside = slice(*np.searchsorted(self._heads, [start, start + len(scores)]))
        return View(found=self.found, start=start, scores=scores, heads=self._heads[inside], words=self._places[inside])

    def near(self, view: View) -> list[Bounds]:
        """The sources that begin in a window."""
        first, last = self.found.starts[view.start], self.found.ends[view.start + len(view.scores) - 1]
        return self._sources[bisect_left(self._sources, (first, 0)) : bisect_left(self._sources, (last, 0))]

    def source(self, cue: Bounds) -> tuple[float, Bounds | None]:
        """The source that belongs to the cue, with how surely; none if that is below 0."""
        view = self.view(cue, "source")
        best = max(((view.mean(one), one) for one in self.near(view)), default=(0.0, None))
        return best if best[0] > 0 else (0.0, None)

    def content(self, cue: Bounds, source: Bounds | None) -> tuple[float, tuple[Bounds, ...]]:
        """The contents that belong to the cue, with how surely: neither the cue nor the source stands in one."""
        view = self.view(cue, "content")
        chosen = view.held(self._evidence, [cue, source] if source else [cue])
        return max((view.mean(one) for one in chosen), default=0.0), tuple(chosen)


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
        owned, source = text.source(cue)
        held, content = text.content(cue, source)
        if content:
            sure = _is_cue(found, scores, cue) * _likely(held) * (_likely(owned) if source else 1.0)
            act = _act(found, scores, cue)
            attributions.append(Linked(cue=cue, source=source, content=content, act=act, sure=sure))
    return attributions
