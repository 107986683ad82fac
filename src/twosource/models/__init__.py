"""Trained models: the files that ship, and how a text goes through them."""
