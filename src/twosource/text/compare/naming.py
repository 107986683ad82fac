"""The names around a figure: what it may be of."""

from collections.abc import Sequence

from twosource.text.compare.spot import CompareTables, Spot
from twosource.text.figures.context import sentence_around
from twosource.text.lexemes import Lexeme, lexemes
from twosource.types.article import Article

BACK, BEFORE, REACH = 3, 600, 4
SELVES = frozenset(("it", "its", "he", "she", "his", "her", "they", "their"))


def names_in(found: Sequence[Lexeme], tables: CompareTables) -> frozenset[str]:
    """Words with a capital that are not only the first of the sentence; weak ones, and who is cited, left out."""
    names = set()
    for index, part in enumerate(found):
        said_little = len(part.text) < 2 or part.low in tables.stops or part.low in tables.weak  # noqa: PLR2004 -- initials
        if not part.is_capital or said_little:
            continue
        follows = index + 1 < len(found) and (found[index + 1].is_capital or found[index + 1].text in ("'", "’"))
        if (index or part.text.isupper() or follows) and not _speaks(found, index, tables):
            names.add(part.low)
    return frozenset(names)


def _speaks(found: Sequence[Lexeme], index: int, tables: CompareTables) -> bool:
    """Whether the name is that of somebody who is cited: a word of speech follows, or "according to" stands before.

    Who speaks of themselves ("Orlon said it would") is what the sentence is about.
    """
    after = index + 1
    while after < len(found) and found[after].is_capital:
        after += 1
    follows = any(part.low in tables.speech for part in found[after : after + 2])
    itself = any(part.low in SELVES for part in found[after : after + 5])
    return (follows and not itself) or any(part.low == "according" for part in found[max(0, index - 3) : index])


def earlier_names(spot: Spot, article: Article, tables: CompareTables) -> frozenset[str]:
    """The names of the nearest sentence before that has any: what "it" and "the company" may stand for."""
    begin = spot.first
    for _ in range(BACK):
        if begin <= 0:
            break
        begin, last = sentence_around(spot.parts, begin - 1, begin)
        if found := names_in(spot.parts[begin:last], tables):
            return found
    before = article.text[max(0, spot.parts[0].start - BEFORE) : spot.parts[0].start]
    title = article.text.partition("\n")[0]
    return names_in(lexemes(before), tables) or names_in(lexemes(title), tables)


def holder(spot: Spot) -> frozenset[str]:
    """The last word of the name whose age this is: "Jane Roe, 53", "53-year-old Jane Roe"; empty if not plain."""
    before = spot.parts[max(0, spot.start - 2) : spot.start]
    if len(before) > 1 and before[1].text == "," and before[0].is_capital:
        return frozenset((before[0].low,))
    place = spot.stop
    parts = spot.parts
    while place < min(spot.stop + REACH, len(parts)) and parts[place].kind == "word" and not parts[place].is_capital:
        place += 1
    last = place
    while last < len(parts) and parts[last].is_capital:
        last += 1
    plain = last > place and (last == len(parts) or parts[last].text not in ("'", "’"))
    return frozenset((parts[last - 1].low,)) if plain else frozenset()
