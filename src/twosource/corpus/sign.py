"""What of a report is needed to place it among others: its telling words, and a sketch of its text. Kept small."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from heapq import nsmallest

import msgspec

from twosource.corpus.weights import digest
from twosource.lexicon import words
from twosource.text.words import stem
from twosource.types.article import Article

# A story is told in the headline and the first paragraphs; what follows is background that other stories share.
_LEAD = 300
_TITLE_WEIGHT = 3
_SHINGLE = 6
_SKETCH = 32

_STOPS = frozenset(words("stopwords", "english"))
_WORD = re.compile(r"[^\W\d_]+|\d[\d,.]*\d|\d")
_NOT = re.compile(r"[^\W\d_]+n['’]t\b")  # "won't" tells nothing, and is no victory


class Sign(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The sign of one report.

    `day` is the ordinal of the day of publication, None if it is not known. `body` and `title` hold terms (stems, as
    32-bit digests) with their counts, packed: see `unpacked`. `key` is a digest of the text, blanks collapsed; `sketch`
    the smallest digests of its shingles (runs of six words): the share that two sketches have in common estimates how
    much their texts have in common (Broder 1997).
    """

    report: str
    day: int | None
    body: bytes
    title: bytes
    key: bytes
    sketch: list[int]


def sign_of(article: Article) -> Sign:
    """The sign of a report that was read."""
    blocks = list(article.passages("headline", "subhead", "body"))
    text = " ".join(" ".join(article.text[block.start : block.end].split()) for block in blocks) or article.text
    title = Counter(_terms(_NOT.sub(" ", article.title or "")))
    body = Counter(_terms(_running(article) or text)[:_LEAD])
    for term, count in title.items():
        body[term] += _TITLE_WEIGHT * count
    day = article.published.earliest or article.published.latest
    return Sign(
        report=article.id,
        day=day.toordinal() if day else None,
        body=packed(sorted(body.items())),
        title=packed(sorted(title.items())),
        key=blake2b(text.encode("utf-8", "replace"), digest_size=16).digest(),
        sketch=_sketch(text),
    )


def packed(terms: Iterable[tuple[int, int]]) -> bytes:
    """Terms with their counts, as a sign holds them."""
    return array("I", [number for pair in terms for number in pair]).tobytes()


def unpacked(terms: bytes) -> list[tuple[int, int]]:
    """The terms with their counts."""
    numbers = array("I", terms)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _running(article: Article) -> str:
    return "\n".join(article.text[block.start : block.end] for block in article.passages("body"))


def _terms(text: str) -> list[int]:
    lows = (match[0].lower() for match in _WORD.finditer(text))
    return [digest(stem(low)) for low in lows if len(low) > 1 and low not in _STOPS]


def _sketch(text: str) -> list[int]:
    found = [match[0].casefold() for match in _WORD.finditer(text)]
    runs = {" ".join(found[place : place + _SHINGLE]) for place in range(max(len(found) - _SHINGLE + 1, 1))}
    digests = (blake2b(run.encode("utf-8", "replace"), digest_size=6).digest() for run in runs)
    return nsmallest(_SKETCH, {int.from_bytes(digest) for digest in digests})
