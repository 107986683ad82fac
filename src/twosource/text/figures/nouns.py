"""The noun that a bare number counts."""

from collections.abc import Sequence

from twosource.text.figures.tables import FigureTables
from twosource.text.figures.units import singular
from twosource.text.lexemes import Lexeme, low_at

REACH = 5
SHORTEST = 3
DETERMINERS = frozenset(("the", "these", "those", "its", "their", "his", "her", "our"))


def counted(found: Sequence[Lexeme], place: int, tables: FigureTables, *, one: bool = False) -> tuple[str, int] | None:
    """Unit and end of the noun after a number; None if none is plain. `one`: a singular may follow ("1 source")."""
    if low_at(found, place) == "of" and low_at(found, place - 1) in tables.vague:
        place += 1
    if low_at(found, place) == "of":
        return _of_whole(found, place + 1, tables)
    if low_at(found, place) == "-" and low_at(found, place + 1) == "strong":
        return _strong(found, place + 2, tables)
    if compound := _compound(found, place, tables):
        return compound
    end = min(place + REACH, len(found))
    at = place
    while at < end:
        word = found[at]
        if _is_within(found, at, place, tables):
            end += word.text == "-" and end < len(found)
            at += 1
            continue
        initials = len(word.text) > 1 and word.text.isupper() and not found[place - 1].text.isupper()
        if word.kind != "word" or (word.low in tables.stops and not initials):
            break
        if noun := _noun_at(found, at, place, tables, one=one):
            return noun
        at += 1
    return None


def _is_within(found: Sequence[Lexeme], at: int, first: int, tables: FigureTables) -> bool:
    """Whether it is no word, and yet within what is counted: a quotation mark, a hyphen, the number of a model."""
    word, before = found[at], found[at - 1]
    if word.text in ("“", "‘", '"'):
        return True
    inside = at > first and before.kind == "word"
    if word.text == "-":
        return inside and word.glued and at + 1 < len(found) and found[at + 1].glued and found[at + 1].kind == "word"
    model = word.text.isdigit() and inside and before.low not in tables.stops
    return word.kind == "number" and at > first and (word.glued or model)


def _compound(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int] | None:
    """The noun that is glued to digits by a hyphen: "a 35-date tour"; a capital makes it a name ("7-Eleven")."""
    if low_at(found, place) != "-" or not found[place].glued or found[place - 1].kind != "number":
        return None
    word = found[place + 1] if place + 1 < len(found) else None
    if word is None or word.kind != "word" or not word.glued or not word.text.islower() or len(word.text) < SHORTEST:
        return None
    alone = low_at(found, place + 2) != "-" and word.low not in tables.stops and word.low not in tables.no_units
    return (_unit(singular(word.low, tables), tables), place + 2) if alone else None


def _noun_at(
    found: Sequence[Lexeme], at: int, first: int, tables: FigureTables, *, one: bool
) -> tuple[str, int] | None:
    """The noun that ends at this lexeme, if it is one that can be counted: a plural, or one from the tables."""
    word = found[at]
    single = singular(word.low, tables)
    pair = f"{singular(found[at - 1].low, tables)} {single}" if at > first else ""
    if pair in tables.nouns:
        return tables.nouns[pair], at + 1
    plural = single != word.low or word.low in tables.plurals
    joined = low_at(found, at + 1) == "-" and found[at + 1].glued
    if joined or not (single in tables.nouns if one else plural):
        return None
    return _longer(found, at, tables) or (_unit(single, tables), at + 1)


def _unit(noun: str, tables: FigureTables) -> str:
    """The unit of a noun: gunmen and policewomen are persons though no table holds them."""
    if noun in tables.nouns:
        return tables.nouns[noun]
    return tables.nouns.get("man", noun) if noun.endswith(("man", "woman")) else noun


def _longer(found: Sequence[Lexeme], at: int, tables: FigureTables) -> tuple[str, int] | None:
    """A noun of two words that starts here: "job openings"."""
    pair = f"{singular(found[at].low, tables)} {singular(low_at(found, at + 1), tables)}"
    return (tables.nouns[pair], at + 2) if pair in tables.nouns else None


def _strong(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int]:
    for at in range(place, min(place + 2, len(found))):
        pair = f"{found[at].low} {low_at(found, at + 1)}"
        if pair in tables.nouns:
            return tables.nouns[pair], at + 2
        if single := tables.nouns.get(singular(found[at].low, tables)):
            return single, at + 1
    return "person", place


def _of_whole(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int] | None:
    """The noun of "111,800 of its staff", "two of the bundles"; without a determiner one from the tables."""
    told = low_at(found, place) in DETERMINERS
    for at in range(place, min(place + REACH, len(found))):
        word = found[at]
        single = singular(word.low, tables)
        if single in tables.nouns:
            return tables.nouns[single], at + 1
        if word.kind == "word" and (word.low in ("of", "in", "and") or single != word.low):
            plain = told and single != word.low and not word.is_capital and word.low not in tables.stops
            return (single, at + 1) if plain else None
    return None


def collective(found: Sequence[Lexeme], place: int, tables: FigureTables) -> str:
    """The unit that words before a number give it: "a workforce of 430,000", "the death toll rose to 43"; else ""."""
    low = low_at(found, place - 1)
    if low not in ("of", "to", "at", "by", "was", "is", "reached", "hit", "stands"):
        return ""
    for at in range(place - 2, max(place - 5, -1), -1):
        if unit := tables.collectives.get(found[at].low):
            return unit
        if found[at].kind != "word" or (found[at].low in tables.stops and found[at].low not in tables.changes):
            break
    return ""
