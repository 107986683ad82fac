"""Weights of what two figures have in common: see the section in ../README.md."""
