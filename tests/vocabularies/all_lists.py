"""Every code list the package defines, found by looking rather than by listing."""

import importlib
import pkgutil

import cases.vocabularies
from cases.vocabularies.terms import CodeList


def all_lists() -> dict[str, CodeList]:
    found = {}
    for module in pkgutil.iter_modules(cases.vocabularies.__path__):
        contents = vars(importlib.import_module(f"cases.vocabularies.{module.name}"))
        found |= {name: value for name, value in contents.items() if isinstance(value, CodeList)}
    return found


LISTS = all_lists()
