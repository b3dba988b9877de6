"""The public copy: everything outsiders can read, and nothing else.

Each published case is one flat row here, one version in a hash-chained ledger, and keys to find it by, all
of it computed from the public document alone. No table here refers to a private one. `register.py` holds the
only ways in (`put`, `withdraw`); documents come from `cases/workflow/`, the readers are in `cases/public/`.
"""
