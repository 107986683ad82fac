"""Times reading and every detector, on the examples and on longer stories recombined from them."""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import twosource
from twosource.readers import read

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "harbour-tunnel"
SIZES = (10, 20, 40)
_PARAGRAPHS = 14


class Stopwatch:
    """A progress callback that adds up the seconds of each step."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        """Starts now."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._clock = clock
        self._name, self._since = "", clock()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Called before each step, and once at the end."""
        now = self._clock()
        if self._name:
            self.seconds[self._name] += now - self._since
        self._name, self._since = name, now


def recombined(folder: Path, size: int) -> None:
    """Writes `size` reports of paragraphs drawn from the example's reports, the same ones each time."""
    articles = read([STORY]).articles
    paragraphs = [a.text[b.start : b.end] for a in articles for b in a.passages("body")]
    drawn = random.Random(size)  # noqa: S311  # a fixed choice, no secret
    for number in range(size):
        text = "\n\n".join(drawn.sample(paragraphs, _PARAGRAPHS))
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")


def timed(folder: Path) -> dict[str, float]:
    """Seconds of reading and of each detector."""
    started = perf_counter()
    articles = twosource.read([folder])
    seconds = {"read": perf_counter() - started}
    watch = Stopwatch()
    started = perf_counter()
    dossier = twosource.investigate(articles, progress=watch)
    seconds |= watch.seconds
    started = perf_counter()
    dossier.to_json()
    return seconds | {"to_json": perf_counter() - started}


def measured() -> dict[str, object]:
    """The shares and ratios, rounded to what they are worth."""
    timed(STORY)  # imports and caches: the first run is not compared
    runs = {}
    for size in SIZES:
        with TemporaryDirectory() as folder:
            recombined(Path(folder), size)
            runs[size] = timed(Path(folder))
    total = {size: sum(run.values()) for size, run in runs.items()}
    shares = {name: round(value / total[SIZES[-1]], 3) for name, value in runs[SIZES[-1]].items()}
    return {
        "share_of_40_reports": dict(sorted(shares.items(), key=lambda item: -item[1])),
        "time_for_40_over_time_for_10": round(total[SIZES[-1]] / total[SIZES[0]], 1),
        "seconds_for_40_reports_on_this_machine": round(total[SIZES[-1]], 1),
    }


def main() -> None:
    """Prints the result; keeps it with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the result in stages.json")
    text = json.dumps(measured(), indent=1) + "\n"
    print(text, end="")
    if parser.parse_args().write:
        Path(__file__).with_name("stages.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
