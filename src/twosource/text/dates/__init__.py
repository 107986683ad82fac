"""The grammar of times: dates, words that point from now, lengths. Tables come in as arguments."""
