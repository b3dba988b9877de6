"""What outsiders see: pages, filters, downloads.

Nothing here reads a private table: this room imports the register, the inbox, the vocabularies and the text
functions, and the import contracts hold it to that. Every route is listed in `surfaces.py`; what the words on a
page are made from is in `presentation/`; each page has a module in `views/`.
"""
