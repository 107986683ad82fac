"""twosource: who says what in many reports of one story, on whose word, and how many independent sources there are."""
