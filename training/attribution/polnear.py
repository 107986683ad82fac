"""Reads PolNeAR (Newell, Margolin, Ruths 2018): brat stand-off, one file per annotator."""

import re
from collections.abc import Iterator
from pathlib import Path

from attribution.documents import Attribution, Bounds, Document

# A text with a line break is written over several lines: only the first has a number in front.
_SPAN = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(\S+(?: \S+)*)", re.MULTILINE)
_SET_ASIDE = frozenset({"Discuss", "Discard"})
_ROLES = {"Source": "source", "Cue": "cue", "Content": "content"}


def _bounds(written: str) -> tuple[Bounds, ...]:
    pairs = (part.split() for part in written.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def joined(parts: tuple[Bounds, ...], text: str) -> tuple[Bounds, ...]:
    """The parts in order, those with only blanks between them as one: brat cuts a span at each line break."""
    found: list[Bounds] = []
    for start, end in sorted(parts):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _attribution(event: str, spans: dict[str, tuple[str, tuple[Bounds, ...]]], text: str) -> Attribution:
    parts: dict[str, tuple[Bounds, ...]] = dict.fromkeys(_ROLES.values(), ())
    for argument in event.split():
        name, _, key = argument.partition(":")
        role = _ROLES.get(name.rstrip("0123456789"))
        if role is not None and key in spans:
            parts[role] += spans[key][1]
    source, cue, content = (joined(parts[role], text) for role in ("source", "cue", "content"))
    return Attribution(source=source, cue=cue, content=content)


def annotated(annotations: str, text: str, name: str) -> Document:
    """A document from the text of one annotation file."""
    spans = {key: (label, _bounds(written)) for key, label, written in _SPAN.findall(annotations)}
    attributions = (_attribution(event, spans, text) for event in _EVENT.findall(annotations))
    return Document(
        name=name,
        text=text,
        attributions=tuple(found for found in attributions if found.cue and found.content),
        unsure=tuple(part for label, parts in spans.values() if label in _SET_ASIDE for part in parts),
    )


def files(folder: Path) -> list[Path]:
    """The files of one split."""
    return [*sorted((folder / "text").glob("*.txt")), *sorted((folder / "attributions").glob("*.ann"))]


def annotators(folder: Path, name: str) -> list[Path]:
    """The annotation files of one text; a few texts have several."""
    return sorted((folder / "attributions").glob(f"{name}_*.ann"))


def documents(folder: Path) -> Iterator[Document]:
    """One document per text, as its first annotator saw it."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for annotation in annotators(folder, path.stem)[:1]:
            yield annotated(annotation.read_bytes().decode("utf-8"), text, path.stem)
