"""The shipped model: checked against its digests, loaded once, run over a text."""

import json
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import ModelError
from twosource.models.decode import Encoder, Floats, Ints, mentions, scored
from twosource.models.links import Linked, linked
from twosource.models.opinion import Opinion
from twosource.models.pieces import pieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_OUTPUTS = ("roles", "acts", "tags", "links", "opinion")
_PARTS = ("model.onnx", "opinion.onnx")
_KEPT = 1024
"""Texts whose reading is kept: the detectors of one report share one pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one pass over a text gives: attributions, in the order of their cues, names with their kinds, opinion."""

    linked: tuple[Linked, ...]
    names: tuple[tuple[int, int, str], ...]
    opinion: Opinion


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
    """An exported model, ready to run; with the head for opinion, if the bytes of its file follow.

    (Of two messages one after the other, Protocol Buffers makes one: nodes and weights of both. So the head is a small
    file of its own, and the file of the encoder stays as it was trained.)

    One thread: the reports of a corpus are read side by side, and one thread gives the same bytes everywhere.
    """
    import onnxruntime  # noqa: PLC0415 -- takes a while: whoever reads no text does not wait for it

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    given = {output.name for output in session.get_outputs()}
    outputs = [name for name in _OUTPUTS if name in given]

    def run(ids: Ints, mask: Ints, shapes: Ints) -> tuple[Floats, ...]:
        return tuple(session.run(outputs, {"ids": ids, "mask": mask, "shapes": shapes}))

    return run


def tokenizer_of(content: bytes) -> "Tokenizer":
    """A tokenizer, without the truncation and padding that it may ask for."""
    from tokenizers import Tokenizer  # noqa: PLC0415 -- as above

    tokenizer = Tokenizer.from_str(content.decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load(folder: Path) -> Model:
    """The model in a folder: the files that model.json names, with their digests; raises ModelError."""
    tokenizer = tokenizer_of(checked(folder, "tokenizer.json"))
    opening, closing = tokenizer.encode("").ids
    encoder = encoder_of(b"".join(checked(folder, name) for name in _PARTS))
    return Model(tokenizer=tokenizer, encoder=encoder, special=(opening, closing))


@cache
def shipped() -> Model:
    """The model that comes with the package, loaded once; raises ModelError."""
    with as_file(files("twosource.models") / "attribution") as folder:
        return load(folder)


@cache
def made_by() -> dict[str, str]:
    """Names and digests of the weights that come with the package, as a dossier states them; raises ModelError."""
    with as_file(files("twosource.models") / "attribution") as folder:
        stated = digests(folder)
    return {name: f"sha256:{stated.get(file)}" for name, file in zip(("attribution", "opinion"), _PARTS, strict=True)}


@lru_cache(maxsize=_KEPT)
def names(sentence: str) -> tuple[tuple[int, int, str], ...]:
    """The names in a few words read by themselves: among many others the model passes over a third of them."""
    model = shipped()
    found = pieces(sentence, model.tokenizer)
    return tuple(mentions(found, scored(found, model.encoder, model.special, batch=1))) if found.ids else ()


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Reading:
    """One pass of the shipped model over a text, in linear time; offsets are code points of this text."""
    model = shipped()
    found = pieces(text, model.tokenizer)
    if not found.ids:
        return Reading(linked=(), names=(), opinion=Opinion(array("l"), array("d")))
    scores = scored(found, model.encoder, model.special, batch=1)
    return Reading(
        linked=tuple(linked(found, scores)),
        names=tuple(mentions(found, scores)),
        opinion=Opinion(array("l", found.starts), array("d", scores.opinion[:, 0].tolist())),
    )
