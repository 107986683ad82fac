"""What a figure is said of: the word for killing, revenue, price that stands nearest to it."""

from collections.abc import Container, Sequence

from twosource.text.compare.spot import CompareTables, Spot
from twosource.text.lexemes import Lexeme
from twosource.types.figure import Figure

FAR, ACROSS = 14, 4
BOUNDARIES = frozenset(
    (",", ";", "(", ")", "–", "—", "and", "but", "while", "or", "compared", "than", "after", "which", "that")
)
CHANGES = frozenset(
    [
        "rose",
        "fell",
        "up",
        "down",
        "rise",
        "fall",
        "increase",
        "increased",
        "decrease",
        "decreased",
        "decline",
        "declined",
        "growth",
        "grew",
        "drop",
        "dropped",
        "gain",
        "gained",
        "jump",
        "jumped",
        "higher",
        "lower",
        "more",
        "less",
        "faster",
        "climbed",
        "slid",
        "shrank",
        "hike",
    ]
)
CYCLES = frozenset(("day", "week", "month", "quarter", "quarterly", "monthly", "weekly", "daily", "half", "hour"))
CHANGE = " change"
POSSESSIVE = frozenset(("its", "their", "his", "her", "s", "start", "starts", "starting", "priced"))
NEGATIONS = frozenset(("not", "no", "never", "neither"))


def attribute_of(figure: Figure, spot: Spot, taken: Container[int], tables: CompareTables) -> str:
    """The attribute, "" if no word near the figure names one.

    Words inside the figure come first, words that belong to another figure (`taken` code points) never count. A
    percentage is also told apart as a change or as a share.
    """
    if figure.measure == "age":
        return "age"
    return _nearest(spot, taken, tables) + _aspect(figure, spot)


def _nearest(spot: Spot, taken: Container[int], tables: CompareTables) -> str:
    best, distance = "", FAR
    for place in range(max(spot.first, spot.start - FAR), min(spot.last, spot.stop + FAR)):
        own = spot.start <= place < spot.stop
        word = "" if not own and spot.parts[place].start in taken else _phrase(spot.parts, place, tables)
        gap = _gap(spot, place) if word else FAR
        if gap < distance:
            best, distance = word, gap
    return best


def _phrase(parts: Sequence[Lexeme], place: int, tables: CompareTables) -> str:
    if parts[place].text == "-":
        return ""
    words = [part.low for part in parts[place : place + 6] if part.text != "-"][:3]
    found = (tables.attributes.get(" ".join(words[:length])) for length in (3, 2, 1))
    return next((name for name in found if name), "")


def _gap(spot: Spot, place: int) -> int:
    if spot.start <= place < spot.stop:
        return 0
    between = spot.parts[place + 1 : spot.start] if place < spot.start else spot.parts[spot.stop : place]
    return len(between) + ACROSS * sum(part.low in BOUNDARIES for part in between)


def _aspect(figure: Figure, spot: Spot) -> str:
    """Of a percentage: whether it is a change or a share."""
    if figure.unit not in ("percent", "percentage point"):
        return ""
    if any(part.low in CHANGES for part in (*spot.before(3), *spot.after(4))):
        return CHANGE
    return " share" if any(part.low == "of" for part in spot.after(1)) else ""


def is_change(attribute: str) -> bool:
    """Whether it is the change of a percentage, not a share."""
    return attribute.endswith(CHANGE)


def is_negated(spot: Spot) -> bool:
    """Whether the figure is denied: "not 10,000"."""
    return any(part.low in NEGATIONS for part in spot.before(3))


def is_partial(figure: Figure, spot: Spot, tables: CompareTables) -> bool:
    """Whether the words make it a part ("including 40"), a rate ("$42 per user") or no sum at all ("a few dollars")."""
    after = [part.low for part in spot.after(2)]
    rate = after[:1] and after[0] in ("per", "each", "apiece", "/", "an", "a") and " per " not in figure.unit
    if figure.measure == "age" or (rate and after[-1] in CYCLES):
        return False  # "gave the 30-year-old an income"
    vague = figure.bound == "vague" and figure.unit.isupper()
    before = [part.low for part in spot.before(2)]
    part = any(word in tables.parts for word in before) and not any(word in POSSESSIVE for word in before)
    own = [part.low for part in spot.parts[spot.start : spot.stop] if part.start >= figure.number.end]
    more = own[:1] in (["more"], ["others"])  # "hundreds more women": besides those told before
    return bool(rate or vague or "each" in after[:1] or part or more)
