"""Fictional public documents in any number, for measuring. `cases.py` makes them, its neighbours their parts."""
