"""Who speaks, through whom, and without a name, against one careful reader: the development split of the relays.

A labelled attribution and one that is made are a pair if their contents share half of their words (F1), best pairs
first, those of one cue before others. All figures are over the pairs. A speaker or relay is right if the words of its
name are among those of the labelled one, or the other way round; a spokesperson's words may be given to the body, or
to the person. `python gate/chains.py` prints the same of the part to develop on, and what differs there.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import twosource
from twosource.lexicon.grammar import nouns
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

_HALF = 0.5
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "from", "at", "to", "with", "s", "its", "his", "her"})
Row = dict[str, Any]
Pair = tuple[Row, Row, dict[str, list[str]]]
"""A labelled attribution, the one that is made, and the names of the parties by their ids."""


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / "data" / "relays" / "dev.jsonl"


def measure(shared: Path) -> dict[str, float]:
    """The figures of the development split, which only measures."""
    return figures(pairs(shared / "data" / "relays" / "dev.jsonl"))


def figures(found: Iterable[Pair]) -> dict[str, float]:
    """Speakers with a name: precision and recall. Via: whole chains, of those that either has. Anonymous: F1, count."""
    seen: Counter[str] = Counter()
    for gold, made, names in found:
        named = bool(gold["speaker"]) and not gold["anonymous"] and gold["source_type"] != "unspecified"
        given = made["speaker"] is not None
        right = given and speaker_right(gold, made, names)
        seen += Counter(named=named, given=given, right=right, recalled=named and right)
        chain = via_right(gold, made, names)
        seen += Counter(chains=bool(gold["via"] or made["via"]), told=bool(made["via"]))
        seen += Counter(chains_right=chain and bool(gold["via"]), told_right=chain and bool(made["via"]))
        unnamed, marked = gold["anonymous"], made["anonymous"]
        seen += Counter(unnamed=bool(unnamed), marked=bool(marked), both=bool(unnamed and marked))
        if unnamed and marked and unnamed["count"] is not None:
            seen += Counter(counted=1, counted_right=unnamed["count"] == marked["count"])
    return {
        "speaker_precision": seen["right"] / max(seen["given"], 1),
        "speaker_recall": seen["recalled"] / max(seen["named"], 1),
        "via": seen["chains_right"] / max(seen["chains"], 1),
        "via_precision": seen["told_right"] / max(seen["told"], 1),
        "anonymous_f1": 2 * seen["both"] / max(seen["unnamed"] + seen["marked"], 1),
        "anonymous_count": seen["counted_right"] / max(seen["counted"], 1),
    }


def pairs(file: Path) -> Iterator[Pair]:
    """The pairs of all reports of a file."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            articles = articles_of([Draft(file="report.txt", text=report["text"])])
            dossier = json.loads(twosource.investigate(articles).to_json())
            names = {one["id"]: [one["name"], *one["aliases"]] for one in dossier["entities"]}
            for gold, made in _paired(report["attributions"], dossier["attributions"]):
                yield gold, made, names


def _paired(gold: list[Row], made: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Each labelled attribution with the one that is made of its words, if there is one."""
    weights = []
    for at, one in enumerate(gold):
        for place, other in enumerate(made):
            ours, theirs = _words(one["content"]), _words(other["content"])
            score = 2 * len(ours & theirs) / max(len(ours) + len(theirs), 1)
            cues = other["cue"] is not None and any(_overlap(cue, other["cue"]) for cue in one["cue"])
            if score >= _HALF:
                weights.append((score + cues, at, place))
    taken: set[int] = set()
    used: set[int] = set()
    for _, at, place in sorted(weights, reverse=True):
        if at not in taken and place not in used:
            taken.add(at)
            used.add(place)
            yield gold[at], made[place]


def _words(spans: list[Row]) -> set[int]:
    """The places of the words of some spans."""
    texts = ((span["start"], str(span.get("text") or span.get("exact"))) for span in spans)
    return {start + match.start() for start, text in texts for match in re.finditer(r"\w+", text)}


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def speaker_right(gold: Row, made: Row, names: dict[str, list[str]]) -> bool:
    """Whether the party that is given is the labelled speaker, or the body for which a spokesperson speaks."""
    party = names[made["speaker"]]
    words = made["source"]["exact"].lower() if made["source"] else ""
    speaks_for = not set(re.findall(r"[a-z]+", words)).isdisjoint(nouns("spokes"))
    return is_same(gold["speaker"] or "", party) or (speaks_for and any(name.lower() in words for name in party))


def via_right(gold: Row, made: Row, names: dict[str, list[str]]) -> bool:
    """Whether the chain that is given is the labelled one, relay by relay."""
    same = (is_same(one, names[other]) for one, other in zip(gold["via"], made["via"], strict=False))
    return len(gold["via"]) == len(made["via"]) and all(same)


def is_same(label: str, names: list[str]) -> bool:
    """Whether one of a party's names has no word that the label lacks, or the label none that the name lacks."""
    told = _key(label)
    return any((key := _key(name)) and told and (key <= told or told <= key) for name in names)


def _key(name: str) -> set[str]:
    bare = re.sub(r"['’]s\b", "", name.lower())
    return {word.removesuffix("s") if len(word) > 3 else word for word in re.findall(r"[^\W_]+", bare)} - _SMALL  # noqa: PLR2004 -- plurals


def main() -> None:
    """Prints the figures of the part to develop on, and each pair that differs."""
    found = list(pairs(Path(__file__).parents[2] / "shared" / "data" / "relays" / "train.jsonl"))
    for gold, made, names in found:
        wrong = made["speaker"] is not None and not speaker_right(gold, made, names)
        chain = "" if via_right(gold, made, names) else f"via {gold['via']}: {[names[one] for one in made['via']]}"
        unnamed = "" if bool(gold["anonymous"]) is bool(made["anonymous"]) else f"anonymous {gold['anonymous']}"
        if wrong or chain or unnamed:
            speaker = f"speaker {gold['speaker']}: {names[made['speaker']]}" if wrong else ""
            sys.stdout.write(
                " | ".join((gold["id"], made["source"]["exact"] if made["source"] else "-", speaker, chain, unnamed))
                + "\n"
            )
    sys.stdout.write(f"{figures(found)}\n")


if __name__ == "__main__":
    main()
