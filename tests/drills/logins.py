"""Passwords are guessed for one account; and sixteen clients log in all the time while a reader asks for pages."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.drills.site import PAGE, counted, drilled_site, figures, folder, log_in, look, say

GUESSES, CLIENTS, LOOKS = 120, 16, 60
STAFF = ("entry", "reviewer", "publisher")


def drill() -> None:
    say(f"{GUESSES} wrong passwords for one account (before: none of them refused, in 53 s)")
    with drilled_site(folder("site"), TRUSTED_PROXIES="127.0.0.1") as site:
        say(
            f"  each from an address of its own: {guessed(site.port, 'admin', lambda number: f'192.0.2.{number + 1}')}"
        )
        say(f"  all from one address: {guessed(site.port, 'nobody', lambda _number: '198.51.100.1')}")
        say(f"{CLIENTS} clients who log in all the time, and a reader who asks for {PAGE}")
        say(f"  nobody logs in: {pages(site.port)}")
        for words, right in (("wrong passwords", False), ("right passwords", True)):
            with clients(site.port, right) as answers:
                time.sleep(1)
                seen = pages(site.port)
            say(f"  {words}: {seen}; logins answered {counted(answers)}")


def guessed(port: int, name: str, address: Callable[[int], str]) -> str:
    begun = time.monotonic()
    answers = counted(
        log_in(port, name=name, password=f"wrong {number}", address=address(number))
        for number in range(GUESSES)
    )
    return f"answers {answers}, in {time.monotonic() - begun:.1f} s"


def pages(port: int) -> str:
    return figures([look(port) for _ in range(LOOKS)])


@contextmanager
def clients(port: int, right: bool) -> Iterator[list[int]]:
    """In the block each logs in again and again from addresses of its own: as staff, or with names that are none."""
    over, answers = threading.Event(), []

    def keep(number: int) -> None:
        turn = 0
        while not over.is_set():
            turn += 1
            address = f"203.0.{turn % 250}.{number + 1}"
            if right:
                answers.append(log_in(port, name=STAFF[number % len(STAFF)], address=address))
            else:
                answers.append(log_in(port, name=f"name-{number}-{turn}", password="wrong", address=address))

    threads = [threading.Thread(target=keep, args=[number], daemon=True) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        over.set()
        for thread in threads:
            thread.join()
