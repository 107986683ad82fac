"""Fits the head for opinion and writes it beside the model: `python -m opinions.fit --help`, see README.md."""

import argparse
import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression  # type: ignore  # noqa: PGH003  # ships no types, and is not installed but for training

from opinions.data import Sentence, newssd, own
from opinions.states import NAMES, WIDTH, Encoder

_FREEDOM = 0.003
"""Inverse strength of the penalty on the weights. From 0.001 to 0.01 the figures hardly change."""
_FOLDS = 8
_THRESHOLDS = (0.0, 1.0, 2.0, 2.5, 3.0, 3.5, 4.0)
Matrix = NDArray[np.float64]
Truths = NDArray[np.bool_]


class Data:
    """Sentences with their states alone and, of our own, within their texts (the same where there is no text)."""

    def __init__(self, other: Sequence[Sentence], encoder: Encoder) -> None:
        """Encodes these sentences, which stand alone, and our own."""
        ours = own()
        rows: list[Sentence] = [*other, *ours]
        within = [encoder.alone(row.text) for row in other]
        for _, group in groupby(ours, key=lambda row: row.group):
            within += encoder.within([row.text for row in group])
        self.alone: Matrix = np.array([encoder.alone(row.text) for row in rows], np.float64)
        self.within: Matrix = np.array(within, np.float64)
        self.labels: Truths = np.array([row.subjective for row in rows])
        self.groups = np.array([row.group for row in rows])
        self.ours: Truths = np.arange(len(rows)) >= len(other)

    def fitted(self, chosen: Truths) -> "Head":
        """The head of these sentences; our own count twice, alone and within their texts."""
        twice = chosen & self.ours
        states = np.concatenate([self.alone[chosen], self.within[twice]])
        return Head(states, np.concatenate([self.labels[chosen], self.labels[twice]]))


class Head:
    """Logistic regression over standardised states, folded back onto the states as they are."""

    def __init__(self, states: Matrix, labels: Truths) -> None:
        """Fits one weight a state; both labels weigh the same."""
        mean, spread = states.mean(0), states.std(0) + 1e-6
        model = LogisticRegression(C=_FREEDOM, max_iter=2000, class_weight="balanced")
        model.fit((states - mean) / spread, labels)
        self.weights: Matrix = model.coef_[0] / spread
        self.constant = float(model.intercept_[0] - self.weights @ mean)

    def odds(self, states: Matrix) -> Matrix:
        """Log-odds of each row."""
        return states @ self.weights + self.constant

    def onnx(self) -> bytes:
        """What is added to the graph of the encoder, as a message of the same kind that follows it."""
        nodes, weights, sums = [], [], "opinion_constant"
        for number, name in enumerate(NAMES):
            part = self.weights[number * WIDTH : (number + 1) * WIDTH].reshape(WIDTH, 1).astype(np.float32)
            weights.append(numpy_helper.from_array(part, f"opinion_weights_{number}"))
            total = "opinion" if number == len(NAMES) - 1 else f"opinion_sum_{number}"
            nodes.append(helper.make_node("MatMul", [name, f"opinion_weights_{number}"], [f"opinion_{number}"]))
            nodes.append(helper.make_node("Add", [f"opinion_{number}", sums], [total]))
            sums = total
        weights.append(numpy_helper.from_array(np.array([self.constant], np.float32), "opinion_constant"))
        output = helper.make_tensor_value_info("opinion", TensorProto.FLOAT, ["windows", "pieces", 1])
        graph = helper.make_graph(nodes, "", [], [output], weights)
        model = helper.make_model(graph)
        for field in ("ir_version", "producer_name", "opset_import"):
            model.ClearField(field)
        model.graph.ClearField("name")
        return bytes(model.SerializeToString())


def figures(odds: Matrix, labels: Truths) -> dict[str, Any]:
    """Macro F1 at even odds, and macro F1, precision and recall at higher ones."""
    found = {}
    for least in _THRESHOLDS:
        said = odds > least
        hits, rest = int((said & labels).sum()), int((~said & ~labels).sum())
        one = 2 * hits / max(int(said.sum() + labels.sum()), 1)
        other = 2 * rest / max(int((~said).sum() + (~labels).sum()), 1)
        precise, complete = hits / max(said.sum(), 1), hits / max(labels.sum(), 1)
        found[str(least)] = [round(float(value), 3) for value in ((one + other) / 2, precise, complete)]
    return found


def crossed(data: Data) -> None:
    """Prints macro F1, precision and recall on whole texts that were not trained on."""
    everything = np.ones(len(data.labels), bool)
    folds = {name: number % _FOLDS for number, name in enumerate(dict.fromkeys(data.groups[data.ours].tolist()))}
    odds, within = np.zeros(len(data.labels)), np.zeros(len(data.labels))
    held = [data.groups == name for name in dict.fromkeys(data.groups[~data.ours].tolist())]
    held += [np.array([folds.get(name) == fold for name in data.groups]) for fold in range(_FOLDS)]
    for out in held:
        head = data.fitted(everything & ~out)
        odds[out], within[out] = head.odds(data.alone[out]), head.odds(data.within[out])
    mine, theirs = data.fitted(data.ours), data.fitted(~data.ours)
    for name, rows, values in (
        ("NewsSD, article by article, ours in training", ~data.ours, odds),
        ("NewsSD, ours alone in training", ~data.ours, mine.odds(data.alone)),
        ("ours, unseen texts", data.ours, within),
        ("ours, NewsSD alone in training", data.ours, theirs.odds(data.alone)),
    ):
        print(name, figures(values[rows], data.labels[rows]))


def write(folder: Path, head: Head) -> None:
    """Writes opinion.onnx, and its digest into model.json."""
    content, about = head.onnx(), folder / "model.json"
    (folder / "opinion.onnx").write_bytes(content)
    facts = json.loads(about.read_text(encoding="utf-8"))
    facts["digests"]["opinion.onnx"] = sha256(content).hexdigest()
    about.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """With --data, measures on texts that were not trained on; else fits on our own texts and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder that holds the corpora")
    parser.add_argument("--model", type=Path, required=True, help="the folder of the exported encoder")
    options = parser.parse_args()
    encoder = Encoder(options.model)
    if options.data:
        crossed(Data(newssd(options.data), encoder))
    else:
        data = Data((), encoder)
        write(options.model, data.fitted(data.ours))
    return 0


if __name__ == "__main__":
    sys.exit(main())
