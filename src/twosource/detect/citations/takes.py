"""Whether what follows a verb is something that it reports."""

from twosource.detect.citations.tail import Tail
from twosource.lexicon import mapping, words
from twosource.lexicon.denial import denies
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.lexicon.reporting import Verb
from twosource.text.clauses import Sentence
from twosource.text.nouns import is_pronoun
from twosource.text.tokens import Token

_VOID = frozenset(words("reporting", "void"))
_NEEDS = mapping("reporting", "needs")
_REACH = 14


def takes(row: Sentence, verb: Verb, tail: Tail) -> bool:
    """Whether what follows is something that the verb reports."""
    at = tail.place
    following = row[at] if at < len(row) else None
    if following is None:
        return False
    if tail.linked or following.is_quoted or following.low in {"how", "whether", "why"}:
        return True
    if following.low in {":", ","}:
        return at + 1 < len(row) and row[at + 1].is_quoted
    if "complement" in verb.frames:
        return _complement(row, verb, at)
    if following.low in closed("prepositions"):
        return _prepositional(row, verb, at)
    if following.low in _VOID | {"and", "or", "but", "."}:
        return clause_ahead(row, at)
    if "guarded" in verb.frames:
        return "clause" in verb.frames and "mind" not in verb.frames and clause_ahead(row, at)
    return bool(verb.frames & {"clause", "hearer", "object"})


def _complement(row: Sentence, verb: Verb, at: int) -> bool:
    """`accused X of`, `described X as`, `called X “…”`, `called X false`, `called on X`."""
    needed = _NEEDS.get(verb.lemma)
    if needed is not None:
        return not needed or any(token.low == needed for token in row[at + 1 : at + _REACH])
    near = row[at : at + _REACH - 2]
    quoted = any(token.is_quoted for token in near)
    return quoted or denies(" ".join(token.text for token in near)) or (row[at].low == "on" and verb.lemma == "call")


def _prepositional(row: Sentence, verb: Verb, at: int) -> bool:
    """`warned of`, `said about 40 people had`, `said in time it would`: a preposition that begins what is said."""
    low = row[at].low
    if low == "to":
        return False
    about = verb.lemma == "warn" and low in {"of", "against", "about"}
    number = at + 1 < len(row) and row[at + 1].is_number
    return about or ("clause" in verb.frames and (number or clause_ahead(row, at)))


def ends_open(token: Token) -> bool:
    """Whether a quotation ends as one does whose credit follows."""
    return token.text.rstrip("\"'”’»“ ")[-1:] in {",", "?", "!", "—", "–", "…"} or token.text[-1:] == ","


def clause_ahead(row: Sentence, place: int) -> bool:
    """Whether a clause begins there: a subject pronoun, or an auxiliary before the next mark."""
    if is_pronoun(row, place) or row[place].low == "there":
        return True
    for token in row[place + 1 : place + 11]:
        if token.low in auxiliaries():
            return True
        if not token.is_word or token.low in closed("relatives"):
            return False
    return False
