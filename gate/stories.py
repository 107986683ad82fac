"""The worked stories: a dossier of each, scored by the scorer that lies with them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import twosource

STORIES = ("ibm-layoffs", "rosenstein-wire")


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    for story in STORIES:
        yield from sorted((shared / "stories" / story).rglob("*.*"))
    yield from sorted((shared / "score").rglob("*.py"))


def measure(shared: Path) -> dict[str, float]:
    """`story.area` -> score from 0 to 1, and `story.overall`."""
    figures = {}
    for story in STORIES:
        report = _scored(shared, story)
        figures[f"{story}.overall"] = report["overall"]
        figures |= {
            f"{story}.{name}": area["score"] for name, area in report["areas"].items() if area["score"] is not None
        }
    return figures


def _scored(shared: Path, story: str) -> dict[str, Any]:
    dossier = twosource.investigate(twosource.read([shared / "stories" / story / "reports"]))
    with TemporaryDirectory() as folder:
        given, scored = Path(folder, "dossier.json"), Path(folder, "scores.json")
        given.write_text(dossier.to_json(), encoding="utf-8")
        command = [sys.executable, str(shared / "score" / "score.py"), "--dossier", str(given)]
        command += ["--gold", str(shared / "stories" / story / "gold"), "--json", str(scored)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # the scorer, by its own path
        return dict(json.loads(scored.read_text(encoding="utf-8")))
