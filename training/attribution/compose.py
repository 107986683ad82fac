"""Composes nested attributions from flat ones: a sentence that cites somebody becomes what an outlet reports."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.documents import Attribution, Bounds, Document, Mention
from attribution.names import outlet_words

_PARTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("compose.toml").read_text(encoding="utf-8"))
_SLOT = re.compile(r"\[(?P<role>[sc]) (?P<words>[^\]]+)\]|(?P<slot>[OADS])(?![a-z])")
_SENTENCE = re.compile(r"[^\s].*?[.!?][\"”’)]*(?=\s+[A-Z“\"]|\s*$)", re.MULTILINE)
_LOWERED = frozenset(
    {"The", "A", "An", "He", "She", "They", "We", "It", "His", "Her", "Their", "Some", "Many", "Several"}
)
_LONGEST = 300
_THAT = "that "
_CONTEXT = 200


def _outlet(dice: random.Random) -> str:
    name = f"{dice.choice(_PARTS['places'])} {dice.choice(_PARTS['papers'])}"
    return f"{dice.choice(('The ', 'the ', ''))}{name}"


def _is_lowered(sentence: str) -> bool:
    """Whether the sentence, in the middle of another, begins with a small letter."""
    return sentence.partition(" ")[0] in _LOWERED


def _shifted(parts: tuple[Bounds, ...], shift: int) -> tuple[Bounds, ...]:
    return tuple((start + shift, end + shift) for start, end in parts)


def moved(found: Attribution, shift: int) -> Attribution:
    """The attribution with all its parts moved."""
    source, cue, content = (_shifted(parts, shift) for parts in (found.source, found.cue, found.content))
    return Attribution(source=source, cue=cue, content=content, act=found.act)


def _everything(found: Attribution) -> tuple[Bounds, ...]:
    return (*found.source, *found.cue, *found.content)


def _within(found: Attribution, start: int, end: int) -> bool:
    return all(start <= part[0] and part[1] <= end for part in _everything(found))


def _touches(found: Attribution, start: int, end: int) -> bool:
    return any(part[0] < end and start < part[1] for part in _everything(found))


def candidates(document: Document) -> list[Bounds]:
    """Sentences that open with the source of an attribution and hold it whole."""
    found = []
    for sentence in _SENTENCE.finditer(document.text):
        start, end = sentence.span()
        held = [a for a in document.attributions or () if _touches(a, start, end)]
        opens = any(part[0] == start for a in held for part in a.source)
        if opens and end - start <= _LONGEST and all(_within(a, start, end) for a in held) and text_ends(document, end):
            found.append((start, end))
    return found


def text_ends(document: Document, end: int) -> bool:
    """Whether a plain full stop closes the sentence: the frames put their own."""
    return document.text[end - 1 : end] == "." and document.text[end - 2 : end - 1].isalpha()


class _Frame:
    """A frame filled for one sentence: its text, the place of the sentence in it, and what it adds."""

    def __init__(self, sentence: str, dice: random.Random) -> None:
        """Fills a frame."""
        fill = {
            "O": _outlet(dice),
            "A": dice.choice(_PARTS["sources"]),
            "D": dice.choice(_PARTS["days"]),
            "S": sentence,
        }
        self.text, self.at, self.outlet = "", 0, (0, 0)
        self.spans: list[tuple[str, Bounds]] = []
        last, frame = 0, dice.choice(_PARTS["frames"])["text"]
        for slot in _SLOT.finditer(frame):
            self.text += frame[last : slot.start()]
            words, place = str(slot["words"] or slot["slot"]), len(self.text)
            filled = fill.get(words, words)
            if not self.text and words != "S":
                filled = filled[:1].upper() + filled[1:]
            if words == "S":
                self.at = place
                filled = filled[:1].lower() + filled[1:] if self.text and _is_lowered(sentence) else filled
            elif words == "O":
                self.outlet = (place + (4 if filled.lower().startswith("the ") else 0), place + len(filled))
            self.text += filled
            if slot["role"]:
                self.spans.append((slot["role"], (place, len(self.text))))
            last = slot.end()
        self.text += frame[last:]

    def attributions(self, length: int) -> Iterator[Attribution]:
        """What the frame adds: each cue with the source that stands nearest to it, all with the sentence as content."""
        sources = [bounds for role, bounds in self.spans if role == "s"]
        for role, cue in self.spans:
            if role == "c":
                nearest = min(sources, key=lambda s: min(abs(s[0] - cue[1]), abs(cue[0] - s[1])))
                content = (self.at - len(_THAT) * self.text[: self.at].endswith(_THAT), self.at + length)
                yield Attribution(source=(nearest,), cue=(cue,), content=(content,), act="asserts")


def composed(document: Document, bounds: Bounds, dice: random.Random) -> Document:
    """The passage around a sentence, the sentence put into a frame."""
    start, end = bounds
    body = document.text[start : end - 1]
    frame = _Frame(body, dice)
    left = document.text.rfind("\n", 0, max(start - _CONTEXT, 0)) + 1 if start > _CONTEXT else 0
    right = document.text.find("\n", min(end + _CONTEXT, len(document.text)))
    right = len(document.text) if right < 0 else right
    grown = len(frame.text) - (end - start)
    text = document.text[left:start] + frame.text + document.text[end:right]
    kept = []
    for found in document.attributions or ():
        if _within(found, start, end):
            kept.append(moved(found, frame.at - left))
        elif _within(found, left, start):
            kept.append(moved(found, -left))
        elif _within(found, end, right):
            kept.append(moved(found, grown - left))
    kept += [moved(found, start - left) for found in frame.attributions(len(body))]
    outlet = Mention(start=frame.outlet[0] + start - left, end=frame.outlet[1] + start - left, kinds=("publication",))
    cut = [p for a in document.attributions or () for p in _everything(a) if not (left <= p[0] and p[1] <= right)]
    unsure = tuple((max(s, left) - left, min(e, right) - left + grown) for s, e in cut if s < right and left < e)
    return Document(
        name=f"{document.name}+{start}",
        text=text,
        attributions=tuple(kept),
        mentions=(outlet,),
        outlets=(document.outlets or frozenset()) | outlet_words(text[outlet.start : outlet.end]),
        unsure=unsure,
    )


def compositions(documents: list[Document], seed: int, per_document: int) -> Iterator[Document]:
    """Composed passages from each document that has fitting sentences."""
    dice = random.Random(seed)  # noqa: S311 -- drawn for training data, and to be drawn again alike
    for document in documents:
        fitting = candidates(document)
        for bounds in dice.sample(fitting, min(per_document, len(fitting))):
            yield composed(document, bounds, dice)
