"""One utterance as each report gives it, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from twosource.export.dates import when_text
from twosource.export.document import AttributionRecord, Document, QuoteRecord, Words
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import Lookup, quoted

# The comparison is quadratic in the worst case; longer versions are shown without their differences marked.
_MOST_WORDS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a version: `same` as in the version compared with, or its own; `gap` words are missing before it."""

    words: Words
    same: bool
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of an utterance with the attributions that print it so, word for word, and the first of them in pieces.

    `is_base` marks the version that the others are compared with.
    """

    records: tuple[AttributionRecord, ...]
    parts: tuple[tuple[Piece, ...], ...]
    is_base: bool

    @property
    def occasion(self) -> Line | None:
        """When and on what occasion it was said, as the first of them tells."""
        parts = _occasion(self.records[0])[1:]  # without the comma that goes before
        return Line(parts=parts) if parts else None

    @property
    def contents(self) -> list[Words]:
        """The words of all reports that print it so."""
        return [span for record in self.records for span in record.content]


class Quotations(Section):
    """Quotations side by side."""

    key = "quotations"
    title = "Quotations side by side"
    shows = "One utterance as each report prints it, with the words that differ marked."
    how_to_read = (
        "The longest version comes first, and the others are compared with it. Marked words stand in this version "
        "only; a caret shows where words inside the first version are missing. A broken bar: the report itself "
        "interrupts the speaker there. The line below says of what kind the difference is."
    )
    cannot_see = "Which version is right, and whether an ellipsis was the speaker's or the reporter's."
    empty = "No utterance was found in more than one version."

    def lines(self, document: Document) -> list[Line]:
        """One line an utterance: its versions, then its differences; utterances without any follow, folded."""
        look = Lookup(document)
        children = tuple(_line(look, quote) for quote in self.quotes(document, differ=False))
        alike = [Line(parts=(self.folded(len(children)),), children=children, folded=True)] if children else []
        return [_line(look, quote) for quote in self.quotes(document, differ=True)] + alike

    def folded(self, number: int) -> str:
        """The title of the utterances that are folded."""
        return counted(number, "further quotation") + " without a difference that matters"

    def quotes(self, document: Document, *, differ: bool) -> list[QuoteRecord]:
        """The utterances in more than one version that have differences, or that have none.

        Of the latter only those that two reports, no copies of each other, print between quotation marks: what reports
        tell in words of their own is no quotation, and stands with the words of its party.
        """
        original = {article.id: article.repeats or article.id for article in document.articles}
        printed = {one.id: original.get(one.article, one.article) for one in document.attributions}
        marked = {one.id for one in document.attributions if one.kind != "indirect"}
        several = [quote for quote in document.quotes if sum(one in printed for one in quote.attributions) > 1]
        return [
            quote
            for quote in several
            if bool(quote.differences) == differ
            and (differ or len({printed[one] for one in quote.attributions if one in marked}) > 1)
        ]


def _line(look: Lookup, quote: QuoteRecord) -> Line:
    children = [_version(look, records) for records in _alike(look, quote)]
    children += [
        Line(parts=(Name(one.explanation or one.kind),), tag=one.kind, spans=_spans(look, one.between))
        for one in quote.differences
    ]
    parts: tuple[Part, ...] = (look.party(quote.speaker),)
    return Line(parts=parts, children=tuple(children))


def _version(look: Lookup, records: list[AttributionRecord]) -> Line:
    """One version in the words of the first report that has it, under the names of all that do."""
    outlets = joined([(Name(name),) for name in dict.fromkeys(look.outlet(one.article) for one in records)])
    spans = tuple(span for one in records for span in one.content)
    return Line(parts=(*outlets, ": ", *quoted(records[0].content), *_occasion(records[0])), spans=spans)


def _alike(look: Lookup, quote: QuoteRecord) -> list[list[AttributionRecord]]:
    """The attributions of an utterance, those with the same words together, the longest version first."""
    groups: dict[tuple[str, ...], list[AttributionRecord]] = {}
    for one in quote.attributions:
        if record := look.attributions.get(one):
            groups.setdefault(tuple(span.exact for span in record.content), []).append(record)
    return [groups[words] for words in sorted(groups, key=lambda words: -sum(len(text) for text in words))]


def _spans(look: Lookup, attributions: list[str]) -> tuple[Words, ...]:
    return tuple(span for one in attributions if one in look.attributions for span in look.attributions[one].content)


def _occasion(record: AttributionRecord) -> tuple[Part, ...]:
    said = when_text(record.said)
    return (*((", ", said) if said else ()), *((", ", *quoted([record.occasion])) if record.occasion else ()))


def versions(look: Lookup, quote: QuoteRecord) -> list[Version]:
    """The versions of an utterance, the longest first."""
    groups = _alike(look, quote)
    base = [_folded(token) for span in groups[0][0].content for _, token in tokens(span)] if groups else []
    return [
        Version(records=tuple(group), parts=_compared(group[0], base, is_base=place == 0), is_base=place == 0)
        for place, group in enumerate(groups)
    ]


def tokens(span: Words) -> Iterator[tuple[int, str]]:
    """The words of a span, each with its place in it; punctuation at the edges of a word is no part of it."""
    at = 0
    for word in span.exact.split():
        at = span.exact.index(word, at)
        yield at, word.strip(".,;:!?'\"“”‘’()[]…–—") or word
        at += len(word)


def _folded(token: str) -> str:
    """A word as it is compared: the case of letters and the shape of apostrophes make no difference."""
    return token.casefold().replace("’", "'")


def _compared(record: AttributionRecord, base: list[str], *, is_base: bool) -> tuple[tuple[Piece, ...], ...]:
    words = [(span, place, token) for span in record.content for place, token in tokens(span)]
    if is_base or len(words) > _MOST_WORDS or len(base) > _MOST_WORDS:
        return tuple((Piece(words=span, same=True),) for span in record.content)
    match = SequenceMatcher(None, base, [_folded(token) for _, _, token in words], autojunk=False)
    own: set[int] = set()
    gaps: set[int] = set()
    for action, low, high, start, end in match.get_opcodes():
        own.update(range(start, end) if action in {"replace", "insert"} else ())
        gaps.update({start} if action == "delete" and low > 0 and high < len(base) else ())
    return tuple(tuple(_pieces(span, words, own, gaps)) for span in record.content)


def _pieces(span: Words, words: list[tuple[Words, int, str]], own: set[int], gaps: set[int]) -> Iterator[Piece]:
    """The span cut before each word at which the state changes; blanks and marks stay with the piece before."""
    cuts: list[tuple[int, bool, bool]] = []
    for number, (where, place, _) in enumerate(words):
        if where is span:
            same, gap = number not in own, number in gaps
            if not cuts or gap or cuts[-1][1] != same:
                cuts.append((place if cuts else 0, same, gap))
    if not cuts:
        yield Piece(words=span, same=True)
    for number, (place, same, gap) in enumerate(cuts):
        end = cuts[number + 1][0] if number + 1 < len(cuts) else len(span.exact)
        yield Piece(words=part(span, place, end), same=same, gap=gap)


def part(span: Words, start: int, end: int) -> Words:
    """A part of a span, counted within it."""
    exact = span.exact[start:end]
    return Words(article=span.article, start=span.start + start, end=span.start + end, exact=exact)
