"""The reports themselves: what was read, what was skipped, what could not be read, what they share."""

from twosource.export.document import ArticleRecord, Document, ReuseRecord
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import Lookup, when_text

REUSED = {"copied": "copied text", "shared_origin": "a text from a third place"}


class Reports(Section):
    """The reports."""

    key = "reports"
    title = "Reports"
    shows = "Every report with its text, block by block, and every input that was not read, with the reason."
    how_to_read = (
        "The number is the one in the boxes. In the text, the margin names parts that are not the report's body: "
        "they are kept, but findings are looked for only in headlines, body and captions."
    )
    cannot_see = "Reports that were not given, and what a page hides behind a login."
    empty = "No report was read."

    def lines(self, document: Document) -> list[Line]:
        """One line a report, then shared text, then what was not read."""
        look = Lookup(document)
        reports = [_line(look, article) for article in document.articles]
        unread = [Line(parts=(Name(one.file), ": ", Name(one.reason)), tag="not read") for one in document.unread]
        return [*reports, *self.shared(document), *unread]

    def shared(self, document: Document) -> list[Line]:
        """The texts that reports share, in one folded line."""
        look = Lookup(document)
        children = tuple(_shared(look, reuse) for reuse in document.reuse)
        title = counted(len(children), "stretch of text that reports share", "stretches of text that reports share")
        return [Line(parts=(title,), children=children, folded=True)] if children else []


def _line(look: Lookup, article: ArticleRecord) -> Line:
    number = look.order(article.id)
    groups: list[tuple[Part, ...]] = [(f"{number} ", Name(look.outlet(article.id)))]
    groups += [(Name(text),) for text in (_title(look, article), ", ".join(article.authors)) if text]
    groups += [(text,) for text in (when_text(article.published),) if text]
    groups += [(Name(article.skipped),)] if article.skipped else []
    groups += [(f"repeats report {look.order(article.repeats)}",)] if article.repeats else []
    return Line(parts=joined(groups, " · "), tag="skipped" if article.skipped else "")


def _title(look: Lookup, article: ArticleRecord) -> str:
    """The title, unless the report is called by it already."""
    return "" if article.title is None or article.title in look.outlet(article.id) else article.title


def _shared(look: Lookup, reuse: ReuseRecord) -> Line:
    names = joined([(Name(look.outlet(one)),) for one in reuse.articles])
    label = REUSED.get(reuse.kind, reuse.kind)
    return Line(parts=(*names, f" share {label}"), spans=tuple(reuse.spans))
