"""`peer_pandas.py FILE`: what pandas needs to read the file as texts. Nothing of this program is imported here."""

import json
import resource
import sys
import time

import pandas

began = time.monotonic()
rows = len(pandas.read_csv(sys.argv[1], dtype=str))
print(
    json.dumps(
        {
            "pandas": pandas.__version__,
            "rows": rows,
            "read_csv, s": round(time.monotonic() - began, 2),
            "memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
    )
)
