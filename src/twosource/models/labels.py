"""What the heads tell apart, and the numbers that stand for it in arrays."""

ROLES = ("source", "cue", "content", "inner")
"""A layer of BIO tags each. `inner` holds contents that stand inside another content."""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ACTS = (
    "asserts",
    "denies",
    "declined_to_comment",
    "did_not_respond",
    "could_not_verify",
    "hedges",
    "asks",
    "orders_or_plans",
)
KINDS = ("person", "organization", "publication", "place", "product", "group")
LINKS = ("source", "content")
"""What a cue is linked to. The link head gives a query and a key for each, in this order: q, k, q, k."""
LINK_SIZE = 64

MENTION_TAGS = 1 + 2 * len(KINDS)
"""Outside, then B and I of each kind."""
