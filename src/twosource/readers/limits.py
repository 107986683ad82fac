"""How large a document may be. Each limit is far above any report, and keeps the worst one to a few seconds."""

MAX_BYTES = 10_000_000
"""A larger file is not loaded: no report is that long, and a page that is holds something else."""

MAX_CHARACTERS = 500_000
"""A longer text is kept but not read for findings: it is an archive or a dump, not a report."""

MAX_PARAGRAPHS = 10_000
"""As MAX_CHARACTERS, for texts of very short lines."""

MAX_TOKENS = 400_000
"""A page of more tags and texts is not read."""

MAX_DEPTH = 256
"""XML that nests elements deeper is not read."""


def too_long(characters: int, paragraphs: int) -> str | None:
    """Why a text of that size is not read for findings, or None."""
    if characters > MAX_CHARACTERS:
        return f"too long: {characters:,} characters; at most {MAX_CHARACTERS:,} are read"
    if paragraphs > MAX_PARAGRAPHS:
        return f"too long: {paragraphs:,} lines; at most {MAX_PARAGRAPHS:,} are read"
    return None
