"""Fits the judge of two passages: `PYTHONPATH=gate python training/claims/fit.py SHARED`, see README.md beside it."""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from claim_pairs import JOINED, Judged, judged
from rumours import is_measured
from sklearn.linear_model import LogisticRegression  # type: ignore  # noqa: PGH003  # ships no types, and is not installed but for training

from twosource.types.span import Span

FOLDS = 10
# Inverse strength of the penalty on the weights, and what an easy pair, or a silver one, counts against one of the set
# proper.
_FREEDOM = 0.05
_EASY = 0.5
# A report seldom says a thing twice: two of its passages that share some words, but not most, are taken to be of one
# topic, so many for each judged pair of the rumour. They are for the relations only, which are balanced by hand.
_SILVER, _EACH, _SOME, _MOST = "silver", 2, 0.05, 0.5
_HEAD = """# Fitted by training/claims on pairs of sentences that a person judged: see the card there. Do not edit.
"""
Matrix = np.ndarray[Any, np.dtype[np.float64]]


def matrix(rows: Sequence[Judged]) -> tuple[list[str], Matrix]:
    """The names of the features, and a row for each pair."""
    found = [one.judge.features(*one.places) for one in rows]
    names = list(found[0])
    return names, np.array([[row[name] for name in names] for row in found])


def fold_of(gid: str) -> int:
    """Rumours, not pairs, are dealt out."""
    return int(sha256(f"fold {gid}".encode()).hexdigest(), 16) % FOLDS


class Fitted:
    """Weights over standardised features, folded back onto the features as they are."""

    def __init__(self, features: Matrix, labels: Sequence[str], weights: Sequence[float], *, balanced: bool) -> None:
        """Fits one weight a label and feature."""
        mean, spread = features.mean(0), features.std(0) + 1e-9
        kind = "balanced" if balanced else None
        model = LogisticRegression(C=_FREEDOM, max_iter=5000, class_weight=kind)
        model.fit((features - mean) / spread, list(labels), sample_weight=list(weights))
        self.labels = [str(label) for label in model.classes_]
        self.slopes = model.coef_ / spread
        self.constants = model.intercept_ - self.slopes @ mean

    def scores(self, features: Matrix) -> Matrix:
        """One column a label; a single one, for the second, where there are two."""
        return np.asarray(features @ self.slopes.T + self.constants)


def silver(rows: Sequence[Judged]) -> list[Judged]:
    """Pairs of passages of one report that are hardly the same, dealt by the digest of their places."""
    rumours: dict[str, list[Judged]] = {}
    for one in rows:
        rumours.setdefault(one.pair["gid"], []).append(one)
    found = []
    for gid, pairs in rumours.items():
        judge = pairs[0].judge
        passages = min(min(one.places) for one in pairs)
        places = [
            (one, other)
            for one, other in judge.candidates()
            if other < passages and _is_apart(judge.found[one], judge.found[other])
        ]
        places = [pair for pair in places if _SOME < judge.likeness(*pair) < _MOST]
        places.sort(key=lambda pair: sha256(f"{gid} {pair}".encode()).hexdigest())
        pair = {"gid": gid, "relation": "same_topic", "file": _SILVER}
        found += [Judged(pair, judge, two, joined=False) for two in places[: _EACH * len(pairs)]]
    return found


def _is_apart(one: Span, other: Span) -> bool:
    return one.article == other.article and not one.overlaps(other)


def crossed(judged_pairs: Sequence[Judged]) -> None:
    """Prints what rules out self-deception: each rumour judged by weights that did not see it."""
    rows = [*judged_pairs, *silver(judged_pairs)]
    _, features = matrix(rows)
    gold = np.array([one.gold for one in rows])
    weights = np.array([_weight(one) for one in rows])
    folds = np.array([fold_of(one.pair["gid"]) for one in rows])
    relation, joined = gold.copy(), np.zeros(len(rows))
    for fold in range(FOLDS):
        here, rest = folds == fold, folds != fold
        if here.any():
            many = Fitted(features[rest], gold[rest], weights[rest], balanced=True)
            relation[here] = np.array(many.labels)[many.scores(features[here]).argmax(1)]
            rest &= ~np.array([one.pair["file"] == _SILVER for one in rows])
            two = Fitted(features[rest], _joined(gold[rest]), weights[rest], balanced=False)
            joined[here] = two.scores(features[here])[:, 0]
    proper = np.array([one.pair["file"] == "pairs" for one in rows])
    labels = sorted(set(gold))
    print(
        "relation macro F1", round(sum(_f1(gold[proper] == n, relation[proper] == n) for n in labels) / len(labels), 3)
    )
    print({name: round(_f1(gold[proper] == name, relation[proper] == name), 3) for name in labels})
    wanted = np.isin(gold[proper], JOINED)
    for least in (-1.0, -0.75, -0.5, -0.25, 0.0):
        print("same from", least, round(_f1(wanted, joined[proper] >= least), 3))


def _weight(one: Judged) -> float:
    return 1.0 if one.pair["file"] == "pairs" else _EASY


def _joined(gold: Sequence[str]) -> list[str]:
    return ["joined" if name in JOINED else "apart" for name in gold]


def _f1(wanted: Any, called: Any) -> float:  # noqa: ANN401 -- arrays of truth values
    return float(2 * (wanted & called).sum() / max(1, wanted.sum() + called.sum()))


def written(rows: Sequence[Judged]) -> str:
    """The weights as TOML."""
    names, features = matrix(rows)
    two = Fitted(features, _joined([one.gold for one in rows]), [_weight(one) for one in rows], balanced=False)
    more = [*rows, *silver(rows)]
    many = Fitted(matrix(more)[1], [one.gold for one in more], [_weight(one) for one in more], balanced=True)
    sign = 1.0 if two.labels[1] == "joined" else -1.0
    parts = [_table("joined", names, sign * two.slopes[0], sign * two.constants[0])]
    parts += [_table(n, names, s, c) for n, s, c in zip(many.labels, many.slopes, many.constants, strict=True)]
    return _HEAD + "\n".join(parts)


def _table(name: str, names: Sequence[str], slopes: Sequence[float], constant: float) -> str:
    lines = [f"[{name}]", f"constant = {constant:.4f}"]
    return "\n".join([*lines, *(f'"{key}" = {value:.4f}' for key, value in zip(names, slopes, strict=True)), ""])


def main() -> None:
    """Measures by cross-validation on the half to develop on, then writes the weights fitted on all of that half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    rows = [one for one in judged(given.shared, ("pairs", "extra"), grouped=False) if not is_measured(one.pair["gid"])]
    crossed(rows)
    if given.out is not None:
        given.out.write_text(written(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
