"""What a capitalised phrase names: a person, an organisation, a publication, a place, a product, a group."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.detect.mentions.runs import is_acronym, strip_openers
from twosource.lexicon.grammar import closed, nouns
from twosource.lexicon.names import listed, places
from twosource.lexicon.outlets import outlet_at
from twosource.lexicon.reporting import verbs
from twosource.text.phrases import Row
from twosource.types.party import PartyKind

_LONGEST_PERSON = 5
_NUMBERED = frozenset(
    {
        "section",
        "article",
        "chapter",
        "part",
        "phase",
        "figure",
        "page",
        "no",
        "number",
        "day",
        "week",
        "level",
        "tier",
        "title",
        "rule",
        "group",
        "grade",
        "round",
        "game",
        "step",
    }
)
# Lower-case nouns that stand before persons' names and before companies' too.
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


def candidates(row: Row, first: int, end: int, *, opens: bool) -> Iterator[Candidate]:
    """The names in a run: what stands before a title, and what follows it. `opens`: the run begins a sentence."""
    if outlet_at(row, first) == end:
        yield Candidate(first + 1 if row[first].low == "the" else first, end, "publication")
        return
    first = strip_openers(row, first, end)
    while end > first and (
        (len(row[end - 1].bare) > 3 and row[end - 1].bare in closed("weekdays") | closed("months"))
        or row[end - 1].low == "."
    ):
        end -= 1
    title = _last_title(row, first, end)
    if title is not None and not _ends_body(row, title, end):
        before = _title_start(row, first, title)
        given = next((place for place in range(title + 1, end - 1) if row[place].low in listed("given")), title + 1)
        yield from _plain(row, first, before, titled=False, opens=opens)
        yield from _plain(row, given, end, titled=True, opens=False)
    elif (given := _after_office(row, first, end)) is not None:
        yield from _plain(row, given, end, titled=True, opens=False)
    else:
        yield from _plain(row, first, end, titled=_role_before(row, first), opens=opens)


def _last_title(row: Row, first: int, end: int) -> int | None:
    found = None
    for place in range(first, end):
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
        return row[first - 2].low in listed("titles")
    return low in listed("titles") - _EITHER or low in {"executive", "chief", "boss", "director", "officer", "leader"}


def _plain(row: Row, first: int, end: int, *, titled: bool, opens: bool) -> Iterator[Candidate]:
    while first < end and not row[first].is_word:
        first += 1
    while (
        first < end
        and (row[first].bare in listed("neither") or row[first].low.startswith("i'"))
        and end - first > 1
        and not is_place(row, first, end)
    ):
        first += 1
    if first >= end or (
        end - first == 1
        and (row[first].low.startswith("i'") or row[first].bare in listed("neither"))
        and not is_place(row, first, end)
    ):
        return
    if row[first].low in closed("weekdays") | closed("months") and not titled:
        yield from _plain(row, first + 1, end, titled=False, opens=False)
        return
    yield Candidate(first, end, kind_of(row, first, end, titled=titled), titled)


def text_of(row: Row, first: int, end: int) -> str:
    """The bare name: single-spaced, without a possessive ending."""
    parts: list[str] = []
    for place in range(first, end):
        text = row[place].text
        if place == end - 1 and row[place].is_possessive:
            text = text[:-2]
        if text == "." and parts:
            parts[-1] += "."
        else:
            parts.append(text)
    return " ".join(parts).rstrip("'’")


def is_place(row: Row, first: int, end: int) -> bool:
    """Whether it is a known place."""
    return text_of(row, first, end).lower().rstrip(".") in places()


def kind_of(row: Row, first: int, end: int, *, titled: bool) -> PartyKind | None:
    """The kind that the words themselves and their neighbours show; None where they do not."""
    name = text_of(row, first, end)
    low = name.lower()
    if is_place(row, first, end):
        return "place"
    if low in listed("groups"):
        return "group"
    if low.replace(".", "") in listed("organisations") or low in listed("organisations"):
        return "organization"
    words = [row[place] for place in range(first, end) if row[place].is_word]
    if _is_body(words[0].low, words[-1].bare, len(words)):
        return "organization"
    if any(sign.isdigit() for sign in name) and len(words) <= 3 and not words[0].is_number:
        return None if words[0].low in _NUMBERED else "product"
    if len(words) == 1 and is_acronym(words[0].text.removesuffix("'s").removesuffix("’s")):
        return "organization"
    if _is_person(row, first, end, titled=titled):
        return "person"
    return None


def _is_body(first: str, last: str, count: int) -> bool:
    known = listed("organisation_words")
    return count > 1 and (
        last in known
        or first
        in {
            "department",
            "ministry",
            "university",
            "bank",
            "institute",
            "bureau",
            "office",
            "house",
            "church",
            "court",
            "association",
            "committee",
            "council",
            "federation",
        }
    )


def _is_person(row: Row, first: int, end: int, *, titled: bool) -> bool:
    words = [row[place] for place in range(first, end) if row[place].is_word]
    if not 1 <= len(words) <= _LONGEST_PERSON or any(sign.isdigit() for word in words for sign in word.text):
        return False
    if any(
        is_acronym(word.text)
        and word.low not in listed("suffixes")
        and len(word.text) > 2
        and not word.low.startswith("mc")
        for word in words
    ):
        return False
    if titled:
        strict = first > 0 and (
            row[first - 1].is_capital or row[first - 1].low in {".", "president", "senator", "spokesman", "spokeswoman"}
        )
        return len(words) > 1 or strict
    if len(words) > 1 and words[0].low in listed("given"):
        return True
    return (
        len(words) in {2, 3}
        and all(word.text.isalpha() or "." in word.text or "-" in word.text or "'" in word.low for word in words)
        and (_speaks(row, first, end) or _described(row, end))
    )


def _speaks(row: Row, first: int, end: int) -> bool:
    """Whether a reporting verb stands right beside it."""
    after = row[end].low if end < len(row) else ""
    before = row[first - 1].low if first else ""
    return any(
        low in verbs()
        and "clause" in verbs()[low].frames | verbs()[low].frames
        and verbs()[low].lemma in {"say", "tell", "add", "write", "explain", "tweet"}
        for low in (after, before)
    )


def _described(row: Row, end: int) -> bool:
    """Whether an age or a role in apposition follows: `, 53,`, `, a lawyer`, `, chief of …`."""
    if end + 2 >= len(row) or row[end].low != ",":
        return False
    following = [token.low for token in row[end + 1 : end + 6]]
    if following[0].isdigit() and len(following[0]) == 2 and following[1] in {",", "."}:
        return True
    if following[0] in {"who", "whose"}:
        return True
    roles = listed("titles") | nouns("persons")
    stop = following.index(",") if "," in following else len(following)
    return following[0] in {"a", "an", "the", "former", "senior", "chief"} | roles and any(
        low in roles for low in following[:stop]
    )
