"""Figures and times of one sentence that cannot all be right."""
