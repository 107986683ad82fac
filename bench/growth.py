"""How the work grows with the number of reports: distinct ones, copies of one, and copies that differ a little."""

import argparse
import json
import math
import random
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from stages import Stopwatch

import twosource
from twosource.readers import read

EXAMPLES = Path(__file__).parents[1] / "examples"
SIZES = (10, 40, 100, 400, 1000)
_PARAGRAPHS = 14
_CHANGED = 0.15
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SHOWN = 5
Maker = Callable[[int, random.Random, Sequence[str]], str]


def distinct(number: int, drawn: random.Random, paragraphs: Sequence[str]) -> str:
    """A report of paragraphs drawn from the examples, with every seventh longer word another."""
    words = sorted({word for paragraph in paragraphs for word in _WORD.findall(paragraph)})
    chosen = drawn.sample(paragraphs, _PARAGRAPHS)
    changed = (
        _WORD.sub(lambda match: drawn.choice(words) if drawn.random() < _CHANGED else match[0], text) for text in chosen
    )
    return "\n\n".join([f"Report {number} of a {drawn.choice(words)} {drawn.choice(words)}", *changed])


def copied(number: int, drawn: random.Random, paragraphs: Sequence[str]) -> str:  # noqa: ARG001  # as the others
    """The same report each time."""
    return distinct(0, random.Random(0), paragraphs)  # noqa: S311  # a fixed choice, no secret


def near(number: int, drawn: random.Random, paragraphs: Sequence[str]) -> str:
    """That report with a headline of its own, one other word, and a note; every third one cut."""
    parts = copied(0, drawn, paragraphs).split("\n\n")[1 : -2 if number % 3 == 0 else None]
    place = drawn.randrange(len(parts))
    words = parts[place].split()
    words[drawn.randrange(len(words))] = str(drawn.randrange(1000))
    parts[place] = " ".join(words)
    return "\n\n".join([f"What outlet {number} has of it", *parts, f"First printed by outlet {number}."])


def timed(make: Maker, size: int) -> dict[str, float]:
    """Seconds of processor time of reading and of each detector, and the megabytes of the JSON as `json_mb`."""
    articles = read([EXAMPLES]).articles
    paragraphs = [a.text[b.start : b.end] for a in articles for b in a.passages("body")]
    with TemporaryDirectory() as folder:
        for number in range(size):
            text = make(number, random.Random(number), paragraphs)  # noqa: S311  # a fixed choice, no secret
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        started = process_time()
        reports = twosource.read([folder])
        seconds = {"read": process_time() - started}
    watch = Stopwatch(process_time)  # other work on the machine is not counted
    started = process_time()
    dossier = twosource.investigate(reports, progress=watch)
    seconds |= watch.seconds
    seconds["all"] = process_time() - started + seconds["read"]
    return seconds | {"json_mb": len(dossier.to_json()) / 1e6}


def exponent(less: tuple[int, float], more: tuple[int, float]) -> float:
    """The power of the number of reports with which the time grows: 1 is in proportion, 2 its square."""
    return math.log(more[1] / less[1]) / math.log(more[0] / less[0])


def measured(make: Maker, sizes: Sequence[int]) -> dict[str, object]:
    """Seconds, megabytes, and the exponents of the whole and of the slowest stages from each size to the next."""
    runs = {size: timed(make, size) for size in sizes}
    slowest = sorted(runs[sizes[-1]], key=lambda name: -runs[sizes[-1]][name])
    names = ["all", *[name for name in slowest if name not in ("all", "json_mb")][:_SHOWN]]
    steps = [(less, more) for less, more in pairwise(sizes)]
    return {
        "seconds": {str(size): {name: round(run[name], 2) for name in names} for size, run in runs.items()},
        "json_mb": {str(size): round(run["json_mb"], 2) for size, run in runs.items()},
        "exponents": {
            f"{less} to {more}": {
                name: round(exponent((less, runs[less][name] + 0.01), (more, runs[more][name] + 0.01)), 2)
                for name in names
            }
            for less, more in steps
        },
    }


def main() -> None:
    """Prints the result; keeps it with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the result in growth.json")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest number of reports")
    options = parser.parse_args()
    sizes = [size for size in SIZES if size <= options.most]
    timed(copied, 1)  # imports and caches: the first run is not compared
    found = {make.__name__: measured(make, sizes) for make in (copied, near, distinct)}
    text = json.dumps(found, indent=1) + "\n"
    print(text, end="")
    if options.write:
        Path(__file__).with_name("growth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
