"""Forms as a browser sees them: what a page holds is read from its HTML, changed, and posted back.

Nothing is posted that the page did not offer, so a field a form lost cannot be filled by accident.
"""

from html.parser import HTMLParser


class PageForm:
    """One form of a page: `fields` maps each name to its list of values, `rows` counts inline rows."""

    def __init__(self, fields, offered, action):
        self.fields, self.offered, self.action = fields, offered, action

    def __getitem__(self, name):
        values = self.fields.get(name, [])
        return values[0] if values else ""

    def fill(self, **values):
        """Type into fields by name; `__` in a keyword stands for nothing special, use `set` for odd names."""
        for name, value in values.items():
            self.set(name, value)
        return self

    def set(self, name, value):
        """Type a value, or a list of values; True and False tick and untick."""
        assert name in self.offered, f"The form has no field {name}; it has {sorted(self.offered)}"
        if value is True:
            self.fields[name] = [self.offered[name] or "on"]
        elif value is False or value is None:
            self.fields[name] = []
        else:
            self.fields[name] = [str(each) for each in (value if isinstance(value, list) else [value])]
        return self

    def add(self, prefix, **values):
        """Fill the next new row of an inline, as “Add another” would make it from the empty row."""
        index = self._free_row(prefix)
        for name in list(self.offered):
            start = f"{prefix}-__prefix__-"
            if name.startswith(start):
                own = f"{prefix}-{index}-{name.removeprefix(start)}"
                if own not in self.offered:
                    self.offered[own] = self.offered[name]
                    self.fields[own] = list(self.fields.get(name, []))
        total = max(int(self[f"{prefix}-TOTAL_FORMS"]), index + 1)
        self.fields[f"{prefix}-TOTAL_FORMS"] = [str(total)]
        for name, value in values.items():
            self.set(f"{prefix}-{index}-{name}", value)
        self.taken.add((prefix, index))
        return index

    @property
    def taken(self):
        if not hasattr(self, "_taken"):
            self._taken = set()
        return self._taken

    def _free_row(self, prefix):
        index = int(self[f"{prefix}-INITIAL_FORMS"])
        while (prefix, index) in self.taken:
            index += 1
        return index

    def data(self, button="_continue"):
        """What a browser posts when that button is pressed; the rows kept for copying are left out."""
        posted = {name: values for name, values in self.fields.items() if "__prefix__" not in name and values}
        return {**posted, button: ["1"]} if button else posted


def form_address(record):
    """Where the whole form of a record is: a case is shown as a file, and has it beside that."""
    page = "whole" if record._meta.model_name == "case" else "change"
    return f"/admin/cases/{record._meta.model_name}/{record.pk}/{page}/"


def forms_of(response):
    """Every form of a page, in order."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.forms


def record_form(response):
    """The one form that holds the record."""
    return next(form for form in forms_of(response) if "_save" in form.buttons or "_continue" in form.buttons)


def form_to(response, action):
    """The form that posts to an address ending so."""
    return next(form for form in forms_of(response) if form.action.endswith(action))


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self._form, self._select, self._area = [], None, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self._form = PageForm({}, {}, given.get("action", ""))
            self._form.buttons = set()
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input":
            self._input(given)
        elif tag == "select" and given.get("name"):
            self._select = given["name"]
            self._multiple = "multiple" in given
            self._form.offered[self._select] = ""
            self._form.fields.setdefault(self._select, [])
            self._first = None
        elif tag == "option" and self._select:
            value = given.get("value", "")
            if self._first is None:
                self._first = value
            if "selected" in given:
                self._form.fields[self._select].append(value)
        elif tag == "textarea":
            self._area = given["name"]
            self._form.offered[self._area] = ""
            self._form.fields[self._area] = [""]

    def _input(self, given):
        name, kind = given.get("name"), given.get("type", "text")
        if not name:
            return
        if kind == "submit":
            self._form.buttons.add(name)
            return
        if kind in ("checkbox", "radio"):
            self._form.offered[name] = given.get("value", "on")
            self._form.fields.setdefault(name, [])
            if "checked" in given:
                self._form.fields[name].append(given.get("value", "on"))
            return
        self._form.offered[name] = ""
        before = self._form.fields.get(name, []) if kind == "hidden" else []
        self._form.fields[name] = [*before, given.get("value", "")]

    def handle_data(self, data):
        if self._area:
            text = self._form.fields[self._area][0] + data
            self._form.fields[self._area] = [text]

    def handle_endtag(self, tag):
        if tag == "select" and self._select:
            if not self._form.fields[self._select] and not self._multiple and self._first is not None:
                self._form.fields[self._select] = [self._first]
            self._select = None
        elif tag == "textarea" and self._area:
            self._form.fields[self._area] = [
                self._form.fields[self._area][0].removeprefix("\r\n").removeprefix("\n")
            ]
            self._area = None
        elif tag == "form":
            self._form = None
