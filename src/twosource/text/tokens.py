"""Words and marks of a text, with their places and what their shape says."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from twosource.text.quotations import Quotation

# Marks of no width and of writing direction: they are no end of a word (Unicode Standard Annex 9).
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LETTER = rf"[^\W_](?:[{INVISIBLE}])*"
_TOKEN = re.compile(
    r"\d+[^\W\d_]+\d[^\W_]*"  # 9to5Mac
    rf"|[$€£¥]?\d(?:[\d.,:]*\d)?%?(?:[^\W\d_]+)?(?:-[^\W_]+)*"  # 1,200 · $2.5bn · 41-year-old
    rf"|(?:[^\W\d_]\.)+[^\W\d_]\b\.?"  # U.S. · F.B.I
    rf"|(?:{_LETTER})+(?:[-'’&/@‘`ʼʻʿʾ](?:{_LETTER})+)*"  # O'Neil · Orlon’s · AT&T · Sana‘a
    r"|\.\.\.|''|``|--|\S"
)
_STRIP = re.compile(rf"[{INVISIBLE}]")
_APOSTROPHE = re.compile(r"(?<=\w)[‘`ʼʻʿʾ](?=\w)")
_KEPT = 16384
"""Words whose shape is kept: most come again and again."""
_PARTICLE = re.compile(r"(?:a[ldnrstz]|ash|el|ul|[dl])[-'’][^\W\d_]")  # al-Tarn, el-Badawi, d’Orsay


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: its place in code points, its lower-case form with straight apostrophes.

    In a clause, a quotation is one token too: see `twosource.text.clauses`.
    """

    start: int
    end: int
    text: str
    low: str
    quotation: Quotation | None = field(default=None, compare=False)

    @property
    def is_quoted(self) -> bool:
        """Whether it stands for a whole quotation."""
        return self.quotation is not None

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit, and is no quotation."""
        return self.quotation is None and (self.text[:1].isalnum() or any(map(str.isalnum, self.text)))

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter, as a name does (iPhone, eBay and al-Tarn too)."""
        return _is_capital(self.text)

    @property
    def is_number(self) -> bool:
        """Whether it begins as a figure."""
        return self.text[:1].isdigit() or (self.text[:1] in "$€£¥" and len(self.text) > 1)

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.low.endswith("'s")

    @property
    def bare(self) -> str:
        """The lower-case form without a possessive ending."""
        return self.low[:-2] if self.is_possessive else self.low


@lru_cache(maxsize=_KEPT)
def _is_capital(text: str) -> bool:
    if text[:1].isupper() or (text[:1].islower() and text[1:2].isupper()):
        return True
    joined = _PARTICLE.match(text)
    return joined is not None and joined[0][-1].isupper()


@lru_cache(maxsize=_KEPT)
def _plain(text: str) -> str:
    """Lower case, straight apostrophes, one kind of dash, without invisible marks."""
    if text in {"--", "–", "―"}:
        return "—"
    plain = _STRIP.sub("", text).lower().replace("’", "'")
    return _APOSTROPHE.sub("'", plain) if len(plain) > 1 else plain


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text, in its order, in linear time."""
    return tuple(
        Token(match.start(), match.end(), match[0], _plain(match[0]))
        for match in _TOKEN.finditer(text)
        if _STRIP.sub("", match[0])
    )
