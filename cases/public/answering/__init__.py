"""How the public side answers: a page with what every page says of the site, errors, one snapshot for each answer, and
every search in the same way."""
