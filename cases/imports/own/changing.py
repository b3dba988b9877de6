"""A case changed as a line of our own CSV says, by columns. Whether nothing else changed is asked in `changes.py`.

Only what the line shows is touched: rows that rest on confidential sources, names that are hidden and whatever else has
no column stay as they are. What several cases share (persons, sources, places) is changed where it stands, as at the
desk.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from cases.imports.own import printed as taken_apart
from cases.imports.own.cells_back import Values
from cases.imports.own.errors import Unfit
from cases.models import Campaign, Case, Source, Translation
from cases.models.fields import parsed
from cases.models.need_to_know import as_asked
from cases.register.row import printed
from cases.text.partial_dates import PartialDate
from cases.workflow.citing import Citing
from cases.workflow.document import Document
from cases.workflow.door import Outcome
from cases.workflow.entering.rules import judged
from cases.workflow.entering.together import state_together, take_apart
from cases.workflow.reader import Reader
from cases.workflow.shared import before_change, record_changed

PLAIN = {
    "kind": "kind",
    "title": "title",
    "summary": "summary",
    "text_language": "text_language",
    "people_min": "count_min",
    "people_max": "count_max",
    "people_words": "count_words",
    "methods": "methods",
    **{name: name for name in ("origin", "host", "location", "cooperating", "transit", "destination")},
}
"""Column → field of the case that it is alone."""


class Editing:
    """One case being changed. `shown` is its line as it stands, column by column, `values` the line of the file."""

    def __init__(self, document: Document, values: Values, wanted: set[str], *, by: User) -> None:
        self.case: Case = document.record
        self.content, self.used = document.content, document.used
        self.values, self.wanted, self.by = values, wanted, by
        self.shown = printed(document.content)
        self.citing = Citing(Reader(document.content["identity"]), self.case)

    @property
    def is_named(self) -> bool:
        return self.content["identity"] in ("", "named")

    def first_wanted(self, *names: str) -> str:
        return next(name for name in names if name in self.wanted)

    def rows(self, name: str) -> list[Any]:
        """The rows of one kind that stand in the line, in its order."""
        return self.citing.rows(name)

    def refuse(self, column: str, reason: str = "") -> None:
        """Without a `reason`: it can only be changed at the desk."""
        value = self.values.get(column)
        raise Unfit(
            column,
            " | ".join(map(str, value)) if isinstance(value, list) else value,
            reason or _("can only be changed at the desk"),
        )

    def keep(self, changed: Model, column: str, **values: Any) -> None:
        """Set these values and save the row, if it may be so. Raises Unfit."""
        for name, value in values.items():
            setattr(changed, name, value)
        for name, sentence in judged(changed):
            self.refuse(column, f"{name}: {sentence}")
        changed.save()

    @contextmanager
    def shared(self, record: Any, column: str) -> Iterator[None]:
        """A change of what other cases may use too. Raises Unfit if any would be taken out of the register by it."""
        before = before_change(record)
        yield
        self.check(record_changed(record, by=self.by, before=before), column)

    def check(self, outcome: Outcome, column: str) -> None:
        if outcome.withdrawn or outcome.anonymised:
            self.refuse(column, _("would take what is public out of the register: change it at the desk"))


def dated(editing: Editing, column: str, text: str, words: str, *, kind: str = "fact") -> PartialDate:
    try:
        return parsed(text, words, kind=kind)
    except ValidationError as error:
        editing.refuse(column, " ".join(error.messages))
        raise


def _plain(editing: Editing) -> None:
    columns = editing.wanted & PLAIN.keys()
    values = {PLAIN[name]: editing.values[name] for name in columns}
    editing.keep(editing.case, editing.first_wanted(*PLAIN), **values)


def _period(side: str) -> Callable[[Editing], None]:
    def change(editing: Editing) -> None:
        column = editing.first_wanted(f"{side}_date", f"{side}_words")
        if not editing.is_named and f"{side}_words" in editing.wanted:
            editing.refuse(f"{side}_words")
        words = (
            editing.values[f"{side}_words"]
            if editing.is_named
            else getattr(editing.case, f"{side}_date").words
        )
        date = dated(editing, column, editing.values[f"{side}_date"], words)
        editing.keep(editing.case, column, **{f"{side}_date": date})

    return change


def _last_checked(editing: Editing) -> None:
    text = editing.values["last_checked"]
    day = editing.case._meta.get_field("last_checked_date")
    try:
        value = day.clean(f"{text}-01"[:10], editing.case) if text else None
    except ValidationError as error:
        editing.refuse("last_checked", " ".join(error.messages))
    else:
        editing.keep(editing.case, "last_checked", last_checked_date=value)


def _campaigns(editing: Editing) -> None:
    wanted = editing.values["campaigns"]
    found = {each.reference: each for each in Campaign.objects.filter(reference__in=wanted)}
    if missing := [each for each in wanted if each not in found]:
        editing.refuse("campaigns", _("%(references)s is not on file") % {"references": ", ".join(missing)})
    shown = {each["reference"] for each in editing.content["campaigns"]}
    editing.case.campaigns.remove(*editing.case.campaigns.filter(reference__in=shown - set(wanted)))
    editing.case.campaigns.add(*(each for reference, each in found.items() if reference not in shown))


def _co_defendants(editing: Editing) -> None:
    wanted, shown = set(editing.values["co_defendants"]), set(editing.shown["co_defendants"])
    found = {each.reference: each for each in Case.objects.filter(reference__in=wanted | shown)}
    with as_asked():
        known = set(Case.objects.filter(reference__in=wanted - shown).values_list("reference", flat=True))
    if missing := sorted(wanted - shown - known):
        editing.refuse(
            "co_defendants", _("%(references)s is not on file") % {"references": ", ".join(missing)}
        )
    if editing.case.reference in wanted:
        editing.refuse("co_defendants", _("A case is not tried together with itself."))
    for reference in sorted(wanted - shown):
        state_together([editing.case, found[reference]], source=None)
    take_apart(editing.case.pk, [found[each].pk for each in shown - wanted if each in found])


def _translations(editing: Editing) -> None:
    told = {}
    for text in editing.values["translations"]:
        said = taken_apart.translation(text)
        told[said["field"], said["language"]] = said
    on_file = {
        (each.field, each.language): each
        for each in Translation.objects.filter(case=editing.case, event__isnull=True)
        if each.language != editing.case.text_language
    }
    column = editing.first_wanted(*TRANSLATIONS)
    for key in on_file.keys() - told.keys():
        on_file[key].delete()
    for (field, language), said in told.items():
        name = f"{field}_{language}"
        text = editing.values.get(name) or (
            on_file[field, language].text if (field, language) in on_file else ""
        )
        translation = on_file.get((field, language)) or Translation(
            case=editing.case, field=field, language=language
        )
        made = {"way": said["way"], "from_language": said["from_language"], "translated_by": said["by"]}
        here = name if name in editing.wanted else column
        editing.keep(translation, here, text=text if name in editing.values else translation.text, **made)
    for name in TRANSLATIONS:
        field, _underscore, language = name.partition("_")
        if name != "translations" and editing.values[name] and (field, language) not in told:
            editing.refuse(name, _("has no entry in the column translations that says how it was made"))


TRANSLATIONS = (
    "translations",
    *(f"{field}_{language}" for field in ("title", "summary") for language in ("en", "az", "ru")),
)


def _sources(editing: Editing) -> None:
    """Titles and addresses of sources that are cited already."""
    names = ("source_titles", "source_urls", "archived_urls")
    column = editing.first_wanted(*names)
    before = list(zip(*(editing.shown[name] for name in names), strict=True))
    after = list(zip(*(editing.values[name] for name in names), strict=True))
    if len(before) != len(after):
        editing.refuse(column, _("has another number of sources: cite one, or take one off, at the desk"))
    rows = Source._base_manager.filter(pk__in=[key for kind, key in editing.used if kind == "source"])
    by_words = {(each.title, each.url, each.archived_url): each for each in rows}
    described = editing.content["sources"]
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        said = described[at]
        source = by_words.get((said["title"], said["url"], said["archived_url"]))
        if source is None:
            editing.refuse(column)
        with editing.shared(source, column):
            editing.keep(source, column, **dict(zip(("title", "url", "archived_url"), new, strict=True)))


HANDLERS: dict[tuple[str, ...], Callable[[Editing], None]] = {
    tuple(PLAIN): _plain,
    ("start_date", "start_words"): _period("start"),
    ("end_date", "end_words"): _period("end"),
    ("last_checked",): _last_checked,
    ("campaigns",): _campaigns,
    ("co_defendants",): _co_defendants,
    TRANSLATIONS: _translations,
    ("source_titles", "source_urls", "archived_urls"): _sources,
}
