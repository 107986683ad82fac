"""The language of a text and of its parts.

Function words decide the plain cases. The model behind the rest (py3langid: a naive Bayes classifier over byte n-grams,
Lui and Baldwin 2012) takes a second to load, so it is loaded only when a text is not plainly English.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

from twosource.lexicon import words

UNDETERMINED = "und"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = frozenset(words("languages", "english"))
_FOREIGN = frozenset(words("languages", "foreign"))
_PLAINLY = 0.2
_SURE = 0.9
_SAMPLE = 20_000


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text is in, or `und`."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if words and english >= _PLAINLY * len(words) and english > foreign:
        return "en"
    if english >= foreign and sample.isascii():  # names, lists, headlines: nothing here speaks for another language
        return "en" if english else UNDETERMINED
    return _model_says(sample)


def is_plausibly_english(text: str) -> bool:
    """Whether a text too short or odd to tell is likelier English than not: some English word, and no odd letter."""
    return text.isascii() and any(word.lower() in _ENGLISH for word in _WORD.findall(text[:_SAMPLE]))


@lru_cache(maxsize=4096)
def _model_says(text: str) -> str:
    label, probability = _classifier()(text)
    return str(label) if probability >= _SURE else UNDETERMINED


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy, and seldom needed

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(map(str, model.labels))
    model.set_languages([language for language in words("languages", "candidates") if language in known])
    return cast("Callable[[str], tuple[str, float]]", model.classify)
