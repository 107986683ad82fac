"""Fits the weights: `python -m comparability.fit --data ../../shared/data [--write]`."""

import argparse
import math
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comparability.pairs import pairs
from comparability.stories import files, stories
from twosource.text.compare.score import Rarity, features

TABLE = Path(__file__).parents[2] / "src" / "twosource" / "lexicon" / "data" / "comparability.toml"
RIDGE, STEPS, ENOUGH, FOLDS = 1.0, 30, 1e-5, 5
SHOWN = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
Matrix = NDArray[np.float64]


def rows(data: Path) -> tuple[list[str], Matrix, Matrix, list[str]]:
    """Names of the features, a row of them for each pair, whether it is of one thing, and its story."""
    names: list[str] = []
    values: list[list[float]] = []
    same: list[float] = []
    groups: list[str] = []
    for story in stories(data):
        rarity = Rarity(story.settings)
        for one, two, label in pairs(story.settings):
            found = features(one, two, rarity)
            names = list(found)
            values.append([float(value) for value in found.values()])
            same.append(float(label))
            groups.append(story.id)
    return names, np.array(values), np.array(same), groups


def fitted(values: Matrix, same: Matrix, importance: Matrix) -> Matrix:
    """Logistic regression with a ridge on all but the bias, by Newton's method."""
    weights = np.zeros(values.shape[1])
    ridge = np.eye(len(weights)) * RIDGE
    ridge[0, 0] = 1e-3
    for _ in range(STEPS):
        chance = chances(values, weights)
        gradient = values.T @ (importance * (chance - same)) + ridge @ weights
        curvature = (values * (importance * chance * (1 - chance))[:, None]).T @ values + ridge
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if abs(step).max() < ENOUGH:
            break
    return weights


def chances(values: Matrix, weights: Matrix) -> Matrix:
    """From 0 to 1, a row each."""
    result: Matrix = 1 / (1 + np.exp(-np.clip(values @ weights, -30, 30)))
    return result


def importances(groups: Sequence[str], same: Matrix) -> Matrix:
    """A story of many pairs counts as the root of their number."""
    keys = list(zip(groups, same.tolist(), strict=True))
    counted = Counter(keys)
    return np.array([1 / math.sqrt(counted[key]) for key in keys])


def held_out(values: Matrix, same: Matrix, groups: Sequence[str]) -> Matrix:
    """The chance of each pair by weights that have not seen its story."""
    fold = np.array([int(sha256(group.encode()).hexdigest(), 16) // 2 % FOLDS for group in groups])
    importance, found = importances(groups, same), np.zeros(len(same))
    for part in range(FOLDS):
        rest = fold != part
        found[~rest] = chances(values[~rest], fitted(values[rest], same[rest], importance[rest]))
    return found


def digest(paths: Sequence[Path]) -> str:
    """SHA-256 over the files."""
    whole = sha256()
    for path in paths:
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def main() -> None:
    """Prints precision and recall over held-out stories; with --write the table is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options: Any = parser.parse_args()
    names, values, same, groups = rows(options.data)
    chance = held_out(values, same, groups)
    print(f"{len(same)} pairs of {len(set(groups))} stories, {same.mean():.3f} of one thing")
    for least in SHOWN:
        taken = chance >= least
        print(f"{least:.2f} precision {same[taken].mean():.3f} recall {same[taken].sum() / same.sum():.3f}")
    if options.write:
        weights = fitted(values, same, importances(groups, same))
        head = TABLE.read_text(encoding="utf-8").partition("\n\n")[0]
        record = (
            f'[fit]\npairs = {len(same)}\nstories = {len(set(groups))}\ndata = "{digest(list(files(options.data)))}"\n'
        )
        lines = "".join(f"{name} = {weight:.2f}\n" for name, weight in zip(names, weights.tolist(), strict=True))
        TABLE.write_text(f"{head}\n\n{record}\n[weights]\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
