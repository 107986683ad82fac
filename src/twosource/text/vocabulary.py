"""The vocabulary of news: function words, and words that reports use for one another."""

from functools import cache

from twosource.lexicon import table, words
from twosource.text.words import Vocabulary


@cache
def news() -> Vocabulary:
    """Made of `data/stopwords.toml` and `data/concepts.toml`."""
    concepts = table("concepts")["concepts"]
    if not isinstance(concepts, dict):
        message = "concepts in lexicon/data/concepts.toml is no table"
        raise TypeError(message)
    return Vocabulary(words("stopwords", "english"), {name: tuple(group) for name, group in sorted(concepts.items())})
