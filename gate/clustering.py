"""Stories found in a stream: 1,442 labelled ones of 2016 to 2020, developed on 2016 to 2018, measured on 2019 to 2020.

The reports with a day, in order of publication, are grouped one by one; B-cubed precision, recall and F1 (Bagga and
Baldwin 1998) compare the groups with the stories. `mixed` has the background reports of the same years in the stream
too, which bear no label: the figures are those of the labelled reports. `python gate/clustering.py` prints the years of
development beside two yardsticks: each report alone, and TF-IDF with a threshold.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from twosource.corpus.sign import Sign, sign_of, unpacked
from twosource.corpus.stories import Stories
from twosource.corpus.weights import Weights, cosine
from twosource.readers.dates import stated
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

FOLDER = Path("data", "clustering", "newsstories_allsides")
FILES = ("clusters.jsonl", "articles_in_stories.jsonl.gz", "background_stream.jsonl.gz")
DEVELOPED, MEASURED = (2016, 2017, 2018), (2019, 2020)


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from (shared / FOLDER / name for name in FILES)


def measure(shared: Path, years: tuple[int, ...] = MEASURED) -> dict[str, float]:
    """B-cubed figures of the labelled reports, alone in the stream and among others."""
    gold = labels(shared, years)
    signs = {row["ID"]: sign for row, sign in signed(shared / FOLDER / FILES[1], years)}
    alone = {key: signs[key] for key in gold}
    others = {row["ID"]: sign for row, sign in signed(shared / FOLDER / FILES[2], years)}
    mixed = found({**others, **alone})
    precision, recall, f1 = bcubed(gold, found(alone))
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "mixed_f1": bcubed(gold, {key: mixed[key] for key in gold})[2],
    }


def labels(shared: Path, years: tuple[int, ...]) -> dict[str, str]:
    """The story of each labelled report that has a day in these years."""
    with (shared / FOLDER / FILES[0]).open(encoding="utf-8") as lines:
        stories = {key: story["story_id"] for story in map(json.loads, lines) for key in story["article_ids"]}
    return {row["ID"]: stories[row["ID"]] for row in rows(shared / FOLDER / FILES[1], years) if row["ID"] in stories}


def rows(file: Path, years: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """The records with an ISO day in these years."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            try:
                day = date.fromisoformat(row["date"])
            except ValueError:
                continue
            if day.year in years:
                yield row


def signed(file: Path, years: tuple[int, ...]) -> Iterator[tuple[dict[str, Any], Sign]]:
    """Each record with its sign, read as any report is."""
    for row in rows(file, years):
        text = f"{row['title']}\n\n{row['content_original']}"
        draft = Draft(file=row["ID"], text=text, title=row["title"] or None, published=stated(row["date"], "date"))
        yield row, sign_of(articles_of([draft])[0])


def in_order(signs: dict[str, Sign]) -> list[str]:
    """The keys in the order of publication."""
    return sorted(signs, key=lambda key: (signs[key].day or 0, signs[key].report, key))


def found(signs: dict[str, Sign]) -> dict[str, str]:
    """The story that each report is put in."""
    stories = Stories()
    return {key: stories.add(signs[key]) for key in in_order(signs)}


def bcubed(gold: dict[str, str], answer: dict[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1."""
    both = Counter((gold[key], answer[key]) for key in gold)
    golds, answers = Counter(gold.values()), Counter(answer.values())
    precision = sum(n * n / answers[pair[1]] for pair, n in both.items()) / len(gold)
    recall = sum(n * n / golds[pair[0]] for pair, n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def by_tfidf(signs: dict[str, Sign], threshold: float, window: int = 2) -> dict[str, str]:
    """A yardstick: the live story whose reports have the highest mean cosine, if it is above the threshold."""
    weights, live, answer = Weights(), list[tuple[str, list[tuple[int, dict[int, float]]]]](), {}
    for key in in_order(signs):
        sign = signs[key]
        weights.add(unpacked(sign.body))
        vector, day = weights.vector(unpacked(sign.body)), sign.day or 0
        live = [story for story in live if day - story[1][-1][0] <= window]
        scored = [(sum(cosine(vector, other) for _, other in held) / len(held), name, held) for name, held in live]
        best = max(scored, key=lambda story: story[:2], default=None)
        if best is None or best[0] < threshold:
            best = (0.0, key, [])
            live.append((key, best[2]))
        best[2].append((day, vector))
        answer[key] = best[1]
    return answer


def best_threshold(gold: dict[str, str], signs: dict[str, Sign], tried: Iterable[float]) -> float:
    """The threshold of the yardstick that does best on these."""
    return max(tried, key=lambda threshold: bcubed(gold, by_tfidf(signs, threshold))[2])


def main() -> None:
    """The figures of both halves, beside the yardsticks."""
    shared = Path(__file__).parents[2] / "shared"
    threshold = 0.0
    for name, years in (("to develop on", DEVELOPED), ("measured", MEASURED)):
        gold = labels(shared, years)
        signs = {row["ID"]: sign for row, sign in signed(shared / FOLDER / FILES[1], years) if row["ID"] in gold}
        threshold = threshold or best_threshold(gold, signs, (0.12, 0.15, 0.18, 0.21, 0.24, 0.27, 0.3))
        print(name, {key: round(value, 4) for key, value in measure(shared, years).items()})
        print("  each alone", round(bcubed(gold, {key: key for key in gold})[2], 4))
        print(f"  TF-IDF above {threshold}", round(bcubed(gold, by_tfidf(signs, threshold))[2], 4))


if __name__ == "__main__":
    main()
