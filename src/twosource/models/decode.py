"""From scores to spans. Needs numpy only; offsets are code points, half-open."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from twosource.models.labels import KINDS, LINK_SIZE, LINKS, MENTION_TAGS, ROLES
from twosource.models.pieces import OVERLAP, Pieces, windows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bounds = tuple[int, int]
Encoder = Callable[[Ints, Ints, Ints], tuple[Floats, ...]]
"""From ids, mask and shapes (B, T) to roles (B, T, 4, 3), acts (B, T, 8), tags (B, T, 13), links (B, T, 4, 64).

One with the head for opinion also gives (B, T, 1): log-odds whose mean over a sentence says if the writer judges."""

_score = itemgetter(0)
_NEVER = np.float32(-1e9)
_MULTIPLE = 8
_OPINION = 4
"""The place of the scores of opinion among what an encoder gives, if it gives them."""
_BESIDE = 3
"""Windows that may hold one piece: a window shares pieces with those beside it alone."""


@dataclass(frozen=True, slots=True)
class TextScores:
    """The scores of a whole text, a row per piece; `links` per window, since a cue sees its own window only.

    `views` holds for each window its first and last piece (exclusive) and the link vectors of its pieces. `opinion`
    (P, 1) is zero where the encoder has no head for it.
    """

    roles: Floats
    acts: Floats
    tags: Floats
    views: list[tuple[int, int, Floats]]
    opinion: Floats

    def view(self, piece: int) -> tuple[int, int, Floats]:
        """The window in which a piece stands farthest from a seam."""
        last = len(self.roles)

        def room(view: tuple[int, int, Floats]) -> float:
            start, end, _ = view
            left = piece - start if start else last
            return min(left, end - 1 - piece if end < last else last)

        first = bisect_right(self.views, piece, key=lambda view: view[1])
        return max(self.views[first : first + _BESIDE], key=room)


def scored(found: Pieces, encoder: Encoder, special: tuple[int, int], batch: int = 8) -> TextScores:
    """Reads a text in windows; where they overlap, each piece is taken from where it has more context."""
    bounds = list(windows(found.breaks, overlap=OVERLAP))
    length = len(found.ids)
    roles, acts = np.zeros((length, len(ROLES), 3), np.float32), np.zeros((length, 8), np.float32)
    tags, views = np.zeros((length, MENTION_TAGS), np.float32), []
    opinion = np.zeros((length, 1), np.float32)
    for at in range(0, len(bounds), batch):
        part = bounds[at : at + batch]
        longest = max(end - start for start, end in part) + 2
        ids, mask, shapes = (np.zeros((len(part), -(-longest // _MULTIPLE) * _MULTIPLE), np.int64) for _ in range(3))
        for row, (start, end) in enumerate(part):
            ids[row, : end - start + 2] = [special[0], *found.ids[start:end], special[1]]
            mask[row, : end - start + 2] = 1
            shapes[row, 1 : end - start + 1] = found.shapes[start:end]
        given = encoder(ids, mask, shapes)
        if not at and len(given) > _OPINION:
            opinion = np.zeros((length, given[_OPINION].shape[-1]), np.float32)
        for row, (start, end) in enumerate(part):
            before = bounds[at + row - 1][1] if at + row else start
            seam = (start + before) // 2 if before > start else start
            inner = slice(1 + seam - start, 1 + end - start)
            roles[seam:end], acts[seam:end], tags[seam:end] = (given[n][row, inner] for n in range(3))
            if len(given) > _OPINION:
                opinion[seam:end] = given[_OPINION][row, inner]
            views.append((start, end, given[3][row, 1 : 1 + end - start]))
    return TextScores(roles, acts, tags, views, opinion)


def log_odds(scores: Floats) -> Floats:
    """Scores as logarithms of probabilities."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))  # type: ignore[no-any-return,unused-ignore]


def best_path(scores: Floats, moves: Floats, starts: Floats) -> Ints:
    """The best sequence of tags (Viterbi 1967): `moves` from row to column, `starts` for the first place."""
    best, back = scores[0] + starts, np.zeros(scores.shape, np.int64)
    for place in range(1, len(scores)):
        ways = best[:, None] + moves
        back[place] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[place]
    path = np.zeros(len(scores), np.int64)
    path[-1] = best.argmax()
    for place in range(len(scores) - 1, 0, -1):
        path[place - 1] = back[place, path[place]]
    return path


def best_bio(scores: Floats) -> Ints:
    """As `best_path` for one kind (outside, begin, inside), whose moves are few enough for plain numbers."""
    back = []
    outside, begin, inside = 0.0, -math.inf, -math.inf
    for out_score, begin_score, in_score in scores.tolist():
        before = max((outside, 0), (begin, 1), (inside, 2), key=_score)
        within = (begin, 1) if begin >= inside else (inside, 2)
        back.append((before[1], before[1], within[1]))
        outside, begin, inside = before[0] + out_score, before[0] + begin_score, within[0] + in_score
    path = [max((outside, 0), (begin, 1), (inside, 2), key=_score)[1]]
    for ways in reversed(back[1:]):
        path.append(ways[path[-1]])
    return np.array(path[::-1], np.int64)


def _bio_moves(kinds: int) -> tuple[Floats, Floats]:
    """An inside tag follows only the begin or the inside tag of its kind."""
    moves = np.zeros((1 + 2 * kinds, 1 + 2 * kinds), np.float32)
    moves[:, 2::2] = _NEVER
    for kind in range(kinds):
        moves[[1 + 2 * kind, 2 + 2 * kind], 2 + 2 * kind] = 0
    return moves, np.where(np.arange(1 + 2 * kinds) % 2 + (np.arange(1 + 2 * kinds) == 0), 0, _NEVER).astype(np.float32)


def word_bounds(found: Pieces) -> tuple[Ints, list[Bounds]]:
    """The first piece of each word, and where each word stands in the text."""
    heads = np.flatnonzero(np.array(found.heads, bool))
    lasts = np.append(heads[1:], len(found.heads)) - 1
    return heads, [
        (found.starts[head], found.ends[last]) for head, last in zip(heads.tolist(), lasts.tolist(), strict=True)
    ]


def runs(path: Ints) -> Iterator[tuple[int, int, int]]:
    """First and last word (exclusive) and kind of each span in a path of BIO tags."""
    start = None
    for place, tag in enumerate([*path.tolist(), 0]):
        if start is not None and (tag == 0 or tag % 2 == 1):
            yield start, place, (int(path[start]) - 1) // 2
            start = None
        if tag % 2 == 1:
            start = place


def spans(scores: Floats, found: Pieces) -> list[tuple[int, int, int]]:
    """Start, end and kind of the spans of one layer of tags."""
    heads, words = word_bounds(found)
    if not len(heads):
        return []
    kinds, likely = (scores.shape[-1] - 1) // 2, log_odds(scores[heads])
    path = best_bio(likely) if kinds == 1 else best_path(likely, *_bio_moves(kinds))
    return [(words[first][0], words[last - 1][1], kind) for first, last, kind in runs(path)]


def layer(found: Pieces, scores: TextScores, role: str) -> list[Bounds]:
    """The spans of a role."""
    return [(start, end) for start, end, _ in spans(scores.roles[:, ROLES.index(role)], found)]


def mentions(found: Pieces, scores: TextScores) -> list[tuple[int, int, str]]:
    """Start, end and kind of the names; none runs on over the end of a paragraph."""
    tags = scores.tags.copy()
    tags[np.array(found.breaks) > 1, 2::2] = _NEVER
    return [(start, end, KINDS[kind]) for start, end, kind in spans(tags, found)]


def piece_at(found: Pieces, place: int) -> int:
    """The first piece that ends after a place in the text."""
    return bisect_right(found.ends, place)


def belongs(found: Pieces, scores: TextScores, cue: Bounds, role: str) -> tuple[int, Floats]:
    """The first piece of the cue's window, and for each of its pieces how surely it belongs to the cue (above 0)."""
    piece, number = piece_at(found, cue[0]), LINKS.index(role)
    start, _, vectors = scores.view(piece)
    query, keys = vectors[piece - start, 2 * number], vectors[:, 2 * number + 1]
    return start, keys @ query / np.float32(LINK_SIZE**0.5)
