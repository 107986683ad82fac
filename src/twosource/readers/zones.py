"""Which part of a page each paragraph stands in: the story, or what its elements say that it is instead.

The story is found as the element that holds most of the running text, as in Readability (Arc90, 2009) but without its
scores for classes: from the root down, as long as one child holds nearly all of it. What the elements outside and
inside it are is told in `hints.py`.
"""

from collections import defaultdict

from twosource.readers.hints import kinds_of_elements
from twosource.readers.page import Page
from twosource.readers.prose import is_link, link_lists, linked_points, prose, surely_told
from twosource.types.article import BlockKind

_LEAVES = frozenset({"p", "li", "blockquote", "h1", "h2", "dd"})
_MOST = 0.7


def zones(page: Page, headline: int | None = None) -> list[BlockKind | None]:
    """For each paragraph the kind that its place gives it, or None where it is in the story.

    What stands above the headline is not the story; prose between it and the story is (a lead that is set apart).
    """
    amounts = [prose(paragraph) for paragraph in page.paragraphs]
    kinds = kinds_of_elements(page, amounts)
    hinted = [kinds[paragraph.element] for paragraph in page.paragraphs]
    counted = [0 if kind else amount for kind, amount in zip(hinted, amounts, strict=True)]
    inside = page.inside(_story(page, page.weights(counted)))
    within = [inside[paragraph.element] for paragraph in page.paragraphs]
    if headline is not None:
        first = next((i for i, amount in enumerate(counted) if amount and within[i] and i > headline), headline)
        within = [i > headline and (held or (i < first and counted[i] > 0)) for i, held in enumerate(within)]
    links, told, points = link_lists(page), surely_told(page), linked_points(page)
    leads = [held and not inside[paragraph.element] for held, paragraph in zip(within, page.paragraphs, strict=True)]
    away = [
        not held or i in links or (i not in points and i not in told and is_link(page, page.paragraphs[i]))
        for i, held in enumerate(within)
    ]
    return [
        kind or ("chrome" if away[i] else "subhead" if leads[i] else "body" if i in told else None)
        for i, kind in enumerate(hinted)
    ]


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
