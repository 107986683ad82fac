"""A report's text as a page shows it: its blocks in order, nothing added to the text and nothing left out."""

from collections.abc import Iterator

from markupsafe import Markup

from twosource.export.document import ArticleRecord, BlockRecord, Words
from twosource.export.html.places import Places
from twosource.export.html.shown import language, shown


def body(places: Places, article: ArticleRecord) -> Markup:
    """The blocks, with the blank lines between them; the text of the element is the text of the report."""
    pieces: list[Markup] = []
    done = 0
    for block in sorted(article.blocks, key=lambda one: one.start):
        start, end = max(done, block.start), min(block.end, len(article.text))
        if start < end:
            pieces += [_run(places, article, done, start), _block(places, article, block, start, end)]
            done = end
    return Markup("").join([*pieces, _run(places, article, done, len(article.text))])


def _block(places: Places, article: ArticleRecord, block: BlockRecord, start: int, end: int) -> Markup:
    tag = language(block.language) if block.language != article.language else None
    lang = Markup(' lang="{}"').format(tag) if tag else Markup("")
    kind = Markup(' data-kind="{}"').format(block.kind) if block.kind != "body" else Markup("")
    return Markup("<p{}{}>{}</p>").format(kind, lang, _run(places, article, start, end))


def _run(places: Places, article: ArticleRecord, start: int, end: int) -> Markup:
    """A stretch of text with an anchor before each place that a link leads to."""
    return Markup("").join(_pieces(places, article, start, end))


def _pieces(places: Places, article: ArticleRecord, start: int, end: int) -> Iterator[Markup]:
    done = start
    for low, high in sorted(places.anchors[article.id]):
        if start <= low < end:
            words = Words(article=article.id, start=low, end=high, exact=article.text[low:high])
            yield shown(article.text[done:low])
            yield Markup("<i id={}></i>").format(places.anchor(words))
            done = low
    yield shown(article.text[done:end])
