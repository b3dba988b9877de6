"""One sample case in the making: plain values, which are entered by the rules of the desk.

Facts of days that are still to come are left out, since nobody could know them: the same story is further on a year
later.
"""

from collections import defaultdict
from datetime import timedelta

from cases.models import Case
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter

SETS_FREE = frozenset(
    {
        "release",
        "bail",
        "parole",
        "recognizance",
        "supervision",
        "pardon",
        "amnesty",
        "verdict_acquittal",
        "case_closed",
        "sentence_completed",
        "located_free",
    }
)
"""Events after which the desk reviews the risk before it publishes."""


def day_of(day):
    """A date, or the text of a partial one, as a PartialDate."""
    return day if isinstance(day, PartialDate) else PartialDate(str(day) if day else "")


class SampleCase:
    """`violation` is the primary one and `begun` its date; `values` are those of the case, by field.

    Each fact is a row of plain values, which its method answers. A value of a row may be another row.
    """

    def __init__(self, world, note, sources, *, violation, begun, assessor="", **values):
        self.world, self.sources = world, sources
        self.values = {"notes": note, **values}
        self.rows = defaultdict(list)
        self._days = []
        self.violation(violation, begun, is_primary=True, assessor=assessor, place=values.get("place"))

    def violation(self, kind, day="", **details):
        return self._add("violations", kind=kind, date=self._dated(day), **details)

    def proceed(self, jurisdiction, **details):
        """A new proceeding; charges, sentences and events from now on belong to it."""
        return self._add("proceedings", jurisdiction=jurisdiction, **details)

    @property
    def proceeding(self):
        """The one that facts belong to now; None before the first."""
        return self.rows["proceedings"][-1] if self.rows["proceedings"] else None

    def charge(self, article="", *, words="", category="", status="charged", **details):
        provision = self.world.provisions.get(self.proceeding["jurisdiction"], {}).get(article)
        if article and provision is None:
            raise ValueError(f"article: {article!r} is none of {self.proceeding['jurisdiction']} on file")
        return self._add(
            "charges",
            provision=provision,
            verbatim=words,
            category="" if provision else category,
            status=status,
            proceeding_number=len(self.rows["proceedings"]),
            **details,
        )

    def event(self, kind, day, *, outside=False, until="", **details):
        """Answers whether it has come to pass. `outside`: it belongs to no proceeding."""
        day = day_of(day)
        if day.earliest and day.earliest > self.world.today:
            return False
        within = (
            {} if outside or not self.proceeding else {"proceeding_number": len(self.rows["proceedings"])}
        )
        self._add("events", kind=kind, date=self._dated(day), until=day_of(until), **within, **details)
        return True

    def sentence(self, kind, day, **details):
        number = len(self.rows["proceedings"])
        return self._add("sentences", kind=kind, date=self._dated(day), proceeding_number=number, **details)

    def belongs_to(self, organisation, role, words=""):
        return self._add("affiliations", organisation=organisation, role=role, words=words)

    def took_part(self, official, role, *, in_last_event=False, words=""):
        step = {"event": self.rows["events"][-1]} if in_last_event else {}
        return self._add("participations", official=official, role=role, words=words, **step)

    def lawyer(self, name, *, openly=True):
        """`openly`: a public source names them; else they are private."""
        cited = {"cited_source": self.sources[0]} if openly else {}
        return self._add("lawyers", name=name, **cited)

    def attribution(
        self, by, *, to="", agency=None, country="", level="2", involvement="carried_out", says=""
    ):
        """`says`: the position the authorities took, a code, where they took one."""
        claim = self._add(
            "attributions",
            agency=agency,
            attributed_to=to,
            country=country or agency.country,
            attributed_by=by,
            involvement=involvement,
            level=level,
            method_seen=level == "3",
        )
        if says:
            answer = {"position": says, "stated_by": "a spokesperson (invented)", "source": self.sources[-1]}
            self._add("official_positions", attribution=claim, **answer)

    def intervention(self, kind, actor, day, **details):
        return self._add("interventions", kind=kind, actor=actor, date=day_of(day), **details)

    def assessment(self, assessor, framework, outcome, day, **details):
        return self._add(
            "assessments",
            assessor=assessor,
            framework=framework,
            outcome=outcome,
            date=day_of(day),
            **details,
        )

    def translated(self, language, *, event=None, **texts):
        """Title and summary, by field, or the `description` of an event, which is one of the rows."""
        for field, text in texts.items():
            told = {"field": field, "language": language, "text": text, "event": event}
            own = self.values.get("text_language", "en")
            self._add("translations", **told, from_language=own, translated_by="A translator (invented)")

    def asked_for(self, words="at the request of the state of origin"):
        """That a source says so, which every method of co-opting another state needs."""
        self._add("citations", claimed_field="methods", claimed_value=words)

    def finish(self, *, checked=None):
        """Enter it, each fact with the first source, and say when it was looked at last, `checked` days ago."""
        for number, source in enumerate(self.sources[1:], start=1):
            pinpoint = f"p. {number * 3}" if number % 2 else ""
            self._add("citations", source=source, credibility="3", pinpoint=pinpoint)
        last = max((day for day in self._days if day <= self.world.today), default=None)
        if checked is not None:
            looked = self.world.today - timedelta(days=checked)
            self.values["last_checked_date"] = max(looked, last) if last else looked
        kinds = {event["kind"] for event in self.rows["events"]}
        if kinds & SETS_FREE:
            self.values["risk_review_date"] = min(self.world.today, last + timedelta(days=20))
            self.values["risk_review_outcome"] = "mitigated" if "parole" in kinds else "clear"
        rows = {part: [self._numbered(row) for row in several] for part, several in self.rows.items()}
        return enter(marked(Entry(Case, self.values, source=self.sources[0], **rows)), by=self.world.entry)

    def _add(self, part, **values):
        self.rows[part].append(values)
        return values

    def _numbered(self, row):
        """The row, with the number of another one where that stands in it."""
        return {
            name: self._number(value) if isinstance(value, dict) else value for name, value in row.items()
        }

    def _number(self, row):
        return next(
            number
            for several in self.rows.values()
            for number, each in enumerate(several, start=1)
            if each is row
        )

    def _dated(self, day):
        partial = day_of(day)
        if partial.latest:
            self._days.append(partial.latest)
        return partial


def marked(entry):
    """The same, as a sample for ever: nobody can enter that, nor change it later."""
    entry.record.is_sample = True
    return entry
