"""The home of the public document: its keys, its version number, and how an older text is brought up to date.

A text in the ledger stays as it was sealed, for ever. Whoever reads one asks `reading.py`, and gets a document with
every key of today, whatever version of the program wrote it. Whoever writes one asks `writing.py`, which knows no key
that does not stand in `keys.py`.

To add a key: write it into `keys.py` with what stands there where nothing is known, and fill it in
`cases/workflow/document.py`. Older texts then read as if it had always been there. Where that is not true of them, or
a key changes its name or its sense, raise `SCHEMA` and write the step in `steps.py`. Either way what is derived
changes: raise `DERIVATION_VERSION` in `cases/register/state.py`.
"""
