"""Closed classes of English words, as sets."""

from functools import cache

from twosource.lexicon import words


@cache
def closed(key: str) -> frozenset[str]:
    """The class `key` of grammar.toml, lower case; raises KeyError for one that is not there."""
    return frozenset(words("grammar", key))


@cache
def auxiliaries() -> frozenset[str]:
    """Forms of be, have and do, and the modal verbs."""
    return closed("be") | closed("have") | closed("do") | closed("modals")


@cache
def nouns(key: str) -> frozenset[str]:
    """The nouns of people.toml under `key`, singular and regular plural."""
    listed = words("people", key)
    return frozenset(form for word in listed for form in (word, plural(word)))


@cache
def speakers() -> frozenset[str]:
    """Nouns of all that can say something: persons, organisations, documents."""
    return nouns("persons") | nouns("organisations") | nouns("documents")


def plural(word: str) -> str:
    """The regular plural of an English noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
