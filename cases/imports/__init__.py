"""Records that come in from outside the forms: the starter records and the fictional sample.

Everything here goes through ``cases.workflow``, like what people enter by hand.
"""
