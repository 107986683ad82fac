"""Which differences come first."""

from twosource.export.claimed import core_claims
from twosource.export.document import DiscrepancyRecord, Document

SEVERITIES = ("contradiction", "unresolved", "update", "scope", "rounding")
# Of equal gravity, what is said of facts comes before how words are printed.
_KINDS = ("stance", "quantity", "date", "duration", "arithmetic", "attribution", "occasion", "scope", "wording")


def ranked(document: Document) -> list[DiscrepancyRecord]:
    """The differences: who answers the story's own claim, then the gravest."""
    told = {(one.span.article, one.span.start) for claim in core_claims(document)[:1] for one in claim.statements}

    def rank(found: DiscrepancyRecord) -> tuple[bool, int, int]:
        spans = [span for side in found.sides for span in side.spans]
        answers = found.kind == "stance" and any((span.article, span.start) in told for span in spans)
        return not answers, SEVERITIES.index(found.severity), _KINDS.index(found.kind)

    return sorted(document.discrepancies, key=rank)
