"""The claims that a story is about, and the reports that carry them."""

import re

from twosource.export.document import ClaimRecord, Document, StanceRecord, Words
from twosource.lexicon.denial import denial_verbs

_WORD = re.compile(r"[\w'’]+")
_NO = frozenset(f"{word}n{mark}t" for word in ("has", "have", "had", "did", "does") for mark in "'’") | {"not", "never"}
SILENT = ("declined_to_comment", "did_not_respond")
ANSWERS = ("denies", "could_not_verify", *SILENT)


def core_claims(document: Document) -> list[ClaimRecord]:
    """The claims that the story is about; where none is marked, the one that most reports state."""
    core = [claim for claim in document.claims if claim.core]
    return core or document.claims[:1]


def carriers(claim: ClaimRecord) -> set[str]:
    """The reports that state a claim, or repeat one that does (ids)."""
    return {one.span.article for one in claim.carried()} | {one for origin in claim.origins for one in origin.articles}


def leads(document: Document) -> list[ClaimRecord]:
    """The first core claim; where unrelated stories were given together, that of each that has one."""
    core = core_claims(document)
    if not document.story.strands:
        return core[:1]
    firsts = (next((one for one in core if carriers(one) <= set(strand)), None) for strand in document.story.strands)
    return [claim for claim in firsts if claim is not None]


def denials(document: Document) -> tuple[list[StanceRecord], list[StanceRecord]]:
    """The denials of what the story is about, and those of anything else: the same wherever denials are told."""
    about = {claim.id for claim in leads(document)}
    found = [stance for stance in document.stances if stance.stance == "denies"]
    return [one for one in found if one.claim in about], [one for one in found if one.claim not in about]


def unresolved_denials(document: Document) -> list[Words]:
    """The words of denials whose speaker no name resolves, in reports that have no denial by a party."""
    told = {stance.span.article for stance in document.stances if stance.stance == "denies"}
    words = {one.span for claim in document.claims for one in claim.statements if one.stance == "denies"}
    denying = (one for one in words if _denies(_WORD.findall(one.exact)))
    found = (one for one in denying if one.article not in told)
    return sorted(found, key=lambda one: (one.article, one.start))


def _denies(said: list[str]) -> bool:
    """Whether a verb of denial stands among these words, without a no right before it: "he has not denied it"."""
    verbs = (at for at, word in enumerate(said) if word in denial_verbs())
    return any(_NO.isdisjoint(said[max(0, at - 2) : at]) for at in verbs)


def is_answer(document: Document, claim: ClaimRecord) -> bool:
    """Whether a claim has a denial of what the story is about, or a refusal to comment on it; or is silence at all."""
    lead = leads(document)
    if claim in lead:
        return False
    said = {
        (one.span.article, one.span.start) for claimed in lead for one in claimed.statements if one.stance in ANSWERS
    }
    if any((one.span.article, one.span.start) in said for one in claim.statements):
        return True
    silent = [one.span for one in document.stances if one.stance in SILENT]
    return all(any(overlap(one.span, span) for span in silent) for one in claim.statements)


def overlap(one: Words, other: Words) -> bool:
    """Whether two spans have words in common."""
    return one.article == other.article and one.start < other.end and other.start < one.end
