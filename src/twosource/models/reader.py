"""The shipped model: checked against its digests, loaded once, run over a text."""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import ModelError
from twosource.models.decode import Encoder, Floats, Ints, mentions, scored
from twosource.models.links import Linked, linked
from twosource.models.pieces import pieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_OUTPUTS = ("roles", "acts", "tags", "links")
_KEPT = 1024
"""Texts whose reading is kept: the detectors of one report share one pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one pass over a text gives: attributions, in the order of their cues, and names with their kinds."""

    linked: tuple[Linked, ...]
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded encoder with its tokenizer; `special` are the ids that open and close a window."""

    tokenizer: "Tokenizer"
    encoder: Encoder
    special: tuple[int, int]


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a model, as model.json states them; raises ModelError where it does not."""
    try:
        stated = json.loads((folder / "model.json").read_text(encoding="utf-8"))["digests"]
        return {str(name): str(digest) for name, digest in stated.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{folder / 'model.json'} does not state the model's files ({error}): install twosource anew"
        raise ModelError(message) from error


def checked(folder: Path, name: str) -> bytes:
    """A file of a model; raises ModelError where it is missing, or not the one that model.json names."""
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        message = f"{folder / name} cannot be read ({error}): install twosource anew"
        raise ModelError(message) from error
    if sha256(content).hexdigest() != digests(folder).get(name):
        message = f"{folder / name} is not the file that came with the program: install twosource anew"
        raise ModelError(message)
    return content


def encoder_of(content: bytes, threads: int = 1) -> Encoder:
    """An exported model, ready to run.

    One thread: the reports of a corpus are read side by side, and one thread gives the same bytes everywhere.
    """
    import onnxruntime  # noqa: PLC0415 -- takes a while: whoever reads no text does not wait for it

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def run(ids: Ints, mask: Ints, shapes: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        roles, acts, tags, links = session.run(_OUTPUTS, {"ids": ids, "mask": mask, "shapes": shapes})
        return roles, acts, tags, links

    return run


def tokenizer_of(content: bytes) -> "Tokenizer":
    """A tokenizer, without the truncation and padding that it may ask for."""
    from tokenizers import Tokenizer  # noqa: PLC0415 -- as above

    tokenizer = Tokenizer.from_str(content.decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load(folder: Path) -> Model:
    """The model in a folder: model.onnx, tokenizer.json, and model.json with their digests; raises ModelError."""
    tokenizer = tokenizer_of(checked(folder, "tokenizer.json"))
    opening, closing = tokenizer.encode("").ids
    return Model(tokenizer=tokenizer, encoder=encoder_of(checked(folder, "model.onnx")), special=(opening, closing))


@cache
def shipped() -> Model:
    """The model that comes with the package, loaded once; raises ModelError."""
    with as_file(files("twosource.models") / "attribution") as folder:
        return load(folder)


@cache
def made_by() -> dict[str, str]:
    """Name and digest of the model that comes with the package, as a dossier states them; raises ModelError."""
    with as_file(files("twosource.models") / "attribution") as folder:
        return {"attribution": f"sha256:{digests(folder).get('model.onnx')}"}


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Reading:
    """One pass of the shipped model over a text, in linear time; offsets are code points of this text."""
    model = shipped()
    found = pieces(text, model.tokenizer)
    if not found.ids:
        return Reading(linked=(), names=())
    scores = scored(found, model.encoder, model.special, batch=1)
    return Reading(linked=tuple(linked(found, scores)), names=tuple(mentions(found, scores)))
