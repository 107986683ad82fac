"""Reads the relays: reports of rumours with chains, nesting and acts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.documents import Attribution, Bounds, Document, Mention

_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_NAME_WORDS = 4


def quoted(part: Bounds, text: str) -> Bounds:
    """The part with the quotation marks that close around it: PolNeAR keeps them in the content, the relays do not."""
    start, end = part
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return (start - 1, end + 1) if before in _QUOTES and _QUOTES[before] == after else part


def _parts(spans: list[dict[str, Any]]) -> tuple[Bounds, ...]:
    return tuple((span["start"], span["end"]) for span in spans)


def _attribution(row: dict[str, Any], text: str) -> Attribution:
    return Attribution(
        source=_parts([row["source"]] if row["source"] else []),
        cue=_parts(row["cue"]),
        content=tuple(quoted(part, text) for part in _parts(row["content"])),
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


def document(row: dict[str, Any]) -> Document:
    """A document from one line."""
    return Document(
        name=row["id"],
        text=row["text"],
        attributions=tuple(_attribution(found, row["text"]) for found in row["attributions"]),
        mentions=tuple(_outlets(row["attributions"])),
    )


def documents(path: Path) -> Iterator[Document]:
    """One document per report."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield document(json.loads(line))
