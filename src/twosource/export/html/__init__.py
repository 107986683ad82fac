"""The dossier page: one file that opens from disk and asks nothing of anybody."""

from twosource.export.convert import to_document
from twosource.export.html.page import render
from twosource.types.dossier import Dossier

__all__ = ["render", "to_html"]


def to_html(dossier: Dossier) -> str:
    """The page of a dossier."""
    return render(to_document(dossier))
