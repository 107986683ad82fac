"""A state speaks through its government: "Tarnia", "the Tarnian government" and "Tarnian officials" are one voice."""

from functools import cache

from twosource.lexicon import mapping, words

GOVERNMENT, MILITARY = "government", "military"
"""The bodies that are told apart."""
_LONGEST = 3


@cache
def state_of(name: str) -> tuple[str, str] | None:
    """The country and its body, government or military, that a name is of; None where it is of neither."""
    said = name.casefold().replace("’", "'").replace("'s", "").removeprefix("the ").split()
    for count in range(min(_LONGEST, len(said)), 0, -1):
        nation = _country(" ".join(said[:count]))
        body = _body(" ".join(said[count:]))
        if nation and body:
            return nation, body
    return None


def _country(low: str) -> str:
    low = mapping("names", "nations").get(low, mapping("names", "known_as").get(low, low))
    return low if low in words("places", "countries") else ""


def _body(low: str) -> str:
    if not low or low in words("names", "governments"):
        return GOVERNMENT
    return MILITARY if low in words("names", "militaries") else ""
