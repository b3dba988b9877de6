"""How long it takes to hide somebody who was public by name: everything the desk waits for, with its lock held.

Each of a few people has a case of their own, and stands by name in a dozen texts of others, in several spellings. Their
case is taken out and their name masked, in one transaction; undone afterwards.
"""

import copy
import time
from itertools import cycle, islice

from django.db import transaction
from django.utils import timezone

from cases.models import Case, NameMask, Person, PublicNaming, Review
from cases.register.register import put, put_many, withdraw
from cases.workflow.masking import hide_names
from tests.benchmark import BenchmarkError
from tests.benchmark.generated.cases import GeneratedCases
from tests.benchmark.timing import Timing

TEXTS = 12
SENTENCES = ("Among them {0} {1}.", "Held with {1}, {0}.", "{0} {1} was seen.", "Дело {0} {1}.")


def hide_person(generated: GeneratedCases, cases: int, *, runs: int, seconds: int) -> Timing:
    """The times of `runs` people, in a register that holds so many generated cases. Raises BenchmarkError."""
    timing, deadline = Timing(), time.monotonic() + seconds
    apart = max(TEXTS + 1, cases // runs)
    for document in islice(_named(generated, cases, apart), runs):
        others = [copy.copy(generated.case((document["number"] + 1 + at) % cases)) for at in range(TEXTS)]
        timing.add(_hide(document["document"], others), document["name"])
        put(document["document"])
        put_many([generated.case((document["number"] + 1 + at) % cases) for at in range(TEXTS)])
        if time.monotonic() > deadline:
            break
    return timing


def _named(generated: GeneratedCases, cases: int, apart: int):
    """Cases all over the register whose person has a name of two words."""
    for number in range(0, cases, apart):
        document = generated.case(number)
        name = (document["person"] or {}).get("name", "")
        if document["identity"] == "named" and len(name.split()) == 2:
            yield {"number": number, "name": name, "document": document}


def _hide(document: dict, others: list[dict]) -> float:
    name = document["person"]["name"]
    for other, sentence in zip(others, cycle(SENTENCES)):
        other["summary"] += " " + sentence.format(*name.split())
    records = [
        Case(reference=put_document["reference"], published_version=made.version, published_at=timezone.now())
        for put_document, made in zip(others, put_many(others), strict=True)
    ]
    Case.objects.bulk_create(records)
    person = Person.objects.create()
    person.names.create(text=name, is_primary=True)
    PublicNaming.objects.create(person=person)

    begun = time.perf_counter()
    with transaction.atomic():
        withdraw(document["reference"], announced=False)
        outcome = hide_names([person], by=None)
    taken = time.perf_counter() - begun

    own = {other["reference"] for other in others}
    if own - {record.reference for record in outcome.masked}:
        raise BenchmarkError(f"{name} was masked in {len(outcome.masked)} of {TEXTS} texts.")
    NameMask.objects.all().delete()
    Review.objects.filter(case__reference__in=own).delete()
    Case.objects.filter(reference__in=own).delete()
    person.delete()
    return taken
