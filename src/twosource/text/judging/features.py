"""What two passages show side by side, as numbers that a judge weighs."""

import math

from twosource.text.grouping import Overlap
from twosource.text.judging.traits import Traits

# Of these, what one passage has and the other lacks tells them apart.
_CUES = ("denial", "negation", "silence", "answer", "hedge", "ahead", "settled")
_APART = tuple((cue, f"{cue} in one") for cue in _CUES)
_TIED = tuple((f"{cue} in one", f"{cue} in one, alike") for cue in _CUES if cue != "hedge")
_AGAINST = frozenset({"denial", "negation"})


def features(one: Traits, other: Traits, overlap: Overlap, plain: Overlap) -> dict[str, float]:
    """Figures from 0 to about 1 that do not depend on the order of the two."""
    either = one.cues ^ other.cues
    apart = {name: float(cue in either) for cue, name in _APART}
    against = one.cues.isdisjoint(_AGAINST) != other.cues.isdisjoint(_AGAINST)
    found = {
        "cosine": overlap.cosine,
        "root of cosine": math.sqrt(overlap.cosine),
        "of the lesser": overlap.of_lesser,
        "of the greater": overlap.of_greater,
        "cosine without names": plain.cosine,
        "of the lesser without names": plain.of_lesser,
        "of the greater without names": plain.of_greater,
        "words without names": math.log1p(plain.words) / 3,
        "words": math.log1p(overlap.words) / 3,
        "rarest": overlap.rarest,
        "a party": float(overlap.parties > 0),
        "parties": overlap.parties,
        "names": _share(one.names, other.names),
        "a number": float(bool(one.numbers & other.numbers)),
        "other numbers": float(bool(one.numbers and other.numbers) and not one.numbers & other.numbers),
        "against in one": float(against),
        "denial in both": float("denial" in one.cues & other.cues),
        "longer": abs(math.log((one.size + 1) / (other.size + 1))),
        "asks": float(one.asks or other.asks),
        **apart,
    }
    found |= {tied: apart[name] * overlap.cosine for name, tied in _TIED}
    found["other numbers, alike"] = found["other numbers"] * overlap.cosine
    found["silence in one, a party"] = apart["silence in one"] * found["a party"]
    return found


def _share(ones: frozenset[str], others: frozenset[str]) -> float:
    return len(ones & others) / max(1, min(len(ones), len(others)))
