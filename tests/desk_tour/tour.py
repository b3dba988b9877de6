"""A demonstration site of its own in var/desk-tour, and what is typed there; the table of what it took."""

import json
import shutil
from collections.abc import Callable

from django.conf import settings

from tests.desk_tour.entries import HANDED_OVER, SENTENCED, SHARED, SOURCE
from tests.desk_tour.typist import Count, Typist
from tests.tracker import processes

PASSWORD = "a password for the tour alone"
PACE = 0.2
"""Seconds a key: 60 words a minute, what somebody types whose work it is."""

FORM = "/admin/cases/case/from-a-list/"
AIMS = {"between": 60, "look_ups": 5, "windows": 0, "saves": 1, "seconds": 120}
"""For each entry; what is added later may take 15 seconds."""
OLD = {
    "sentenced": {"between": 710, "look_ups": 30, "windows": 10, "saves": 11},
    "handed over": {"between": 553, "look_ups": 15, "windows": 3, "saves": 6},
}
"""What the forms of before took for entries of the same structure."""


def tour() -> None:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        raise SystemExit("Chromium is needed. On Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with (
        processes.site(settings.VAR / "site", "--prepare", DEMO="1", DEMO_PASSWORD=PASSWORD) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            base_url=f"http://127.0.0.1:{site.port}", viewport={"width": 1280, "height": 800}
        )
        typist = Typist(context.new_page(), PACE)
        log_in(typist)
        counts = {}
        for name, task in TASKS.items():
            counts[name] = task(typist)
            print(f"{name}: {counts[name]}", flush=True)
        browser.close()
    show(counts)
    print("\n".join(["", *(missed(counts) or ["Every aim is met."])]))
    file = settings.VAR / "desk-tour.json"
    file.write_text(json.dumps({name: vars(count) for name, count in counts.items()}, indent=2) + "\n")
    print(f"\nWritten to {file}")


def log_in(typist: Typist) -> None:
    typist.page.goto("/admin/login/?next=/admin/")
    typist.fill_in({"username": "entry", "password": PASSWORD})
    typist.save("Enter")
    typist.page.goto(FORM)
    typist.look_up("source", SOURCE)
    typist.fill_in(SHARED)


def entered(cells: dict[str, str]) -> Callable[[Typist], Count]:
    """One entry of the list, from the name to the save; the next one begins where it ends."""

    def task(typist: Typist) -> Count:
        with typist.task() as count:
            typist.fill_in(cells)
            typist.look()
            typist.save("Control+s")
            typist.is_saved()
        return count

    return task


def happened(kind: str, date: str) -> Callable[[Typist], Count]:
    """What happened later, added to the file of the case that was entered last, from the source of the sitting."""

    def task(typist: Typist) -> Count:
        with typist.task() as count:
            typist.press("Alt+a")
            typist.page.locator("#add-events-form .file-form").wait_for()
            typist.fill_in({"events-0-kind": kind, "events-0-date_0": date})
            typist.press("Control+Enter")
            typist.page.locator("#add-events-form .file-form").wait_for(state="detached")
            typist.look()
        return count

    return task


def opened(typist: Typist) -> Count:
    """From the message about the case that was entered to its file, and the source of its entry, the first offered."""
    with typist.task() as count:
        address = typist.page.locator(".messagelist .success a").get_attribute("href")
        typist.page.goto(address)
        typist.into("source")
        typist.save("Enter")
    return count


TASKS: dict[str, Callable[[Typist], Count]] = {
    "sentenced": entered(SENTENCED),
    "handed over": entered(HANDED_OVER),
    "open the case, choose the source": opened,
    "confirmed": happened("Confirmed", "15.7.2026"),
    "transferred": happened("Tra", "20.7.2026"),
    "released": happened("Rel", "1.8.2026"),
}
"""In this order, in one browser."""


def show(counts: dict[str, Count]) -> None:
    print(
        "| task | keys between fields | keys typed | look-ups | windows | saves | seconds | page | height |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, count in counts.items():
        cells = [
            _beside(count, name, "between"),
            str(count.typed),
            *(_beside(count, name, each) for each in ("look_ups", "windows", "saves")),
            f"{count.seconds:.0f}",
            f"{count.bytes / 1000:.0f} KB",
            f"{count.height:,} px",
        ]
        print(f"| {name} | {' | '.join(cells)} |")


def missed(counts: dict[str, Count]) -> list[str]:
    """The aims an entry or a later event did not meet."""
    found = []
    for name, count in counts.items():
        aims = AIMS if name in OLD else {"seconds": 15}
        found += [
            f"{name}: {figure} {getattr(count, figure):.0f}, aim {most}"
            for figure, most in aims.items()
            if getattr(count, figure) > most
        ]
    return found


def _beside(count: Count, task: str, figure: str) -> str:
    old = OLD.get(task, {}).get(figure)
    return f"{getattr(count, figure)}" + (f" (before: {old})" if old is not None else "")
