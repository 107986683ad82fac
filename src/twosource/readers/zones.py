"""Which part of a page each paragraph stands in: the story, or what its elements say that it is instead.

The story is found as the element that holds most of the running text, as in Readability (Arc90, 2009) but without its
scores for classes: from the root down, as long as one child holds nearly all of it. What the elements outside and
inside it are comes from their tags and from the words of their class and id (`lexicon/data/html.toml`).
"""

import re
from collections import defaultdict
from typing import cast

from twosource.lexicon import mapping, words
from twosource.readers.page import Element, Page, Paragraph
from twosource.types.article import BlockKind

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_KINDS: tuple[BlockKind, ...] = ("comment", "advert", "caption", "bio", "legal", "chrome")
_TAGS = cast("dict[str, BlockKind]", mapping("html", "tags"))
_WORDS = {kind: frozenset(words("html", "words", kind)) for kind in _KINDS}
_STORY = frozenset(words("html", "words", "story"))
_LEAVES = frozenset({"p", "li", "blockquote", "h1", "h2", "dd"})
_PROSE = 40
_LINKED = 0.3
_MOSTLY_LINKED = 0.6
_MOST = 0.7
_HALF = 0.5
_LITTLE = 600
_SIDE = 0.25


def zones(page: Page, headline: int | None = None) -> list[BlockKind | None]:
    """For each paragraph the kind that its place gives it, or None where it is in the story.

    What stands above the headline is not the story; prose between it and the story is (a lead that is set apart).
    """
    hints = [_hint(element) for element in page.elements]
    prose = [_prose(paragraph) for paragraph in page.paragraphs]
    _drop_hints_of_most(page, hints, _weights(page, prose))
    kinds = _inherited(page, hints)
    hinted = [kinds[paragraph.element] for paragraph in page.paragraphs]
    counted = [0 if kind else amount for kind, amount in zip(hinted, prose, strict=True)]
    inside = _inside(page, _story(page, _weights(page, counted)))
    within = [inside[paragraph.element] for paragraph in page.paragraphs]
    if headline is not None:
        first = next((i for i, amount in enumerate(counted) if amount and within[i] and i > headline), headline)
        within = [i > headline and (held or (i < first and counted[i] > 0)) for i, held in enumerate(within)]
    leads = [held and not inside[paragraph.element] for held, paragraph in zip(within, page.paragraphs, strict=True)]
    return [
        kind or ("subhead" if lead else None if held and not _is_link(page, paragraph) else "chrome")
        for kind, lead, held, paragraph in zip(hinted, leads, within, page.paragraphs, strict=True)
    ]


def _prose(paragraph: Paragraph) -> int:
    """How much running text a paragraph is: its length, or nothing for labels and links."""
    text = paragraph.text
    if len(text) < _PROSE or paragraph.linked > _LINKED * len(text):
        return 0
    return len(text) if text.rstrip("\"'”’»)")[-1:] in ".!?…:" or len(text) > 3 * _PROSE else 0


def _is_link(page: Page, paragraph: Paragraph) -> bool:
    return page.name_of(paragraph) not in ("blockquote", "h1") and paragraph.linked > _MOSTLY_LINKED * len(
        paragraph.text
    )


def _weights(page: Page, amounts: list[int]) -> list[int]:
    """How much each element holds, itself and below; the last place is the page."""
    weights = [0] * (len(page.elements) + 1)
    for paragraph, amount in zip(page.paragraphs, amounts, strict=True):
        weights[paragraph.element] += amount
    for number in range(len(page.elements) - 1, -1, -1):
        weights[page.elements[number].above] += weights[number]
    return weights


def _hint(element: Element) -> BlockKind | None:
    """What an element says that it is, by its tag, its class and its id."""
    attributes = element.attributes
    style = attributes.get("style", "").replace(" ", "").lower()
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style:
        return "chrome"
    found = {word.lower() for word in _WORD.findall(_names(element))}
    if attributes.get("itemprop") == "articleBody" or element.name in ("body", "html", "main"):
        return None
    if element.name == "blockquote":  # quoted messages come with classes of their own
        return None
    by_tag = _TAGS.get(element.name)
    return by_tag or next((kind for kind in _KINDS if not found.isdisjoint(_WORDS[kind])), None)


def _names(element: Element) -> str:
    attributes = element.attributes
    return f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"[:500]


def _drop_hints_of_most(page: Page, hints: list[BlockKind | None], weights: list[int]) -> None:
    """Takes back the hints of elements that hold the story itself: pages name their frames after what they hold too."""
    for number, element in enumerate(page.elements):
        rest = weights[-1] - weights[number]
        if hints[number] is None or weights[number] <= _SIDE * weights[-1]:
            continue
        names = {word.lower() for word in _WORD.findall(_names(element))}
        most = weights[number] > _HALF * weights[-1] and (hints[number] != "comment" or rest < _LITTLE)
        if most or not names.isdisjoint(_STORY):
            hints[number] = None


def _inherited(page: Page, hints: list[BlockKind | None]) -> list[BlockKind | None]:
    kinds: list[BlockKind | None] = []
    for element, hint in zip(page.elements, hints, strict=True):
        kinds.append(hint or (kinds[element.above] if element.above >= 0 else None))
    return [*kinds, None]


def _story(page: Page, weights: list[int]) -> int:
    """The innermost element that holds most of the prose of each one above it; -1 for the page."""
    children: dict[int, list[int]] = defaultdict(list)
    for number, element in enumerate(page.elements):
        if weights[number]:
            children[element.above].append(number)
    here = -1
    while children[here]:
        best = max(children[here], key=lambda number: weights[number])
        if weights[best] < _MOST * weights[here] or page.elements[best].name in _LEAVES:
            break
        here = best
    return here


def _inside(page: Page, story: int) -> list[bool]:
    inside: list[bool] = []
    for number, element in enumerate(page.elements):
        inside.append(number == story or (inside[element.above] if element.above >= 0 else story < 0))
    return [*inside, story < 0]
