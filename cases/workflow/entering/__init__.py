"""The rules of entry: what plain values mean, and whether they make a record.

Forms of the desk, our own records and whatever else brings records in call the same functions; nothing here knows a
form. `entry.py` reads and judges a whole record, `saving.py` makes it; the rules are in the other modules, one file
per subject.
"""
