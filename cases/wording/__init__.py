"""A public document in words: by part and field, and the difference of two.

One text for readers and for the reviewer who decides what readers will see. Functions here take documents, or values
of one, and return plain dicts and lists for the templates. They ask the database nothing and write no HTML; escaping is
the templates' work. What a page says beside a document – lists, counts, searches – is put in words in `public/`.
"""
