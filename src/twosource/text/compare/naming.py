"""The names around a figure: what it may be of."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from twosource.lexicon import mapping, word_set
from twosource.text.compare.spot import CompareTables, Spot
from twosource.text.figures.context import sentence_around
from twosource.text.lexemes import Lexeme, lexemes
from twosource.types.article import Article

BACK, BEFORE, REACH, FAR, OFTEN, ABOVE = 3, 600, 6, 60, 3, 300
ENDS = frozenset(".!?:“”\"‘’'")
NO_NAMES = frozenset(("age", "aged", "ap", "afp"))
PARTICLES = frozenset(("al", "el", "bin", "ibn", "de", "da", "di", "du", "la", "van", "von", "der"))
ARTICLES, IS = frozenset(("a", "an", "the")), frozenset(("is", "was", "turned", "turns", "aged"))
WHOSE = frozenset(("his", "her", "their", "its", "my", "our", "your"))
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


def holder_of(spot: Spot, tables: CompareTables) -> tuple[str, ...]:
    """The name whose age this is: "Jane Roe, 53", "53-year-old harbour pilot Jane Roe"; empty if not plain.

    A name that a noun follows ("53-year-old Ledbury sailor") is that of a place or a people.
    """
    parts, place = spot.parts, spot.stop
    if before := _before(spot, tables):
        return before
    stop = 0
    while place < min(spot.stop + REACH, len(parts)) and _leads(parts[place], tables):
        stop, place = place + 1 if parts[place].is_capital else stop, place + 1
    while stop and stop < len(parts) and parts[stop].is_capital:
        stop += 1
    after = parts[stop] if stop < len(parts) else None
    noun = after is not None and after.kind == "word" and after.low not in tables.stops and not _is_verb(after)
    plain = after is None or not (noun or after.text in ("'", "’", "-"))
    return _name(parts, stop, tables) if stop and plain else ()


def _before(spot: Spot, tables: CompareTables) -> tuple[str, ...]:
    """The name before an age: "Jane Roe, 53", "Jane Roe, a 53-year-old pilot", "Jane Roe is 53"; empty if none."""
    parts, place = spot.parts, spot.start - 1
    if place > 0 and parts[place].low in ARTICLES:
        place -= 1
        return _name(parts, place, tables) if parts[place].text == "," else ()
    opens = place > 0 and (parts[place].text in (",", "(") or parts[place].low in IS)
    return _name(parts, place, tables) if opens else ()


def protagonist(article: Article, tables: CompareTables) -> tuple[str, ...]:
    """The name that a report has most often: whom "the 30-year-old" means if it tells no other age; empty if none.

    Words that open a sentence, peoples, outlets and names that say little are passed over; of two that are as frequent
    there is none, unless they stand together (first name and name). With it come the words that stand beside it half
    of the times: "Kim" of "Kim Jong-un".
    """
    counts: Counter[str] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for block in article.passages("headline", "subhead", "body"):
        found = lexemes(article.text[block.start : block.end], block.start)
        for before, part in pairwise(found):
            if part.is_capital and before.text not in ENDS:
                counts[part.low] += 1
                beside[before.low, part.low] += before.is_capital
    passed = tables.stops | tables.weak | tables.outlets | NO_NAMES | word_set("attributes", "peoples", "names")
    ranked = [(count, name) for name, count in counts.most_common() if name not in passed and len(name) > 1]
    top = [name for count, name in ranked if count >= OFTEN and count == ranked[0][0]]
    if len(top) > 1:
        top = [two for one in top for two in top if beside[one, two]]
    if len(top) != 1:
        return ()
    least = counts[top[0]] / 2
    pairs = ((one, two) for (one, two), count in beside.items() if top[0] in (one, two) and count >= least)
    return (*(name for pair in pairs for name in pair if name not in (top[0], *passed)), top[0])


def antecedent(spot: Spot, article: Article, tables: CompareTables) -> str:
    """The name that stands nearest before a figure: what "the 30-year-old" may stand for; "" if none.

    Where none stands in its passage, and the figure is of somebody known ("the"), the last of what comes before it.
    Who is somebody's ("her 30-year-old partner") is not the one that was named.
    """
    if spot.start > 0 and spot.parts[spot.start - 1].low in WHOSE:
        return ""
    first, known = spot.parts[0].start, spot.start > 0 and spot.parts[spot.start - 1].low == "the"
    before = lexemes(article.text[max(0, first - ABOVE) : first]) if known and spot.start < FAR else ()
    return _last_name(spot.parts[: spot.start], tables) or _last_name(before, tables)


def _last_name(parts: Sequence[Lexeme], tables: CompareTables) -> str:
    for place in range(len(parts) - 1, max(0, len(parts) - FAR), -1):
        part = parts[place]
        plain = part.is_capital and part.low not in tables.stops and part.low not in tables.weak | NO_NAMES
        if plain and (parts[place - 1].kind == "word" or part.text.isupper()):
            return part.low
    return ""


def _leads(part: Lexeme, tables: CompareTables) -> bool:
    """Whether it can stand between an age and a name: "53-year-old harbour pilot Jane Roe", "his 21-year-old, Tom"."""
    if part.low in tables.speech or part.low in mapping("irregular", "past"):
        return False
    return part.text in ",‘’“”-" or (part.kind == "word" and part.low not in tables.stops)


def _is_verb(part: Lexeme) -> bool:
    return part.low.endswith(("ed", "s")) or part.low in mapping("irregular", "past")


def _name(parts: Sequence[Lexeme], stop: int, tables: CompareTables) -> tuple[str, ...]:
    """The words with a capital that end here, titles and hyphens left out."""
    first = stop
    while first > 0 and _is_of_name(parts, first - 1):
        first -= 1
    found = tuple(part.low for part in parts[first:stop] if part.is_capital and part.low not in tables.weak)
    return () if found and (len(found[-1]) == 1 or found[-1] in word_set("attributes", "peoples", "names")) else found


def _is_of_name(parts: Sequence[Lexeme], place: int) -> bool:
    """Whether it is a word with a capital, a hyphen in a name, or a particle after another word of it."""
    part = parts[place]
    follows = place > 0 and (parts[place - 1].is_capital or parts[place - 1].text == "-")
    return part.is_capital or (part.text == "-" and part.glued) or (part.low in PARTICLES and follows)


def same_holder(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names may be of one person: with first names, these agree; a single word is either of the two."""
    if len(one) > 1 and len(two) > 1:
        return (one[0] == two[0] and bool({*one[1:]} & {*two[1:]})) or {*one} <= {*two} or {*two} <= {*one}
    return bool({*one} & {*two})
