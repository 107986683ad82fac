"""What the project's own tests use, for authors of plug-ins too: the runner of Markdown cases."""
