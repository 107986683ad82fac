"""What a capitalised phrase names: a person, an organisation, a publication, a place, a product, a group."""

from twosource.detect.mentions.runs import is_acronym
from twosource.lexicon.grammar import nouns
from twosource.lexicon.names import listed, places
from twosource.lexicon.reporting import verbs
from twosource.text.rows import Row
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


def text_of(row: Row, first: int, end: int) -> str:
    """The bare name: single-spaced, without a possessive ending."""
    parts: list[str] = []
    for place in range(first, end):
        text = row[place].text
        if place == end - 1 and row[place].is_possessive:
            text = text[:-2]
        close = place > first and row[place].start == row[place - 1].end and row[place - 1].low == "."  # example.com
        if parts and (close or text in {".", "'", "’"}):
            parts[-1] += text
        else:
            parts.append(text)
    return " ".join(parts).rstrip("'’")


def is_place(row: Row, first: int, end: int) -> bool:
    """Whether it is a known place."""
    return text_of(row, first, end).lower().rstrip(".") in places()


def is_listed(row: Row, first: int, end: int) -> bool:
    """Whether a well-known organisation's name begins there: Islamic State."""
    return any(text_of(row, first, stop).lower() in listed("organisations") for stop in range(first + 1, end + 1))


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
    landscape = _is_landscape([word.bare for word in words])
    if _is_person(row, first, end, titled=titled) and not (landscape and words[0].low not in listed("given")):
        return "person"
    return "place" if landscape else None


def _is_landscape(words: list[str]) -> bool:
    """Whether the words are those of a place: Port Averley, Corrin Valley."""
    return len(words) > 1 and (words[0] in listed("place_first") or words[-1] in listed("place_last"))


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
    if any(row[place].text == "&" for place in range(first, end)):
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
        return first == 0 or row[first - 1].low != "the"  # the Kelly File
    return (
        len(words) in {2, 3}
        and all(word.text.isalpha() or "." in word.text or "-" in word.text or "'" in word.low for word in words)
        and (_speaks(row, first, end) or _described(row, end) or _introduced(row, first))
    )


def _speaks(row: Row, first: int, end: int) -> bool:
    """Whether a reporting verb stands right beside it: before it only where no subject stands before that."""
    after = row[end].low if end < len(row) else ""
    before = row[first - 1].low if first and (first == 1 or not row[first - 2].is_word) else ""
    return any(
        low in verbs() and verbs()[low].lemma in {"say", "tell", "add", "write", "explain", "tweet"}
        for low in (after, before)
    )


def _introduced(row: Row, first: int) -> bool:
    """Whether a role stands before the name and its comma: `The judge, Ann Lee, left`."""
    if first < 3 or row[first - 1].low != "," or row[first - 2].low.endswith("s"):
        return False
    roles = listed("titles") | nouns("persons")
    led = any(
        row[place].low in {"the", "a", "an", "his", "her", "their"} for place in range(max(0, first - 6), first - 2)
    )
    return row[first - 2].low in roles and led


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
