"""The mean states of sentences, as the shipped encoder has them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper

from twosource.models.decode import scored
from twosource.models.pieces import pieces
from twosource.models.reader import tokenizer_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LAYERS = (0, 1, 2, 3)
WIDTH = 384
_LAYER = "/encoder/encoder/layer.{}/output/LayerNorm/LayerNormalization_output_0"
NAMES = tuple(_LAYER.format(layer) for layer in LAYERS)
"""Of six layers the lower four: the upper ones are given over to attribution."""
_LINE = (2, 1, 3, 1, 1)
"""Sentences of a paragraph, over and over: the texts do not say where theirs end."""
Matrix = NDArray[np.float32]


class Encoder:
    """The shipped encoder with its states."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds model.onnx and tokenizer.json."""
        graph = onnx.load(folder / "model.onnx")
        graph.graph.node.append(helper.make_node("Concat", NAMES, ["states"], axis=2))
        shape: list[str | int | None] = ["windows", "pieces", WIDTH * len(NAMES)]
        graph.graph.output.append(helper.make_tensor_value_info("states", TensorProto.FLOAT, shape))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        content = graph.SerializeToString()
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._tokenizer: Tokenizer = tokenizer_of((folder / "tokenizer.json").read_bytes())
        opening, closing = self._tokenizer.encode("").ids
        self._special = (opening, closing)

    def alone(self, sentence: str) -> Matrix:
        """The mean state of a sentence that is read alone."""
        return self.within([sentence])[0]

    def within(self, sentences: Sequence[str]) -> list[Matrix]:
        """The mean states of the sentences of one text, read as a report is."""
        text, places, line = "", [], 0
        for number, sentence in enumerate(sentences):
            text += ("\n" if line == 0 else " ") if number else ""
            line = (line or _LINE[number % len(_LINE)]) - 1
            places.append((len(text), len(text) + len(sentence)))
            text += sentence
        found = pieces(text + "\n", self._tokenizer)
        states = scored(found, self._states, self._special, batch=1).opinion
        starts = np.array(found.starts)
        return [states[(start <= starts) & (starts < end)].mean(axis=0) for start, end in places]

    def _states(self, ids: Any, mask: Any, shapes: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- arrays
        given = {"ids": ids, "mask": mask, "shapes": shapes}
        return tuple(self._session.run(["roles", "acts", "tags", "links", "states"], given))
