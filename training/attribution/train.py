"""Trains the encoder and its heads, and goes on where it stopped: `python -m attribution.train --help`."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from attribution.batches import Corpus, special_ids
from attribution.config import DEFAULT, digest, read_config, versions
from attribution.run import Run


def began(file: Path, arrays: dict[str, str], step: int) -> list[dict[str, Any]]:
    """From which step on which arrays were used: a run may go on with data that were prepared anew."""
    known: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8")).get("began", []) if file.exists() else []
    return known if known and known[-1]["arrays"] == arrays else [*known, {"step": step, "arrays": arrays}]


def main() -> int:
    """Trains, or goes on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prepared", type=Path, required=True, help="what attribution.prepare wrote")
    parser.add_argument("--encoder", required=True, help="a checkpoint's folder, or a name that transformers knows")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json, where --encoder is no folder")
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; one with last.pt is gone on with")
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--save-every", type=int, default=250)
    parser.add_argument("--stop-at", type=int, help="a step to stop at, for a trial")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    config = read_config(options.config)
    options.out.mkdir(parents=True, exist_ok=True)
    file = options.tokenizer or Path(options.encoder) / "tokenizer.json"
    corpus = Corpus(options.prepared, config.repeats, special_ids(Tokenizer.from_file(str(file))), config.seed)
    prepared = json.loads((options.prepared / "manifest.json").read_text(encoding="utf-8"))
    about = {"train": asdict(config.train), "written": config.written, "versions": versions(), "prepared": prepared}
    run = Run(config, options.encoder, corpus, options.out, options.device)
    about |= {"tokenizer": digest([file]), "began": began(options.out / "run.json", prepared["arrays"], run.step)}
    (options.out / "run.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    run.go(options.out / "log.jsonl", options.save_every, options.stop_at)
    run.save("final" if options.stop_at is None else f"step-{run.step}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
