"""Judged pairs of sentences from two reports of one rumour: do they make the same claim, and if not, what then?

622 pairs, split by rumour into a half to develop on and a half that is measured. The reports of a rumour that hold its
pairs are read as one story; what two sentences share is weighed by its rarity in that story, as claims do it.
`python gate/claim_pairs.py` prints what it gets wrong in the half to develop on, and the figures of both halves.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from rumours import bodies, files, is_measured

from twosource.detect.propositions import propositions
from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.judging.judge import Judge, Relation
from twosource.text.passages import stating
from twosource.types.attribution import Attribution, Response
from twosource.types.claim import Proposition
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

PARTS = ("citations", "responses", "mentions", "parties", "attributions")
STRONGER = {"a_stronger": "stronger", "b_stronger": "stronger"}
JOINED = ("same", "stronger")


class Judged(NamedTuple):
    """A pair, the judge of its story with the numbers of its passages there, and whether claims put them together."""

    pair: dict[str, Any]
    judge: Judge
    places: tuple[int, int]
    joined: bool

    @property
    def gold(self) -> str:
        """The relation, without its direction."""
        relation = str(self.pair["relation"])
        return STRONGER.get(relation, relation)


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / "data" / "claim_pairs" / "pairs.jsonl"
    yield from files(shared)


def measure(shared: Path) -> dict[str, float]:
    """Figures over the measured half."""
    return figures([one for one in judged(shared, ("pairs",)) if is_measured(one.pair["gid"])])


def figures(rows: Sequence[Judged]) -> dict[str, float]:
    """Macro F1 over the relations; F1 of same-or-stronger, by the judge and by the claims that are made."""
    said = [(one.gold, one.judge.relation(*one.places)) for one in rows]
    wanted = [one.gold in JOINED for one in rows]
    called = [one.judge.joins(*one.places) for one in rows]
    joined = [one.joined for one in rows]
    opposed = [one.joined for one in rows if one.gold in ("denial", "response", "unrelated")]
    relations = get_args(Relation)
    return {
        "relation_macro_f1": sum(_of_label(said, name) for name in relations) / len(relations),
        "same_f1": _f1(wanted, called),
        "claims_same_f1": _f1(wanted, joined),
        "claims_same_precision": sum(w and j for w, j in zip(wanted, joined, strict=True)) / max(1, sum(joined)),
        "claims_keep_apart": 1 - sum(opposed) / max(1, len(opposed)),
    }


def _of_label(said: Sequence[tuple[str, str]], name: str) -> float:
    return _f1([gold == name for gold, _ in said], [given == name for _, given in said])


def _f1(wanted: Sequence[bool], called: Sequence[bool]) -> float:
    right = sum(w and c for w, c in zip(wanted, called, strict=True))
    return 2 * right / max(1, sum(wanted) + sum(called))


def judged(shared: Path, names: Sequence[str], *, grouped: bool = True) -> Iterator[Judged]:
    """The pairs of these files, each with its judge; `joined` is False throughout unless they are to be grouped."""
    texts = bodies(shared)
    rumours = defaultdict(list)
    for name in names:
        with (shared / "data" / "claim_pairs" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for pair in map(json.loads, lines):
                rumours[pair["gid"]].append(pair | {"file": name})
    for gid in sorted(rumours):
        keys = sorted({(pair[side]["split"], pair[side]["body_id"]) for pair in rumours[gid] for side in "ab"})
        drafts = [Draft(file=f"{split}-{body:05}.txt", text=texts[split][body]) for split, body in keys]
        yield from _of_rumour(rumours[gid], Story(articles=articles_of(iter(drafts))), grouped=grouped)


def _of_rumour(pairs: Sequence[dict[str, Any]], story: Story, *, grouped: bool) -> Iterator[Judged]:
    """Beside the passages of the story, the sentences of the pairs are judged as they stand."""
    findings, _ = run(story, plan(detector for detector in installed() if detector.name in PARTS))
    attributions = cast("tuple[Attribution, ...]", findings.get(Attribution, ()))
    parties = cast("tuple[Party, ...]", findings.get(Party, ()))
    responses = cast("tuple[Response, ...]", findings.get(Response, ()))
    made = list(propositions(story, attributions, responses, parties)) if grouped else []
    passages = [passage.span for article in story.articles for passage in stating(article, attributions, ())]
    sentences = [_span(pair[side], story) for pair in pairs for side in "ab"]
    judge = Judge([*passages, *sentences], parties)
    for number, pair in enumerate(pairs):
        one, two = sentences[2 * number : 2 * number + 2]
        places = len(passages) + 2 * number, len(passages) + 2 * number + 1
        yield Judged(pair, judge, places, bool(_holders(one, made) & _holders(two, made)))


def _span(side: dict[str, Any], story: Story) -> Span:
    file = f"{side['split']}-{side['body_id']:05}.txt"
    article = next(article for article in story.articles if article.file == file)
    return article.span(side["start"], side["end"])


def _holders(sentence: Span, made: Sequence[Proposition]) -> set[str]:
    """The propositions with a statement that shares half of the shorter one's code points."""
    return {one.id for one in made if any(_meets(statement.span, sentence) for statement in one.statements)}


def _meets(one: Span, two: Span) -> bool:
    both = min(one.end, two.end) - max(one.start, two.start)
    return one.article == two.article and both > 0 and 2 * both >= min(len(one), len(two))


def main() -> None:
    """Prints what is wrong in the half to develop on, and the figures of both halves."""
    rows = list(judged(Path(__file__).parents[2] / "shared", ("pairs",)))
    halves = {half: [one for one in rows if is_measured(one.pair["gid"]) is half] for half in (False, True)}
    for one in halves[False]:
        if (said := one.judge.relation(*one.places)) != one.gold:
            print(one.pair["id"], one.gold, "->", said, "| joined" if one.joined else "")
            print("   ", one.pair["a"]["text"], "|", one.pair["b"]["text"])
    print({half: len(list(chain(part))) for half, part in halves.items()})
    for half, part in halves.items():
        print("measured" if half else "to develop on", figures(part))


if __name__ == "__main__":
    main()
