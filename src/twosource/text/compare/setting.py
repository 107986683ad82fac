"""What a figure is said of: attribute, names and period, from the sentence that it stands in."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from twosource.text.figures.context import sentence_around
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.likeness import content
from twosource.types.article import Article
from twosource.types.figure import Figure, Time

FAR, NEAR = 14, 12
ACROSS = 4
BOUNDARIES = frozenset((",", ";", "(", ")", "–", "—", "and", "but", "while", "or", "compared", "than", "after", "which", "that"))
POSSESSIVE = frozenset(("its", "their", "s", "the", "his", "her"))
BACK = 3
CYCLES = frozenset(("day", "week", "month", "quarter", "quarterly", "monthly", "weekly", "daily", "half", "hour"))
CHANGES = frozenset(
    ("rose", "fell", "up", "down", "rise", "fall", "increase", "increased", "decrease", "decreased", "decline", "declined", "growth",
     "grew", "drop", "dropped", "gain", "gained", "jump", "jumped", "higher", "lower", "more", "less", "faster", "climbed", "slid", "shrank", "hike")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A figure with what it is said of.

    `words` are those of its sentence, `names` those near it, `topic` those that "it" or "the company" may stand for;
    `sentence` is where the sentence starts, `beside` the values in it, `cycle` its words for spans of less than a year.
    `partial`: it is a part or a rate of something, so that nothing is like it.
    """

    figure: Figure
    article: Article
    attribute: str
    words: frozenset[str]
    names: frozenset[str]
    topic: frozenset[str]
    period: Time | None
    negated: bool
    partial: bool
    contrast: bool
    whole: bool
    sentence: int
    cycle: frozenset[str]
    beside: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareTables:
    """Word lists: attribute by word or phrase, words of grammar, names that say little."""

    attributes: Mapping[str, str]
    stops: frozenset[str]
    weak: frozenset[str]
    parts: frozenset[str]
    contrast: frozenset[str]
    speech: frozenset[str]


def settings(article: Article, figures: Sequence[Figure], times: Sequence[Time], tables: CompareTables) -> list[Setting]:
    """The settings of the figures of one report, in their order."""
    by_place = {(time.span.start, time.span.end): time for time in times}
    found: list[Setting] = []
    for block in article.passages("headline", "subhead", "body"):
        text = article.text[block.start : block.end]
        mine = [figure for figure in figures if block.start <= figure.span.start < block.end]
        if not mine:
            continue
        parts = lexemes(text, block.start)
        taken = frozenset(place for figure in mine for place in range(figure.span.start, figure.span.end))
        for figure in mine:
            found.append(_setting(article, figure, parts, by_place, taken, tables))
    values: dict[int, set[Decimal]] = {}
    for one in found:
        values.setdefault(one.sentence, set()).update(end for end in (one.figure.value,) if end is not None)
    return [replace(one, beside=frozenset(values[one.sentence])) for one in found]


def _setting(
    article: Article,
    figure: Figure,
    parts: Sequence[Lexeme],
    by_place: Mapping[tuple[int, int], Time],
    taken: Container[int],
    tables: CompareTables,
) -> Setting:
    start = next(index for index, part in enumerate(parts) if part.end > figure.span.start)
    stop = next((index for index, part in enumerate(parts) if part.start >= figure.span.end), len(parts))
    first, last = sentence_around(parts, start, stop)
    sentence = parts[first:last]
    period = by_place.get((figure.period.start, figure.period.end)) if figure.period else None
    near = _names(parts[max(first, start - NEAR) : min(last, stop + NEAR)], tables)
    return Setting(
        figure=figure,
        article=article,
        attribute="age"
        if figure.measure == "age"
        else _attribute(parts, (start, stop), (first, last), taken, tables) + _aspect(figure, parts, start, stop),
        words=content(sentence, tables.stops),
        names=_holder(parts, start, stop) if figure.measure == "age" else near,
        topic=frozenset() if figure.measure == "age" else _names(sentence, tables) | _earlier(parts, first, article, tables),
        period=period,
        negated=any(part.low in ("not", "no", "never", "neither") for part in parts[max(first, start - 3) : start]),
        partial=_partial(parts, figure, first, start, stop, tables),
        contrast=any(part.low in tables.contrast for part in sentence),
        sentence=parts[first].start,
        cycle=frozenset(part.low.rstrip("s") for part in sentence) & CYCLES,
        whole=start > 0 and parts[start - 1].low in POSSESSIVE and figure.unit == "person",
    )


def _names(sentence: Sequence[Lexeme], tables: CompareTables) -> frozenset[str]:
    """Words with a capital that are not only the first of the sentence, weak ones left out."""
    found = set()
    for index, part in enumerate(sentence):
        capital = part.is_capital and len(part.text) > 1 and part.low not in tables.stops and part.low not in tables.weak
        follows = index + 1 < len(sentence) and (sentence[index + 1].is_capital or sentence[index + 1].text in "'’")
        if capital and (index or part.text.isupper() or follows) and not _speaks(sentence, index, tables):
            found.add(part.low)
    return frozenset(found)


def _speaks(sentence: Sequence[Lexeme], index: int, tables: CompareTables) -> bool:
    """Whether the name is that of somebody who is cited: a word of speech follows, or "according to" stands before."""
    after = index + 1
    while after < len(sentence) and sentence[after].is_capital:
        after += 1
    follows = any(part.low in tables.speech for part in sentence[after : after + 2])
    return follows or "according" in (part.low for part in sentence[max(0, index - 3) : index])


def _partial(
    parts: Sequence[Lexeme], figure: Figure, first: int, start: int, stop: int, tables: CompareTables
) -> bool:
    """Whether the words make it a part ("including 40") or a rate ("$42 per user")."""
    before = {part.low for part in parts[max(first, start - 2) : start]}
    after = [part.low for part in parts[stop : stop + 2]]
    rate = bool(after) and after[0] in ("per", "each", "apiece", "/", "an", "a") and " per " not in figure.unit
    return bool(before & tables.parts) or rate or (figure.bound == "vague" and figure.unit.isupper()) or "each" in after


def _earlier(
    parts: Sequence[Lexeme],
    first: int,
    article: Article,
    tables: CompareTables,
) -> frozenset[str]:
    """The names of the nearest sentence before that has any: what "it" and "the company" may stand for."""
    begin = first
    for _ in range(BACK):
        if begin <= 0:
            break
        begin, last = sentence_around(parts, begin - 1, begin)
        if found := _names(parts[begin:last], tables):
            return found
    title = article.text[: article.text.find("\n")] if "\n" in article.text else ""
    before = article.text[max(0, parts[0].start - 600) : parts[0].start]
    return _names(lexemes(before), tables) or _names(lexemes(title), tables)


def _holder(parts: Sequence[Lexeme], start: int, stop: int) -> frozenset[str]:
    """The last word of the name whose age this is: "Jane Roe, 53", "53-year-old teacher Jane Roe"; empty if not plain."""
    if start > 1 and parts[start - 1].text == "," and parts[start - 2].is_capital:
        return frozenset((parts[start - 2].low,))
    place = stop
    while place < min(stop + 4, len(parts)) and parts[place].kind == "word" and not parts[place].is_capital:
        place += 1
    last = place
    while last < len(parts) and parts[last].is_capital:
        last += 1
    plain = last > place and (last == len(parts) or parts[last].text not in "'’")
    return frozenset((parts[last - 1].low,)) if plain else frozenset()


def _aspect(figure: Figure, parts: Sequence[Lexeme], start: int, stop: int) -> str:
    """Of a percentage: whether it is a change or a share."""
    if figure.unit not in ("percent", "percentage point"):
        return ""
    around = [part.low for part in (*parts[max(0, start - 3) : start], *parts[stop : stop + 4])]
    if any(word in CHANGES for word in around):
        return " change"
    return " share" if parts[stop : stop + 1] and parts[stop].low == "of" else ""


def _attribute(
    parts: Sequence[Lexeme],
    figure: tuple[int, int],
    sentence: tuple[int, int],
    taken: Container[int],
    tables: CompareTables,
) -> str:
    """The attribute whose word stands nearest to the figure; one inside its own words comes first, others' never."""
    (start, stop), (first, last) = figure, sentence
    best, distance = "", FAR
    for place in range(max(first, start - FAR), min(last, stop + FAR)):
        word = _phrase(parts, place, tables)
        if not word or (parts[place].start in taken and not start <= place < stop):
            continue
        gap = _gap(parts, place, start, stop)
        if gap < distance:
            best, distance = word, gap
    return best


def _phrase(parts: Sequence[Lexeme], place: int, tables: CompareTables) -> str:
    words = [part.low for part in parts[place : place + 6] if part.text not in "-"][:3]
    if parts[place].text == "-":
        return ""
    for length in (3, 2, 1):
        if found := tables.attributes.get(" ".join(words[:length])):
            return found
    return ""


def _gap(parts: Sequence[Lexeme], place: int, start: int, stop: int) -> int:
    if start <= place < stop:
        return 0
    between = parts[place + 1 : start] if place < start else parts[stop:place]
    return len(between) + ACROSS * sum(part.low in BOUNDARIES for part in between)
