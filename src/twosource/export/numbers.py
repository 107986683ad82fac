"""Numbers in words, alike in every view."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 report`, `3 reports`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def interval(low: int, high: int) -> str:
    """An interval of whole numbers: `1`, or `1 to 3`."""
    return str(low) if low == high else f"{low} to {high}"
