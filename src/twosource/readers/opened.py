"""What a page hides until its reader asks for it: the rest of a story behind "Read more".

That is a part of the report, for whoever reads the page can have it. A page says so by a control that names what it
opens (`aria-controls`, `data-target`), or by one beside the hidden words, after prose that is shown. Hidden text that
nothing on the page offers is seen by nobody. But where most of the prose is seen through, paragraph by paragraph, a
script fades it in.
"""

from collections.abc import Iterator

from twosource.lexicon import words
from twosource.readers.markup import Open
from twosource.readers.page import Page, Paragraph

_OFFERS = frozenset(words("html", "offers"))
_NEAR, _MANY = 3, 3
_EDGES = " .…:;+-–—›»>▼▾⌄↓[]()"


def named_by(token: Open) -> Iterator[str]:
    """The ids of the elements that a control says it opens."""
    attributes = token.attributes
    yield from attributes.get("aria-controls", "").split()
    for name in ("data-target", "data-bs-target"):
        if attributes.get(name, "").startswith("#"):
            yield attributes[name][1:]
    if ("data-toggle" in attributes or "data-bs-toggle" in attributes) and attributes.get("href", "").startswith("#"):
        yield attributes["href"][1:]


def let_open(page: Page, amounts: list[int]) -> None:
    """Takes what a reader can open for shown; `amounts`: how much prose each paragraph is."""
    hidden: list[bool] = []
    for element in page.elements:
        above = element.above >= 0 and hidden[element.above]
        hidden.append(element.seen is False or (above and not element.seen))
    unseen = [paragraph.element >= 0 and hidden[paragraph.element] for paragraph in page.paragraphs]
    held = _held(page)
    if _is_faded_in(page, amounts, unseen):
        for element in page.elements:
            element.seen = None if element.faded else element.seen
    for number, element in enumerate(page.elements):
        first, last = held[number]
        if element.seen is not False or first > last or not any(amounts[first : last + 1]):
            continue
        if element.attributes.get("id") in page.controls or _is_offered(page, amounts, unseen, first, last):
            element.seen = None


def _is_faded_in(page: Page, amounts: list[int], unseen: list[bool]) -> bool:
    """Whether most of the prose is seen through, paragraph by paragraph: such a page fades in as it is scrolled."""
    faded = [i for i, paragraph in enumerate(page.paragraphs) if unseen[i] and page.elements[paragraph.element].faded]
    shown = sum(amount for amount, hidden in zip(amounts, unseen, strict=True) if not hidden)
    many = {page.paragraphs[i].element for i in faded if page.elements[page.paragraphs[i].element].seen is False}
    return len(many) >= _MANY and sum(amounts[i] for i in faded) > shown


def _held(page: Page) -> list[tuple[int, int]]:
    """The first and the last paragraph within each element; the last is before the first where it holds none."""
    held = [(len(page.paragraphs), -1)] * (len(page.elements) + 1)
    for i, paragraph in enumerate(page.paragraphs):
        first, last = held[paragraph.element]
        held[paragraph.element] = min(first, i), max(last, i)
    for number in range(len(page.elements) - 1, -1, -1):
        first, last = held[page.elements[number].above]
        held[page.elements[number].above] = min(first, held[number][0]), max(last, held[number][1])
    return held


def _is_offered(page: Page, amounts: list[int], unseen: list[bool], first: int, last: int) -> bool:
    """Whether the words beside what is hidden offer it, after prose that is shown."""
    before = range(max(first - _NEAR, 0), first)
    after = range(last + 1, min(last + _NEAR, len(page.paragraphs)))
    told = any(amounts[i] and not unseen[i] for i in before)
    return told and any(not unseen[i] and _offers(page.paragraphs[i]) for i in (*before, *after))


def _offers(paragraph: Paragraph) -> bool:
    """Whether it is a call to open something: a link that leads to another page is none."""
    return (not paragraph.linked or paragraph.stays) and paragraph.text.strip(_EDGES).lower() in _OFFERS
