"""Fictional records to try the product with. Every one of them is marked as a sample.

First come stories written one by one (`sample_stories.py` and those it names), then cases in any number
(`sample_lives.py`). All of it is invented but for countries, regions and articles of law.
"""

from django.db import transaction

from cases.loading import sample_abroad, sample_fates, sample_stories
from cases.loading.loader import history_of, loader_accounts, submit_and_publish
from cases.loading.provisions import load_provisions
from cases.loading.sample_lives import generated_case
from cases.loading.sample_stories import WITHDRAWN, Start, note_of
from cases.loading.sample_world import MARK, World
from cases.models import Case
from cases.workflow.publishing import withdraw
from cases.workflow.review import submit

STORIES = sample_stories.STORIES | sample_fates.STORIES | sample_abroad.STORIES


def sample_count():
    """How many sample cases were ever loaded."""
    loaded = history_of(Case).filter(notes__startswith=MARK).order_by()
    return loaded.values("pgh_obj_id").distinct().count()


def load_sample_records(*, count, progress=lambda done: None):
    """Add fictional cases until `count` are on file. Returns how many were added.

    Of those that follow the stories one in thirty waits for review and one in sixty is a draft; the others are
    published, and one story is withdrawn again. `progress` is called with the number that is done. Each case is its
    own transaction: a stopped run goes on where it was.
    """
    entry, publisher = loader_accounts()
    load_provisions()
    world = World(entry, publisher)
    done = sample_count()
    stories = list(STORIES)
    for number in range(done, count):
        with transaction.atomic():
            if number < len(stories):
                _tell(stories[number], number, world)
            else:
                _add(number, world)
        progress(number + 1)
    return max(count - done, 0)


def _tell(name, number, world):
    start = Start(world, note_of(name, number), _told(number))
    case = STORIES[name](start)
    submit_and_publish(case, entry=world.entry, publisher=world.publisher)
    if name == WITHDRAWN:
        withdraw(case, by=world.publisher, reason="To show what a withdrawn record leaves.", announced=True)


def _told(number):
    """The cases of the stories before this one, as far as they are still on file."""
    notes = {note_of(name, at): name for at, name in enumerate(list(STORIES)[:number])}
    loaded = dict(history_of(Case).filter(notes__in=notes).values_list("notes", "pgh_obj_id"))
    cases = Case.objects.in_bulk(loaded.values())
    return {name: cases[loaded[note]] for note, name in notes.items() if loaded.get(note) in cases}


def _add(number, world):
    case = generated_case(number, world)
    if number % 30 != 29:
        submit_and_publish(case, entry=world.entry, publisher=world.publisher)
    elif number % 60 != 59:
        submit(case, by=world.entry, edit_version=case.edit_version)
