"""What a notebook shows: the dossier page in a frame of its own."""

from html import escape

from twosource.export.html import to_html
from twosource.types.dossier import Dossier


def to_frame(dossier: Dossier) -> str:
    """An `<iframe srcdoc>`: the page keeps its own style and its Content-Security-Policy, and the notebook its own."""
    page = escape(to_html(dossier), quote=True)
    return f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="width:100%;height:80vh;border:0"></iframe>'
