"""Kinds of units and attributes, as far as comparing them needs to know."""

COUNTS = frozenset(("person", "job", "job opening"))
LENGTHS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "night": 86400,
    "week": 604800,
    "fortnight": 1209600,
    "month": 2629800,
    "quarter": 7889400,
    "year": 31557600,
    "decade": 315576000,
}
FLOWS = frozenset(("revenue", "profit", "loss", "sold", "delivered"))
# Attributes that only sums of money have: "31 girls made headlines" is no fortune.
SUMS = frozenset(("fortune", "price", "cost", "fine", "bounty", "valuation", "funding"))
# Attributes of which one thing, or one story, has many values.
MANY = frozenset(("price", "cost", "width", "height", "distance", "weight"))
# Units of what moves from hour to hour: a storm, a price on an exchange.
MOVING = frozenset(("mph", "km/h", "knot", "mile", "kilometre", "yard", "degree", "USD per barrel"))
# Of these, what is told of one moment only; two values are of two moments, unless all else is the same.
MOMENTARY = frozenset(("mph", "km/h", "knot", "USD per barrel", "USD per ounce", "degree"))
# Units of what is measured, not counted.
MEASURES = frozenset(
    (
        *("percent", "percentage point", "degree", "mph", "km/h", "knot", "mile", "kilometre", "metre", "foot", "inch"),
        *("centimetre", "millimetre", "yard", "pound", "kilogram", "gram", "ton", "tonne", "acre", "hectare", "litre"),
    )
)
GENERAL = frozenset(
    (
        "person",
        "job",
        "percent",
        "time",
        "vehicle",
        "mile",
        "metre",
        "foot",
        "inch",
        "kilometre",
        "pound",
        "ton",
        "tonne",
        "degree",
        "centimetre",
        "yard",
        "kilogram",
        "gram",
        "barrel",
        "cent",
        "penny",
        "acre",
        "hectare",
        "unit",
        "thing",
        "group",
        "way",
    )
)


def unit_class(unit: str) -> str:
    """Units that can be compared share a class: people and jobs, weeks and months."""
    return "count" if unit in COUNTS else "length" if unit in LENGTHS else unit


def is_telling(unit: str) -> bool:
    """Whether a unit is a noun that says itself what is counted: "bundle", not "person" or "USD"."""
    return unit.isalpha() and unit.islower() and unit not in GENERAL and unit not in LENGTHS
