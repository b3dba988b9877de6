"""What outsiders see: pages, filters, downloads.

Nothing here reads a private table: this room imports the register, the inbox, the vocabularies and the text
functions, and the import contracts hold it to that. Every route is listed in `surfaces.py`; each page has a module in
`views/`. The rooms import downwards only: `views/`, then what pages and files are made of (`charts/`, `map/`, `feeds/`,
`downloads/`, `records/`, `dictionary/`, `corrections/`), then `list/` and `answering/`, then `query/`.
"""
