"""The ledger of predictions as CSV."""

import csv
import io
from collections.abc import Sequence

from twosource.export.audit.table import safe
from twosource.export.document import Document, PredictionRecord, VerdictRecord
from twosource.export.foreseen import OUTCOMES, outcome_tag
from twosource.export.sections.line import Line
from twosource.export.sections.lookup import Lookup
from twosource.export.sections.predictions import teller

COLUMNS = (
    "id", "report", "outlet", "prediction", "at", "who", "kind", "due_from", "due_to", "stated", "condition",
    "outcome", "decided_by", "decided_on", "why", "may_settle_it",
)  # fmt: skip


def csv_text(document: Document) -> str:
    """One row a prediction, then one for each verdict whose words these reports do not print; no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    look = Lookup(document)
    rows = [_row(look, one, _last(document.verdicts, one.id)) for one in document.predictions]
    rows += [_stray(one) for one in document.verdicts if not one.predictions]
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _last(verdicts: Sequence[VerdictRecord], prediction: str) -> VerdictRecord | None:
    found = [one for one in verdicts if prediction in one.predictions]
    return found[-1] if found and found[-1].outcome != "withdrawn" else None


def _row(look: Lookup, one: PredictionRecord, verdict: VerdictRecord | None) -> list[str]:
    article = look.articles[one.span.article]
    return [
        one.id,
        article.file or article.id,
        article.outlet or "",
        " ".join(one.text.split()),
        f"{one.span.start}:{one.span.end}",
        Line(parts=teller(look, one)).text,
        one.kind or "",
        (one.due.earliest if one.due else None) or "",
        (one.due.latest if one.due else None) or "",
        one.horizon.exact if one.horizon else "",
        one.condition.exact if one.condition else "",
        outcome_tag(one),
        verdict.who if verdict else "",
        verdict.when if verdict else "",
        verdict.why if verdict else "",
        " … ".join(" ".join(span.exact.split()) for span in one.evidence),
    ]


def _stray(verdict: VerdictRecord) -> list[str]:
    """A verdict without its prediction: what it says, and where it stands."""
    empty = dict.fromkeys(COLUMNS, "")
    told = {
        "report": verdict.report,
        "prediction": verdict.words,
        "outcome": f"{OUTCOMES[verdict.outcome]}, but the prediction is not in these reports ({verdict.place})",
        "decided_by": verdict.who,
        "decided_on": verdict.when,
        "why": verdict.why,
    }
    return list((empty | told).values())
