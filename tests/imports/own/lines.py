"""Lines of `/cases.csv` by reference, and what differs between two files of them."""

import csv
import io


def read(text):
    return {row["reference"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def differing(before, after, columns):
    """(reference, column) → text before and after."""
    return {
        (reference, name): (row[name], after[reference][name])
        for reference, row in before.items()
        for name in columns
        if row[name] != after[reference][name]
    }
