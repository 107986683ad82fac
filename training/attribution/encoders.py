"""The two ways to run the encoder: trained weights in torch, or what was exported in onnxruntime."""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from attribution.decode import Encoder, Floats, Ints


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer of a checkpoint, without the truncation and padding that it may ask for."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def torch_encoder(weights: Path, encoder: str, threads: int = 2) -> Encoder:
    """Trained weights, as attribution.train writes them."""
    import torch  # noqa: PLC0415 -- an exported model is evaluated without torch
    from safetensors.torch import load_file  # noqa: PLC0415

    from attribution.model import Reader  # noqa: PLC0415

    torch.set_num_threads(threads)
    model = Reader(encoder)
    model.load_state_dict(load_file(weights))
    model.eval()

    def run(ids: Ints, mask: Ints, shapes: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        with torch.inference_mode():
            given = model(*(torch.from_numpy(array) for array in (ids, mask, shapes)))
        roles, acts, tags, links = (array.numpy() for array in given)
        return roles, acts, tags, links

    return run


def onnx_encoder(file: Path, threads: int = 1) -> Encoder:
    """An exported model."""
    import onnxruntime  # noqa: PLC0415 -- trained weights are evaluated without onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def run(ids: Ints, mask: Ints, shapes: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        given = {"ids": ids.astype(np.int64), "mask": mask.astype(np.int64), "shapes": shapes.astype(np.int64)}
        roles, acts, tags, links = session.run(None, given)
        return roles, acts, tags, links

    return run
