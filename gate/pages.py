"""The story on a page: 181 pages with their main text marked by hand; the first 90 by id are there to develop on.

The measure is that of the benchmark that the pages come from (article-extraction-benchmark): shingles of four words,
each page weighing the same. The text of a page is its body and subheads. `python gate/pages.py` prints both halves;
bench/extractors.py sets them beside other extractors.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from twosource.readers.html import reports
from twosource.readers.source import Source

FOLDER = Path("data", "pages", "html_aeb")
SHINGLE, DEVELOPED = 4, 90
_WORD = re.compile(r"\w+")


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / FOLDER / "ground-truth.json"
    yield from sorted((shared / FOLDER / "html").glob("*.html.gz"))


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of the text of the measured pages."""
    return figures(pages(shared, measured=True), main_text)


def pages(shared: Path, *, measured: bool) -> Iterator[tuple[bytes, str]]:
    """The pages of one half, each with its text as marked by hand."""
    gold = json.loads((shared / FOLDER / "ground-truth.json").read_text(encoding="utf-8"))
    for key in sorted(gold)[DEVELOPED:] if measured else sorted(gold)[:DEVELOPED]:
        page = gzip.decompress((shared / FOLDER / "html" / f"{key}.html.gz").read_bytes())
        yield page, gold[key]["articleBody"]


def main_text(page: bytes) -> str:
    """What this program takes for the story."""
    draft = next(reports(Source(file="page.html", data=page)))
    told = (block for block in draft.blocks if block.kind in ("body", "subhead"))
    return "\n".join(draft.text[block.start : block.end] for block in told)


def figures(marked: Iterator[tuple[bytes, str]], extract: Callable[[bytes], str]) -> dict[str, float]:
    """Precision and recall over shingles, summed over pages of equal weight, and their harmonic mean."""
    hits = false = missed = 0.0
    for page, gold in marked:
        one, two = shingles(gold), shingles(extract(page))
        both, union = (one & two).total(), (one | two).total()
        if union:
            hits += both / union
            false += (two - one).total() / union
            missed += (one - two).total() / union
    precision, recall = hits / (hits + false), hits / (hits + missed)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words, each as often as it occurs; a shorter text is one."""
    found = _WORD.findall(text)
    size = min(SHINGLE, len(found)) or 1
    return Counter(tuple(found[place : place + size]) for place in range(len(found) - size + 1))


def shown(found: Mapping[str, float]) -> dict[str, float]:
    """Rounded to what they are worth."""
    return {key: round(value, 4) for key, value in found.items()}


def main() -> None:
    """The figures of both halves."""
    shared = Path(__file__).parents[2] / "shared"
    for half in (False, True):
        print("measured" if half else "to develop on", shown(figures(pages(shared, measured=half), main_text)))


if __name__ == "__main__":
    main()
