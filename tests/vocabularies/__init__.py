"""The code lists: their shape, their labels, and the tables built on them."""
