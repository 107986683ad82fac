"""Patterns made of word lists."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from twosource.lexicon import table


def entries(name: str, *keys: str) -> tuple[str, ...]:
    """The list of strings under these nested keys of the table `name`; raises KeyError where there is none."""
    found: object = table(name)
    for key in keys:
        found = cast("Mapping[str, object]", found)[key]
    return tuple(cast("list[str]", found))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of them: whole words in any case; a blank stands for blanks, ' for any apostrophe."""
    joined = "|".join(pattern.replace("'", "['’]").replace(" ?", r"\s*").replace(" ", r"\s+") for pattern in patterns)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
