"""Sentences as rows of tokens in which each quotation is one token, so that what is said does not hide who says it."""

from functools import lru_cache

from twosource.lexicon.reporting import verbs
from twosource.text.datelines import dateline_end
from twosource.text.quotations import Quotation, quotations
from twosource.text.sentences import sentence_bounds
from twosource.text.tokens import Token, tokens

Sentence = tuple[Token, ...]
_LONGEST_CREDIT = 14
_LONGEST_SENTENCE = 400  # tokens; text without stops is cut, so that reading it stays linear


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage; places count from its start. A sentence may be one quotation, and nothing else."""
    quoted = [one for one in quotations(text) if one.depth == 0]
    row = _row(text, quoted)
    breaks = _breaks(text, quoted)
    result: list[Sentence] = []
    current: list[Token] = []
    for place, token in enumerate(row):
        if current and (
            len(current) >= _LONGEST_SENTENCE
            or _broken(current[-1], token, breaks)
            or _after_quotation(row, place)
            or _after_letter(row, place)
        ):
            result.append(tuple(current))
            current = []
        current.append(token)
    return (*result, tuple(current)) if current else tuple(result)


def told_in(text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage without its dateline, whose places say nothing."""
    begin = dateline_end(text)
    if not begin:
        return sentences_of(text)
    kept = (tuple(token for token in row if token.start >= begin) for row in sentences_of(text))
    return tuple(row for row in kept if row)


def _row(text: str, quoted: list[Quotation]) -> list[Token]:
    row: list[Token] = []
    rest = iter(quoted)
    following = next(rest, None)
    for token in tokens(text):
        while following is not None and token.start >= following.outer_end:
            following = next(rest, None)
        if following is None or token.end <= following.outer_start:
            row.append(token)
        elif not row or row[-1].quotation is not following:
            words = text[following.outer_start : following.outer_end]
            row.append(Token(following.outer_start, following.outer_end, words, "“”", following))
    return row


def _breaks(text: str, quoted: list[Quotation]) -> list[int]:
    """Where sentences begin, quotations being blanked, in falling order."""
    pieces, place = [], 0
    for one in quoted:
        pieces += [text[place : one.outer_start], "Q", "q" * (one.outer_end - one.outer_start - 1)]
        place = one.outer_end
    masked = "".join([*pieces, text[place:]])
    return [start for start, _ in sentence_bounds(masked.replace("\n", " "))][::-1]


def _broken(last: Token, token: Token, breaks: list[int]) -> bool:
    found = False
    while breaks and breaks[-1] <= token.start:
        found = breaks.pop() > last.start or found
    return found


def _after_quotation(row: list[Token], place: int) -> bool:
    """Whether a sentence ends with the quotation before this place: it ends in a stop, and no credit follows."""
    last, token = row[place - 1], row[place]
    if last.quotation is None or not (token.is_capital or token.is_quoted):
        return False
    ending = last.text.rstrip("\"'”’»“ ")[-1:]
    if ending not in {".", "!", "?", "…"}:
        return token.is_quoted and not last.quotation.closed
    return not is_credit(row[place : place + _LONGEST_CREDIT])


def _after_letter(row: list[Token], place: int) -> bool:
    """Whether a sentence ends with a name of one letter (`a post on X. The`), which looks like an initial."""
    if place < 3 or row[place - 1].low != "." or not row[place].is_capital:
        return False
    return len(row[place - 2].text) == 1 and row[place - 3].low in {"on", "to", "from", "via", "over", "at"}


def is_credit(following: list[Token]) -> bool:
    """Whether these tokens are but a name and a reporting verb, up to a stop: "Ann Lee asked"."""
    for place, token in enumerate(following[:6]):
        verb = verbs().get(token.low)
        if verb is not None and place and not token.is_capital:
            rest = following[place + 1 : place + 2]
            return not rest or rest[0].low in {".", ","} or rest[0].is_quoted
        if not (token.is_capital or token.low in {"he", "she", "they", "it", "the", "a", "an", "."}):
            return False
    return False
