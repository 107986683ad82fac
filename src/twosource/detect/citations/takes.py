"""Whether what follows a verb is something that it reports."""

from twosource.detect.citations.tail import Tail
from twosource.lexicon.denial import denies
from twosource.lexicon.grammar import auxiliaries, closed
from twosource.lexicon.reporting import Verb
from twosource.text.clauses import Sentence
from twosource.text.nouns import is_pronoun
from twosource.text.tokens import Token

_VOID = frozenset(
    {
        "this",
        "that",
        "so",
        "it",
        "nothing",
        "everything",
        "much",
        "little",
        "as",
        "anything",
        "something",
        "goodbye",
        "yes",
        "no",
    }
)
_NEEDS = {
    "accuse": "of",
    "blame": "for",
    "describe": "as",
    "label": "",
    "labell": "",
    "paint": "as",
    "portray": "as",
    "depict": "as",
    "urge": "to",
    "liken": "to",
    "denounce": "as",
    "characterize": "as",
    "characterise": "as",
}


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
    if not _NEEDS.get(verb.lemma, "-"):
        return True
    if verb.lemma in _NEEDS:
        return any(token.low == _NEEDS[verb.lemma] for token in row[at + 1 : at + 14])
    if verb.lemma in {"call", "dub", "brand"}:
        near = row[at : at + 12]
        quoted = any(token.is_quoted for token in near)
        return (
            quoted or denies(" ".join(token.text for token in near)) or (following.low == "on" and verb.lemma == "call")
        )
    if following.low in closed("prepositions"):
        if following.low == "to":
            return False
        about = verb.lemma == "warn" and following.low in {"of", "against", "about"}
        number = at + 1 < len(row) and row[at + 1].is_number
        return about or number or ("clause" in verb.frames and clause_ahead(row, at))
    if following.low in _VOID and not clause_ahead(row, at):
        return False
    if "guarded" in verb.frames and "clause" in verb.frames and "mind" not in verb.frames:
        return clause_ahead(row, at)
    if "guarded" in verb.frames or ("quoting" in verb.frames and "clause" not in verb.frames):
        return False
    if following.low in {"and", "or", "but", "."}:
        return False
    return bool(verb.frames & {"clause", "hearer", "object"})


def ends_open(token: Token) -> bool:
    """Whether a quotation ends as one does whose credit follows."""
    return token.text.rstrip("\"'”’»“ ")[-1:] in {",", "?", "!", "—", "–", "…"} or token.text[-1:] == ","


def clause_ahead(row: Sentence, place: int) -> bool:
    """Whether a clause begins there: a subject pronoun, or an auxiliary before the next mark."""
    if is_pronoun(row, place) or row[place].low in {"there"}:
        return True
    for token in row[place + 1 : place + 11]:
        if token.low in auxiliaries():
            return True
        if not token.is_word or token.low in closed("relatives"):
            return False
    return False
