"""A browser page that remembers every fault it hears of: refused content, errors, requests to others, cookies."""

from urllib.parse import urlsplit

HEAR_REFUSALS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.effectiveDirective} refused ${event.blockedURI || "inline"}`);
});
"""
LAYOUT = """() => ({
  wide: document.documentElement.scrollWidth, room: window.innerWidth,
  title: document.title.trim(), language: document.documentElement.lang,
  headings: document.querySelectorAll("h1").length, mains: document.querySelectorAll("main").length,
  doubled: [...document.querySelectorAll("[id]")].map((each) => each.id).filter((id, at, all) => all.indexOf(id) < at),
})"""
ERROR_PAGES = frozenset({400, 403, 404, 410, 429})


class Sheet:
    """One context with one page. `faults` holds what was heard since the sheet was opened, in words."""

    def __init__(self, browser, site, *, width=1280, height=800, script=True, scheme="light"):
        self.site = site
        self.faults = []
        self.context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme=scheme,
            accept_downloads=True,
        )
        self.context.set_default_timeout(30_000)  # a guard, and no measure
        self.page = self.context.new_page()
        self.script = script
        if script:
            self.page.add_init_script(HEAR_REFUSALS)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self._fault(f"script error: {error}"))
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)

    def close(self):
        self.context.close()

    def visit(self, path, *, status=200):
        """Open a page of the site; answers faults of its own and those heard while it loaded."""
        before = len(self.faults)
        answer = self.page.goto(path)
        if answer.status != status:
            self._fault(f"answers {answer.status}, not {status}")
        self.hear_refusals()
        return self.faults[before:]

    def hear_refusals(self):
        """Add what the content policy refused on the page that is open."""
        if self.script:
            for refusal in self.page.evaluate("() => window.refused.splice(0)"):
                self._fault(refusal)

    def layout_faults(self):
        """What every public page keeps to, whatever it is about."""
        seen = self.page.evaluate(LAYOUT)
        found = {
            f"{seen['wide']} px wide in a window of {seen['room']}": seen["wide"] > seen["room"],
            f"{seen['headings']} h1": seen["headings"] != 1,
            f"{seen['mains']} main": seen["mains"] != 1,
            f"ids used twice: {seen['doubled']}": seen["doubled"],
            f"title {seen['title']!r}": not seen["title"].partition("·")[0].strip(),
            "no language": not seen["language"],
        }
        return [fault for fault, is_so in found.items() if is_so]

    def _fault(self, words):
        self.faults.append(f"{urlsplit(self.page.url).path}: {words}")

    def _on_console(self, message):
        # A page that answers 404 as it should is also an "error" to the console.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self._fault(f"console: {message.text}")

    def _on_request(self, request):
        if not request.url.startswith((self.site, "data:")):
            self._fault(f"asks {request.url}")

    def _on_response(self, response):
        is_page = response.request.is_navigation_request()
        if response.status >= 400 and not (is_page and response.status in ERROR_PAGES):
            self._fault(f"{response.status} for {response.url}")
