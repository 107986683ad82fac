"""Documents as arrays: one row per piece, all documents of a set after one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from attribution.documents import Attribution, Bounds, Document
from attribution.targets import ANY_TAG, NO_BEGIN, UNLABELLED, allowed
from twosource.models.labels import ACTS, BEGIN, INSIDE, LINKS, OUTSIDE, ROLES
from twosource.models.pieces import Pieces, is_small, pieces

Ints = NDArray[np.int32]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A document in arrays of one row per piece.

    `table` has the columns id, start, end, shape, is head, break, then the tags of `ROLES`, the act, and the tags that
    are allowed to a name as bits. `links` has a row per part of an attribution: number of the attribution, 0 cue, 1
    source, 2 content, first piece, last piece (exclusive).
    """

    table: Ints
    links: Ints


COLUMNS = ("id", "start", "end", "shape", "head", "break", *ROLES, "act", "tags")
_FIRST_ROLE = COLUMNS.index(ROLES[0])


def covered(part: Bounds, found: Pieces) -> Range:
    """The pieces that a part touches."""
    start = int(np.searchsorted(found.ends, part[0], side="right"))
    return start, max(start, int(np.searchsorted(found.starts, part[1], side="left")))


def _size(parts: Iterable[Range]) -> int:
    return sum(end - start for start, end in parts)


def is_inside(inner: list[Range], outer: list[Range]) -> bool:
    """Whether every part lies in one of the outer parts, and the outer ones hold more."""
    held = all(any(o[0] <= i[0] and i[1] <= o[1] for o in outer) for i in inner)
    return held and _size(inner) < _size(outer)


def _tagged(layer: Ints, parts: Iterable[Range]) -> None:
    """Writes BIO tags; where parts overlap, the longest wins."""
    for start, end in sorted(set(parts), key=lambda part: (part[1] - part[0], -part[0])):
        layer[start:end] = INSIDE
        layer[start : start + 1] = BEGIN


def _layers(attributions: list[dict[str, list[Range]]], length: int) -> Ints:
    layers = np.full((length, len(ROLES)), OUTSIDE, np.int32)
    contents = [found["content"] for found in attributions]
    nested = [any(is_inside(inner, outer) for outer in contents) for inner in contents]
    by_role = {role: [part for found in attributions for part in found[role]] for role in ("source", "cue")}
    for role, place in (("content", False), ("inner", True)):
        chosen = (parts for parts, inner in zip(contents, nested, strict=True) if inner is place)
        by_role[role] = [part for parts in chosen for part in parts]
    for number, role in enumerate(ROLES):
        _tagged(layers[:, number], by_role[role])
    return layers


def _ranges(attribution: Attribution, found: Pieces) -> dict[str, list[Range]]:
    parts = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    ranges = {role: [covered(part, found) for part in bounds] for role, bounds in parts.items()}
    return {role: [part for part in kept if part[0] < part[1]] for role, kept in ranges.items()}


def _open(document: Document, found: Pieces) -> Iterator[int]:
    """What may stand outside the given names: in small letters no name begins, and only outlets are publications."""
    publication = allowed(("publication",), begin=True) | allowed(("publication",), begin=False)
    named = [document.text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    for shape, word, head in zip(found.shapes, named, found.heads, strict=True):
        bits = NO_BEGIN if is_small(shape) else ANY_TAG
        if document.outlets is not None and head and word not in document.outlets:
            bits &= ~publication
        yield allowed(("none",), begin=True) if document.complete_names else bits


def _tags(document: Document, found: Pieces) -> Ints:
    column = np.fromiter(_open(document, found), np.int32, len(found.ids))
    for mention in document.mentions:
        start, end = covered((mention.start, mention.end), found)
        column[start:end] = allowed(mention.kinds, begin=False)
        column[start : start + 1] = allowed(mention.kinds, begin=True)
    return column


def labelled(document: Document, tokenizer: Tokenizer) -> Labelled:
    """The arrays of a document."""
    found = pieces(document.text, tokenizer)
    length = len(found.ids)
    given = np.array([found.ids, found.starts, found.ends, found.shapes, found.heads, found.breaks], np.int32).T
    layers = np.full((length, len(ROLES)), UNLABELLED, np.int32)
    acts = np.full(length, UNLABELLED, np.int32)
    links: list[tuple[int, int, int, int]] = []
    if document.attributions is not None:
        ranges = [_ranges(attribution, found) for attribution in document.attributions]
        layers = _layers(ranges, length)
        for start, end in (covered(part, found) for part in document.unsure):
            layers[start:end] = np.where(layers[start:end].any(axis=1, keepdims=True), layers[start:end], UNLABELLED)
        for number, (parts, attribution) in enumerate(zip(ranges, document.attributions, strict=True)):
            links += [(number, 0, *part) for part in parts["cue"]]
            links += [(number, 1 + LINKS.index(role), *part) for role in LINKS for part in parts[role]]
            for start, end in parts["cue"] if attribution.act else ():
                acts[start:end] = ACTS.index(attribution.act or "")
    table = np.column_stack([given, layers, acts, _tags(document, found)]).astype(np.int32)
    return Labelled(table=table, links=np.array(links, np.int32).reshape(-1, 4))


def labelled_all(documents: Iterable[Document], tokenizer: Tokenizer) -> Iterator[Labelled]:
    """The arrays of each document that has words."""
    for document in documents:
        found = labelled(document, tokenizer)
        if len(found.table):
            yield found


def stacked(documents: Iterable[Labelled]) -> dict[str, Ints]:
    """A set: its tables, its links, and where each document begins in both (one entry more than documents)."""
    kept = list(documents)
    return {
        "table": np.concatenate([found.table for found in kept]),
        "links": np.concatenate([found.links for found in kept]),
        "table_bounds": np.cumsum([0, *(len(found.table) for found in kept)]).astype(np.int32),
        "link_bounds": np.cumsum([0, *(len(found.links) for found in kept)]).astype(np.int32),
    }


def unstacked(arrays: dict[str, Ints]) -> list[Labelled]:
    """The documents of a set."""
    tables = np.split(arrays["table"], arrays["table_bounds"][1:-1])
    links = np.split(arrays["links"], arrays["link_bounds"][1:-1])
    return [Labelled(table=table, links=link) for table, link in zip(tables, links, strict=True)]
