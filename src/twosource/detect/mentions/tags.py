"""Kinds that the trained model gives to names, where the words beside them agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.detect.mentions.candidates import Candidate
from twosource.detect.mentions.kinds import text_of
from twosource.lexicon.names import listed
from twosource.lexicon.reporting import verbs
from twosource.models.reader import read
from twosource.text.bodies import body_of
from twosource.text.rows import Row
from twosource.types.article import Article, Block
from twosource.types.party import PartyKind

_TELLS = frozenset({"say", "tell", "add", "write", "report", "claim", "publish", "note", "explain", "state", "reveal"})
_LONGEST_PERSON = 4


@dataclass(slots=True)
class Seen:
    """A candidate where it stands: whether it opens a sentence, and whether its block is a headline in capitals."""

    block: Block
    row: Row
    candidate: Candidate
    opens: bool
    shouted: bool

    @property
    def name(self) -> str:
        """The bare name."""
        return text_of(self.row, self.candidate.start, self.candidate.end)

    @property
    def place(self) -> int:
        """Where it begins in the report (code points)."""
        return self.block.start + self.row[self.candidate.start].start


def mark_kinds(seen: Sequence[Seen], article: Article) -> None:
    """Gives candidates of which the rules say nothing the kind that the model gives them, where more than it says so.

    A name of two to four words is a person's if it is marked as nothing else, and its last word stands alone too. A
    lone word beside a verb of saying names a body if it is marked as any.
    """
    tags = _tags(article)
    kinds: dict[str, list[str]] = defaultdict(list)
    for one in seen:
        if not one.shouted and (tag := tags.get(one.place)):
            kinds[one.name].append(tag)
    alone = {one.name for one in seen if " " not in one.name and not one.shouted}
    for one in seen:
        if one.candidate.kind is None and not one.shouted and (kind := _kind(one, kinds, alone)):
            one.candidate = replace(one.candidate, kind=kind)


def _kind(one: Seen, kinds: Mapping[str, Sequence[str]], alone: Iterable[str]) -> PartyKind | None:
    found = kinds.get(one.name, ())
    words = one.name.split()
    if not found:
        return None
    if len(words) > 1:
        sole = set(found) == {"person"} and len(words) <= _LONGEST_PERSON
        known = words[-1] in alone and words[0].lower() not in listed("organisations")
        return "person" if sole and known else None
    if _tells(one) and set(found) <= {"organization", "publication"}:
        return "publication" if set(found) == {"publication"} else "organization"
    return None


def _tells(one: Seen) -> bool:
    """Whether a verb of saying follows, or `according to` comes before; a common word's capital may open a sentence."""
    row, start, end = one.row, one.candidate.start, one.candidate.end
    after = row[end].low if end < len(row) else ""
    before = [row[place].low for place in range(max(0, start - 2), start)]
    speaks = after in verbs() and verbs()[after].lemma in _TELLS
    plural = one.opens and one.name.islower() is False and one.name.lower().endswith("s")
    return (speaks or before == ["according", "to"]) and not plural


def _tags(article: Article) -> dict[int, str]:
    """Where the names begin that the model marks (code points of the report), and their kinds."""
    body = body_of(article)
    found = {}
    for start, _, kind in read(body.text).names:
        found[start + body.shift(body.block_at(start))] = kind
    return found
