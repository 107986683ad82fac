"""Dates that are of the text and not of what it tells: of a wire report, of a message, of a picture."""

import re

from twosource.text.datelines import dateline_end
from twosource.types.article import Article
from twosource.types.span import Span

# "— Name (@handle) November 27, 2018": when a message was sent.
_HANDLE = re.compile(r"\(@\w+\)\W{0,4}$")
# "…, Quebec, Canada, June 9, 2018.": when a picture was taken.
_PLACE = re.compile(r"[A-Z][\w.]{1,20},\s?$")
_YEAR = re.compile(r"\d{4}$")


def is_message_stamp(sentence: Span, time: Span) -> bool:
    """Whether the time is that of a message, behind its sender."""
    return _HANDLE.search(sentence.exact[: time.start - sentence.start]) is not None


def is_stamp(article: Article, sentence: Span, time: Span) -> bool:
    """Whether the time is that of the report in its dateline, of a message, or of a picture in its caption."""
    return is_message_stamp(sentence, time) or _of_picture(sentence, time) or _in_dateline(article, time)


def _of_picture(sentence: Span, time: Span) -> bool:
    """A full date behind a place, with which the sentence ends."""
    ends = not sentence.exact[time.end - sentence.start :].strip(" .)\n")
    return ends and bool(_YEAR.search(time.exact) and _PLACE.search(sentence.exact[: time.start - sentence.start]))


def _in_dateline(article: Article, time: Span) -> bool:
    block = next((block for block in article.blocks if block.start <= time.start < block.end), None)
    return block is not None and time.end <= block.start + dateline_end(article.text[block.start : block.end])
