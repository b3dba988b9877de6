"""Our own files, brought in again: `/cases.csv` and the documents, restored whole or changed cell by cell.

`row_document.py` makes the document a line of the CSV tells of, `record_rows.py` the private rows one was made of;
`restoring.py` puts both on file. `changes.py` judges a line against what is on file, `changing.py` carries it out.
"""
