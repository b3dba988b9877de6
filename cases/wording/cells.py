"""What the files say of a case and no page prints."""

from cases.register.cells import cell
from cases.register.fields import FIELD
from cases.register.row import row

ONLY_IN_FILES = ("latitude", "longitude")


def cells_of_files(document: dict) -> list[dict]:
    """Label and text of each such cell that the document fills."""
    values = row(document)
    cells = ({"label": FIELD[name].label, "text": cell(FIELD[name], values[name])} for name in ONLY_IN_FILES)
    return [each for each in cells if each["text"]]
