"""The names in a run of capitalised words: what stands before a title, and what follows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.detect.mentions.kinds import is_listed, is_place, kind_of
from twosource.detect.mentions.runs import strip_openers
from twosource.lexicon import mapping, words
from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed
from twosource.text.outlets import is_medium, outlet_at
from twosource.text.rows import Row
from twosource.types.party import PartyKind

# Lower-case nouns that stand before persons' names and before companies' too.
# What these end stands for no name: Ledbury-based, state-owned.
_JOINED = tuple(f"-{word}" for word in words("names", "joined"))
_AIR = frozenset({"marshal", "marshall", "chief", "commodore", "vice"})
_EITHER = frozenset(
    {
        "developer",
        "partner",
        "investor",
        "designer",
        "host",
        "friend",
        "head",
        "chief",
        "boss",
        "critic",
        "agent",
        "officer",
        "executive",
        "leader",
        "former",
        "deputy",
        "director",
        "manager",
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a name: its tokens, its kind if that is plain, and whether a title stands before it."""

    start: int
    end: int
    kind: PartyKind | None
    titled: bool = False


def candidates(row: Row, first: int, end: int) -> Iterator[Candidate]:
    """The names in a run: what stands before a title, and what follows it."""
    if outlet_at(row, first) == end:
        first += row[first].low == "the"
        nation = row[first].bare in mapping("names", "nations") and row[end - 1].low in words("outlets", "behind")
        yield Candidate(first + 1 if nation and first + 2 < end else first, end, "publication")
        return
    if is_medium(row, (first, end)) and first and row[first - 1].low in {"told", "tells", "with"}:
        yield Candidate(first, end, "publication")
        return
    joined = (place + 1 for place in range(end - 2, first - 1, -1) if row[place].low.endswith(_JOINED))
    first = strip_openers(row, next(joined, first), end)
    while end > first and (
        (
            len(row[end - 1].bare) > 3
            and row[end - 1].bare in closed("weekdays") | closed("months")
            and not (row[end - 1].bare in closed("months") and end - first == 2 and row[first].low in listed("given"))
        )
        or row[end - 1].low == "."
    ):
        end -= 1
    if first < end and row[end - 1].low.endswith(_JOINED):
        return
    title = _last_title(row, first, end)
    if title is not None and not _ends_body(row, title, end):
        before = _title_start(row, first, title)
        given = next((place for place in range(title + 1, end - 1) if row[place].low in listed("given")), title + 1)
        yield from _plain(row, first, before, titled=False)
        yield from _plain(row, given, end, titled=True)
    elif (office := _after_office(row, first, end)) is not None:
        yield from _plain(row, office, end, titled=True)
    else:
        yield from _plain(row, first, end, titled=_role_before(row, first))


def _last_title(row: Row, first: int, end: int) -> int | None:
    found = None
    for place in range(first, end):
        if row[place].low == "air" and row[min(place + 1, len(row) - 1)].low not in _AIR:
            continue
        if row[place].low in listed("titles") and not (
            place > first
            and row[place].low
            in {
                "king",
                "prince",
                "pope",
                "judge",
                "major",
                "father",
                "general",
                "justice",
                "chair",
                "head",
                "sheriff",
                "speaker",
                "critic",
                "writer",
                "host",
                "anchor",
                "engineer",
                "partner",
                "bishop",
                "leader",
                "director",
            }
            and place == end - 1
        ):
            found = place
    if found is None:
        return None
    while found + 1 < end and row[found + 1].low == ".":
        found += 1
    return found


def _after_office(row: Row, first: int, end: int) -> int | None:
    """Where the name begins in `Chief of Staff Ann Lee`, `Ambassador to Norway Ann Lee`."""
    if first < 2 or row[first - 1].low not in {"of", "to", "the", "for"}:
        return None
    if not any(row[place].low in listed("titles") for place in range(max(0, first - 4), first)):
        return None
    return next((place for place in range(first + 1, end - 1) if row[place].low in listed("given")), None)


def _ends_body(row: Row, title: int, end: int) -> bool:
    """Whether the title is the first part of a body's name: Justice Department, General Assembly."""
    return (
        title + 1 < end
        and row[end - 1].bare in listed("organisation_words")
        and not any(row[place].low in listed("given") for place in range(title + 1, end))
    )


def _title_start(row: Row, first: int, title: int) -> int:
    start = title
    while start > first and (
        row[start - 1].low in listed("titles") | listed("before_titles") or row[start - 1].low in {".", "of", "and"}
    ):
        if row[start - 1].low == "house" and start - 2 >= first and row[start - 2].low == "white":
            break
        start -= 1
    return first if row[first].low in listed("before_titles") - {"white", "house"} else start


def _role_before(row: Row, first: int) -> bool:
    """Whether a lower-case role stands before: `analyst Ann Lee`."""
    if first == 0:
        return False
    low = row[first - 1].low
    if low == "." and first > 1:
        return row[first - 2].low in listed("abbreviated_titles")
    return low in listed("titles") - _EITHER or low in {"executive", "chief", "boss", "director", "officer", "leader"}


def _is_nations(row: Row, first: int, end: int) -> bool:
    """Whether a nation's adjective tells a body of its state from another's: the Tarnian Interior Ministry."""
    last = listed("state_bodies") | {"office", "council", "bank", "commission", "agency", "senate"}
    return row[first].bare in mapping("names", "nations") and row[end - 1].bare in last


def _plain(row: Row, first: int, end: int, *, titled: bool) -> Iterator[Candidate]:
    while first < end and not row[first].is_word:
        first += 1
    if end - first > 1 and row[first].bare in mapping("names", "nations") and row[first + 1].text[:1].islower():
        first += 1  # the Tarnian al-Safeer
    if end - first > 1 and row[first].low == "former" and not is_listed(row, first, end):
        first += 1  # Former FBI director
    while (
        first < end
        and (row[first].bare in listed("neither") or row[first].low.startswith("i'"))
        and end - first > 1
        and not is_place(row, first, end)
        and not is_listed(row, first, end)
        and not _is_nations(row, first, end)
    ):
        first += 1
    if first >= end or (
        end - first == 1
        and (row[first].low.startswith("i'") or row[first].bare in listed("neither"))
        and not is_place(row, first, end)
    ):
        return
    if row[first].low in closed("weekdays") | closed("months") and not titled:
        yield from _plain(row, first + 1, end, titled=False)
        return
    yield Candidate(first, end, kind_of(row, first, end, titled=titled), titled)
