"""Commands: parse, call one function, print. Nothing is decided here."""
