"""The ledger of predictions: what persons decided of them, kept in a file that only grows."""
