"""Pure functions on text: references, partial dates, names in several scripts, guarded table cells.

Nothing here knows of Django, of the database or of a code list, so every other room may use it and
all of it can be tried in a plain Python shell. What a code *means* lives next door in `vocabularies`.
"""
