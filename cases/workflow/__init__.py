"""The door: every change of state, and the only code that reads private tables for public use.

Each step is one function, keyword-only after its record, atomic, and takes `by=` the person who acts.
What is refused raises `errors.Refused` with every reason at once.
"""
