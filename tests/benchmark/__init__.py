"""Tools beside the product, which measure it: `make bench` how quick it is, `make names` how well people are found.

`speed.py` does one thing after the other: `loading.py` fills a register with fictional cases (`generated/`) through
the register's own write path; `web_server.py` runs the production server with one worker; `questions.py` chooses what
to ask, `operations.py` asks and measures, `desk.py` does at the desk; `peer.py` serves the same rows with Datasette;
`report.py` prints the table and writes `bench.json`. What the figures mean is in `docs/performance.md`.

`names.py` prints and writes what `name_evaluation.py` finds: pairs of names from a file, searched among the many
others that `name_crowd.py` makes up.

Everything is asked on this machine, in a database of its own (`var/bench`, `var/names`). Nothing here touches the data
of a site.
"""


class BenchmarkError(Exception):
    """Something is not as a measurement needs it; the text says what."""
