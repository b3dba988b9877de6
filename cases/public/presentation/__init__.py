"""Published rows and documents put into words for a page: labels for codes, written dates, numbered sources.

Functions here take what the register holds and return plain dicts and lists for the templates. They ask the
database nothing and write no HTML; escaping is the templates' work.
"""
