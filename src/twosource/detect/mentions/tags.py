"""Kinds that the trained model gives to names, where the words beside them agree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.detect.mentions.candidates import Candidate
from twosource.detect.mentions.kinds import text_of
from twosource.lexicon.grammar import auxiliaries, nouns
from twosource.lexicon.names import listed
from twosource.lexicon.reporting import verbs
from twosource.models.reader import read
from twosource.text.bodies import body_of
from twosource.text.rows import Row
from twosource.types.article import Article, Block
from twosource.types.party import PartyKind

_TELLS = frozenset({"say", "tell", "add", "write", "report", "claim", "publish", "note", "explain", "state", "reveal"})
_LONGEST_PERSON = 4
_OFTEN = 2
Tag = tuple[int, str]
"""Where a name ends that the model marks, or how long it is, and its kind."""


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

    A name of two to four words is a person's if it is marked as nothing else, and stands there once with the model's
    edges, or its last word stands alone too. A lone word is a place if it is marked twice as that, with these edges,
    and as nothing else; a person if it also stands beside a verb of saying. Beside such a verb it names a body if it
    is marked as any.
    """
    tags = _tags(article)
    kinds: dict[str, list[Tag]] = defaultdict(list)
    for one in seen:
        if not one.shouted and (tag := tags.get(one.place)):
            kinds[one.name].append((tag[0] - one.place, tag[1]))
    alone = {one.name for one in seen if " " not in one.name and not one.shouted}
    telling = {one.name for one in seen if tells(one)}
    for one in seen:
        if one.candidate.kind is None and not one.shouted and (kind := _kind(one, kinds, alone, telling)):
            one.candidate = replace(one.candidate, kind=kind)


def _kind(one: Seen, kinds: Mapping[str, Sequence[Tag]], alone: set[str], telling: set[str]) -> PartyKind | None:
    found = kinds.get(one.name, ())
    marked = {kind for _, kind in found}
    sole = next(iter(marked)) if len(marked) == 1 else None
    whole = {length for length, _ in found} == {len(one.name)}
    words = one.name.split()
    if len(words) > 1:
        owner = one.row[one.candidate.end - 1].is_possessive  # bodies have lawyers too
        once = whole and len(found) == 1 and not owner  # whoever is named again is seldom named in full
        known = once or (words[-1] in alone and words[0].lower() not in listed("organisations"))
        person = sole == "person" and known and len(words) <= _LONGEST_PERSON and not is_office(one)
        return "person" if person else None
    if whole and len(found) >= _OFTEN and (sole == "place" or (sole == "person" and one.name in telling)):
        return "place" if sole == "place" else "person"
    if marked and tells(one) and marked <= {"organization", "publication"}:
        return "publication" if marked == {"publication"} else "organization"
    return None


def is_office(one: Seen) -> bool:
    """Whether the words say of what somebody is the head, or speaks: `Chief of Tarn Staff`, `a spokesman for Tarn`."""
    row, start = one.row, one.candidate.start
    spokes = start > 1 and row[start - 1].low == "for" and row[start - 2].low in nouns("spokes")
    return spokes or (start > 1 and row[start - 1].low == "of" and row[start - 2].low in listed("titles"))


def tells(one: Seen) -> bool:
    """Whether a verb of saying follows, or `according to` comes before; a common word's capital may open a sentence."""
    row, start, end = one.row, one.candidate.start, one.candidate.end
    after = row[end].low if end < len(row) else ""
    before = [row[place].low for place in range(max(0, start - 2), start)]
    speaks = after in verbs() and verbs()[after].lemma in _TELLS
    plural = one.opens and one.name.islower() is False and one.name.lower().endswith("s")
    if end + 1 < len(row) and after in nouns("documents") | {"reports"} and _is_verb(row[end + 1].low):
        return False  # Unconfirmed reports say
    return (speaks or before == ["according", "to"]) and not plural


def _is_verb(low: str) -> bool:
    """Whether what stands behind `reports` makes a noun of it: a verb, or a preposition of nouns."""
    return low in auxiliaries() or low in verbs() or low in {"at", "of", "from"}


def _tags(article: Article) -> dict[int, Tag]:
    """Where the names begin that the model marks (code points of the report); their ends and kinds."""
    body = body_of(article)
    found = {}
    for start, end, kind in read(body.text).names:
        shift = body.shift(body.block_at(start))
        found[start + shift] = (end + shift, kind)
    return found
