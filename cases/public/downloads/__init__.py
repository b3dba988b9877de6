"""Files: the rows of the list in the formats partners load. One module for each format.

A format says what to copy (`Copy` in `download.py`); how it is copied and sent is the same for all.
"""
