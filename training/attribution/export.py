"""Writes trained weights as ONNX in 8 bits, with the tokenizer and the card: `python -m attribution.export --help`."""

import argparse
import json
import shutil
import sys
import tempfile
import warnings
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from attribution.config import versions
from attribution.model import OUTPUTS, Reader
from twosource.models.labels import ACTS, KINDS, LINK_SIZE, LINKS, ROLES
from twosource.models.pieces import OVERLAP, WINDOW

_OPSET = 17
_CARD = Path(__file__).with_name("card.md")
_LARGEST = 30_000_000
"""Bytes that the exported model may have."""


def to_onnx(model: Reader, file: Path) -> None:
    """The model as it was trained, in 32 bits, for any number and length of windows."""
    example = torch.ones((2, 64), dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "shapes", *OUTPUTS)}
    with warnings.catch_warnings():
        # The exporter by tracing is deprecated; the other one needs a further package and gives the same graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (example, example, torch.zeros_like(example)),
            str(file),
            input_names=["ids", "mask", "shapes"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def about(weights: Path, onnx: Path, encoder: Path) -> dict[str, Any]:
    """What a reader of the model must know: labels, window, digests, and the run that it came from."""
    run = json.loads((weights.parent / "run.json").read_text(encoding="utf-8"))
    return {
        "roles": ROLES,
        "acts": ACTS,
        "kinds": KINDS,
        "links": LINKS,
        "link_size": LINK_SIZE,
        "window": WINDOW,
        "overlap": OVERLAP,
        "digests": {file.name: sha256(file.read_bytes()).hexdigest() for file in (onnx, encoder / "tokenizer.json")},
        "weights": {weights.name: sha256(weights.read_bytes()).hexdigest()},
        "versions": versions(),
        "run": run,
    }


def card(facts: dict[str, Any], figures: str) -> str:
    """The model card, filled in."""
    fields = {
        "digest": facts["digests"]["model.onnx"],
        "data": facts["run"]["prepared"]["data"],
        "seed": facts["run"]["written"]["seed"],
        "epochs": facts["run"]["train"]["epochs"],
        "versions": ", ".join(f"{name} {version}" for name, version in facts["run"]["versions"].items()),
        "figures": figures.strip() or "not measured",
    }
    return Template(_CARD.read_text(encoding="utf-8")).substitute(fields)


def export(weights: Path, encoder: Path, out: Path, figures: str) -> Path:
    """Writes model.onnx, tokenizer.json, model.json and card.md. Returns the model's place.

    Raises:
        ValueError: the model is larger than a wheel should carry.
    """
    model = Reader(str(encoder))
    model.load_state_dict(load_file(weights))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, file = Path(folder) / "model.onnx", out / "model.onnx"
        to_onnx(model, whole)
        # One scale per channel: with one per matrix, one encoded sentence in ten changed its neighbours.
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    facts = about(weights, file, encoder)
    (out / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    (out / "card.md").write_text(card(facts, figures), encoding="utf-8")
    if file.stat().st_size > _LARGEST:
        message = f"{file} has {file.stat().st_size} bytes, more than {_LARGEST}; train a smaller encoder"
        raise ValueError(message)
    return file


def main() -> int:
    """Exports and prints the size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="*.safetensors in a run's folder, beside run.json")
    parser.add_argument("--encoder", type=Path, required=True, help="the checkpoint's folder, with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--figures", type=Path, help="what attribution.evaluate printed, for the card")
    options = parser.parse_args()
    figures = options.figures.read_text(encoding="utf-8") if options.figures else ""
    file = export(options.weights, options.encoder, options.out, figures)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
