"""Fits the head for opinion on the states of the attribution encoder."""
