"""Every code list of the record: code, English label, one-line definition, where it comes from.

What may not live here: anything of ours that is not a list (no models, no rules of publication). The lists
are data; what follows from them is decided in `cases.models` and `cases.workflow`. `terms` holds the
classes, every other module one family of lists.
"""
