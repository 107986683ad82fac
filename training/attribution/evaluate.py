"""Measures trained or exported weights on data that was not trained on: `python -m attribution.evaluate --help`."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Tokenizer

from attribution import names, polnear, relays
from attribution.arrays import is_inside
from attribution.batches import special_ids
from attribution.documents import Attribution, Document
from attribution.encoders import torch_encoder
from attribution.scores import Tally, add_exact, add_overlap, trimmed
from twosource.models.decode import Bounds, Encoder, TextScores, layer, mentions, scored
from twosource.models.links import Linked, linked
from twosource.models.pieces import Pieces, pieces
from twosource.models.reader import encoder_of, tokenizer_of

Figures = dict[str, Tally]
Read = Iterator[tuple[Document, Pieces, TextScores]]
_UNER_DEV = "entities/uner_en_ewt/en_ewt-ud-dev.iob2"
_COARSE = {"person": "person", "place": "place", "organization": "organization", "publication": "organization"}
_LAYER = {"outer": "content"}
_HALF = 0.5


def _gold(document: Document, attributions: Iterable[Attribution], role: str) -> list[Bounds]:
    return [trimmed(part, document.text) for found in attributions for part in getattr(found, role)]


def _layers(document: Document) -> dict[str, list[Bounds]]:
    """The gold spans of each layer: contents inside other contents have their own."""
    given = list(document.attributions or ())
    nested = [any(is_inside(list(a.content), list(b.content)) for b in given) for a in given]
    outer = [found for found, inside in zip(given, nested, strict=True) if not inside]
    inner = [found for found, inside in zip(given, nested, strict=True) if inside]
    found = {role: _gold(document, given, role) for role in ("source", "cue")}
    return {**found, "outer": _gold(document, outer, "content"), "inner": _gold(document, inner, "content")}


def _tokens(parts: Iterable[Bounds]) -> set[int]:
    return {place for start, end in parts for place in range(start, end)}


def _alike(predicted: Iterable[Bounds], gold: Iterable[Bounds]) -> bool:
    """Whether the F1 of their characters is at least a half."""
    one, other = _tokens(predicted), _tokens(gold)
    return 2 * len(one & other) >= _HALF * (len(one) + len(other))


def _fits(found: Linked, gold: Attribution) -> bool:
    right = any(cue[0] < found.cue[1] and found.cue[0] < cue[1] for cue in gold.cue)
    return right and _alike(found.content, gold.content)


def _same_source(found: Linked, gold: Attribution) -> bool:
    if found.source is None or not gold.source:
        return found.source is None and not gold.source
    return any(part[0] < found.source[1] and found.source[0] < part[1] for part in gold.source)


def _is_exact(found: Linked, gold: Attribution, text: str) -> bool:
    """Whether every span is the annotator's, to the letter."""
    given = (((found.source,) if found.source else ()), (found.cue,), found.content)
    wanted = (tuple(trimmed(part, text) for part in parts) for parts in (gold.source, gold.cue, gold.content))
    return all(sorted(one) == sorted(other) for one, other in zip(given, wanted, strict=True))


def add_whole(figures: Figures, predicted: list[Linked], gold: tuple[Attribution, ...], text: str) -> None:
    """Attributions as wholes: cue touched, content alike; with the source right too; every span exact; acts."""
    left, matched = [found for found in gold if found.cue], []
    for found in predicted:
        fitting = next((one for one in left if _fits(found, one)), None)
        if fitting is not None:
            left.remove(fitting)
            matched.append((found, fitting))
    exact = sum(_is_exact(*pair, text) for pair in matched)
    sourced = sum(_same_source(*pair) for pair in matched)
    for name, right in (("whole", len(matched)), ("whole_source", sourced), ("whole_exact", exact)):
        tally = figures[name]
        tally.predicted += len(predicted)
        tally.gold += len(left) + len(matched)
        tally.right, tally.found = tally.right + right, tally.found + right
    for found, fitting in matched:
        if fitting.act:
            act = figures["act"]
            act.predicted, act.gold = act.predicted + 1, act.gold + 1
            act.right, act.found = act.right + (found.act == fitting.act), act.found + (found.act == fitting.act)
            _add_marked(figures["act_marked"], found.act, fitting.act)


def _add_marked(tally: Tally, predicted: str, gold: str) -> None:
    """Acts other than plain assertion."""
    tally.predicted += predicted != "asserts"
    tally.gold += gold != "asserts"
    tally.right += predicted == gold != "asserts"
    tally.found += predicted == gold != "asserts"


def attributions(reads: Read) -> Figures:
    """Figures of the spans of each role, exact and by overlap, and of whole attributions.

    `content` are the contents that the decoding gives the cues, `outer` and `inner` what the two layers hold alone.
    """
    figures: Figures = defaultdict(Tally)
    for document, found, scores in reads:
        given, decoded = document.attributions or (), linked(found, scores)
        pairs = {name: (layer(found, scores, _LAYER.get(name, name)), gold) for name, gold in _layers(document).items()}
        pairs["content"] = [part for one in decoded for part in one.content], _gold(document, given, "content")
        for name, (predicted, gold) in pairs.items():
            add_exact(figures[f"{name}_exact"], predicted, gold)
            add_overlap(figures[f"{name}_overlap"], predicted, gold)
        add_whole(figures, decoded, given, document.text)
    return figures


def _coarse(span: tuple[int, int, str]) -> tuple[int, int, str]:
    return (*span[:2], _COARSE.get(span[2], ""))


def named(reads: Read) -> Figures:
    """Figures of names: exact span and kind; kinds that the corpus does not know are left out."""
    figures: Figures = defaultdict(Tally)
    for document, found, scores in reads:
        gold = {_coarse((m.start, m.end, m.kinds[0])) for m in document.mentions}
        given = {_coarse(span) for span in mentions(found, scores)}
        add_exact(figures["micro"], (span for span in given if span[2]), gold)
        for kind in sorted(set(_COARSE.values())):
            add_exact(figures[kind], (s for s in given if s[2] == kind), (s for s in gold if s[2] == kind))
    return figures


def read(documents: Iterable[Document], encoder: Encoder, tokenizer: Tokenizer) -> Read:
    """The documents with their scores."""
    special = special_ids(tokenizer)
    for document in documents:
        found = pieces(document.text, tokenizer)
        if found.ids:
            yield document, found, scored(found, encoder, special)


def uner_dev(data: Path) -> Iterator[Document]:
    """The development part of UNER English-EWT."""
    lines = names.columns(data / _UNER_DEV, word=1, tag=2)
    return names.stacked((names.sentence(line, names.kinds_of("uner")) for line in lines), "uner-dev")


def main() -> int:
    """Prints one line of JSON per corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="the checkpoint's folder, with tokenizer.json")
    parser.add_argument("--model", type=Path, required=True, help="*.safetensors of a run, or an exported *.onnx")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    options = parser.parse_args()
    if options.model.suffix == ".onnx":
        encoder = encoder_of(options.model.read_bytes(), options.threads)
    else:
        encoder = torch_encoder(options.model, str(options.encoder), options.threads)
    tokenizer = tokenizer_of((options.encoder / "tokenizer.json").read_bytes())
    corpora = {
        "polnear_dev": (polnear.documents(options.data / "polnear/dev"), attributions),
        "relays_dev": (relays.documents(options.data / "relays/dev.jsonl"), attributions),
        "uner_dev": (uner_dev(options.data), named),
    }
    for name, (documents, measure) in corpora.items():
        figures = measure(read(list(documents)[: options.limit], encoder, tokenizer))
        print(json.dumps({"corpus": name, **{key: tally.written() for key, tally in sorted(figures.items())}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
