"""The reports themselves: what was read, what was skipped, what could not be read, what they share."""

from twosource.export.dates import when_text
from twosource.export.document import ArticleRecord, Document, ReuseRecord
from twosource.export.naming import file_name
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import Lookup

REUSED = {"copied": "copied text", "shared_origin": "shared text"}


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
        groups: dict[tuple[str, str], list[ReuseRecord]] = {}
        for one in document.reuse:
            groups.setdefault((one.articles[0], one.kind), []).append(one)
        children = tuple(_shared(look, kind, group) for (_, kind), group in groups.items())
        title = counted(len(document.reuse), "pair of reports that share text", "pairs of reports that share text")
        return [Line(parts=(title,), children=children, folded=True)] if children else []


def _line(look: Lookup, article: ArticleRecord) -> Line:
    number = look.order(article.id)
    groups: list[tuple[Part, ...]] = [(f"{number} ", Name(look.label(article.id)))]
    groups += [(Name(text),) for text in (_title(look, article), ", ".join(article.authors)) if text]
    groups += [(text,) for text in (when_text(article.published),) if text]
    groups += [(Name(file_name(article)),)] if article.file else []
    groups += [(Name(article.skipped),)] if article.skipped else []
    groups += [(f"repeats report {look.order(article.repeats)}",)] if article.repeats else []
    return Line(parts=joined(groups, " · "), tag="skipped" if article.skipped else "")


def _title(look: Lookup, article: ArticleRecord) -> str:
    """The title, unless the report is called by it already."""
    return "" if article.title is None or article.title == look.label(article.id) else article.title


def _shared(look: Lookup, kind: str, group: list[ReuseRecord]) -> Line:
    """A report with all those that share text with it and stand after it."""
    others = dict.fromkeys(one for reuse in group for one in reuse.articles[1:])
    names = joined([(Name(look.outlet(one)),) for one in others])
    spans = tuple(dict.fromkeys(span for reuse in group for span in reuse.spans))
    return Line(
        parts=(Name(look.outlet(group[0].articles[0])), f": {REUSED.get(kind, kind)}, with ", *names), spans=spans
    )
