"""Versions of an utterance, and how two of them differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from twosource.text.grouping import Overlap
from twosource.text.quotations import quotations
from twosource.text.words import Vocabulary, words
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.comparison import Difference, DifferenceKind
from twosource.types.span import Span

# Two words quoted by one speaker may be said twice; four in a row, or two of one speaker's, are one utterance.
_LEAST = 2
_LEAST_OTHER_SPEAKER = 6
# One quoted word is known again if it is as long as "baseless".
_LEAST_LETTERS = 8
# rapidfuzz's partial ratio (0-100) of the shorter version within the longer one. 85 lets one word in seven differ.
_ALIKE = 85


# A paraphrase by the same speaker's side: at least this many content words, and this share of the shorter version's.
LEAST_CONTENT = 3
_PARAPHRASE = 0.6
# What a version that retells another shares with it: cosine, share of the lesser by weight, number of content words;
# and so where neither is quoted.
LEAST_RETOLD = 2
_RETOLD, _RETOLD_TWICE = (0.3, 0.4, LEAST_RETOLD), (0.4, 0.5, 5)
_FEW = 3
_INSERTED = re.compile(r"\(([^()]{1,80})\)")
# An article more or less is no other wording.
_SLIGHT = frozenset({"", "a", "an", "the"})
# From this length on, words that differ in one letter are taken to be two spellings: "colour", not "but" and "put".
_SHORT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Attributed words in one report: where, by whom, its words in lower case, and its content words.

    `is_quoted` says whether the report gives them as the speaker's own.
    """

    span: Span
    attribution: Attribution
    words: tuple[str, ...]
    content: frozenset[str]
    is_quoted: bool


def versions(attribution: Attribution, article: Article, vocabulary: Vocabulary) -> Iterator[Version]:
    """The quoted parts of an attribution that are long enough to be known again, and its contents as paraphrases.

    A content in quotation marks is one version; one that is quoted in part gives its quoted parts, and itself.
    """
    mode = attribution.citation.mode
    for part in attribution.citation.content:
        inner = quotations(article.text, part.start, part.end) if mode == "mixed" else ()
        quoted = [article.span(q.start, q.end) for q in inner if q.depth == 0 and q.start < q.end]
        for span in [part] if mode == "direct" else quoted:
            yield from _version(span, attribution, vocabulary, is_quoted=True)
        if mode != "direct":
            yield from _version(part, attribution, vocabulary, is_quoted=False)


def _version(span: Span, attribution: Attribution, vocabulary: Vocabulary, *, is_quoted: bool) -> Iterator[Version]:
    said = tuple(words(span.exact))
    if said:
        content = frozenset(vocabulary.content(span.exact))
        yield Version(span=span, attribution=attribution, words=said, content=content, is_quoted=is_quoted)


def wording(version: Version) -> tuple[object, ...]:
    """All of a version that can tell it from another: versions of one wording differ from any third alike."""
    return version.words, version.attribution.speaker, version.is_quoted, _marks_a_cut(version.span.exact)


def is_one_utterance(longer: Version, shorter: Version) -> bool:
    """Whether the shorter version gives words of the longer one: by one speaker, or too long for chance.

    A paraphrase is a version if its speaker is the same and most of its content words are; two paraphrases, if they are
    of two reports and share more.
    """
    if len(longer.words) < len(shorter.words):
        longer, shorter = shorter, longer
    one, other = longer.attribution.speaker, shorter.attribution.speaker
    is_same = one == other and one is not None
    if not (longer.is_quoted and shorter.is_quoted):
        return is_same and _paraphrases(longer, shorter)
    return _is_long_enough(shorter, is_same=is_same) and _lies_in(shorter, longer)


def is_retold(one: Version, other: Version, overlap: Overlap) -> bool:
    """Whether what two versions share, by weight, is enough for one to retell the other; two paraphrases share more."""
    cosine, share, least = _RETOLD if one.is_quoted or other.is_quoted else _RETOLD_TWICE
    return overlap.cosine >= cosine and overlap.of_lesser >= share and overlap.words >= least


def _is_long_enough(version: Version, *, is_same: bool) -> bool:
    if is_same:
        return len(version.words) >= _LEAST or len(version.words[0]) >= _LEAST_LETTERS
    return len(version.words) >= _LEAST_OTHER_SPEAKER


def _lies_in(shorter: Version, longer: Version) -> bool:
    if len(shorter.words) < _LEAST:
        return shorter.words[0] in longer.words
    return fuzz.partial_ratio(" ".join(shorter.words), " ".join(longer.words)) >= _ALIKE


def _paraphrases(one: Version, other: Version) -> bool:
    both, least = one.content & other.content, min(len(one.content), len(other.content))
    enough = LEAST_CONTENT
    if not (one.is_quoted or other.is_quoted):
        enough += 1
        if one.attribution.article == other.attribution.article:
            return False
    return len(both) >= enough and len(both) >= _PARAPHRASE * least


def difference(one: Version, other: Version, *, is_one_speaker: bool) -> Difference | None:
    """What tells two quotations apart: the speaker, words cut, or words changed; None where they are the same.

    What a paraphrase changes is no difference: it does not claim to give the words.
    """
    if not (one.is_quoted and other.is_quoted):
        return None
    cut = _edits(one.words, other.words)[0]
    changed = changed_words(one.span.exact, other.span.exact)
    if not is_one_speaker and one.attribution.speaker is not None and other.attribution.speaker is not None:
        return _difference("speaker", one, other, "the same words are given to different speakers")
    if changed and not _marks_a_cut(one.span.exact, other.span.exact):
        return _difference("wording", one, other, f"differing words: {told_apart(changed)}")
    cut += [left or right for left, right in changed]
    if cut:
        said = " … ".join(f"“{words}”" for words in cut)
        return _difference("truncation", one, other, f"in one version only: {said}")
    return None


def _difference(kind: DifferenceKind, one: Version, other: Version, explanation: str) -> Difference:
    between = one.attribution.id, other.attribution.id
    return Difference(kind=kind, between=between, versions=(one.span, other.span), explanation=explanation)


def _marks_a_cut(*versions: str) -> bool:
    """Whether a report shows that it left words out, or put words in: by dots, or by square brackets."""
    return any(mark in version for version in versions for mark in ("…", "...", ". . .", "["))


def changed_words(one: str, other: str) -> list[tuple[str, str]]:
    """The words of two quotations that stand for one another, as each has them; one side may have none.

    Another spelling of the same word is no other word: outlets have their house styles. What stands in round brackets
    was put in by the report: "his (Marlow's) daughter".
    """
    added = {word for text in (one, other) for inside in _INSERTED.findall(text) for word in words(inside)}
    changed = _edits(tuple(words(one)), tuple(words(other)))[1]
    return [
        pair
        for pair in changed
        if not (is_spelling(*pair) or set(pair) <= _SLIGHT or {*pair[0].split(), *pair[1].split()} <= added)
    ]


def is_spelling(one: str, other: str) -> bool:
    """Whether two sides are one word, written in two ways: hyphens and blanks, -ise and -ize, a contraction."""
    left, right = (_letters(side) for side in (one, other))
    return left == right or (bool(left and right) and len(left) > _SHORT and Levenshtein.distance(left, right) <= 1)


def _letters(side: str) -> str:
    plain = "".join(sign for sign in side.replace("'ve", " have").replace("'re", " are") if sign.isalnum())
    return plain.replace("z", "s")


def told_apart(changed: list[tuple[str, str]]) -> str:
    """Differing words in one line: what stands for one another, and what one version has and the other leaves out."""
    return "; ".join(
        f"“{left}” or “{right}”" if left and right else f"“{left or right}” in one only" for left, right in changed
    )


def _edits(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """Words that one side lacks, and words that stand for one another.

    A few words that are missing or other in the middle of a quotation change it; at its ends, or in bulk, they were
    cut.
    """
    cut, changed = [], []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        left, right = " ".join(one[a:b]), " ".join(other[c:d])
        is_inside = min(a, c) > 0 and b < len(one) and d < len(other)
        if tag != "equal" and is_inside and max(b - a, d - c) <= _FEW:
            changed.append((left, right))
        elif tag != "equal":
            cut += [side for side in (left, right) if side]
    return cut, changed
