"""HTML: the readable text of a page, its blocks, its metadata, and the map from the text back to the page.

Nothing that can be read is left out: what is not the story is kept as a block of its kind.
"""

from collections.abc import Iterator

from twosource.errors import UnreadableError
from twosource.readers.blocks import label_lines
from twosource.readers.building import page_of
from twosource.readers.charset import decode
from twosource.readers.cues import of_line
from twosource.readers.limits import too_long
from twosource.readers.lines import Line
from twosource.readers.metadata import declared_charset, is_dossier, metadata_of
from twosource.readers.page import Page, Paragraph
from twosource.readers.source import Draft, Source
from twosource.readers.zones import zones
from twosource.types.article import Block, Run

_SUBHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LIKE = 0.5


def reports(source: Source) -> Iterator[Draft]:
    """The one report of a page; raises UnreadableError where the page has no text, or is a dossier."""
    decoded = decode(source.data, source.charset or declared_charset(source.data))
    page = page_of(decoded)
    if is_dossier(page):
        message = "a dossier that this program wrote, not a report"
        raise UnreadableError(message)
    if not page.paragraphs:
        message = "no text in this page"
        raise UnreadableError(message)
    text, lines, runs = _laid_out(page)
    facts = metadata_of(page)
    yield Draft(
        file=source.file,
        text=text,
        url=facts.url,
        outlet=facts.outlet,
        title=facts.title,
        authors=facts.authors,
        published=facts.published,
        blocks=() if too_long(len(text), text.count("\n")) else _blocks(page, lines, facts.title),
        runs=tuple(runs),
    )


def _laid_out(page: Page) -> tuple[str, list[Line], list[Run]]:
    """The text with its paragraphs apart, a line for each, and where each stretch of it came from."""
    parts: list[str] = []
    lines: list[Line] = []
    runs: list[Run] = []
    place = 0
    for paragraph in page.paragraphs:
        gap = "" if not parts else "\n" if paragraph.soft else "\n\n"
        text = paragraph.text
        parts += [gap, text]
        place += len(gap)
        lines.append(Line(place, place + len(text), text, max(len(gap) - 1, 0)))
        runs += _runs(paragraph, place)
        place += len(text)
    return "".join(parts), lines, runs


def _runs(paragraph: Paragraph, place: int) -> Iterator[Run]:
    """The runs of a paragraph, touching ones joined. A changed piece of the same length has none: it was not copied."""
    last: Run | None = None
    for piece in paragraph.pieces:
        end = place + len(piece.text)
        joins = last is not None and piece.copied and last.source_end == piece.start
        if last is not None and joins and last.end - last.start == last.source_end - last.source_start:
            last = Run(start=last.start, end=end, source_start=last.source_start, source_end=piece.end)
        elif piece.copied or len(piece.text) != piece.end - piece.start:
            if last is not None:
                yield last
            last = Run(start=place, end=end, source_start=piece.start, source_end=piece.end)
        place = end
    if last is not None:
        yield last


def _blocks(page: Page, lines: list[Line], title: str | None) -> tuple[Block, ...]:
    headline = _headline(page, lines, title)
    kinds = zones(page, headline)
    for i, (paragraph, line) in enumerate(zip(page.paragraphs, lines, strict=True)):
        if kinds[i] is None and page.name_of(paragraph) in _SUBHEADS and of_line(line) is None:
            kinds[i] = "subhead"
    if headline is not None:
        kinds[headline] = "headline"
    return label_lines(lines, kinds, title, links_known=True)


def _headline(page: Page, lines: list[Line], title: str | None) -> int | None:
    """The paragraph of the `h1` that is most like the title, or of another heading that equals it."""
    found = [i for i, paragraph in enumerate(page.paragraphs) if page.name_of(paragraph) == "h1"]
    if title is None:
        return found[0] if len(found) == 1 else None
    key = Line(0, 0, title, 0).key
    wanted = set(key.split())
    found += [
        i for i, paragraph in enumerate(page.paragraphs) if page.name_of(paragraph) in _SUBHEADS and lines[i].key == key
    ]
    likeness = {i: len(wanted & set(lines[i].key.split())) / len(wanted | set(lines[i].key.split())) for i in found}
    best = max(found, key=lambda i: (likeness[i], -i), default=None)
    return best if best is not None and likeness[best] >= _LIKE else None
