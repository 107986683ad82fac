"""What a whole report does to the rumour: is it for it, against it, or does it only observe?

The 31 labelled rumours of `origins`, split by rumour. The product has no such label: it is derived here from what it
finds in a report. Against it is a report that leads with words of denial, or has several sentences with some; it
observes where two of three signs say that it passes on what others tell; else it is for it. Beside it stand two
baselines: the label that most reports have, and a linear one (logistic regression over stems, learned from the reports
of the other half).
`python gate/report_stances.py` prints both halves.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from origins import claim_of, is_against
from rumours import bodies, files, is_measured

import twosource
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.judging.traits import traits
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.types.article import Article

STANCES = ("for", "against", "observing")
# The sentences that open a report.
_OPENING = 3
# Of the linear baseline: stems of so many reports, steps of descent and their length, penalty on the weights.
_HELD, _STEPS, _RATE, _PENALTY = 3, 500, 1.0, 0.001
Matrix = np.ndarray[Any, np.dtype[np.float64]]


class Told(NamedTuple):
    """A report's label, what is derived from the dossier, its words, and whether its rumour is measured."""

    gold: str
    derived: str
    words: tuple[str, ...]
    measured: bool


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / "data" / "origins" / "labels.jsonl"
    yield from files(shared)


def measure(shared: Path) -> dict[str, float]:
    """Figures over the measured half; the linear baseline is learned from the other one."""
    found = reports(shared)
    return figures([one for one in found if one.measured], [one for one in found if not one.measured])


def figures(rows: Sequence[Told], others: Sequence[Told]) -> dict[str, float]:
    """Macro F1 over the three, F1 of "against"; the same of the baselines, learned from the others."""
    gold = [one.gold for one in rows]
    most = Counter(one.gold for one in others).most_common(1)[0][0]
    answers = {
        "": [one.derived for one in rows],
        "majority_": [most] * len(rows),
        "linear_": linear([one.words for one in rows], others),
    }
    found: dict[str, float] = {}
    for name, given in answers.items():
        each = {stance: _f1(gold, given, stance) for stance in STANCES}
        found |= {f"{name}macro_f1": sum(each.values()) / len(each), f"{name}against_f1": each["against"]}
    return found


def _f1(gold: Sequence[str], given: Sequence[str], stance: str) -> float:
    right = sum(one == other == stance for one, other in zip(gold, given, strict=True))
    return 2 * right / max(1, sum(one == stance for one in gold) + sum(one == stance for one in given))


def linear(asked: Sequence[tuple[str, ...]], known: Sequence[Told]) -> list[str]:
    """Logistic regression over the stems that a report has, each weighed by its rarity; the labels weigh the same."""
    held = Counter(word for one in known for word in set(one.words))
    stems = {word: place for place, word in enumerate(sorted(word for word, n in held.items() if n >= _HELD))}
    rarity = np.array([math.log(len(known) / held[word]) for word in stems])
    rows = _rows([one.words for one in known], stems) * rarity
    gold = np.array([[one.gold == stance for stance in STANCES] for one in known], dtype=float)
    weighing = (gold / gold.sum(0)).sum(1, keepdims=True) / len(STANCES)
    slopes = np.zeros((len(stems), len(STANCES)))
    for _ in range(_STEPS):
        slopes -= _RATE * (rows.T @ (weighing * (_chances(rows @ slopes) - gold)) + _PENALTY * slopes)
    given = (_rows(asked, stems) * rarity) @ slopes
    return [STANCES[int(place)] for place in given.argmax(1)]


def _rows(texts: Sequence[tuple[str, ...]], stems: dict[str, int]) -> Matrix:
    found = np.zeros((len(texts), len(stems)))
    for row, text in enumerate(texts):
        found[row, [stems[word] for word in set(text) if word in stems]] = 1.0
        found[row] /= max(1.0, math.sqrt(found[row].sum()))
    return found


def _chances(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


@cache
def reports(shared: Path) -> tuple[Told, ...]:
    """All labelled reports."""
    texts = bodies(shared)
    with (shared / "data" / "origins" / "labels.jsonl").open(encoding="utf-8") as lines:
        rumours = [json.loads(line) for line in lines]
    return tuple(told for rumour in rumours for told in _of_rumour(rumour, texts))


def _of_rumour(rumour: dict[str, Any], texts: dict[str, Any]) -> Iterator[Told]:
    bodies_of = [texts[report["split"]][report["body_id"]] for report in rumour["reports"]]
    articles = articles_of(Draft(file=f"{n:03}.txt", text=text) for n, text in enumerate(bodies_of))
    dossier = json.loads(twosource.investigate(articles).to_json())
    claim = claim_of(rumour, articles, dossier["claims"])
    by_file = {article.file: article for article in articles}
    for number, report in enumerate(rumour["reports"]):
        article = by_file[f"{number:03}.txt"]
        words = tuple(news().content(article.text))
        yield Told(report["stance"], derived(article, dossier, claim), words, is_measured(rumour["gid"]))


def derived(article: Article, dossier: dict[str, Any], claim: dict[str, Any] | None) -> str:
    """What a report does to the rumour, by its words of denial and by three signs of a rumour that is only passed on.

    These are a first sentence that hedges, an outlet on whose word the first few rest, and a claim that the report does
    not state first in its own voice. Two of them, and it observes; else it tells the rumour as its own news.
    """
    if is_against(article):
        return "against"
    opening = list(islice(sentences(article, "headline", "body"), _OPENING))
    outlets = {entity["id"] for entity in dossier["entities"] if entity["kind"] == "publication"}
    relayed = [one for one in dossier["attributions"] if one["via"] or one["speaker"] in outlets]
    told = [part for one in relayed for part in one["content"] if part["article"] == article.id]
    signs = (
        bool(opening) and "hedge" in traits(opening[0].exact).cues,
        any(sentence.start <= part["start"] < sentence.end for sentence in opening for part in told),
        not _is_own(article, claim),
    )
    return "observing" if sum(signs) > 1 else "for"


def _is_own(article: Article, claim: dict[str, Any] | None) -> bool:
    """Whether the first statement of the claim in a report is in its own voice."""
    stated = [one for one in (claim or {"statements": []})["statements"] if one["span"]["article"] == article.id]
    first = min(stated, key=lambda one: (one["span"]["start"], one["span"]["end"]), default=None)
    return first is not None and first["stance"] == "asserts" and first["attribution"] is None


def main() -> None:
    """Prints the figures of both halves."""
    found = reports(Path(__file__).parents[2] / "shared")
    for half in (False, True):
        rows, others = ([one for one in found if one.measured is side] for side in (half, not half))
        print("measured" if half else "to develop on", len(rows), figures(rows, others))


if __name__ == "__main__":
    main()
