"""Claims, stances, reuse and coverage."""

from collections.abc import Sequence

from twosource.export.convert.values import listed, maybe_when, words
from twosource.export.document import (
    ClaimRecord,
    CoverageRecord,
    IntervalRecord,
    OriginRecord,
    ReuseRecord,
    StanceRecord,
    StatementRecord,
)
from twosource.types.claim import Claim, Presence, Stance
from twosource.types.comparison import Reuse


def ordered(claims: Sequence[Claim]) -> list[Claim]:
    """The core first, then what most reports state; what only answers the core stands behind it, even if more do so."""
    answers = {answer.span for claim in claims for answer in claim.answers}

    def weight(claim: Claim) -> tuple[bool, bool, int, str]:
        told = [statement.span for statement in claim.statements]
        return not claim.core, answers.issuperset(told), -len({span.article for span in told}), claim.id

    return sorted(claims, key=weight)


def claim(claim: Claim) -> ClaimRecord:
    """A claim."""
    return ClaimRecord(
        id=claim.id,
        text=claim.text,
        core=claim.core,
        statements=[
            StatementRecord(span=words(s.span), attribution=s.attribution, stance=s.stance)
            for s in (*claim.statements, *claim.answers)
        ],
        origins=[
            OriginRecord(
                id=o.id, name=o.name, kind=o.kind, articles=list(o.articles), via=list(o.via), spans=listed(o.spans)
            )
            for o in claim.origins
        ],
        independent_origins=IntervalRecord(low=claim.low, high=claim.high),
        why=claim.why,
        status=claim.status,
    )


def stance(stance: Stance) -> StanceRecord:
    """A stance."""
    return StanceRecord(
        id=stance.id,
        party=stance.party,
        claim=stance.claim,
        stance=stance.stance,
        span=words(stance.span),
        said=maybe_when(stance.said),
    )


def reuse(reuse: Reuse) -> ReuseRecord:
    """Shared text."""
    return ReuseRecord(id=reuse.id, kind=reuse.kind, articles=list(reuse.articles), spans=listed(reuse.spans))


def coverage(presence: Presence) -> CoverageRecord:
    """A cell of claims by reports."""
    place = words(presence.spans[0])
    return CoverageRecord(
        claim=presence.claim,
        article=presence.article,
        state="present" if presence.present else "absent",
        span=place if presence.present else None,
        nearest=place if not presence.present and place.article == presence.article else None,
    )
