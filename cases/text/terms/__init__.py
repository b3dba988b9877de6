"""Terms of sentences as judgments, lists and news print them: years, months and days, for life, suspended.

`reading.py` reads what was typed, `words.py` holds the words of each language. What becomes of it is in
`cases/workflow/entering/terms.py`.
"""
