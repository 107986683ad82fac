"""What the style sheets within a page, and its elements' own styles, keep from being seen."""

from twosource.readers.styles.walk import Walk

__all__ = ["Walk"]
