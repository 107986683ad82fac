"""Frozen values: what is read, and what is found. Standard library only."""
