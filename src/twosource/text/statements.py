"""Whether two versions are of one utterance, by whose words they are: a body's statement may stand in two wordings."""

from difflib import SequenceMatcher

from twosource.text.alike import is_one_utterance
from twosource.text.speakers import Speakers
from twosource.text.versions import Sentence, Version

# Two sentences of a body are one statement if they share so many content words, this share of all that either has, and
# so many words in a row.
_CONTENT, _SHARE, _RUN = 5, 0.6, 5


def tell_one(one: Version, other: Version, speakers: Speakers) -> bool:
    """Whether two versions give one utterance, word for word or as one statement of a body."""
    mine, others = one.attribution.speaker, other.attribution.speaker
    if is_one_utterance(one, other, is_one_speaker=speakers.are_one(mine, others)):
        return True
    return mine == others and speakers.is_body(mine) and is_one_statement(one, other)


def is_one_statement(one: Version, other: Version) -> bool:
    """Whether two reports print one sentence between quotation marks in two wordings.

    A body that answers a report does so once, in writing; a person may say the same in many ways, and is not told by
    this.
    """
    if one.attribution.article == other.attribution.article or not (one.is_quoted and other.is_quoted):
        return False
    return any(_are_one(mine, others) for mine in one.sentences for others in other.sentences)


def _are_one(one: Sentence, other: Sentence) -> bool:
    both = one.content & other.content
    if len(both) < _CONTENT or len(both) < _SHARE * len(one.content | other.content):
        return False
    match = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return match.find_longest_match().size >= _RUN
