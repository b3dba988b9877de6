"""The rules of entry: what plain values mean, and whether they make a record.

Forms of the desk, our own records and whatever else brings records in call the same functions; nothing here knows a
form.
``codes.py`` reads words as codes, ``rules.py`` tells broken constraints beside their fields.
"""
