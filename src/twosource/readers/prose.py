"""Which paragraphs of a page are running text, which are links, and which are cells of tables."""

from collections import defaultdict
from collections.abc import Iterable

from twosource.readers.page import Page, Paragraph

PROSE, LINKED, MOSTLY_LINKED = 40, 0.3, 0.6
FEW = 2
_CELL = 60


def prose(paragraph: Paragraph) -> int:
    """How much running text a paragraph is: its length, or nothing for labels and links."""
    text = paragraph.text
    if len(text) < PROSE or paragraph.linked > LINKED * len(text):
        return 0
    return len(text) if _ends(text) or text[-1:] == ":" or len(text) > 3 * PROSE else 0


def is_link(page: Page, paragraph: Paragraph) -> bool:
    """Whether it is a link with hardly a word beside it; long sentences of the story may be links from end to end."""
    if page.name_of(paragraph) in ("blockquote", "h1") or paragraph.linked <= MOSTLY_LINKED * len(paragraph.text):
        return False
    return page.name_of(paragraph) not in ("p", "li") or len(paragraph.text) < 2 * PROSE or not _ends(paragraph.text)


def linked_points(page: Page) -> frozenset[int]:
    """Items that are links from end to end, in lists that hold at least as much text that is none."""
    return frozenset(
        i
        for items in _lists(page)
        if 2 * sum(page.paragraphs[i].linked for i in items) <= sum(len(page.paragraphs[i].text) for i in items)
        for i in items
        if is_link(page, page.paragraphs[i]) and _ends(page.paragraphs[i].text)
    )


def _ends(text: str) -> bool:
    return text.rstrip("\"'”’»)」』")[-1:] in ".!?…。！？।؟۔"


def link_lists(page: Page) -> frozenset[int]:
    """The items of lists of links: each holds one, much of the list is link, and none ends as a statement does."""
    found = (items for items in _lists(page) if _are_links([page.paragraphs[i] for i in items]))
    return frozenset(item for items in found for item in items)


def _lists(page: Page) -> Iterable[list[int]]:
    """The items of each list, by number."""
    lists: dict[int, list[int]] = defaultdict(list)
    for i, paragraph in enumerate(page.paragraphs):
        if page.name_of(paragraph) == "li":
            lists[page.elements[paragraph.element].above].append(i)
    return lists.values()


def _are_links(items: list[Paragraph]) -> bool:
    linked, whole = sum(item.linked for item in items), sum(len(item.text) for item in items)
    return len(items) > FEW and linked > LINKED * whole and all(item.linked and item.text[-1:] != "." for item in items)


def surely_told(page: Page) -> frozenset[int]:
    """What is body wherever it stands in a story, however short: what it quotes at length, and tables of values."""
    tables: dict[int, list[int]] = defaultdict(list)
    quoted: list[bool] = []
    for element in page.elements:
        quoted.append(element.name == "blockquote" or (element.above >= 0 and quoted[element.above]))
    for i, paragraph in enumerate(page.paragraphs):
        if page.name_of(paragraph) in ("td", "th"):
            row = page.elements[paragraph.element].above
            tables[page.elements[row].above if row >= 0 else -1].append(i)
    data = (cells for cells in tables.values() if _is_data([page.paragraphs[i] for i in cells]))
    values = (cell for cells in data for cell in cells if not is_link(page, page.paragraphs[cell]))
    quoted.append(False)  # the page
    quotations = (i for i, paragraph in enumerate(page.paragraphs) if quoted[paragraph.element])
    return frozenset(values) | frozenset(quotations)


def _is_data(cells: list[Paragraph]) -> bool:
    return len(cells) > 2 * FEW and all(len(cell.text) <= _CELL for cell in cells)
