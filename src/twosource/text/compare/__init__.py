"""Laying figures side by side: what they are said of, what values they admit."""
