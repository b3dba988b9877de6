"""Feeds: the newest of a search, for programs that ask again."""
