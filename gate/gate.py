"""Measures every protocol and compares with the floors: see README.md beside this file."""

import argparse
import json
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import attributions
import chains
import claim_pairs
import clustering
import figure_pairs
import independence
import opinion
import origins
import pages
import planted
import publication
import quantities
import report_stances
import stories
import strands
import sums
import times

SHARED = Path(__file__).parents[2] / "shared"
FLOORS = Path(__file__).with_name("floors.json")
PROTOCOLS = {
    "attributions": attributions,
    "chains": chains,
    "stories": stories,
    "origins": origins,
    "report_stances": report_stances,
    "independence": independence,
    "claim_pairs": claim_pairs,
    "figure_pairs": figure_pairs,
    "planted": planted,
    "times": times,
    "opinion": opinion,
    "clustering": clustering,
    "publication": publication,
    "sums": sums,
    "strands": strands,
    "pages": pages,
    "quantities": quantities,
}
# Figures are kept to this many digits, so that a floor is not one float's last bit.
_DIGITS = 4


def digest(files: Iterable[Path], root: Path) -> str:
    """SHA-256 over the names and contents of the files."""
    whole = sha256()
    for file in files:
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
        whole.update(f"{name}\0".encode())
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def compared(name: str, figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The figures below their floors, a line each."""
    return [
        f"{name}: {key} fell to {figures.get(key, 0.0):.4f}, its floor is {floor:.4f}"
        for key, floor in floors.items()
        if round(figures.get(key, 0.0), _DIGITS) < floor
    ]


def raised(figures: dict[str, float], floors: dict[str, float], *, allow_regression: bool) -> dict[str, float]:
    """The new floors: what was measured, or the old floor where that is higher."""
    rounded = {key: round(value, _DIGITS) for key, value in figures.items()}
    if allow_regression:
        return rounded
    return {key: max(rounded.get(key, 0.0), floors.get(key, 0.0)) for key in {**floors, **rounded}}


def main() -> int:
    """Prints every figure with its floor; 1 if one fell below."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower them too")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"gate: skipped, nothing was measured: there is no {SHARED}")
        return 0
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    for name, protocol in PROTOCOLS.items():
        seal, old = digest(protocol.data(SHARED), SHARED), kept.get(name, {"data": None, "floors": {}})
        floors = old["floors"] if old["data"] == seal else {}
        if old["data"] not in (None, seal):
            print(f"{name}: the data has changed; its floors are not compared")
        figures = protocol.measure(SHARED)
        for key, value in figures.items():
            print(f"{name:10} {key:36} {value:.4f}  floor {floors.get(key, 0.0):.4f}")
        fallen += compared(name, figures, floors)
        new = raised(figures, floors, allow_regression=options.allow_regression)
        kept[name] = {"data": seal, "floors": dict(sorted(new.items()))}
    if options.update:
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        return 0
    print(*fallen, sep="\n", end="\n" if fallen else "")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
