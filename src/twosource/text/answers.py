"""Answers: what parties say to a claim, rather than of the world. They deny it, or they say nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twosource.text.answerers import Answerers
from twosource.text.nameless import is_nameless
from twosource.types.article import Article
from twosource.types.attribution import Attribution, Citation, Response
from twosource.types.claim import Statement, StatementStance
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story

# "There is no plan to …", "we have no plans to …": an answer, whatever follows; not "there is no doubt that …".
_FLATLY = re.compile(
    r"\W*(?:there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:absolutely\s+|simply\s+)?[“\"‘']?no"
    r"(?!\s+(?:doubt|question|reason|denying|wonder)\b)"
    r"|(?:we|it|they|he|she|i)\s+(?:have|has|had)\s+(?:absolutely\s+)?[“\"‘']?no\s+(?:plans?|intention|knowledge))\b",
    re.IGNORECASE,
)
# "We do not comment on rumours": said, and yet no answer.
_REFUSES = re.compile(
    r"\b(?:do(?:es)?\s+not|don['’]t|doesn['’]t|can(?:not|['’]t)|won['’]t|will\s+not|not\s+going\s+to)\s+comment\b"
    r"|\bno\s+comment\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?]")
_SILENT = ("declined_to_comment", "did_not_respond")
_LONGEST_CLAUSE = 300

Kind = Literal["denial", "silence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One party's denials, or its silence, over all reports; `party` is None for those whom no name resolves.

    The stance of a statement is "denies" where not even a source without a name is shown.
    """

    party: str | None
    kind: Kind
    statements: tuple[Statement, ...]


def answers(
    story: Story,
    attributions: Sequence[Attribution],
    responses: Sequence[Response],
    parties: Sequence[Party],
) -> Iterator[Answer]:
    """The answers of each party, as its own words and the reports' words give them, in order of the parties' ids."""
    found: dict[tuple[str | None, Kind], dict[Span, Statement]] = defaultdict(dict)
    answerers = Answerers(story, parties, attributions)
    for attribution in attributions:
        if denies(attribution):
            words = _clause(attribution.citation, story.article(attribution.article))
            is_shown = attribution.speaker is not None or _is_shown(attribution.citation)
            stance: StatementStance = "attributes" if is_shown else "denies"
            found[attribution.speaker, "denial"][words] = Statement(
                span=words, attribution=attribution.id, stance=stance
            )
        if attribution.speaker is not None and (said := refusing(attribution, story.article(attribution.article))):
            statement = Statement(span=said, attribution=attribution.id, stance="attributes")
            found[attribution.speaker, "silence"][said] = statement
    answered: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for given in found.values():
        for span in given:
            answered[id(given), span.article].append(span)
    for response in responses:
        party = answerers.of(response)
        party_id = None if party is None else party.id
        is_told = party is not None or (response.act == "denies" and is_nameless(response.party.exact))
        if is_told and response.act in (*_SILENT, "denies"):
            told: StatementStance = "asserts" if party is not None else "attributes"
            statement = Statement(span=response.words, attribution=None, stance=told)
            given = found[party_id, "silence" if response.act in _SILENT else "denial"]
            if not any(span.covers(response.words) for span in answered[id(given), response.article]):
                given[response.words] = statement
                answered[id(given), response.article].append(response.words)
    for (party_id, kind), given in sorted(found.items(), key=lambda item: (item[0][0] or "", item[0][1])):
        yield Answer(party=party_id, kind=kind, statements=tuple(given[span] for span in sorted(given)))


def _is_shown(citation: Citation) -> bool:
    """Whether the words show at least that one source, or one body, says so."""
    return citation.anonymous is not None or (citation.source is not None and is_nameless(citation.source.exact))


def _clause(citation: Citation, article: Article) -> Span:
    """The words of a denial: those in quotation marks as they stand; else source, cue and content together.

    "The report outright" says nothing by itself; "Orlon rejected the report outright" does.
    """
    parts = [span for span in (citation.source, citation.cue, *citation.content) if span is not None]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    if citation.mode == "direct" or end - start > _LONGEST_CLAUSE or "\n" in article.text[start:end]:
        return denying(citation)
    return article.span(start, end)


def denying(citation: Citation) -> Span:
    """The part of a citation that says flatly that there is no such thing, else its first."""
    return next((part for part in citation.content if _FLATLY.match(part.exact)), citation.content[0])


def refusing(attribution: Attribution, article: Article) -> Span | None:
    """The sentence in which the source says that there is no comment, if any."""
    for part in attribution.citation.content:
        if (match := _REFUSES.search(part.exact)) is not None:
            ends = [sign.end() for sign in _ENDS.finditer(part.exact)]
            start = max((end for end in ends if end <= match.start()), default=0)
            end = min((end for end in ends if end > match.start()), default=len(part.exact))
            start += len(part.exact[start:end]) - len(part.exact[start:end].lstrip())
            return article.span(part.start + start, part.start + end)
    return None


def denies(attribution: Attribution) -> bool:
    """Whether the report says that the source denies, or the source flatly says that there is no such thing."""
    citation = attribution.citation
    return citation.act == "denies" or any(_FLATLY.match(part.exact) for part in citation.content)
