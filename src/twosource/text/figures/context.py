"""What stands around a figure in its sentence: what is measured, whose it is, for when."""

from collections.abc import Sequence

from twosource.text.figures.bounded import Reading
from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme
from twosource.types.span import Span

ENDS = frozenset(".!?;:\n")
WORDS = 4
POINTERS = frozenset(("last", "next", "past", "previous", "coming", "late", "early"))
REACH = 30
LONGEST = 200
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "my", "your"))


def sentence_around(found: Sequence[Lexeme], start: int, stop: int) -> tuple[int, int]:
    """The lexemes from the sentence end before to the one after; a full stop counts if a capital follows it.

    Of a text without stops, at most LONGEST on either side: it is no sentence, and figures would each read all of it.
    """
    first, last = start, stop
    while first > max(0, start - LONGEST) and not _ends(found, first - 1):
        first -= 1
    while last < min(len(found), stop + LONGEST) and not _ends(found, last):
        last += 1
    return first, last


def _ends(found: Sequence[Lexeme], place: int) -> bool:
    if found[place].text not in ENDS or found[place].kind != "sign":
        return False
    if found[place].text != ".":
        return True
    initial = place > 0 and found[place].glued and found[place - 1].kind == "word" and len(found[place - 1].text) == 1
    after = place + 1
    while after < len(found) and found[after].kind == "sign":
        after += 1
    return not initial and (after == len(found) or (found[after].text[0].isupper() and not found[place + 1].glued))


def measure_of(found: Sequence[Lexeme], reading: Reading, tables: FigureTables) -> str:
    """The words for what is counted: those that follow ("revenue" in "$93bn in revenue"), else those before."""
    amount = reading.amount
    if amount.kind == "time" and (found[amount.stop - 1].low == "old" or amount.last == amount.stop):
        return "age"
    if reading.stop > amount.stop and amount.kind == "bare":
        return _text(found[amount.stop : reading.stop])
    after = amount.stop
    if after < len(found) and found[after].low in ("of", "in", "-"):
        after += 1
    noun = _nouns(found, after, tables)
    return noun or _before(found, reading, tables)


def _nouns(found: Sequence[Lexeme], place: int, tables: FigureTables) -> str:
    while place < len(found) and found[place].low in DETERMINERS:
        place += 1
    stop = place
    while stop < min(place + WORDS, len(found)) and _is_noun(found, stop, tables):
        stop += 1
    return _text(found[place:stop])


def _is_noun(found: Sequence[Lexeme], place: int, tables: FigureTables) -> bool:
    """Whether a word can be part of a noun phrase: neither a word of grammar, nor a number, nor a participle."""
    word = found[place]
    verbal = word.low.endswith(("ed", "ly")) and len(word.low) > 4  # noqa: PLR2004 -- "bed", "fly"
    named = word.low in tables.stops or word.low in POINTERS or word.low in tables.opens or word.low == "s"
    return word.kind == "word" and not (verbal or named)


def _before(found: Sequence[Lexeme], reading: Reading, tables: FigureTables) -> str:
    """The noun before verbs of change and prepositions: "annual revenue" in "annual revenue fell to $93bn"."""
    last = reading.start
    while last > 0 and found[last - 1].low in tables.changes:
        last -= 1
    first = last
    while first > max(0, last - WORDS) and _is_noun(found, first - 1, tables):
        first -= 1
    return _text(found[first:last])


def _text(found: Sequence[Lexeme]) -> str:
    pieces = [f"{'' if part.glued or not index else ' '}{part.text}" for index, part in enumerate(found)]
    return "".join(pieces)


def subject_of(found: Sequence[Lexeme], reading: Reading, tables: FigureTables) -> tuple[int, int] | None:
    """Place of the nearest capitalised name before the figure in its sentence; None where there is none."""
    first, _ = sentence_around(found, reading.start, reading.stop)
    last = reading.start
    while last > max(first, reading.start - REACH):
        if (
            found[last - 1].is_capital
            and found[last - 1].low not in tables.stops
            and (last - 1 > first or _is_name(found, last - 1))
        ):
            begin = last - 1
            while begin > first and found[begin - 1].is_capital and found[begin - 1].low not in tables.stops:
                begin -= 1
            return found[begin].start, found[last - 1].end
        last -= 1
    return None


def _is_name(found: Sequence[Lexeme], place: int) -> bool:
    """Whether the first word of a sentence is a name: in capitals, or followed by another capital or a possessive."""
    word = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    return (len(word.text) > 1 and word.text.isupper()) or (
        after is not None and (after.is_capital or after.text in "'’")
    )


def period_of(found: Sequence[Lexeme], reading: Reading, dated: Sequence[Span]) -> Span | None:
    """The nearest words for a time in the sentence, those after the figure before those ahead of it."""
    first, last = sentence_around(found, reading.start, reading.stop)
    begin, end = found[first].start if first < len(found) else 0, found[last - 1].end
    here = (found[reading.start].start, found[reading.stop - 1].end)
    inside = [span for span in dated if begin <= span.start and span.end <= end]
    after = [span for span in inside if span.start >= here[1]]
    before = [span for span in inside if span.end <= here[0]]
    return after[0] if after else before[-1] if before else None
