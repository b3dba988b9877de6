"""Records that come with the program: legal provisions, prisons and courts, starter records, the fictional sample.

Everything here goes through `cases.workflow`, like what people enter by hand.
"""
