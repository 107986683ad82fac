"""The settings of a run, typed, and the digests and versions that are written beside its results."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("config.toml")
_PACKAGES = ("torch", "transformers", "tokenizers", "numpy", "onnx", "onnxruntime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How the weights are found. Rates are peaks; `warm_up` is a share of all steps, `final_rate` one of the peak.

    `average` is the weight of the past in the running average of the weights, `precision` that of the products
    (bfloat16 or float32; the weights themselves are float32).
    """

    epochs: int
    batch: int
    encoder_rate: float
    head_rate: float
    warm_up: float
    final_rate: float
    decay: float
    clip: float
    dropout: float
    average: float
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings. `written` is the file as it was read."""

    seed: int
    compositions_per_document: int
    repeats: dict[str, float]
    train: Training
    weights: dict[str, float]
    written: dict[str, Any]


def read_config(path: Path = DEFAULT) -> Config:
    """The settings of a file."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    return Config(
        seed=written["seed"],
        compositions_per_document=written["data"]["compositions_per_document"],
        repeats=written["repeats"],
        train=Training(**written["train"]),
        weights=written["weights"],
        written=written,
    )


def digest(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents."""
    whole = sha256()
    for file in files:
        whole.update(f"{file.name}\0".encode())
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def versions() -> dict[str, str]:
    """The versions of the libraries that shape the result."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found
