"""Where the chains of a proposition end, and how many of the ends are independent."""
