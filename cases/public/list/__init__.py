"""The cases found, as a list: its rows and pages, what can be chosen and how many there are, how cases and people are
counted, and the lists of one place, agency or article."""
