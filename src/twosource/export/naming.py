"""What reports and sources are called, alike in every view."""

from collections.abc import Iterable, Mapping

from twosource.export.document import ArticleRecord, ClaimRecord, Document, OriginRecord
from twosource.export.numbers import counted

_NAMED = 3
_OPENING = 8
UNSOURCED = "no source named"


def outlet_names(document: Document) -> dict[str, str]:
    """How each report (by id) is called in a line: by its outlet, else by its number in the document."""
    return {one.id: one.outlet or f"report {number}" for number, one in enumerate(document.articles, start=1)}


def label(article: ArticleRecord) -> str:
    """What stands at the head of a report: its outlet, else its title, else the words it opens with, else its file."""
    return article.outlet or article.title or _opening(article) or file_name(article)


def _opening(article: ArticleRecord) -> str:
    """The first words of its headline, or of its body."""
    for kind in ("headline", "body"):
        for block in article.blocks:
            words = article.text[block.start : block.end].split() if block.kind == kind else []
            if words:
                return " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")
    return ""


def file_name(article: ArticleRecord) -> str:
    """The last part of the path that the report was read from, or its id."""
    return (article.file or article.id).replace("\\", "/").rpartition("/")[2]


def party_name(document: Document, party_id: str | None) -> str:
    """A party's name; a source that is no known party is called so."""
    return next((entity.name for entity in document.entities if entity.id == party_id), "an unresolved source")


def outlets(document: Document, articles: Iterable[str]) -> str:
    """Reports in one line: the first few outlets by name, the others, and reports without an outlet, as a number."""
    wanted = set(articles)
    found = [article for article in document.articles if article.id in wanted]
    names = list(dict.fromkeys(article.outlet for article in found if article.outlet))
    shown, nameless = names[:_NAMED], sum(article.outlet is None for article in found)
    rest = len(names) - len(shown) + nameless
    if not shown:
        return outlet_names(document)[found[0].id] if len(found) == 1 else counted(nameless, "report")
    return ", ".join(shown) + (f" and {counted(rest, 'other')}" if rest else "")


def is_unsourced(articles: Mapping[str, ArticleRecord], origin: OriginRecord) -> bool:
    """Whether the origin is a report that names no source: it is called by the outlet, or the file, of one of its own.

    An outlet that is an origin because others cite it is not meant, unless it is among those that rest on it.
    """
    if origin.kind != "outlet" or origin.via:
        return False
    found = (articles[one] for one in origin.articles if one in articles)
    return any(origin.name in {article.outlet, file_name(article)} for article in found)


def sourced(document: Document, claim: ClaimRecord) -> tuple[list[OriginRecord], OriginRecord | None]:
    """The origins that reports name, and all reports which name none as one, or None."""
    articles = {article.id: article for article in document.articles}
    own = [origin for origin in claim.origins if is_unsourced(articles, origin)]
    return [origin for origin in claim.origins if origin not in own], _joined(own) if own else None


def _joined(own: list[OriginRecord]) -> OriginRecord:
    return OriginRecord(
        id=UNSOURCED,
        name=UNSOURCED,
        kind="outlet",
        articles=list(dict.fromkeys(one for origin in own for one in origin.articles)),
        via=[],
        spans=[span for origin in own for span in origin.spans],
    )
