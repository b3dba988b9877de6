"""Articles of law as they are printed: which code, which number, and whether it is a charge of its own.

`reading.py` reads what was typed, `codes.py` knows the codes and how they are written. Which articles are on file, and
what becomes of one that is not, is in `cases/workflow/entering/provisions.py`.
"""
