"""Word lists and tables: TOML files in `data/`, read once, handed out typed."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

_SLOT = re.compile(r"\{([a-z]+)\}")
_ANY_WORD = r"([a-z](?:[\w-]*\w)?)"


# So many blanks at most, so that a long run of them costs no more than its length.
_BLANKS = r"\s{1,9}"


@cache
def table(name: str) -> dict[str, object]:
    """The table `data/NAME.toml`; raises FileNotFoundError if there is none. It is shared: do not change it."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The list of words under these nested keys of that table, in the file's order; raises KeyError or TypeError."""
    found: object = table(name)
    for key in keys:
        if not isinstance(found, dict):
            raise KeyError(key)
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        message = f"{'.'.join(keys)} in lexicon/data/{name}.toml is no list of strings"
        raise TypeError(message)
    return tuple(cast("list[str]", found))


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a list of them: whole words, in any case; a blank stands for blanks, ' for any apostrophe."""
    joined = "|".join(pattern.replace("'", "['’]").replace(" ", _BLANKS) for pattern in patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for the list of words under these nested keys of that table; raises as `words` does."""
    return any_of(words(name, *keys))


@cache
def frames(name: str, key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns under that key, one by one; `{other}` in them stands for any pattern under that other key.

    Where the table has no such key, it stands for any one word, as a group: who asks says which words it may be.
    """
    known = table(name)
    slots = {key: f"(?:{'|'.join(words(name, key))})" for key, value in known.items() if isinstance(value, list)}
    filled = (_SLOT.sub(lambda slot: slots.get(slot[1], _ANY_WORD), each) for each in words(name, key))
    return tuple(any_of((each,)) for each in filled)


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The words under these nested keys of that table, as a set; raises as `words` does."""
    return frozenset(words(name, *keys))


@cache
def mapping(name: str, key: str) -> dict[str, str]:
    """The table of strings under `key` in that table; raises KeyError or TypeError. It is shared: do not change it."""
    found = table(name)[key]
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        message = f"{key} in lexicon/data/{name}.toml is no table of strings"
        raise TypeError(message)
    return cast("dict[str, str]", found)
