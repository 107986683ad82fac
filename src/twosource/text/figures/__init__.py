"""The grammar of figures: number words, units, bounds. Tables come in as arguments, so that it knows no language."""
