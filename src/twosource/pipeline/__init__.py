"""Detectors: how they are found, in which order they run, and what happens when one gives up."""
