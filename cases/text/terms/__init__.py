"""Terms of sentences as judgments, lists and news print them: years, months and days, for life, suspended, fines.

`reading.py` reads what was typed, `money.py` a sum in it, `words.py` holds the words of each language.
What becomes of it is in `cases/workflow/entering/terms.py`.
"""
