"""Answers: what parties say to a claim, rather than of the world. They deny it, or they say nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.text.targets import party_at
from twosource.text.words import Vocabulary
from twosource.types.attribution import Attribution, Response
from twosource.types.claim import Statement
from twosource.types.party import Party

DENIALS = frozenset({"~deny", "~false"})
_SILENT = ("declined_to_comment", "did_not_respond")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One party's denials, or its silence, over all reports."""

    party: str
    kind: Literal["denial", "silence"]
    statements: tuple[Statement, ...]


def answers(
    attributions: Sequence[Attribution], responses: Sequence[Response], parties: Sequence[Party], vocabulary: Vocabulary
) -> Iterator[Answer]:
    """The answers of each party, as its own words and the reports' words give them, in order of the parties' ids."""
    found: dict[tuple[str, Literal["denial", "silence"]], set[Statement]] = defaultdict(set)
    for attribution in attributions:
        if attribution.speaker is not None and denies(attribution, vocabulary):
            words = attribution.citation.content[0]
            statement = Statement(span=words, attribution=attribution.id, stance="attributes")
            found[attribution.speaker, "denial"].add(statement)
    for response in responses:
        party = party_at(parties, response.party)
        if party is not None and response.act in (*_SILENT, "denies"):
            statement = Statement(span=response.words, attribution=None, stance="asserts")
            found[party.id, "silence" if response.act in _SILENT else "denial"].add(statement)
    for (party_id, kind), statements in sorted(found.items()):
        yield Answer(
            party=party_id,
            kind=kind,
            statements=tuple(sorted(statements, key=lambda one: (one.span, one.attribution or ""))),
        )


def denies(attribution: Attribution, vocabulary: Vocabulary) -> bool:
    """Whether the report says that the source denies, or the source's words call something false."""
    if attribution.citation.act == "denies":
        return True
    return any(DENIALS & set(vocabulary.content(part.exact)) for part in attribution.citation.content)
