"""Turns the corpora into arrays: `python -m attribution.prepare --data ../shared/data --encoder DIR --out DIR`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from attribution import compose, names, polnear, relays
from attribution.arrays import labelled_all, stacked
from attribution.config import DEFAULT, Config, digest, read_config, versions
from attribution.documents import Document

_CROSSNER = ("ai", "literature", "music", "politics", "science")
_UNER_TRAIN = "entities/uner_en_ewt/en_ewt-ud-train.commit0c7ce0d.iob2"
_WIKIGOLD = "entities/wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt"


def _columns(paths: Iterable[Path], corpus: str, word: int = 0, separator: str | None = "\t") -> Iterator[Document]:
    kinds = names.kinds_of(corpus)
    lines = (line for path in paths for line in names.columns(path, word=word, tag=word + 1, separator=separator))
    return names.stacked((names.sentence(line, kinds) for line in lines), corpus)


def _polnear(data: Path, _: Config) -> Iterable[Document]:
    return polnear.documents(data / "polnear/train")


def _relays(data: Path, _: Config) -> Iterable[Document]:
    return relays.documents(data / "relays/train.jsonl")


def _composed(source: Callable[[Path, Config], Iterable[Document]]) -> Callable[[Path, Config], Iterable[Document]]:
    def documents(data: Path, config: Config) -> Iterable[Document]:
        return compose.compositions(list(source(data, config)), config.seed, config.compositions_per_document)

    return documents


def _uner(data: Path, _: Config) -> Iterable[Document]:
    return _columns([data / _UNER_TRAIN], "uner", word=1)


def _wnut17(data: Path, _: Config) -> Iterable[Document]:
    return _columns([data / "entities/wnut17/wnut17train.conll"], "wnut17")


def _wikigold(data: Path, _: Config) -> Iterable[Document]:
    return _columns([data / _WIKIGOLD], "wikigold", separator=" ")


def _crossner(data: Path, _: Config) -> Iterable[Document]:
    folder = data / "entities/crossner/ner_data"
    return _columns([folder / field / f"{part}.txt" for field in _CROSSNER for part in ("train", "dev")], "crossner")


def _meantime(data: Path, _: Config) -> Iterator[Document]:
    for path in sorted((data / "meantime/intra-doc_annotation").rglob("*.xml")):
        yield from names.stacked(names.meantime(path), path.stem)


SETS: dict[str, Callable[[Path, Config], Iterable[Document]]] = {
    "polnear": _polnear,
    "relays": _relays,
    "composed_polnear": _composed(_polnear),
    "composed_relays": _composed(_relays),
    "uner": _uner,
    "wnut17": _wnut17,
    "wikigold": _wikigold,
    "crossner": _crossner,
    "meantime": _meantime,
}


def sources(data: Path) -> list[Path]:
    """The files that the sets are made of."""
    fields = [data / "entities/crossner/ner_data" / field for field in _CROSSNER]
    return [
        *polnear.files(data / "polnear/train"),
        data / "relays/train.jsonl",
        data / _UNER_TRAIN,
        data / "entities/wnut17/wnut17train.conll",
        data / _WIKIGOLD,
        *(field / f"{part}.txt" for field in fields for part in ("train", "dev")),
        *sorted((data / "meantime/intra-doc_annotation").rglob("*.xml")),
    ]


def prepare(data: Path, encoder: Path, out: Path, config: Config) -> dict[str, dict[str, int]]:
    """Writes one file of arrays per set, and what they were made from. Returns the size of each set."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    out.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for name, documents in SETS.items():
        arrays = stacked(labelled_all(documents(data, config), tokenizer))
        np.savez_compressed(out / f"{name}.npz", allow_pickle=False, **arrays)
        sizes[name] = {"documents": len(arrays["table_bounds"]) - 1, "pieces": len(arrays["table"])}
    manifest = {
        "config": config.written,
        "sizes": sizes,
        "data": digest(sources(data)),
        "tokenizer": digest([encoder / "tokenizer.json"]),
        "arrays": {name: digest([out / f"{name}.npz"]) for name in SETS},
        "versions": versions(),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return sizes


def main() -> int:
    """Prepares and prints the sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="a checkpoint's folder, with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=DEFAULT)
    options = parser.parse_args()
    for name, size in prepare(options.data, options.encoder, options.out, read_config(options.config)).items():
        print(f"{name:20} {size['documents']:6} documents {size['pieces']:8} pieces")
    return 0


if __name__ == "__main__":
    sys.exit(main())
