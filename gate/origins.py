"""Independent origins: 31 labelled rumours, split by rumour into a half to develop on and a half that is measured.

A rumour's reports are read as one story. The claim that is compared is the one whose statements overlap the labelled
places in the most reports. Two reports have the relation that follows from the origins, and the parties that deny the
claim, which each has there. Only the measured half enters the figures; `python gate/origins.py` prints both halves.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rumours import bodies, files, is_measured

import twosource
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.article import Article

RELATIONS = ("same_origin", "copy", "b_adds_own_origin", "independent", "unknown")


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / "data" / "origins" / "labels.jsonl"
    yield from files(shared)


def measure(shared: Path) -> dict[str, float]:
    """Shares over the measured half."""
    return figures([row for row in answered(shared) if is_measured(row["gid"])])


def figures(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Found: the claim is among those made. Overlap, not overstated, width: of the interval, over all rumours."""
    found = [row for row in rows if row["answer"] is not None]
    overlap = [a["low"] <= g["high"] and g["low"] <= a["high"] for a, g in ((r["answer"], r["gold"]) for r in found)]
    sober = [row["answer"]["low"] <= row["gold"]["high"] for row in found]
    widths = [row["answer"]["high"] - row["answer"]["low"] for row in found]
    return {
        "found": len(found) / len(rows),
        "overlap": sum(overlap) / len(rows),
        "not_overstated": sum(sober) / max(len(found), 1),
        "narrow": sum(width <= 1 for width in widths) / max(len(found), 1),
        "relation_macro_f1": _macro([pair for row in rows for pair in row["pairs"]]),
    }


def answered(shared: Path) -> Iterator[dict[str, Any]]:
    """Each rumour with the interval that is answered for its claim, or None where the claim is not found."""
    reports = bodies(shared)
    with (shared / "data" / "origins" / "labels.jsonl").open(encoding="utf-8") as lines:
        rumours = [json.loads(line) for line in lines]
    for rumour in rumours:
        texts = [reports[report["split"]][report["body_id"]] for report in rumour["reports"]]
        articles = articles_of(Draft(file=f"{n:03}.txt", text=text) for n, text in enumerate(texts))
        dossier = json.loads(twosource.investigate(articles).to_json())
        claim = claim_of(rumour, articles, dossier["claims"])
        yield {
            "gid": rumour["gid"],
            "gold": rumour["independent_origins"],
            "answer": claim["independent_origins"] if claim else None,
            "pairs": list(_pairs(rumour, articles, dossier, claim)),
        }


def _macro(said: list[tuple[str, str]]) -> float:
    """F1 of each relation between two reports, all weighing the same."""
    rights = [sum(gold == given == name for gold, given in said) for name in RELATIONS]
    counts = [sum(gold == name for gold, _ in said) + sum(given == name for _, given in said) for name in RELATIONS]
    return sum(2 * right / max(count, 1) for right, count in zip(rights, counts, strict=True)) / len(RELATIONS)


def _pairs(
    rumour: dict[str, Any], articles: tuple[Article, ...], dossier: dict[str, Any], claim: dict[str, Any] | None
) -> Iterator[tuple[str, str]]:
    """The labelled relation of two reports, and the one that follows from what is answered."""
    keys = {report["body_id"]: f"{n:03}.txt" for n, report in enumerate(rumour["reports"])}
    ids = {article.file: article.id for article in articles}
    copied = {frozenset(one["articles"]) for one in dossier["reuse"] if one["kind"] == "copied"}
    for pair in rumour["pairs"]:
        one, two = (ids[keys[pair[side]]] for side in "ab")
        ones, others = _ends(claim, one, dossier), _ends(claim, two, dossier)
        yield pair["relation"], _relation(ones, others, copied=frozenset((one, two)) in copied)


def _ends(claim: dict[str, Any] | None, article: str, dossier: dict[str, Any]) -> set[str]:
    """Where a report's chains end: named and unnamed sources, and who denies the claim there; not its own voice."""
    if claim is None:
        return set()
    own = {a["id"]: a["outlet"] or a["file"] for a in dossier["articles"]}
    found = {o["name"] for o in claim["origins"] if article in o["articles"] and o["name"] != own[article]}
    stances = [s for s in dossier["stances"] if s["stance"] == "denies" and s["claim"] == claim["id"]]
    return found | {s["party"] for s in stances if s["span"]["article"] == article}


def _relation(ones: set[str], others: set[str], *, copied: bool) -> str:
    if not ones or not others:
        return "copy" if copied else "unknown"
    if ones == others:
        return "copy" if copied else "same_origin"
    return "b_adds_own_origin" if ones & others else "independent"


def claim_of(
    rumour: dict[str, Any], articles: tuple[Article, ...], claims: list[dict[str, Any]]
) -> dict[str, Any] | None:
    """The claim whose statements overlap the labelled places in the most reports."""
    places = {f"{n:03}.txt": report["claim_span"] for n, report in enumerate(rumour["reports"])}
    spans = {article.id: places[article.file or ""] for article in articles}
    hits = [
        (len({s["article"] for s in _spans(claim) if _overlaps(s, spans[s["article"]])}), claim) for claim in claims
    ]
    best = max(hits, key=lambda hit: hit[0], default=(0, None))
    return best[1] if best[0] else None


def _spans(claim: dict[str, Any]) -> list[dict[str, Any]]:
    return [statement["span"] for statement in claim["statements"]]


def _overlaps(span: dict[str, Any], place: dict[str, Any] | None) -> bool:
    return place is not None and span["start"] < place["end"] and place["start"] < span["end"]


def main() -> None:
    """Prints every rumour of the half to develop on, and the figures of both halves."""
    rows = list(answered(Path(__file__).parents[2] / "shared"))
    for row in rows:
        if not is_measured(row["gid"]):
            print(row["gid"], row["gold"], row["answer"])
    for half in (False, True):
        part = [row for row in rows if is_measured(row["gid"]) is half]
        widths = [row["answer"]["high"] - row["answer"]["low"] for row in part if row["answer"]]
        print("measured" if half else "to develop on", figures(part), "mean width", sum(widths) / len(widths))


if __name__ == "__main__":
    main()
