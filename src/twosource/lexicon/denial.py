"""Words that deny."""

import re
from functools import cache

from twosource.lexicon import any_of, pattern, word_set, words

_CLAUSE = re.compile(r"[^.;!?\n]+[.;!?\n]?")
_PRONOUNS = frozenset({"it", "this", "that", "these", "those"})
# "That" after these is a pronoun: "no, that is a lie", not "a story that is a lie".
_OPENS = re.compile(r"(?:^|[,:—–“”\"‘(.]|\b(?:and|but|because|so|think|believe))\W*$", re.IGNORECASE)
_ADVERBS = r"[“\"‘'*]*(?:(?:\w+ly|just|simply|so|all|not only|only|quite|a|an|another)\s+(?:and\s+)?){0,3}[“\"‘'*]*"
_MINE = re.compile(r"\b(?:I|we)(?:\s+have|\s+had|['’]ve)?\s+\w*$", re.IGNORECASE)


def denies(said: str) -> bool:
    """Whether words say of a report, a claim or the like that it is wrong, and say so themselves.

    Not what they say under a condition, what they tell that another says, or in what words they find fault with
    something else: "these claims may prove unfounded", "they posted that the reports were false", "it is absurd to
    talk about that now", "his false claim that the work was over".
    """
    own = _another().sub(lambda match: match[1], said)
    is_called = (_called().match(own) or _flat().fullmatch(own)) is not None and not own.endswith("?")
    return is_called or any(_is_denial(match[0]) for match in _CLAUSE.finditer(own))


def grants(cue: str) -> bool:
    """Whether the verb that reports words says that somebody grants, confirms or asks them: it reports no denial."""
    return not word_set("denial", "granting").isdisjoint(cue.lower().split())


@cache
def denial_verbs() -> frozenset[str]:
    """Forms of verbs that deny, single words."""
    return frozenset(word for word in words("denial", "verbs") if " " not in word)


def _is_denial(clause: str) -> bool:
    """Whether a clause, which is no question, says so of its own, and under no condition."""
    return not clause.endswith("?") and any(
        _is_own(clause, match) for kind in _predicates() for match in kind.finditer(clause)
    )


def _is_own(clause: str, match: re.Match[str]) -> bool:
    lead = clause[: match.start()]
    if match[0].lower().startswith("that") and not _OPENS.search(lead):
        return False
    told = pattern("denial", "telling").search(lead)
    is_told = told is not None and not _MINE.search(lead[: told.end()])
    return not (is_told or pattern("denial", "open").search(lead) or _judges(match[0], clause[match.end() :]))


def _judges(said: str, after: str) -> bool:
    """Whether an act is judged, and no words: "it is absurd to talk about that", "it is absurd that they wait"."""
    if said.split(maxsplit=1)[0].rstrip("'’s").lower() not in _PRONOUNS:
        return False
    is_view = said.rsplit(maxsplit=1)[-1].strip("“\"‘'").lower() in word_set("denial", "views")
    return pattern("denial", "acts").match(after.lstrip()) is not None or (
        is_view
        and after.lstrip().startswith(("that", "to"))
        and pattern("denial", "suggesting").match(after.lstrip()) is None
    )


@cache
def _predicates() -> tuple[re.Pattern[str], ...]:
    """Of a noun, with what the report is of between; of a pronoun, next to it; before the noun."""
    false, hangs, judged = _any("false"), "|".join(words("denial", "hangs")), "|".join(words("denial", "judged"))
    is_false = rf"(?:\s+[“\"‘']?(?:is|are|was|were)|['’](?:s|re))\s+{_ADVERBS}(?:{false})\b"
    is_not = r"\s+(?:is|are|was|were)n['’]t\s+(?:\w+ly\s+)?(?:true|accurate|correct)\b"
    between = r"(?:(?!\b(?:but|while|although|because|if|unless|whether)\b)[^.;!?]){0,200}?"
    nouns = rf"\b(?:{_any('subjects')})\b"
    said = (
        rf"{nouns}(?:\s*(?:[,—–(-]|\b(?:{hangs})\b(?!\s+(?:is|are|was|were)\b)){between})?(?:{is_false}|{is_not})",
        rf"\b(?:{'|'.join(sorted(_PRONOUNS))})(?:\s+all)?(?:{is_false}|{is_not})(?!\s+(?:{judged})\b)",
        rf"\b(?:this|these|those|such)\s+(?:\w+ly\s+)?(?:{false})\s+{nouns}",
        r"\bno\s+(?:truth|basis|substance)\s+(?:\w+\s+)?(?:to|for|in)\b",
    )
    return tuple(re.compile(kind, re.IGNORECASE) for kind in said)


@cache
def _called() -> re.Pattern[str]:
    """What something is called, as the verb leaves it: "[called] the story “nonsense”"."""
    before = r"(?:(?!(?:no|not(?! only)|never|that|if|whether)\b)[\w’'.-]+\s+){0,5}?"
    return re.compile(rf"\W*(?:{before}(?:{_any('subjects')})|it)\s+{_ADVERBS}(?:{_any('false')})\b", re.IGNORECASE)


@cache
def _flat() -> re.Pattern[str]:
    """All that is said: "A lie", "That's not true"; no view, by which an act may be judged."""
    listed = sorted(set(words("denial", "false")) - set(words("denial", "views")), key=len, reverse=True)
    false = "|".join(re.escape(word) for word in listed)
    return re.compile(
        rf"\W*(?:no\W+)?(?:(?:it|this|that)(?:['’]s|\s+is|\s+was)\s+)?{_ADVERBS}(?:{false})\W*", re.IGNORECASE
    )


@cache
def _another() -> re.Pattern[str]:
    """What another says, in quotation marks within; the verb before is kept."""
    tellers = any_of(words("denial", "tellers")).pattern
    mine = r"(?<!\bI )(?<!\bwe )(?<!\bWe )"
    between = r"(?:(?!\b(?:is|are|was|were)\b)[^.“”‘\"]){0,30}[\s,:]+"
    return re.compile(rf"({mine}{tellers}{between})[“‘\"'][^”’\"]*", re.IGNORECASE)


def _any(key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words("denial", key)) - _PRONOUNS, key=len, reverse=True))
