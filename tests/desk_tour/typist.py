"""Somebody at a keyboard: what was typed, the keys pressed to get from field to field, and what the desk did for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

MOST_KEYS = 400
"""Further from one field to the next is nobody: the field is not on the page."""

FOCUSED = """() => {
  const at = document.activeElement;
  const stands = at.closest(".select2")?.previousElementSibling;
  return stands?.name || at.name || at.id || at.textContent.trim();
}"""
ANOTHER_ROW = "_more"
LOOK_UPS = ("autocomplete/", "similar/", "near/")
"""Addresses that answer what is on file while somebody types."""


@dataclass
class Count:
    """What one task took. Seconds are of the clock, with the typist's own pace in them."""

    between: int = 0
    typed: int = 0
    look_ups: int = 0
    windows: int = 0
    saves: int = 0
    seconds: float = 0
    bytes: int = 0
    height: int = 0


class Typist:
    """Types at `pace` seconds a key. No mouse, no script that fills or focuses: keys alone."""

    def __init__(self, page: Any, pace: float):
        self.page, self.pace, self.count = page, pace, Count()
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.context.on("page", self._opened)

    @contextmanager
    def task(self) -> Iterator[Count]:
        self.count, begun = Count(), time.monotonic()
        yield self.count
        self.count.seconds = time.monotonic() - begun

    def press(self, *keys: str) -> None:
        """Keys that type nothing: Tab, arrows, Enter, Space, and those of the desk."""
        for key in keys:
            time.sleep(self.pace)
            self.page.keyboard.press(key)
            self.count.between += 1

    def type(self, text: str) -> None:
        for letter in text:
            time.sleep(self.pace)
            self.page.keyboard.type(letter)
            self.count.typed += 1

    def at(self) -> str:
        return self.page.evaluate(FOCUSED)

    def into(self, name: str) -> None:
        """By Tab to the field of that name; nowhere if one is there."""
        passed = []
        while (at := self.at()) != name:
            passed.append(at)
            if len(passed) > MOST_KEYS:
                raise SystemExit(f"No Tab leads to {name!r} on {self.page.url}; passed: {passed[:60]}")
            self.press("Tab")

    def fill_in(self, cells: dict[str, str]) -> None:
        for name, typed in cells.items():
            self.into(name)
            if name == ANOTHER_ROW:
                self.press("Enter")
            self.type(typed)

    def look_up(self, name: str, typed: str) -> None:
        """Into a field that finds records; type, and take the first one offered."""
        self.into(name)
        self.type(typed)
        self.page.locator(".select2-results__option--highlighted", has_text=typed).wait_for()
        self.press("Enter")

    def save(self, *keys: str) -> None:
        with self.page.expect_navigation():
            self.press(*keys)

    def is_saved(self) -> None:
        """Raises SystemExit with what the desk says, if that is not that it saved."""
        if not self.page.locator(".messagelist .success").count():
            raise SystemExit("\n".join(self.page.locator(".error-list, .messagelist").all_inner_texts()))

    def look(self) -> None:
        """Note how high the page is that is open."""
        self.count.height = self.page.evaluate("() => document.documentElement.scrollHeight")

    def _asked(self, request: Any) -> None:
        path = urlsplit(request.url).path
        self.count.look_ups += any(each in path for each in LOOK_UPS)
        self.count.saves += request.method == "POST" and "draft" not in path

    def _answered(self, response: Any) -> None:
        if response.request.is_navigation_request() and response.status == 200:
            self.count.bytes = int(response.headers.get("content-length") or 0)

    def _opened(self, _page: Any) -> None:
        self.count.windows += 1
