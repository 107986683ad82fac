"""Reads the relays: reports of rumours with chains, nesting and acts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.documents import Attribution, Bounds, Document, Mention
from attribution.names import outlet_words

_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_STOPS = ".,?!"
_THAT = "that "
_NAME_WORDS = 4


def quoted(part: Bounds, text: str) -> Bounds:
    """The part as PolNeAR takes it: with the marks that close around it, and the stop before the closing one."""
    start, end = part
    closing = _QUOTES.get(text[max(start - 1, 0) : start])
    stop = text[end : end + 1] in tuple(_STOPS)
    if closing is not None and text[end + stop : end + stop + 1] == closing:
        return start - 1, end + stop + 1
    return part


def introduced(part: Bounds, text: str) -> Bounds:
    """The part as PolNeAR takes it: with the word that introduces it."""
    start, end = part
    return (start - len(_THAT), end) if text[:start].endswith(f" {_THAT}") else part


def as_polnear(part: Bounds, text: str) -> Bounds:
    """The part with the marks and the introducing word that PolNeAR takes in."""
    return introduced(quoted(part, text), text)


def _parts(spans: list[dict[str, Any]]) -> tuple[Bounds, ...]:
    return tuple((span["start"], span["end"]) for span in spans)


def _attribution(row: dict[str, Any], text: str) -> Attribution:
    return Attribution(
        source=_parts([row["source"]] if row["source"] else []),
        cue=_parts(row["cue"]),
        content=tuple(as_polnear(part, text) for part in _parts(row["content"])),
        act=row["act"],
    )


def _outlets(rows: list[dict[str, Any]]) -> Iterator[Mention]:
    """Short capitalised sources of the type publication are names of outlets."""
    for row in rows:
        source = row["source"]
        if source is None or row["source_type"] != "publication":
            continue
        bare = source["text"].removeprefix("The ").removeprefix("the ")
        if bare[:1].isupper() and len(bare.split()) <= _NAME_WORDS and "'" not in bare and "’" not in bare:
            yield Mention(start=source["end"] - len(bare), end=source["end"], kinds=("publication",))


def _called(rows: list[dict[str, Any]]) -> Iterator[str]:
    """What outlets are called in a report: sources of the type publication, and relays."""
    for row in rows:
        yield from row["via"]
        if row["source"] and row["source_type"] == "publication":
            yield row["source"]["text"]


def document(row: dict[str, Any]) -> Document:
    """A document from one line."""
    return Document(
        name=row["id"],
        text=row["text"],
        attributions=tuple(_attribution(found, row["text"]) for found in row["attributions"]),
        mentions=tuple(_outlets(row["attributions"])),
        outlets=outlet_words(*_called(row["attributions"])),
    )


def documents(path: Path) -> Iterator[Document]:
    """One document per report."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield document(json.loads(line))
