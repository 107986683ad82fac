"""What the elements of a page are, as their tags, the words of their class and id, and their neighbours tell.

The words are in `lexicon/data/html.toml`.
"""

import re
from collections import defaultdict
from typing import cast

from twosource.lexicon import mapping, words
from twosource.readers.apart import STRUCK
from twosource.readers.opened import let_open
from twosource.readers.page import Element, Page
from twosource.readers.prose import FEW, MOSTLY_LINKED
from twosource.types.article import BlockKind

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_KINDS: tuple[BlockKind, ...] = ("comment", "advert", "caption", "bio", "legal", "chrome")
_TAGS = cast("dict[str, BlockKind]", mapping("html", "tags"))
_WORDS = {kind: frozenset(words("html", "words", kind)) for kind in _KINDS}
_STORY = frozenset(words("html", "words", "story"))
_EMBEDS = frozenset(words("html", "words", "embed"))
_ABOUT_EMBEDS = frozenset(words("html", "words", "about_embed"))
_OVERLAYS = frozenset(words("html", "words", "overlay"))
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Classes of style sheets: for one medium or width, of what runs over, hidden on one kind of screen.
_STYLES = re.compile(r":|^overflow|^(?:is-)?(?:hidden|hide|visible|show)-(?!text)", re.IGNORECASE)
_NOT_SAID = STRUCK | {"sup"}
_FRAMES = frozenset({"article", "body", "html", "main"})
_HALF = 0.5
_LITTLE = 600
_SIDE = 0.25


def kinds_of_elements(page: Page, amounts: list[int]) -> list[BlockKind | None]:
    """The kind of each element, or None where it may be of the story; `amounts`: how much text each paragraph is.

    The last place is the page. What an element is, all within it is, unless that says of itself what it is.
    """
    let_open(page, amounts)
    hints = [_hint(element) for element in page.elements]
    weights = page.weights(amounts)
    _drop_hints_of_most(page, hints, weights)
    headed = _headed(page)
    _hint_at_other_stories(page, hints, weights, headed)
    _hint_at_teasers(page, hints, weights, headed)
    return _inherited(page, hints)


def _hint(element: Element) -> BlockKind | None:
    """What an element says that it is, by its tag, its class and its id."""
    attributes = element.attributes
    if element.seen is False or attributes.get("aria-hidden") == "true" or element.name in _NOT_SAID:
        return "chrome"
    found = _words_of(element)
    if attributes.get("itemprop") == "articleBody" or element.name in ("body", "html", "main"):
        return None
    if element.name == "blockquote":  # quoted messages come with classes of their own
        return None
    by_tag = _TAGS.get(element.name)
    if not found.isdisjoint(_EMBEDS):  # what somebody posted, shown within the story
        found -= _ABOUT_EMBEDS
    return by_tag or next((kind for kind in _KINDS if not found.isdisjoint(_WORDS[kind])), None)


def _words_of(element: Element) -> set[str]:
    """The words of its class, id and role, but for classes that only style: "print:mb-2", "overflow-hidden"."""
    attributes = element.attributes
    classes = [name for name in attributes.get("class", "")[:500].split() if _STYLES.search(name) is None]
    named = f"{' '.join(classes)} {attributes.get('id', '')[:500]} {attributes.get('role', '')[:500]}"
    return {word.lower() for word in _WORD.findall(named)}


def _drop_hints_of_most(page: Page, hints: list[BlockKind | None], weights: list[int]) -> None:
    """Takes back the hints of elements that hold the story itself: pages name their frames after what they hold too."""
    for number, element in enumerate(page.elements):
        rest = weights[-1] - weights[number]
        if hints[number] is None or weights[number] <= _SIDE * weights[-1]:
            continue
        names = _words_of(element)
        if element.seen is False and element.name not in _FRAMES and names.isdisjoint(_STORY):
            continue  # a script shows a frame that hides a story; what else is hidden nobody sees
        if rest >= _LITTLE and not names.isdisjoint(_OVERLAYS) and element.name not in _FRAMES:
            continue
        most = weights[number] > _HALF * weights[-1] and (hints[number] != "comment" or rest < _LITTLE)
        if most or (not names.isdisjoint(_STORY) and names.isdisjoint(_OVERLAYS)):
            hints[number] = None


def _hint_at_other_stories(page: Page, hints: list[BlockKind | None], weights: list[int], headed: list[bool]) -> None:
    """Where a page holds several articles, those beside the longest that are headed by a link are other stories."""
    articles = [number for number, element in enumerate(page.elements) if element.name == "article"]
    main = max(articles, key=lambda number: weights[number], default=-1)
    if len(articles) <= FEW or 2 * weights[main] < sum(weights[number] for number in articles):
        return
    within, above = page.inside(main), main
    while above >= 0:
        within[above] = True
        above = page.elements[above].above
    for number in articles:
        if headed[number] and not within[number]:
            hints[number] = "chrome"


def _hint_at_teasers(page: Page, hints: list[BlockKind | None], weights: list[int], headed: list[bool]) -> None:
    """Elements of one class side by side, each short and headed by a link, are the teasers of other stories."""
    alike: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for number, element in enumerate(page.elements):
        alike[element.above, element.name, element.attributes.get("class", "")].append(number)
    for group in alike.values():
        if len(group) > FEW and all(headed[number] and weights[number] <= _LITTLE for number in group):
            for number in group:
                hints[number] = "chrome"


def _headed(page: Page) -> list[bool]:
    """Whether each element holds a heading that is a link; the last place is the page."""
    headed = [False] * (len(page.elements) + 1)
    for paragraph in page.paragraphs:
        headed[paragraph.element] |= page.name_of(paragraph) in _HEADINGS and paragraph.linked > MOSTLY_LINKED * len(
            paragraph.text
        )
    for number in range(len(page.elements) - 1, -1, -1):
        headed[page.elements[number].above] |= headed[number]
    return headed


def _inherited(page: Page, hints: list[BlockKind | None]) -> list[BlockKind | None]:
    """What is shown again within what is hidden, is what it would be if that were not."""
    kinds: list[BlockKind | None] = [None] * (len(page.elements) + 1)
    otherwise = kinds.copy()
    for number, (element, hint) in enumerate(zip(page.elements, hints, strict=True)):
        shown = otherwise[element.above]
        otherwise[number] = shown if element.seen is False else hint or shown
        kinds[number] = hint or (shown if element.seen else kinds[element.above])
    return kinds
