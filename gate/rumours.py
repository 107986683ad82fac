"""The reports of 301 rumours that several protocols read, and which half of the rumours is measured."""

import csv
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

csv.field_size_limit(10**7)
FOLDER = Path("data", "rumours", "fnc1")
BODIES = {"train": "train_bodies.csv", "test": "competition_test_bodies.csv"}


def files(shared: Path) -> Iterator[Path]:
    """The files that hold the reports."""
    yield from (shared / FOLDER / name for name in BODIES.values())


def bodies(shared: Path) -> dict[str, Mapping[int, str]]:
    """The texts of the reports by split and number."""
    return {split: _texts(shared / FOLDER / name) for split, name in BODIES.items()}


def _texts(file: Path) -> Mapping[int, str]:
    with file.open(encoding="utf-8", newline="") as rows:
        return {int(r["Body ID"]): r["articleBody"].replace("\r\n", "\n").strip() + "\n" for r in csv.DictReader(rows)}


def is_measured(gid: str) -> bool:
    """Whether a rumour is in the half that is measured: told by the parity of its id's digest."""
    return int(sha256(gid.encode()).hexdigest(), 16) % 2 == 1
