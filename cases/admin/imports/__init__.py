"""*Import*: a list uploaded or pasted, its columns mapped, its rows previewed, confirmed, and what came of it."""
