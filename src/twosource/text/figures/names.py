"""Numbers that belong to a name or a code: "F-150", "Section 232", "No. 2", "9/11"."""

from collections.abc import Sequence

from twosource.text.figures.amounts import Amount
from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme

JOINTS = frozenset("-–/:.@_#&\\=~^'’+−")
LARGEST_NAME = 10_000
TWO = 2


def is_code(found: Sequence[Lexeme], given: Amount, tables: FigureTables) -> bool:
    """Whether the number is glued to letters, or to another number by a sign that no range uses."""
    return _glued_before(found, given, tables) or _glued_after(found, given)


def _glued_before(found: Sequence[Lexeme], given: Amount, tables: FigureTables) -> bool:
    here = found[given.start]
    if not given.start or not here.glued:
        return False
    before = found[given.start - 1]
    if before.kind != "sign" or before.text in "#@&_":
        return here.text not in tables.currency_signs
    if before.text not in JOINTS:
        return False
    if not before.glued or given.start < TWO:
        return False
    doubled = given.start > TWO and found[given.start - 2].glued and found[given.start - 3].kind == "number"
    return found[given.start - 2].kind != "sign" or doubled


def _glued_after(found: Sequence[Lexeme], given: Amount) -> bool:
    if given.stop >= len(found) or not found[given.stop].glued:
        return False
    after = found[given.stop]
    if after.kind == "word":
        return given.unit == ""
    ahead = found[given.stop + 1] if given.stop + 1 < len(found) else None
    if ahead is None or not ahead.glued:
        return False
    return (ahead.kind == "number" and after.text in JOINTS) or (ahead.kind == "word" and after.text in "./@_")


def is_named(found: Sequence[Lexeme], given: Amount, tables: FigureTables) -> bool:
    """Whether a bare number follows a word that numbers things, or reads on from a capitalised name."""
    if given.kind != "bare" or not given.start or given.form == "vague":
        return False
    before = found[given.start - 1]
    if before.text == "." and given.start > 1 and found[given.start - 2].low in ("no", "nos", "vol", "art", "sec"):
        return True
    if before.low in tables.labels or before.text == "#":
        return True
    plain = found[given.first].text.isdigit() and given.value is not None and given.value < LARGEST_NAME
    starts = given.start < 2 or found[given.start - 2].text in '.!?:"“”•'  # noqa: PLR2004 -- a word before the capital
    return before.is_capital and plain and not starts and before.low not in tables.stops
