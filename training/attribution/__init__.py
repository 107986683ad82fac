"""Training of the encoder that finds attributions and names: see README.md."""
