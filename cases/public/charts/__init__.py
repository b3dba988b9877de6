"""Charts of a search: what is counted by which rule (one module for each subject), and how it is drawn.

`catalogue.py` lists them, `chart.py` says what a chart is, `drawing.py` lays one out for the templates in
`templates/charts/`, `png.py` makes a picture of that. Pages, pictures and files all show the same `Chart`.
"""
