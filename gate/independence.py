"""One report and rewrites of it, against reports on the word of other witnesses: what is counted as independent?

The stories are made up and lie beside this file. A rewrite is a copy, a cut, a reordering, a retelling with the credit,
one without: laid beside the report that it rewrites, alone and all together, they rest on one origin. Two or three
reports whose outlets each heard a witness of their own rest on as many. The figures are of the lower bound of the
claim that most of the reports state: what is shown to be distinct. `python gate/independence.py` prints each.
"""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import twosource
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.claim import Claim

STORIES = Path(__file__).with_name("independence.toml")


class Trial(NamedTuple):
    """Reports laid side by side, each with its outlet, and how many origins they truly have."""

    name: str
    reports: tuple[tuple[str, str], ...]
    origins: int


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on; they lie in the repository, not in `shared`."""
    del shared
    yield STORIES


def measure(shared: Path) -> dict[str, float]:
    """Shares over all trials."""
    del shared
    return figures([(trial, _interval(trial.reports)) for trial in trials()])


def figures(rows: Sequence[tuple[Trial, tuple[int, int]]]) -> dict[str, float]:
    """How many rewrites are not counted twice, how many witnesses are, and whether the true number is possible."""
    rewrites = [low <= 1 for trial, (low, _) in rows if trial.origins == 1]
    separate = [low >= trial.origins for trial, (low, _) in rows if trial.origins > 1]
    possible = [low <= trial.origins <= high for trial, (low, high) in rows]
    return {
        "rewrites_are_one": sum(rewrites) / len(rewrites),
        "witnesses_counted": sum(separate) / len(separate),
        "number_possible": sum(possible) / len(possible),
    }


def trials() -> Iterator[Trial]:
    """Each rewrite beside its report, all together, and the witnesses by twos and threes."""
    for story in tomllib.loads(STORIES.read_text(encoding="utf-8"))["story"]:
        first, *others = story["outlets"]
        origin = (first, story["origin"])
        rewrites = _rewrites(story)
        for (kind, text), outlet in zip(rewrites.items(), others * 2, strict=False):
            yield Trial(kind, (origin, (outlet, text)), 1)
        placed = [
            (f"{outlet} {number}", text)
            for number, (outlet, text) in enumerate(zip(others * 2, rewrites.values(), strict=False))
        ]
        yield Trial("all rewrites", (origin, *placed), 1)
        heard = [origin, *zip(others, story["separate"], strict=False)]
        for size in (2, 3):
            for some in combinations(heard, size):
                yield Trial(f"{size} witnesses", some, size)


def _rewrites(story: dict[str, Any]) -> dict[str, str]:
    headline, *paragraphs = story["origin"].strip().split("\n\n")
    return {
        "copy": story["origin"],
        "cut": "\n\n".join([headline, *paragraphs[:-1]]) + "\n",
        "reordered": "\n\n".join([headline, paragraphs[1], paragraphs[0], *paragraphs[2:]]) + "\n",
        "retold": story["retold"],
        "uncredited": story["uncredited"],
    }


def _interval(reports: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """The bounds of the claim that most of the reports state, the core first; (0, 0) if no claim is found."""
    drafts = (Draft(file=f"{n}.txt", outlet=outlet, text=text) for n, (outlet, text) in enumerate(reports))
    claims = twosource.investigate(articles_of(drafts)).of(Claim)
    best = max(claims, key=lambda one: (len({s.span.article for s in one.statements}), one.core), default=None)
    return (best.low, best.high) if best else (0, 0)


def main() -> None:
    """Prints every trial and the figures."""
    rows = [(trial, _interval(trial.reports)) for trial in trials()]
    for trial, bounds in rows:
        print(trial.origins, bounds, trial.name, trial.reports[0][1].splitlines()[0])
    print(figures(rows))


if __name__ == "__main__":
    main()
