"""Tools for text that keep offsets."""
