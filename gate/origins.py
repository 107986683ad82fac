"""Independent origins: 31 labelled rumours, split by rumour into a half to develop on and a half that is measured.

A rumour's reports are read as one story. The claim that is compared is the one whose statements overlap the labelled
places in the most reports. Two reports have the relation that follows from the origins, and the denials of the claim,
which each has there. Only the measured half enters the figures; `python gate/origins.py` prints both halves.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rumours import bodies, files, is_measured

import twosource
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.judging.traits import traits
from twosource.text.sentences import sentences
from twosource.types.article import Article

# A report is against it that leads with a sentence of denial, or has a few, one of them near its head, or many.
_LEAD, _NEAR_HEAD, _FEW, _MANY = 2, 4, 2, 3
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


class Report(NamedTuple):
    """What one report has of a claim.

    Where its chains end, the ends that it names at all, who denies the claim there, the outlets that it names, and
    whether it turns against the claim.
    """

    ends: frozenset[str]
    named: frozenset[str]
    deniers: frozenset[str]
    outlets: frozenset[str]
    is_against: bool


def _pairs(
    rumour: dict[str, Any], articles: tuple[Article, ...], dossier: dict[str, Any], claim: dict[str, Any] | None
) -> Iterator[tuple[str, str]]:
    """The labelled relation of two reports, and the one that follows from what is answered."""
    keys = {report["body_id"]: f"{n:03}.txt" for n, report in enumerate(rumour["reports"])}
    by_file = {article.file: article for article in articles}
    copied = {frozenset(one["articles"]) for one in dossier["reuse"] if one["kind"] == "copied"}
    for pair in rumour["pairs"]:
        one, two = (by_file[keys[pair[side]]] for side in "ab")
        is_copy = frozenset((one.id, two.id)) in copied
        yield pair["relation"], relation(*(_report(claim, side, dossier) for side in (one, two)), copied=is_copy)


def _report(claim: dict[str, Any] | None, article: Article, dossier: dict[str, Any]) -> Report | None:
    """What the dossier tells of a report; None where it has no such claim."""
    if claim is None:
        return None
    own = article.outlet or article.file
    here = {e["id"]: e for e in dossier["entities"] if any(m["article"] == article.id for m in e["mentions"])}
    names = {entity["name"] for entity in here.values()}
    origins = [origin for origin in claim["origins"] if origin["name"] != own]
    stances = [s for s in dossier["stances"] if s["stance"] == "denies" and s["claim"] == claim["id"]]
    return Report(
        ends=frozenset(o["name"] for o in origins if article.id in o["articles"]),
        named=frozenset(o["name"] for o in origins if o["name"] in names or not here.keys().isdisjoint(o["via"])),
        deniers=frozenset(s["party"] for s in stances if s["span"]["article"] == article.id),
        outlets=frozenset(key for key, entity in here.items() if entity["kind"] == "publication"),
        is_against=is_against(article),
    )


def relation(one: Report | None, two: Report | None, *, copied: bool) -> str:
    """Whether one report adds an origin, or a denial, to those of the other.

    A report that shows no end of its own rests on those that it names; one that names none is taken to retell. Two that
    end apart, but name one outlet, each have the other's way there too.
    """
    if one is None or two is None:
        return "copy" if copied else "unknown"
    if copied:
        return "copy"
    if one.is_against != two.is_against or bool(one.deniers) != bool(two.deniers):
        return "b_adds_own_origin"
    ones, others = one.ends or one.named, two.ends or two.named
    if not ones or not others or ones == others:
        return "same_origin"
    is_joined = ones & others or one.named & others or two.named & ones or one.outlets & two.outlets
    return "b_adds_own_origin" if is_joined else "independent"


def is_against(article: Article) -> bool:
    """Whether a report leads with words of denial, or several of its sentences hold some."""
    told = enumerate(sentences(article, "headline", "body"))
    denials = [number for number, sentence in told if "denial" in traits(sentence.exact).cues]
    if len(denials) >= _MANY:
        return True
    return bool(denials) and denials[0] < (_NEAR_HEAD if len(denials) >= _FEW else _LEAD)


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
