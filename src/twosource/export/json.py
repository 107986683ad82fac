"""The public document as JSON text."""

import msgspec

from twosource.export.convert import to_document
from twosource.export.document import Document
from twosource.types.dossier import Dossier


def to_json(dossier: Dossier) -> str:
    """One document, indented by one blank, with a newline at its end; keys in the order of the format."""
    return msgspec.json.format(msgspec.json.encode(to_document(dossier)), indent=1).decode("utf-8") + "\n"


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of what `to_json` writes."""
    return msgspec.json.schema(Document)
