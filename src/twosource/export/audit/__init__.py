"""Unnamed sources, audited: each one in each report, what is said of it, and which rules of a policy it breaks."""
