"""What the spellings of one name have in common, whoever wrote it in Latin letters."""

import re
from unicodedata import combining, normalize

_DOUBLED = re.compile(r"(.)\1+")


def unaccented(name: str) -> str:
    """A name without accents and other marks on its letters: Déby, Deby."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))


def single(letters: str) -> str:
    """The letters, those that stand twice or more side by side once: Idriss, Idris."""
    return _DOUBLED.sub(r"\1", letters)
