"""The stories that are learned from: rumours of the half to develop on, and news stories of three reports to 2018."""

import csv
import gzip
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.compare.setting import Setting, settings
from twosource.text.compare.spot import compare_tables
from twosource.types.figure import Figure, Time
from twosource.types.story import Story

csv.field_size_limit(10**7)
PARTS = ("figures", "times", "moments", "publication")
BODIES = {"train": "train_bodies.csv", "test": "competition_test_bodies.csv"}
REPORTS, LEAST, LONGEST, SAMPLE, SEED = 10, 3, 6000, 120, 1
UNTIL = "2019"


class Told(NamedTuple):
    """A story with the settings of its figures."""

    id: str
    settings: list[Setting]


def stories(data: Path) -> Iterator[Told]:
    """All of them, but those that share a passage with the stories on which the program is measured or read."""
    known = {_passage(text) for text in _texts(data.parent / "stories")}
    for name, texts in (*_rumours(data / "rumours" / "fnc1"), *_news(data / "clustering" / "newsstories_allsides")):
        if len(texts) > 1 and not any(_passage(text) in known for text in texts):
            yield Told(name, _settings(texts))


def files(data: Path) -> Iterator[Path]:
    """The files that are learned from."""
    yield from (data / "rumours" / "fnc1" / name for name in (*BODIES.values(), "claim_groups.json"))
    for name in ("articles_in_stories.jsonl.gz", "clusters.jsonl"):
        yield data / "clustering" / "newsstories_allsides" / name


def is_measured(name: str) -> bool:
    """Whether a rumour is kept for measuring, as in the gate."""
    return int(sha256(name.encode()).hexdigest(), 16) % 2 == 1


def _rumours(folder: Path) -> Iterator[tuple[str, list[str]]]:
    bodies = {split: _bodies(folder / name) for split, name in BODIES.items()}
    for group in json.loads((folder / "claim_groups.json").read_text(encoding="utf-8")):
        if not is_measured(group["gid"]):
            keys = sorted(body["body_id"] for body in group["bodies"])
            yield group["gid"], [bodies[group["split"]][key][:LONGEST] for key in keys[:REPORTS]]


def _bodies(file: Path) -> dict[int, str]:
    with file.open(encoding="utf-8", newline="") as rows:
        return {int(row["Body ID"]): row["articleBody"] for row in csv.DictReader(rows)}


def _news(folder: Path) -> Iterator[tuple[str, list[str]]]:
    with gzip.open(folder / "articles_in_stories.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {article["ID"]: article["content_original"] for article in map(json.loads, lines)}
    with (folder / "clusters.jsonl").open(encoding="utf-8") as lines:
        early = [one for one in map(json.loads, lines) if one["first_date"] and one["first_date"] < UNTIL]
    early = [one for one in early if one["n"] >= LEAST]
    Random(SEED).shuffle(early)  # noqa: S311 -- a sample, no secret
    for one in early[:SAMPLE]:
        yield one["story_id"], [texts[key][:LONGEST] for key in one["article_ids"] if key in texts]


def _texts(folder: Path) -> Iterator[str]:
    """The reports of the worked and the unlabelled stories."""
    for file in sorted(folder.rglob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            yield from (row.get("text") or row.get("body") or "" for row in map(json.loads, lines))
    for file in sorted(folder.glob("*/reports/*")):
        text = file.read_text(encoding="utf-8")
        yield json.loads(text)["text"] if file.suffix == ".json" else text


def _passage(text: str) -> str:
    """Some words from the inside of a report, which tell it from others."""
    return " ".join(text.split())[200:300] or text


def _settings(texts: Iterable[str]) -> list[Setting]:
    articles = articles_of(Draft(file=f"{place:03}.txt", text=text) for place, text in enumerate(texts))
    order = plan(detector for detector in installed() if detector.name in PARTS)
    findings, _ = run(Story(articles=articles), order)
    found: list[Setting] = []
    for article in articles:
        figures = [
            one for one in findings.get(Figure, ()) if isinstance(one, Figure) and one.span.article == article.id
        ]
        times = [one for one in findings.get(Time, ()) if isinstance(one, Time) and one.span.article == article.id]
        if figures and article.skipped is None:
            found += settings(article, figures, times, compare_tables())
    return found
