"""The labelled sentences: our own texts, and those of NewsSD-ENG that are there to develop on."""

import csv
import json
from pathlib import Path
from typing import NamedTuple

OWN = Path(__file__).with_name("sentences.jsonl")
_NEWSSD = Path("opinion", "newssd", "data", "english")
_STARTS = {
    "train": (0, 48, 70, 90, 112, 349, 368, 392, 403, 464, 475, 501, 551, 596, 652, 708),
    "val": (0, 49, 66),
}
"""The row with which each article begins: told by reading, since the corpus does not say."""


class Sentence(NamedTuple):
    """A sentence of a text; in our own texts, those of one text follow one another."""

    group: str
    text: str
    subjective: bool


def own() -> list[Sentence]:
    """Our own texts."""
    with OWN.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Sentence(row["text"], row["sentence"], row["subjective"]) for row in rows]


def newssd(data: Path) -> list[Sentence]:
    """The training and validation sentences of NewsSD-ENG, by article."""
    found = []
    for part, starts in _STARTS.items():
        with (data / _NEWSSD / f"{part}.csv").open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines)):
                article = sum(start <= number for start in starts)
                found.append(Sentence(f"newssd {part} {article}", row["Sentence"].strip(), row["Label"] == "SUBJ"))
    return found
