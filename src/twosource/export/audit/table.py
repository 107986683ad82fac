"""The audit as CSV, and a sample of it to be judged by hand."""

import csv
import io
from collections.abc import Iterable, Sequence
from hashlib import sha256

from twosource.export.audit.policy import Policy
from twosource.export.audit.rules import broken
from twosource.export.audit.sources import UnnamedSource
from twosource.export.document import Document, Words
from twosource.export.sections.lookup import Lookup
from twosource.text.safety import visible

COLUMNS = (
    "id", "report", "outlet", "source", "source_at", "number", "sourcing", "through",
    "reason", "reason_at", "supports", "supports_at", "look",
)  # fmt: skip
VERDICT = "verdict"
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); wide forms are folded to these.
_FORMULA = frozenset("=+-@\t\r＝＋－＠")


def csv_text(document: Document, sources: Iterable[UnnamedSource], policy: Policy, *, verdict: bool = False) -> str:
    """The table, with an empty column for a verdict if that is asked for; no cell can be taken for a formula."""
    look, out = Lookup(document), io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS, VERDICT] if verdict else COLUMNS)
    for source in sources:
        row = [safe(cell) for cell in _cells(look, source, policy)]
        writer.writerow([*row, ""] if verdict else row)
    return out.getvalue()


def sample(sources: Sequence[UnnamedSource], number: int) -> list[UnnamedSource]:
    """So many of them as if at random, the same ones whenever it is asked: those whose ids have the least digests."""
    drawn = sorted(sources, key=lambda source: sha256(source.id.encode()).digest())[:number]
    return [source for source in sources if source in drawn]


def safe(cell: str) -> str:
    """The cell with unseen characters shown, and with an apostrophe before what would make it a formula."""
    text = visible(cell)
    return f"'{text}" if cell.lstrip(" ")[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else text


def _cells(look: Lookup, source: UnnamedSource, policy: Policy) -> list[str]:
    article = look.articles[source.article]
    reason = [source.reason] if source.reason else []
    return [
        source.id,
        article.file or article.id,
        article.outlet or "",
        source.description,
        _places([source.named]),
        "" if source.count is None else str(source.count),
        source.sourcing,
        " > ".join(look.party(one).text for one in source.via),
        _joined(reason),
        _places(reason),
        _joined(source.supports),
        _places(source.supports),
        "; ".join(broken(source, policy)),
    ]


def _joined(spans: Iterable[Words]) -> str:
    return " … ".join(" ".join(span.exact.split()) for span in spans)


def _places(spans: Iterable[Words]) -> str:
    """Code points from and to, half-open."""
    return "; ".join(f"{span.start}:{span.end}" for span in spans)
