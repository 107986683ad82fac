"""Who says what, party by party, in the order of time."""

import re
from dataclasses import dataclass, field, replace

from twosource.export.dates import when_text
from twosource.export.document import AttributionRecord, Document, StanceRecord, When, Words
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Part, Section
from twosource.export.sections.lookup import UNRESOLVED, Lookup, quoted

ACTS = {
    "denies": "denies",
    "declined_to_comment": "declined to comment",
    "did_not_respond": "did not respond",
    "could_not_verify": "could not verify",
    "hedges": "hedges",
}
_WORD = re.compile(r"\w+")
KINDS = {"unnamed": "Sources without a name", "unresolved": "Sources not tied to a name"}


@dataclass(slots=True, kw_only=True)
class Voice:
    """A speaker with all that is attributed to it."""

    name: Part
    kind: str
    stances: list[StanceRecord] = field(default_factory=list)
    utterances: dict[str, list[AttributionRecord]] = field(default_factory=dict)


class Voices(Section):
    """Who says what."""

    key = "voices"
    title = "Who says what"
    shows = "Every party with what reports attribute to it: first what it does to the claims, then its words."
    how_to_read = (
        "Parties with an answer to a claim come first, then those with the most words; unnamed sources, and those that "
        "could not be tied to a name, stand together at the end. What several reports give "
        "as one utterance stands once, with a box for each report. “Through” names the outlet on whose word a "
        "report relies."
    )
    cannot_see = (
        "What a party said elsewhere. A source that could not be tied to a name stands under the words that the "
        "report uses for it, so one person may appear under several."
    )
    empty = "Nothing is attributed to anybody."

    def lines(self, document: Document) -> list[Line]:
        """One line a party, with its acts and words below; then the sources without a name, and those left open."""
        look = Lookup(document)
        voices = _ordered(_voices(look))
        named = [_line(look, voice) for voice in voices if not voice.kind]
        return [*named, *_together(look, voices, "unnamed"), *_together(look, voices, "unresolved")]


def _together(look: Lookup, voices: list[Voice], kind: str) -> list[Line]:
    """The voices of a kind in one folded line."""
    children = tuple(replace(_line(look, voice), folded=False, tag="") for voice in voices if voice.kind == kind)
    title = f"{KINDS[kind]} · {counted(len(children), 'description')}"
    return [Line(parts=(title,), children=children, tag=kind, folded=True)] if children else []


def _voices(look: Lookup) -> list[Voice]:
    found: dict[str, Voice] = {}
    utterance = {one: quote.id for quote in look.document.quotes for one in quote.attributions}
    for stance in look.document.stances:
        if stance.stance in ACTS:
            key = f"party:{stance.party}"
            found.setdefault(key, Voice(name=look.party(stance.party), kind="")).stances.append(stance)
    copied = _copied(look)
    for record in look.document.attributions:
        first = copied.get(record.id, record)
        key, name, kind = _speaker(look, first)
        voice = found.setdefault(key, Voice(name=name, kind=kind))
        voice.utterances.setdefault(utterance.get(first.id, first.id), []).append(record)
    return list(found.values())


def _copied(look: Lookup) -> dict[str, AttributionRecord]:
    """What a copy of a report has from it word for word, by id: the attribution in the report itself."""
    known = {(one.article, _words(one)): one for one in reversed(look.document.attributions)}
    repeated = {article.id: article.repeats for article in look.document.articles if article.repeats}
    found = ((one.id, known.get((repeated.get(one.article, ""), _words(one)))) for one in look.document.attributions)
    return {one: first for one, first in found if first}


def _words(record: AttributionRecord) -> tuple[str, ...]:
    """Who says what, without the marks, which differ between copies."""
    spans = [*([record.source] if record.source else []), *record.content]
    return tuple(_WORD.findall(" ".join(span.exact for span in spans).casefold()))


def _speaker(look: Lookup, record: AttributionRecord) -> tuple[str, Part, str]:
    """A key, a name and a kind for who speaks."""
    if record.speaker:
        return f"party:{record.speaker}", look.party(record.speaker), ""
    words = record.source.exact if record.source else ""
    if record.anonymous and record.anonymous.party:
        return f"party:{record.anonymous.party}", look.party(record.anonymous.party), "unnamed"
    if record.anonymous:
        description = record.anonymous.description or words
        return f"unnamed:{description}", Name(description), "unnamed"
    return f"words:{words}", Name(words or UNRESOLVED), "unresolved"


def _ordered(voices: list[Voice]) -> list[Voice]:
    return sorted(voices, key=lambda one: (not one.stances, -len(one.utterances)))


def _line(look: Lookup, voice: Voice) -> Line:
    rows = sorted(voice.utterances.values(), key=lambda row: _time(look, row[0].said, row[0].article))
    alone = [one for one in voice.stances if not any(_tells(row, one) for row in rows)]
    acts = [_stance(one) for one in sorted(alone, key=lambda one: _time(look, one.said, one.span.article))]
    words = [_utterance(look, row) for row in rows if not _told(alone, row)]
    words.sort(key=lambda line: not line.tag)
    count = f" · {counted(len(voice.utterances), 'utterance')}" if voice.utterances else ""
    return Line(parts=(voice.name, count), children=(*acts, *words), tag=voice.kind, folded=not voice.stances)


def _time(look: Lookup, said: When | None, article: str) -> tuple[str, int]:
    return (said.earliest if said else None) or look.published(article), look.order(article)


def _tells(row: list[AttributionRecord], stance: StanceRecord) -> bool:
    """Whether an utterance has the words of an act, as that act: it then stands for both."""
    return any(_is_within(span, stance.span) for one in row if one.act == stance.stance for span in one.content)


def _told(stances: list[StanceRecord], row: list[AttributionRecord]) -> bool:
    """Whether every version lies within words that an act quotes already."""
    spans = [span for record in row for span in record.content]
    return all(any(_is_within(span, stance.span) for stance in stances) for span in spans)


def _is_within(inner: Words, outer: Words) -> bool:
    """Whether nine tenths of the words lie within the others: the two may differ by a mark at the edge."""
    if inner.article != outer.article:
        return False
    shared = min(inner.end, outer.end) - max(inner.start, outer.start)
    return 10 * shared >= 9 * (inner.end - inner.start)


def _stance(stance: StanceRecord) -> Line:
    return Line(parts=(*_date(stance.said), *quoted([stance.span])), tag=ACTS[stance.stance])


def _utterance(look: Lookup, row: list[AttributionRecord]) -> Line:
    """An utterance in the words of the version that says most, with an act that any version gives it."""
    longest = max(row, key=lambda one: sum(len(span.exact) for span in one.content))
    relays = dict.fromkeys(relay for record in row for relay in record.via)
    through = (", through ", *look.parties(relays)) if relays else ()
    spans = tuple(span for record in row for span in record.content)
    parts = (*_date(longest.said), *quoted(longest.content), *through)
    return Line(parts=parts, spans=spans, tag=next((ACTS[record.act] for record in row if record.act in ACTS), ""))


def _date(said: When | None) -> tuple[Part, ...]:
    text = when_text(said)
    return (f"{text}: ",) if text else ()
