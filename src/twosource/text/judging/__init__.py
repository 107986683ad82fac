"""What two passages assert of one another: the same, more, the opposite, an answer, another thing."""
