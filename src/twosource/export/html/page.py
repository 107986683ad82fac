"""The page: one HTML file that loads nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.export.context import BARE
from twosource.export.dates import when_text
from twosource.export.document import Document
from twosource.export.html import graph, report, shown
from twosource.export.html.places import Places
from twosource.export.numbers import counted
from twosource.export.ranking import ranked
from twosource.export.sections import SECTIONS
from twosource.export.sections.appearance import bins, undated
from twosource.export.sections.claims import CARRIED, cells, cells_by_article, compared, voiced
from twosource.export.sections.glance import BRIEFLY
from twosource.export.sections.lookup import as_printed, claim_text, published_span
from twosource.export.sections.quotations import versions
from twosource.export.sections.timeline import mark


def render(document: Document) -> str:
    """The document as one self-contained page, the same for the same document."""
    script, style = _static("page.js"), _static("page.css")
    places = Places(document)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            document=document,
            look=places.look,
            places=places,
            sections=SECTIONS,
            script=Markup(script),  # noqa: S704  # built from web/, no part of a report
            style=Markup(style),  # noqa: S704  # as the script
            policy=_policy(script, style),
        )
    )


def _policy(script: str, style: str) -> str:
    """The Content-Security-Policy: nothing is loaded, and only this script and this style sheet count."""
    rules = [f"script-src '{_digest(script)}'", f"style-src '{_digest(style)}'"]
    return "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _static(name: str) -> str:
    return files("twosource.export.html").joinpath("static", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twosource.export.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
    )
    environment.filters |= {"attribute": shown.in_attribute, "isolated": shown.isolated, "counted": counted}
    environment.globals |= {
        "as_printed": as_printed,
        "BARE": BARE,
        "bare": {"quantity": "Figures", "date": "Dates", "duration": "Lengths of time"},
        "bins": bins,
        "body": report.body,
        "carried": CARRIED,
        "cells": cells,
        "cells_by_article": cells_by_article,
        "compared": compared,
        "claim_text": claim_text,
        "ranked": ranked,
        "mark": mark,
        "published_span": published_span,
        "graph": graph,
        "language": shown.language,
        "brief": BRIEFLY,
        "tone": tone,
        "undated": undated,
        "versions": versions,
        "voiced": voiced,
        "web_address": shown.web_address,
        "when_text": when_text,
    }
    return environment


def _final(value: object) -> object:
    """Whatever a template prints that is not markup already is text of somebody, and is shown as such."""
    return shown.shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def tone(tag: str) -> str:
    """The tag as the name of a style class."""
    return tag.replace(" ", "-")
