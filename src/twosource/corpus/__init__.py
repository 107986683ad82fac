"""From many reports to tables: read, tell copies, group into stories, investigate each, in parallel, resumable."""
