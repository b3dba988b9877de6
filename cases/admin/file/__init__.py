"""The case at the desk as a file: short lines in parts, each with a small form of its own.

`telling.py` says what stands in a case, `groups.py` of which fields of the record itself a line is made, `page.py`
shows it. The forms are those of `cases.admin.case_inlines`; nothing of what may be entered is decided here.
"""
