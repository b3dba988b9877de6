"""`make bench`: how quick the public side is with so many cases, in a database of its own in `var/bench`.

`run.py` does one thing after the other: `loading.py` fills a register with fictional cases through the register's own
write path; `web_server.py` runs the production server with one worker; `questions.py` chooses what to ask,
`operations.py` asks and measures; `peer.py` serves the same rows with Datasette; `report.py` prints the table and
writes `bench.json`. What the figures mean is in `docs/performance.md`.

Everything is asked over HTTP on this machine. Nothing here touches the data of a site.
"""


class BenchmarkError(Exception):
    """Something is not as a measurement needs it; the text says what."""
