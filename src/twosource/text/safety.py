"""Text from pages, made safe to show and to encode."""

import re
import unicodedata

_SURROGATE = re.compile("[\ud800-\udfff]")

# Bidirectional controls, joiners, fillers and tags change what a reader sees without being seen themselves; Unicode
# files them under Cf (format), with the controls under Cc, and lone surrogates under Cs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def visible(text: str) -> str:
    """The text with every unseen character as `<U+202E>`; blanks of any kind become one plain blank each."""
    return "".join(_shown(character) for character in text)


def encodable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which nothing can encode; all places stay the same."""
    return _SURROGATE.sub("\ufffd", text)


def named(file: str) -> str:
    """A file's name as text: it may hold bytes that are none, and each such byte is shown as U+FFFD."""
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSEEN:
        return f"<U+{ord(character):04X}>"
    return character
