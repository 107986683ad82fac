"""Who says what, against human annotators: the shipped model alone, and what the dossier makes of it.

`polnear` and `relays` are the development splits of two corpora, as the first annotator saw them: F1 of the spans of
each role, exact and by overlap, and of whole attributions (the cue touched and the content alike; with every span
exact). Both take in beliefs, plans and topics, which a dossier leaves out: `dossier` measures the citations that the
product makes of the same reports; `dossier.precision` is over the relays, which see a statement as the product does.
`names` is the development split of UNER English, which is web text: exact span and kind, over all kinds.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "training"))

from attribution import polnear, relays
from attribution.documents import Document
from attribution.evaluate import Figures, add_whole, attributions, named, read, uner_dev
from attribution.scores import Tally
from twosource.detect.citations import citations
from twosource.models.links import Linked
from twosource.models.reader import shipped
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

_ROLES = tuple(f"{role}_{how}" for role in ("source", "cue", "content") for how in ("exact", "overlap"))
_WHOLE = ("whole", "whole_exact")


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from polnear.files(shared / "data" / "polnear" / "dev")
    yield shared / "data" / "relays" / "dev.jsonl"
    yield shared / "data" / "entities" / "uner_en_ewt" / "en_ewt-ud-dev.iob2"


def measure(shared: Path) -> dict[str, float]:
    """F1 of each figure."""
    corpora = {
        "polnear": list(polnear.documents(shared / "data" / "polnear" / "dev")),
        "relays": list(relays.documents(shared / "data" / "relays" / "dev.jsonl")),
    }
    model = shipped()
    found: dict[str, float] = {}
    for name, documents in corpora.items():
        figures = attributions(read(documents, model.encoder, model.tokenizer))
        found |= {f"{name}.{key}": figures[key].f1() for key in (*_ROLES, *_WHOLE)}
        made = cited(documents)
        found[f"dossier.{name}_whole"] = made["whole"].f1()
    found["dossier.precision"] = made["whole"].written()["p"]
    names = named(read(uner_dev(shared / "data"), model.encoder, model.tokenizer))
    return {**found, "names.micro": names["micro"].f1()}


def cited(documents: Iterable[Document]) -> Figures:
    """Figures of the citations that the product makes, with the edges of their contents as the corpora set them."""
    figures: Figures = defaultdict(Tally)
    for document in documents:
        (article,) = articles_of([Draft(file="report.txt", text=document.text)])
        found = [] if article.skipped else list(citations(article))
        linked = [
            Linked(
                cue=(one.cue.start, one.cue.end),
                source=(one.source.start, one.source.end) if one.source else None,
                content=tuple(relays.as_polnear((part.start, part.end), document.text) for part in one.content),
                act=one.act,
            )
            for one in found
            if one.cue is not None
        ]
        add_whole(figures, linked, document.attributions or (), document.text)
    return figures
