"""Bodies: who speaks or answers, is called by no name, and yet is one body or one office."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from twosource.text.answerers import Answerers
from twosource.text.nameless import is_body, is_nameless
from twosource.types.attribution import Attribution, Response
from twosource.types.party import Party, Unnamed
from twosource.types.story import Story

if TYPE_CHECKING:
    from twosource.types.span import Span


def bodies(
    story: Story, attributions: Sequence[Attribution], responses: Sequence[Response], parties: Sequence[Party]
) -> Iterator[Unnamed]:
    """Finds those who speak or answer as a body without a name: `the council`, `City hall`, `the leader of the strike`.

    Who denies a claim is what a reader asks first; "the council denied it" has an answer to that, though nothing shows
    which council it is. The words of the report are the name. Bodies of two reports stay apart.

    Missed on purpose: pronouns, documents, crowds (`supporters`), spokespersons, and words for a party that has a name.
    """
    answerers = Answerers(story, parties, attributions)
    said = [
        one.citation.source
        for one in attributions
        if one.speaker is None and one.citation.source is not None and one.citation.anonymous is None
    ]
    answered = [one.party for one in responses if answerers.of(one) is None]
    found: dict[tuple[str, str], list[Span]] = {}
    for span in sorted({*said, *answered}):
        if is_nameless(span.exact):
            found.setdefault((span.article, _bare(span.exact).casefold()), []).append(span)
    for spans in found.values():
        name = spans[0].exact
        yield Unnamed(
            name=f"the {_bare(name)}" if name != _bare(name) else name,
            kind="organization" if is_body(name) else "person",
            mentions=tuple(spans),
        )


def _bare(words: str) -> str:
    """Without the article, in one line."""
    first, _, rest = " ".join(words.split()).partition(" ")
    return rest if first.lower() == "the" and rest else f"{first} {rest}".strip()
