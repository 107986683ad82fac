"""Fitting of the judge of two passages: see README.md."""
