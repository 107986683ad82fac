"""From spans to attributions: what each cue is linked to. Needs numpy only."""

from dataclasses import dataclass

import numpy as np

from attribution.decode import Bounds, Floats, TextScores, belongs, layer, piece_at, word_bounds
from attribution.labels import ACTS
from attribution.pieces import Pieces

_SAME = 0.6
_GAP_WORDS = 1
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A cue with its source, its content in parts, and the act that it performs."""

    cue: Bounds
    source: Bounds | None
    content: tuple[Bounds, ...]
    act: str


def mean_score(span: Bounds, found: Pieces, start: int, scores: Floats) -> float:
    """How surely a span belongs to a cue, as the mean over its pieces in the cue's window; very unsure outside it."""
    first, last = piece_at(found, span[0]) - start, piece_at(found, span[1] - 1) + 1 - start
    inside = scores[max(first, 0) : max(last, 0)]
    return float(inside.mean()) if len(inside) else -np.inf


def stretches(found: Pieces, start: int, scores: Floats) -> list[Bounds]:
    """The passages of a window that belong to a cue: runs of words above 0, small gaps closed, small runs dropped."""
    heads, words = word_bounds(found)
    here = [n for n, head in enumerate(heads.tolist()) if start <= head < start + len(scores)]
    chosen = [n for n in here if scores[heads[n] - start] > 0]
    groups: list[list[int]] = []
    for word in chosen:
        if groups and word - groups[-1][-1] <= 1 + _GAP_WORDS:
            groups[-1].append(word)
        else:
            groups.append([word])
    kept = [group for group in groups if len(group) >= _FEWEST_WORDS]
    return [(words[group[0]][0], words[group[-1]][1]) for group in kept]


def likeness(one: Bounds, other: Bounds) -> float:
    """Common characters by all characters of both."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def _source(found: Pieces, scores: TextScores, cue: Bounds, sources: list[Bounds]) -> Bounds | None:
    start, each = belongs(found, scores, cue, "source")
    rated = [(mean_score(source, found, start, each), source) for source in sources]
    best = max(rated, default=(-np.inf, None))
    return best[1] if best[0] > 0 else None


def _content(found: Pieces, scores: TextScores, cue: Bounds, contents: list[Bounds]) -> tuple[Bounds, ...]:
    """The stretches that belong to the cue; where a layer knows almost the same span, that: its edges are better."""
    start, each = belongs(found, scores, cue, "content")
    parts = set()
    for stretch in stretches(found, start, each):
        alike = max(contents, key=lambda content: likeness(content, stretch), default=stretch)
        parts.add(alike if likeness(alike, stretch) >= _SAME else stretch)
    return tuple(sorted(parts))


def _act(found: Pieces, scores: TextScores, cue: Bounds) -> str:
    pieces = slice(piece_at(found, cue[0]), piece_at(found, cue[1] - 1) + 1)
    return ACTS[int(scores.acts[pieces].mean(axis=0).argmax())]


def linked(found: Pieces, scores: TextScores) -> list[Linked]:
    """The attributions of a text, one per cue that has a content."""
    sources = layer(found, scores, "source")
    contents = layer(found, scores, "content") + layer(found, scores, "inner")
    attributions = []
    for cue in layer(found, scores, "cue"):
        content = _content(found, scores, cue, contents)
        if content:
            source, act = _source(found, scores, cue, sources), _act(found, scores, cue)
            attributions.append(Linked(cue=cue, source=source, content=content, act=act))
    return attributions
