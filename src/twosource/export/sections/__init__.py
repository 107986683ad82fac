"""The parts of a dossier as people read it. Page, Markdown and terminal show the same lines in the same order."""

from twosource.export.sections.claims import Claims
from twosource.export.sections.differences import Differences
from twosource.export.sections.glance import Glance
from twosource.export.sections.line import Section
from twosource.export.sections.notices import Notices
from twosource.export.sections.origins import Origins
from twosource.export.sections.predictions import Predictions
from twosource.export.sections.quotations import Quotations
from twosource.export.sections.reports import Reports
from twosource.export.sections.timeline import Timeline
from twosource.export.sections.voices import Voices

SECTIONS: tuple[Section, ...] = (
    Glance(),
    Origins(),
    Claims(),
    Voices(),
    Quotations(),
    Differences(),
    Timeline(),
    Predictions(),
    Notices(),
    Reports(),
)
