"""On which screens a part of a style sheet holds: a phone, a tablet held upright, a desktop.

Told as three bits, of which each stands for a screen of one width. What is hidden on one and shown on another is seen.
"""

import re

WIDTHS = (400, 900, 1400)
"""The screens, in pixels."""

EVERYWHERE = (1 << len(WIDTHS)) - 1
"""Every screen."""

_FEATURE = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]{1,12})(px|em|rem)?\s*\)")
_RANGE = re.compile(r"\(\s*width\s*(<=?|>=?)\s*([\d.]{1,12})(px|em|rem)?\s*\)")
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "": 1.0}
_QUERY = re.compile(r"\s*(?:(not|only)\s+)?(?:(all|screen|[a-z]+)(?:\s+and\s+|\s*\Z))?(.*)\Z", re.DOTALL)


def screens(queries: str) -> tuple[int, int]:
    """The screens on which one of the queries surely holds, and those on which one may hold."""
    surely = maybe = 0
    for query in queries[:2_000].lower().split(","):
        sure, may = _query(query.strip())
        surely |= sure
        maybe |= may
    return surely, maybe


def _query(query: str) -> tuple[int, int]:
    parts = _QUERY.match(query)
    if parts is None:
        return 0, EVERYWHERE
    told, kind, features = parts[1], parts[2] or "all", parts[3].strip()
    sure, may = _features(features) if kind in {"all", "screen"} else (0, 0)
    return (EVERYWHERE & ~may, EVERYWHERE & ~sure) if told == "not" else (sure, may)


def _features(features: str) -> tuple[int, int]:
    if not features:
        return EVERYWHERE, EVERYWHERE
    sure = may = EVERYWHERE
    for feature in features.split(" and "):
        one, other = _feature(feature.strip())
        sure &= one
        may &= other
    return sure, may


def _feature(feature: str) -> tuple[int, int]:
    """What is not understood may hold anywhere, and surely nowhere."""
    found = _FEATURE.fullmatch(feature) or _RANGE.fullmatch(feature)
    if feature == "(color)":
        return EVERYWHERE, EVERYWHERE
    if found is None:
        return 0, EVERYWHERE
    try:
        limit = float(found[2]) * _PIXELS[found[3] or ""]
    except ValueError:
        return 0, EVERYWHERE
    least = found[1] in {"min", ">", ">="}
    held = sum(1 << i for i, width in enumerate(WIDTHS) if (width >= limit if least else width <= limit))
    return held, held
