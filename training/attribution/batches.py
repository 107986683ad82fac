"""Cuts prepared documents into windows, anew in each epoch, and groups them into batches of few shapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from attribution.arrays import COLUMNS, Ints, Labelled, unstacked
from attribution.targets import UNLABELLED
from twosource.models.labels import LINKS, ROLES
from twosource.models.pieces import WINDOW, windows

_COLUMN = {name: number for number, name in enumerate(COLUMNS)}
_LAYERS = slice(_COLUMN[ROLES[0]], _COLUMN[ROLES[-1]] + 1)
# Batches of few different shapes: a new shape costs the CPU kernels a compilation.
_MULTIPLE = 64
_GROUP = 50
_MOST_CUES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Arrays of B windows of T pieces and C cues. 0 pads ids, shapes and mask, UNLABELLED all labels, 0 the tags.

    `cues` (C, 2): row and piece of the first piece of a cue; `links` (C, 2, T): whether a piece belongs to its source
    and to its content, UNLABELLED where the window cuts it.
    """

    ids: Ints
    mask: Ints
    shapes: Ints
    roles: Ints
    acts: Ints
    tags: Ints
    cues: Ints
    links: Ints

    @property
    def size(self) -> int:
        """Pieces, without padding."""
        return int(self.mask.sum())


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a document."""

    document: Labelled
    start: int
    end: int


def special_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """The pieces that an encoder wants at the start and the end of its input."""
    ids = tokenizer.encode("").ids
    return ids[0], ids[-1]


def _window_links(window: Window) -> Iterator[tuple[int, Ints]]:
    """The first piece of each cue, with the row of its links."""
    links, length = window.document.links, window.end - window.start
    for number in np.unique(links[:, 0]):
        parts = links[links[:, 0] == number][:, 1:] - np.array([0, window.start, window.start], np.int32)
        row = np.zeros((len(LINKS), length), np.int32)
        for role, start, end in parts[parts[:, 0] > 0]:
            if start < 0 or end > length:
                row[role - 1] = UNLABELLED
            elif row[role - 1, 0] != UNLABELLED or not (row[role - 1] == UNLABELLED).all():
                row[role - 1, start:end] = 1
        for _, start, _ in parts[parts[:, 0] == 0]:
            if 0 <= start < length:
                yield int(start), row


def batch_of(chosen: list[Window], special: tuple[int, int], dice: np.random.Generator) -> Batch:
    """Pads windows to one length. Of very many cues, a draw."""
    longest = max(window.end - window.start for window in chosen) + 2
    length = -(-longest // _MULTIPLE) * _MULTIPLE
    shape = (len(chosen), length)
    ids, mask, shapes, tags = (np.zeros(shape, np.int32) for _ in range(4))
    roles, acts = np.full((*shape, len(ROLES)), UNLABELLED, np.int32), np.full(shape, UNLABELLED, np.int32)
    cues, rows = [], []
    for number, window in enumerate(chosen):
        table, here = window.document.table[window.start : window.end], slice(1, 1 + window.end - window.start)
        ids[number, [0, here.stop]] = special
        mask[number, : here.stop + 1] = 1
        ids[number, here], shapes[number, here] = table[:, _COLUMN["id"]], table[:, _COLUMN["shape"]]
        roles[number, here], acts[number, here] = table[:, _LAYERS], table[:, _COLUMN["act"]]
        tags[number, here] = table[:, _COLUMN["tags"]]
        found = list(_window_links(window))
        for place in dice.permutation(len(found))[:_MOST_CUES]:
            row = np.full((len(LINKS), length), UNLABELLED, np.int32)
            row[:, here] = found[place][1]
            cues.append((number, found[place][0] + 1))
            rows.append(row)
    links = np.stack(rows) if rows else np.zeros((0, len(LINKS), length), np.int32)
    columns = {"ids": ids, "mask": mask, "shapes": shapes, "roles": roles, "acts": acts, "tags": tags}
    return Batch(**columns, cues=np.array(cues, np.int32).reshape(-1, 2), links=links)


class Corpus:
    """The prepared sets, as batches of an epoch."""

    def __init__(self, folder: Path, repeats: dict[str, float], special: tuple[int, int], seed: int) -> None:
        """Reads the sets that have a repeat above 0."""
        self._special, self._seed, self._repeats = special, seed, repeats
        self._sets: dict[str, list[Labelled]] = {}
        for name in sorted(name for name, repeat in repeats.items() if repeat):
            with np.load(folder / f"{name}.npz") as arrays:
                self._sets[name] = unstacked(dict(arrays))

    def _documents(self, dice: np.random.Generator) -> Iterator[Labelled]:
        for name, documents in self._sets.items():
            whole, part = divmod(self._repeats[name], 1)
            for _ in range(int(whole)):
                yield from documents
            chosen = dice.permutation(len(documents))[: round(part * len(documents))]
            yield from (documents[number] for number in chosen)

    def _windows(self, dice: np.random.Generator) -> list[Window]:
        """The seams fall elsewhere in each epoch: no overlap is needed, and every place is seen in both positions."""
        found = []
        for document in self._documents(dice):
            breaks = document.table[:, _COLUMN["break"]].tolist()
            first = int(dice.integers((WINDOW - 2) // 3, WINDOW - 1))
            found += [Window(document, *bounds) for bounds in windows(breaks, first=first)]
        return found

    def epoch(self, number: int, size: int) -> list[list[Window]]:
        """The batches of an epoch in their order; the same for the same seed and number."""
        dice = np.random.default_rng((self._seed, number))
        chosen = self._windows(dice)
        order = dice.permutation(len(chosen))
        batches = []
        for start in range(0, len(order), size * _GROUP):
            group = sorted(order[start : start + size * _GROUP], key=lambda n: chosen[n].end - chosen[n].start)
            batches += [[chosen[n] for n in group[at : at + size]] for at in range(0, len(group), size)]
        return [batches[n] for n in dice.permutation(len(batches))]

    def batches(self, number: int, size: int, skip: int = 0) -> Iterator[Batch]:
        """The batches of an epoch as arrays, after the first `skip`."""
        for place, chosen in enumerate(self.epoch(number, size)):
            if place >= skip:
                yield batch_of(chosen, self._special, np.random.default_rng((self._seed, number, place)))
