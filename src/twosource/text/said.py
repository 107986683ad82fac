"""The words of a quotation, one by one, as they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.lexicon import mapping, word_set

# A letter in square brackets begins the word that a report made fit its sentence: "[t]he river".
_TOKEN = re.compile(
    r"\[[^\W\d_]\][^\W\d_]+|(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*s?|[%&$€£]"
)
_CONTRACTED = re.compile(r"(?i)(.+?)(n't|'ll|'ve|'re|'m|'s|')$")
_ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'s": "is"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
# After these, 's stands for "is" or "has"; after a noun, for the possessive as well, and says nothing.
_SHORT_IS = frozenset(["it", "he", "she", "that", "this", "what", "there", "here", "who", "where", "how"])
_END = re.compile(r"(?<=[a-z0-9)”’][.!?])\s+(?=[“‘(\[]?[A-Z])")
_INSERTED = re.compile(r"\[[^\[\]]{2,80}\]|\([^()]{1,80}\)")


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a quotation as it is compared, and where it stands in the text.

    `is_inserted` says that it stands in brackets: the report put it in, "his (Marlow's) daughter".
    """

    key: str
    start: int
    end: int
    is_inserted: bool = False


@lru_cache(maxsize=4096)
def said(text: str) -> tuple[Said, ...]:
    """The words, one by one: contractions as the two words that they stand for, compounds in their parts."""
    inserted = [match.span() for match in _INSERTED.finditer(text)]
    return tuple(word for match in _TOKEN.finditer(text) for word in _words(match, inserted))


def _words(match: re.Match[str], inserted: list[tuple[int, int]]) -> Iterator[Said]:
    is_number = match[0][0].isdigit()
    bare = match[0].replace(",", "") if is_number else re.sub(r"[.\[\]]", "", match[0].replace("’", "'"))
    key = "usa" if bare == "US" else bare.lower()
    contracted = _CONTRACTED.fullmatch(key)
    stem = contracted[1] if contracted else key
    place = (*match.span(), any(start <= match.start() < end for start, end in inserted))
    yield Said(mapping("numbers", "cardinals").get(stem) or _STEMS.get(stem, stem), *place)
    if contracted and (contracted[2] != "'s" or stem in _SHORT_IS) and contracted[2] in _ENDINGS:
        yield Said(_ENDINGS[contracted[2]], *place)


def sentences_of(text: str) -> list[str]:
    """The sentences of a quotation, verbatim."""
    return _END.split(text)


def trifles() -> frozenset[str]:
    """The keys of words that make no difference by themselves."""
    return word_set("styles", "trifles", "english")
