"""Sentences of news labelled as subjective or objective: is the writer's own voice marked where it judges?

NewsSD-ENG (Antici and others, LREC-COLING 2024; CC BY 4.0): 1,049 sentences from articles on contested topics, in the
authors' split. Train and validation sentences are there to develop on, the test sentences are measured. A sentence is
read alone, as a report of one sentence, and counts as subjective if an opinion or a loaded word is marked in it.
`judged_macro_f1` is what the head for opinion gives if it calls each sentence what is more likely: marks ask for more
than that, since most sentences of a report are no opinion. The head has learned from none of these sentences.

`python gate/opinion.py` prints what is wrong in the part to develop on, and its figures; with `--measured` those of the
other.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from twosource.detect.citations import citations
from twosource.detect.wording import wording
from twosource.models.reader import read
from twosource.types.article import Article, Block

KINDS = ("opinion", "loaded")
DEVELOPED, MEASURED = ("train", "val"), ("test",)
_LIKELY = 2.0
"""Log-odds, chosen on the part to develop on: opinions are rarer here than the head takes them to be."""


class Answer(NamedTuple):
    """A sentence, whether its label is subjective, the kinds of wording marked in it, and if the head leans to yes."""

    text: str
    is_subjective: bool
    marks: frozenset[str]
    judged: bool

    @property
    def said(self) -> bool:
        """Whether it counts as subjective."""
        return not self.marks.isdisjoint(KINDS)


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from (_file(shared, part) for part in (*DEVELOPED, *MEASURED))


def measure(shared: Path) -> dict[str, float]:
    """Figures of the measured part."""
    return figures(list(answered(shared, MEASURED)))


def figures(rows: Sequence[Answer]) -> dict[str, float]:
    """Macro F1 over the two labels, of marks and of the head, and the precision and recall of what is marked."""
    hits = sum(row.said and row.is_subjective for row in rows)
    said, wanted = sum(row.said for row in rows), sum(row.is_subjective for row in rows)
    return {
        "macro_f1": _macro([(row.said, row.is_subjective) for row in rows]),
        "judged_macro_f1": _macro([(row.judged, row.is_subjective) for row in rows]),
        "marked_precision": hits / max(said, 1),
        "marked_recall": hits / max(wanted, 1),
    }


def _macro(pairs: Sequence[tuple[bool, bool]]) -> float:
    """The mean of the F1 of either label, from what is said and what is so."""
    found = []
    for label in (True, False):
        hits = sum(said is label and true is label for said, true in pairs)
        count = sum(said is label for said, _ in pairs) + sum(true is label for _, true in pairs)
        found.append(2 * hits / max(count, 1))
    return sum(found) / len(found)


def answered(shared: Path, parts: Sequence[str]) -> Iterator[Answer]:
    """Each sentence with what is marked in it."""
    for part in parts:
        with _file(shared, part).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = row["Sentence"].strip()
                yield Answer(text, row["Label"] == "SUBJ", _marks(text), read(text).opinion.of(0, len(text)) > _LIKELY)


def _marks(text: str) -> frozenset[str]:
    body = Block(kind="body", language="en", start=0, end=len(text))
    article = Article(id="a1", text=text, blocks=(body,))
    return frozenset(found.kind for found in wording(article, list(citations(article))))


def _file(shared: Path, part: str) -> Path:
    return shared / "data" / "opinion" / "newssd" / "data" / "english" / f"{part}.csv"


def main() -> None:
    """Prints the wrong marks in the part to develop on, and the figures."""
    measured = "--measured" in sys.argv[1:]
    rows = list(answered(Path(__file__).parents[2] / "shared", MEASURED if measured else DEVELOPED))
    for row in rows:
        if not measured and row.said and not row.is_subjective:
            print("not subjective:", *sorted(row.marks), "|", row.text)
    print("measured" if measured else "to develop on", figures(rows))


if __name__ == "__main__":
    main()
