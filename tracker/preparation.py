"""Everything between a running database and a site that can be served: tables, records, accounts, static files.

`make run` goes through nine steps; the first two (tracker/environment.py) make the Python environment. The steps
that load records may run again at any time; a stamp in the database tells that they have run for these very sources,
so that a second start skips them. The stamp is the comment on Django's table of migrations: it goes where the data
goes.
"""

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import Error as DatabaseError
from django.db import connection, connections

from cases.register.ledger_words import index_texts
from cases.register.state import RegisterState
from cases.workflow.derivation import derive_anew
from cases.workflow.places_with_pages import lead_to_pages
from tracker.build import folder_digest
from tracker.translations import compile_translations

STEPS = 9
OLDEST_POSTGRESQL = 15


class PreparationError(Exception):
    """A step failed; the text says which, why, and what to do."""


@dataclass(frozen=True)
class Step:
    number: int
    title: str
    action: Callable[[], None]
    advice: str


def announce(number: int, title: str) -> None:
    print(f"[{number}/{STEPS}] {title}", flush=True)


def announce_database() -> None:
    if settings.EMBEDDED_DATABASE is None:
        announce(3, "Database: the server that DATABASE_URL names")
    else:
        announce(3, f"Database: starting the embedded PostgreSQL in {settings.EMBEDDED_DATABASE.folder}")


def prepare() -> None:
    """Run steps 4 to 9 with progress on the console. The database must be running."""
    check_database()
    sources = sources_digest()
    # Making the register anew may have been begun and interrupted by something else than a start.
    loaded = read_stamp() == sources and RegisterState.objects.current().is_derived_by_this_program
    for step in [*([] if loaded else LOADING), *ALWAYS]:
        if loaded and step is ALWAYS[0]:
            announce(LOADING[0].number, "Tables and records: as this version of the program wants them")
        announce(step.number, step.title)
        try:
            step.action()
        except Exception as error:
            if not isinstance(error, CommandError):
                traceback.print_exc()
            reason = str(error).strip() or type(error).__name__
            raise PreparationError(
                f"Step {step.number} of {STEPS} failed ({step.title}): {reason}\n{step.advice}"
            ) from error
        if step is LOADING[-1]:
            write_stamp(sources)
    connections.close_all()


def check_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise PreparationError(
            f"The database does not answer: {error}\nCheck DATABASE_URL, and that its server runs."
        ) from None
    if connection.pg_version < OLDEST_POSTGRESQL * 10_000:
        raise PreparationError(
            f"The database server is PostgreSQL {connection.pg_version // 10_000}, "
            f"and {OLDEST_POSTGRESQL} or newer is needed."
        )


# -- The steps ---------------------------------------------------------------------------------------------------------


def update_tables() -> None:
    """After a change of how published rows, bitmaps or words are made, those that are there are made anew."""
    call_command("migrate", interactive=False, verbosity=1)
    if not RegisterState.objects.current().is_derived_by_this_program:
        print("    making rows, bitmaps and words of the published cases anew", flush=True)
        _cases, changed = derive_anew(lambda done: print(f"    {done} cases", flush=True))
        if changed:
            print(f"    another custody status or stage than before: {changed}; see the desk", flush=True)
    if led := lead_to_pages(lambda done: print(f"    {done} cases led to pages of buildings", flush=True)):
        print(f"    published anew, since the buildings they name have pages: {led}", flush=True)
    index_texts()


def load_sample_records() -> None:
    if settings.DEMO:
        call_command("load_sample_records", count=300)
    else:
        print("    left out: they are fictional, and DEMO is off", flush=True)


def make_files() -> None:
    compile_translations()
    collect_static_files()


def collect_static_files() -> None:
    digest = files_digest(
        [*(Path(folder) for folder in settings.STATICFILES_DIRS)], version("django"), version("whitenoise")
    )
    stamp = settings.VAR / "static.stamp"
    if (
        stamp.exists()
        and stamp.read_text() == digest
        and (settings.STATIC_ROOT / "staticfiles.json").exists()
    ):
        print("    unchanged", flush=True)
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest)


_REPORT = (
    "A fault of the program or of data it was given: please report the lines above. `make run` tries again."
)
LOADING = (
    Step(
        4,
        "Tables: bringing them up to date",
        update_tables,
        "With a server of your own, the role in DATABASE_URL must own the database. Nothing is lost; run again.",
    ),
    Step(5, "Legal provisions, prisons and courts", lambda: call_command("load_reference_data"), _REPORT),
    Step(6, "Starter records", lambda: call_command("load_starter_records"), _REPORT),
    Step(7, "Fictional sample records (300)", load_sample_records, _REPORT),
)
ALWAYS = (
    Step(
        8,
        "Staff accounts",
        lambda: call_command("make_staff_accounts"),
        "Check DEMO_PASSWORD if it is set, and run again.",
    ),
    Step(
        9,
        "Files: translations, and what pages are dressed in",
        make_files,
        f"{settings.STATIC_ROOT} must be writable and its disk not full. It may be deleted; it is made again.",
    ),
)


# -- The stamps --------------------------------------------------------------------------------------------------------


def files_digest(folders: list[Path], *more: str) -> str:
    """One hash over names and contents of all files in the folders."""
    total = hashlib.sha256("\0".join(more).encode())
    for folder in folders:
        total.update(folder_digest(folder))
    return total.hexdigest()


def sources_digest() -> str:
    """What the loaded records depend on: the program, its data files, its requirements, and whether this is a demo."""
    requirements = (settings.BASE_DIR / "requirements.txt").read_text()
    return files_digest([settings.BASE_DIR / "cases"], requirements, str(settings.DEMO))


def read_stamp() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regclass('django_migrations'), 'pg_class')")
        comment = cursor.fetchone()[0] or ""
    return comment.removeprefix("prepared for ")


def write_stamp(digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON TABLE django_migrations IS %s", [f"prepared for {digest}"])
