"""The words that a cue introduces: runs, by what the links and the layers of contents say together; numpy only."""

import math
from dataclasses import dataclass

import numpy as np

from twosource.models.decode import Floats, TextScores, log_odds
from twosource.models.labels import BEGIN, INSIDE, OUTSIDE, ROLES

_OF_LAYERS, _OF_EDGES = 0.3, 2.0
_SWITCH = 3.0
"""Weights of the layers beside the links, of what they say of edges, and the price of an edge. Chosen on every second
document of the development splits; the others confirmed them."""


def best_runs(inside: Floats, enters: Floats, leaves: Floats) -> list[tuple[int, int]]:
    """First and last place (exclusive) of the runs with the best sum: of `inside`, and of what their edges score."""
    out, within, back = 0.0, -math.inf, []
    for gain, enter, left in zip(inside.tolist(), enters.tolist(), [0.0, *leaves[:-1].tolist()], strict=True):
        stays, begins = within >= out + enter, within + left > out
        back.append((begins, stays))
        out, within = (within + left if begins else out), (within if stays else out + enter) + gain
    states = [within + leaves[-1].item() > out]
    for ways in reversed(back[1:]):
        states.append(ways[states[-1]])
    edges = np.flatnonzero(np.diff(np.array([False, *states[::-1], False], np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the layers of contents say of each piece (P): that it stands inside one, begins one, follows one's end."""

    inside: Floats
    begins: Floats
    ends: Floats


def evidence_of(scores: TextScores) -> Evidence:
    """Of the layers for contents and for contents in contents, the one that is surer."""
    likely = np.stack([log_odds(scores.roles[:, ROLES.index(role)]) for role in ("content", "inner")])
    within = np.logaddexp(likely[..., BEGIN], likely[..., INSIDE]) - likely[..., OUTSIDE]
    goes_on = np.exp(likely[..., INSIDE].max(axis=0)).clip(0, 1 - 1e-6)
    return Evidence(
        inside=_OF_LAYERS * within.max(axis=0).clip(-4, 4),
        begins=_OF_EDGES * likely[..., BEGIN].max(axis=0).clip(-5, 0) - _SWITCH,
        ends=_OF_EDGES * np.log1p(-goes_on).clip(-5, 0) - _SWITCH,
    )
