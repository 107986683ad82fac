"""Unrelated stories given as one: are they told apart, and does no story fall apart by itself?

The reports of a rumour are one story. Two rumours of the measured half, dealt by the digest of their ids, are laid
together. `python gate/strands.py` names the rumours that fall apart, and the pairs that are not told apart.
"""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from rumours import FOLDER, bodies, files, is_measured

from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.strands import strands
from twosource.types.article import Article

# Reports of one rumour that are read at most: more are more of the same.
_MOST = 12
Rumours = dict[str, tuple[Article, ...]]


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / FOLDER / "claim_groups.json"
    yield from files(shared)


def measure(shared: Path) -> dict[str, float]:
    """Shares over the measured half."""
    return figures(rumours(shared))


def figures(held: Rumours) -> dict[str, float]:
    """Stories that stay whole, pairs that are told apart."""
    pairs = list(laid_together(held))
    return {
        "one_stays_one": sum(not strands(held[gid]) for gid in held) / len(held),
        "two_told_apart": sum(bool(strands((*held[one], *held[other]))) for one, other in pairs) / len(pairs),
    }


def laid_together(held: Rumours) -> Iterator[tuple[str, str]]:
    """Each rumour with the next in the order of their digests: by chance, and the same each time."""
    dealt = sorted(held, key=lambda gid: sha256(f"dealt {gid}".encode()).hexdigest())
    yield from zip(dealt, [*dealt[1:], dealt[0]], strict=True)


@cache
def rumours(shared: Path) -> Rumours:
    """The first reports of each rumour of the measured half that has several."""
    texts = bodies(shared)
    groups = json.loads((shared / FOLDER / "claim_groups.json").read_text(encoding="utf-8"))
    held = {}
    for group in groups:
        if is_measured(group["gid"]) and len(group["bodies"]) > 1:
            found = (texts[group["split"]][body["body_id"]] for body in group["bodies"][:_MOST])
            held[group["gid"]] = articles_of(Draft(file=f"{n:03}.txt", text=text) for n, text in enumerate(found))
    return held


def main() -> None:
    """Prints what is wrong, and the figures."""
    held = rumours(Path(__file__).parents[2] / "shared")
    print("fall apart:", [gid for gid in held if strands(held[gid])])
    print("not told apart:", [pair for pair in laid_together(held) if not strands((*held[pair[0]], *held[pair[1]]))])
    print(figures(held))


if __name__ == "__main__":
    main()
