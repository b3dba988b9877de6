"""Maps of a search and of a place: what is counted where, which part of the earth is shown, how it is drawn, and the
table that says the same in words."""
