"""Whom the words of a source name."""

import re
from dataclasses import dataclass
from itertools import pairwise

from twosource.detect.attributions.directory import Directory, Held
from twosource.lexicon import words
from twosource.lexicon.grammar import closed, nouns
from twosource.text.clauses import sentences_of
from twosource.text.nouns import head_of
from twosource.types.span import Span

REPORTS = frozenset(
    {
        "report",
        "reports",
        "article",
        "story",
        "paper",
        "newspaper",
        "publication",
        "outlet",
        "magazine",
        "website",
        "site",
    }
    | {"journal", "daily", "broadcaster", "network", "agency"}
)
_ARTICLE = 5  # code points of `The `, and one more
_PLACE = r"(?:\s+(?:of|from)\s+(?:[A-Z][\w.’'-]*\s?){1,3}|,?\s+(?:\(?[RD]-[A-Z][\w.]*\)?)),?"
_OF = re.compile(rf"(?:{_PLACE})?,?")
_JOINT = re.compile(rf"(?:{_PLACE})?,?\s*(?:and\s+)?(?:[A-Z][a-z]{{1,4}}\.\s+|Mr\s+|Mrs\s+|Ms\s+)?")
_WITH = re.compile(r" and (?:his|her|their) [a-z ]+")  # Ann Lee and her lawyer
_NO_SUBJECT = frozenset({"in", "on", "at", "with", "by", "during"})  # `said in a statement`, its subject lost
_ANY = ("one ", "a ", "an ", "another ")
_RELAYS = frozenset({"publication", "organization", "person"})
Speakers = tuple[str, ...]


@dataclass(slots=True)
class Context:
    """What was read before: the outlet last cited, and who spoke last (ids)."""

    outlet: str | None = None
    spoke: Speakers = ()


def _owns(source: Span, place: Span) -> bool:
    """Whether a document after whose noun this name stands is its: `a report by X`, but not `a report about X`."""
    before = [word for word in source.exact[: place.start - source.start].split() if word.lower() not in {"the", "a"}]
    while before and (before[-1][:1].isupper() or before[-1].lower() in words("outlets", "beside")):
        before.pop()  # by the technology blog Port Weekly, from Ledbury’s Port Weekly
    return bool(before) and before[-1] in {"by", "from", "in", "of", "for", "at", "with", "on"}


def _is_led(piece: str) -> bool:
    """Whether a place ends words that name somebody else: `Tom Ray of Texas`, `its officer for Russia`."""
    return not closed("prepositions").isdisjoint(piece.lower().split())


class Namer:
    """Finds the parties that a source's words name."""

    def __init__(self, directory: Directory) -> None:
        """Takes the parties of a story."""
        self._directory = directory

    def relay(self, span: Span, context: Context) -> str | None:
        """The party that a relay's words name: an outlet before all."""
        found = [party for _, party in self._directory.within(span) if party.kind in _RELAYS]
        outlets = [party for party in found if party.kind == "publication"]
        if outlets or found:
            return (outlets or found)[0].id
        longer = [party for place, party in self._directory.mentioned(span.article, span.start, span.start + _ARTICLE)]
        if span.exact[:1].isupper() and longer and longer[0].kind in _RELAYS:
            return longer[0].id
        return context.outlet if {word.lower() for word in span.exact.split()} & REPORTS else None

    def speakers(self, source: Span, context: Context) -> Speakers:
        """The ids of those whom a source names; none where that is unclear."""
        rows = sentences_of(source.exact)
        row = rows[0] if rows else ()
        found = self._directory.within(source)
        if not row or row[0].low in _NO_SUBJECT:
            return ()
        head = head_of(row, (0, len(row)))
        at = source.start + head.start
        at_head = [party for place, party in found if place.start <= at < place.end]
        if len(found) > 1 and (joint := self._joint(source, found)):
            return joint
        alone = self._sole_person(source, found) or self._leading_name(source, found)
        if alone is not None:
            return (alone,)
        if at_head:
            one_of_many = source.exact.lower().startswith(_ANY) and at_head[0].kind != "person"
            return () if one_of_many else (at_head[0].id,)  # one 17-year-old New Yorker
        low = head.bare
        if low in words("people", "writers") and (desk := self._desk(found)) is not None:
            return (desk,)
        if low in nouns("spokes") | nouns("documents") | {"sources", "team", "office", "campaign"} or low in REPORTS:
            owners = [(place, party) for place, party in found if place.start < at or _owns(source, place)]
            return self._spoken_for(source, owners, low, context)
        return self._described(source, low, found)

    def _desk(self, found: Held) -> str | None:
        """The outlet whose writer has no name: `AFP’s correspondent in Tarn`, `a Courier reporter`."""
        outlets = {party.id for _, party in found if party.kind == "publication"}
        return outlets.pop() if len(outlets) == 1 and not any(party.kind == "person" for _, party in found) else None

    def _sole_person(self, source: Span, found: Held) -> str | None:
        """The one person named, if nothing makes another of the phrase: no `for` or `of` before, no `’s` after."""
        persons = [(place, party) for place, party in found if party.kind == "person"]
        if len({party.id for _, party in persons}) != 1:
            return None
        place, party = persons[-1]
        before = source.exact[: place.start - source.start].split()
        after = source.exact[place.end - source.start :]
        led = bool(before) and before[-1].lower() in closed("prepositions") | {"and", "the"}
        led = led or bool(closed("relatives") & {word.lower() for word in before})  # those who know Tom Ray
        titled = (
            len(before) > 1
            and before[-1].lower().rstrip(".") in {"mr", "mrs", "ms", "dr"}
            and before[-2].lower() in closed("prepositions")
        )
        ends = not after or after.startswith((",", " (", " of ", " from ", " at ", " for ", " –", " —"))
        ends = ends or _WITH.fullmatch(after) is not None
        return party.id if ends and not led and not titled else None

    def _spoken_for(self, source: Span, found: Held, low: str, context: Context) -> Speakers:
        """Whom a spokesperson or a document speaks for: a body beside the noun, else the person it is of."""
        ranks: dict[str, int] = {"publication": 0, "organization": 1, "group": 2, "person": 2, "place": 3}
        if low in nouns("spokes"):
            ranks |= {"publication": 1}
        if low not in nouns("spokes"):
            del ranks["place"]  # a report from Tarn is not Tarn's
        bodies = [party for _, party in found if party.kind in ranks]
        if bodies:
            return (min(bodies, key=lambda party: ranks[party.kind]).id,)
        if (
            low in REPORTS
            and context.outlet is not None
            and source.exact.lower().startswith(("the", "that", "this", "its"))
            and not any(sign.isupper() for sign in source.exact[1:])  # the al-Tarn newspaper is another
        ):
            return (context.outlet,)
        return context.spoke if low in {"statement", "letter"} else ()

    def _leading_name(self, source: Span, found: Held) -> str | None:
        """`Ann Lee, Bolt’s lawyer` and `Bolt’s lawyer, Ann Lee`: the name that the rest describes."""
        for place, party in found:
            before, after = source.exact[: place.start - source.start], source.exact[place.end - source.start :]
            if party.kind != "person":
                continue
            if (
                after.startswith(",")
                and not re.search(r"[’']s?\s|,", before)
                and not set(before.lower().split()) & closed("prepositions")
            ):
                return party.id
            if before.endswith(", ") and not after:
                return party.id
        return self._named_body(source, found)

    def _named_body(self, source: Span, found: Held) -> str | None:
        """`the operator, Orlon Freight`: the body whose name ends the words, after a noun for such a body."""
        place, party = found[-1] if found else (source, None)
        before = source.exact[: place.start - source.start]
        if party is None or party.kind not in {"organization", "publication"} or place.end != source.end:
            return None
        noun = re.search(r"(\w+), $", before)
        return party.id if noun and noun[1].lower() in nouns("organisations") | REPORTS else None

    def _described(self, source: Span, low: str, found: Held) -> Speakers:
        """`the company`, `the paper`: a party's mention, or the outlet last cited."""
        whole = [party for place, party in found if place.start == source.start and place.end >= source.end - 1]
        if whole:
            return (whole[0].id,)
        bodies = [party for place, party in found if party.kind == "organization" and place.start == source.start]
        if bodies and low in nouns("organisations"):
            return (bodies[0].id,)
        return ()

    def _joint(self, source: Span, found: Held) -> Speakers:
        """`A and B`: each of them, where nothing but a joint stands between."""
        if persons := self._listed(source, found):
            return persons
        pieces = re.split(r"\s+and\s+|\s*&\s*", source.exact)
        if len(pieces) < 2 or any(piece.lower() in closed("prepositions") for piece in pieces):
            return ()
        if any(party.kind == "person" and pieces[0].startswith(f"{place.exact},") for place, party in found):
            return ()  # Ann Lee, a lawyer for Tom Ray and Bo Venn
        ids: list[str] = []
        at = 0
        for piece in pieces:
            start = source.exact.index(piece, at)
            at = start + len(piece)
            held = [party for place, party in found if source.start + start <= place.start < source.start + at]
            last = [party for place, party in found if place.end == source.start + at and party in held]
            if not last or (last[0].kind == "place" and _is_led(piece)):
                return ()
            ids.append(last[0].id)
        return tuple(dict.fromkeys(ids)) if len(set(ids)) > 1 else ()

    def _listed(self, source: Span, found: Held) -> Speakers:
        """`Reps. Ann Lee of Tarn, Tom Ray of Port and Bo Venn`: the persons, if only that stands between them."""
        persons = [(place, party) for place, party in found if party.kind == "person"]
        if len(persons) < 2 or " and " not in source.exact:
            return ()
        for (one, _), (other, _) in pairwise(persons):
            if not _JOINT.fullmatch(source.exact[one.end - source.start : other.start - source.start]):
                return ()
        before, after = (
            source.exact[: persons[0][0].start - source.start],
            source.exact[persons[-1][0].end - source.start :],
        )
        plain = not set(before.lower().split()) & closed("prepositions") and _OF.fullmatch(after) is not None
        return tuple(dict.fromkeys(party.id for _, party in persons)) if plain else ()
