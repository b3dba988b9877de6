"""What a reader asks for: the table of parameters, how a query is read, what it finds, and how it is said in words.

Adding a parameter is adding an entry to `parameters.py`. What is made of the cases found is in the rooms above.
"""
