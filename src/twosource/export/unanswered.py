"""Which reports print a claim without its denial."""

import re
from functools import cache

from twosource.export.claimed import carriers
from twosource.export.document import ClaimRecord, Document
from twosource.lexicon import words
from twosource.text.vocabulary import news

# Beside the words of the lists: any of them, of whatever is denied, is enough to say nothing of a report.
_OTHERS = ("denial", "denials", "not true", "no truth", "wrong", "untruth", "lie", "lies", "hoax", "debunked")
# So is a sentence that says no, and shares so many content words with the claim.
_NO = re.compile(
    r"\b(?:not|never|no|none|nothing|without|dispute[sd]?|contradict\w*|doubt\w*)\b|n[’']t\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]+")


def without_denial(document: Document, claim: ClaimRecord) -> list[str]:
    """The reports (ids, in their order) that carry a claim which others say is denied, and have no word of a denial.

    Nobody is listed for a claim that no report says is denied, and no report in which any word denies anything, or
    says no to what the claim is about, or that is known to be older than the first denial.
    """
    answers = [one for one in document.stances if one.stance == "denies" and one.claim == claim.id]
    denying = {one.span.article for one in answers}
    first = min((one.said.earliest for one in answers if one.said and one.said.earliest), default=None)
    older = {one.id for one in document.articles if first and one.published.latest and one.published.latest < first}
    held = carriers(claim) - denying - older if denying else set()
    texts = {article.id: article.text for article in document.articles if article.skipped is None}
    about = set(news().content(claim.text))
    return [article for article in texts if article in held and not _says_no(texts[article], about)]


def _says_no(text: str, about: set[str]) -> bool:
    if _denial().search(text):
        return True
    negative = (match[0] for match in _SENTENCE.finditer(text) if _NO.search(match[0]))
    return any(about.intersection(news().content(sentence)) for sentence in negative)


@cache
def _denial() -> re.Pattern[str]:
    listed = (*words("denial", "verbs"), *words("denial", "false"), *_OTHERS)
    joined = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
