"""Text of reports as a page may show it: only ever text, with what is unseen made visible."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from twosource.text.safety import visible

_NOT_PLAIN = re.compile(r"[^\n\t -~]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and marks by their category, yet nothing is seen of them: fillers, the grapheme joiner, the braille blank.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Directions of characters that leave a line in Latin letters as it is (Unicode Annex 9, table 4); no mark or embedding.
_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "B", "S", "WS", "ON"})
_JOINERS = frozenset("\u200c\u200d")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def shown(text: str) -> Markup:
    """The text, escaped; an unseen character stays in place, isolated and with its name beside it.

    What HTML cannot hold (NUL, half a surrogate pair) stands as U+FFFD; every other character keeps its place, so that
    the text of the element is the text that was given.
    """
    pieces: list[Markup] = []
    done = 0
    for found in _NOT_PLAIN.finditer(text):
        if _is_unseen(found.group()) and not _joins(text, found.start()):
            pieces += [escape(text[done : found.start()]), _marked(found.group())]
            done = found.end()
    return Markup("").join([*pieces, escape(text[done:])])


@lru_cache(maxsize=4096)
def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or character in _FILLERS


def _joins(text: str, place: int) -> bool:
    """Whether a joiner does its work here: between letters or signs of a script, or an emoji, that uses it."""
    return text[place] in _JOINERS and 0 < place < len(text) - 1 and text[place - 1] > "\u02ff"


def _marked(character: str) -> Markup:
    code = f"U+{ord(character):04X}"
    kept = "\ufffd" if character == "\0" or unicodedata.category(character) == "Cs" else character
    inner = Markup("&#13;") if kept == "\r" else escape(kept)
    return Markup('<bdi class="unseen" data-code="{}">{}</bdi>').format(code, inner)


def in_attribute(text: object) -> Markup:
    """The text for the value of an attribute: escaped, with unseen characters written out."""
    return escape(visible(str(text)))


def isolated(text: str) -> Markup:
    """A name, isolated from the direction of what stands around it where it may have another."""
    return shown(text) if text.isascii() or not any(map(_turns, text)) else set_apart(text)


def set_apart(text: str) -> Markup:
    """A name as an element of its own, isolated from the direction of what stands around it."""
    return Markup("<bdi>{}</bdi>").format(shown(text))


@lru_cache(maxsize=4096)
def _turns(character: str) -> bool:
    return unicodedata.bidirectional(character) not in _LEFT_TO_RIGHT


def web_address(url: str | None) -> str | None:
    """The address if a browser may be sent there (http or https, with a host), else None."""
    if not url or not url.isprintable() or not url.isascii() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def language(tag: str) -> str | None:
    """The tag if it may stand in a `lang` attribute."""
    return tag if tag != "und" and _LANGUAGE.fullmatch(tag) else None
