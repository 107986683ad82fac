"""The word lists of `lexicon/data`, one TOML file a subject."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The file `lexicon/data/<name>.toml`; raises FileNotFoundError for a name that is not there."""
    source = files("twosource.lexicon").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def entries(name: str, *keys: str) -> tuple[str, ...]:
    """The list of strings under these nested keys; raises KeyError where there is none."""
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return tuple(found)


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of them: whole words in any case; a blank stands for blanks, ' for any apostrophe."""
    joined = "|".join(pattern.replace("'", "['’]").replace(" ?", r"\s*").replace(" ", r"\s+") for pattern in patterns)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
