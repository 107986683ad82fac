"""Words with those around them: a bare "nine nights" tells little."""

from twosource.export.document import ArticleRecord, DiscrepancyRecord, Document, Words

# So many code points on each side still fit on a line, and mostly tell what is counted.
REACH = 45
BARE = ("quantity", "duration", "date")
"""The kinds of discrepancy whose sides are bare figures and dates."""


def widened(document: Document, words: Words) -> Words:
    """The words with the whole words around them, within their line."""
    article = next(article for article in document.articles if article.id == words.article)
    start = _whole_words(article, words.start, max(0, words.start - REACH), step=1)
    end = _whole_words(article, words.end, min(len(article.text), words.end + REACH), step=-1)
    return Words(article=words.article, start=start, end=end, exact=article.text[start:end])


def _whole_words(article: ArticleRecord, near: int, far: int, *, step: int) -> int:
    """The place nearest to `far` at which a word ends or begins, not across a line break."""
    text = article.text
    between = text[min(near, far) : max(near, far)]
    if "\n" in between:
        place = between.rfind("\n") + 1 if step == 1 else between.find("\n")
        return far + place if step == 1 else near + place
    while 0 < far < len(text) and far != near and not (text[far - 1].isspace() or text[far].isspace()):
        far += step
    inner = text[min(near, far) : max(near, far)]
    blank = len(inner) - (len(inner.lstrip()) if step == 1 else len(inner.rstrip()))
    return far + step * blank


def in_context(document: Document, found: DiscrepancyRecord) -> list[Words]:
    """A bare figure or date of each of the first sides with the words around it; nothing for other kinds."""
    return [widened(document, side.spans[0]) for side in found.sides[:2] if side.spans] if found.kind in BARE else []
