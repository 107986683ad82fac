"""Names: titles, given names, and what makes a capitalised phrase an organisation or a place."""

from functools import cache

from twosource.lexicon import words


@cache
def listed(key: str) -> frozenset[str]:
    """The words of names.toml under `key`, lower case; raises KeyError for one that is not there."""
    return frozenset(words("names", key))


@cache
def places() -> frozenset[str]:
    """Countries, regions and large cities, lower case."""
    return frozenset(word for key in ("countries", "regions", "cities") for word in words("places", key))
