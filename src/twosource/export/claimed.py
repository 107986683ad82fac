"""The claims that a story is about, and the reports that carry them."""

from twosource.export.document import ClaimRecord, Document


def core_claims(document: Document) -> list[ClaimRecord]:
    """The claims that the story is about; where none is marked, the one that most reports state."""
    core = [claim for claim in document.claims if claim.core]
    return core or document.claims[:1]


def carriers(claim: ClaimRecord) -> set[str]:
    """The reports that state a claim, or repeat one that does (ids)."""
    return {one.span.article for one in claim.carried()} | {one for origin in claim.origins for one in origin.articles}
