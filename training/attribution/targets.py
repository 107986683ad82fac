"""What training needs beside the labels that the shipped reader knows."""

from twosource.models.labels import KINDS, MENTION_TAGS

UNLABELLED = -1
"""A piece that a head is not trained on."""

ANY_TAG = (1 << MENTION_TAGS) - 1


NO_BEGIN = sum(1 << tag for tag in range(MENTION_TAGS) if tag == 0 or tag % 2 == 0)
"""All tags but those that begin a name."""


def begin_tag(kind: str) -> int:
    """The tag of the first piece of a mention."""
    return 1 + 2 * KINDS.index(kind)


def inside_tag(kind: str) -> int:
    """The tag of a further piece of a mention."""
    return begin_tag(kind) + 1


def allowed(kinds: tuple[str, ...], *, begin: bool) -> int:
    """The tags that a corpus leaves open for a piece, as bits; the kind `none` allows Outside."""
    tags = (0 if kind == "none" else begin_tag(kind) if begin else inside_tag(kind) for kind in kinds)
    return sum(1 << tag for tag in set(tags))
