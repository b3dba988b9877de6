"""A case: what was done to one person, to a group, or a pattern without countable people.

Violations live here too, since a case without one says nothing. Proceedings, charges, events,
attributions and citations each have a file of their own. Custody status is never typed in: it is derived
from the events (`custody.py`) unless an editor overrides it and names a source.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.models.consent import Consent
from cases.models.constraints import ToldCheck, ToldUnique, not_before
from cases.models.day_field import DayField
from cases.models.fields import (
    LONGEST_SUMMARY,
    LONGEST_TEXT,
    PAST_DAY,
    CodeArrayField,
    CodeField,
    PartialDateField,
    ReferenceField,
)
from cases.models.history import keep_history, keep_link_history
from cases.models.need_to_know import KnownManager
from cases.models.publishable import Publishable, PublishableQuerySet
from cases.vocabularies import languages, people, places, proceedings, violations

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from cases.models.person import Person

STATE_FIELDS = ("origin", "host", "location", "cooperating", "transit", "destination")


OLDEST = 120
"""Years nobody is older than."""


def states_field(name: "str | _StrPromise", help_text: "str | _StrPromise") -> CodeArrayField:
    return CodeArrayField(places.STATES, verbose_name=name, help_text=help_text)


# One sentence a field, since words agree with each other in other languages.
_NOT_STATED_ALONE = {
    "origin": _("Origin: “not stated” cannot stand beside a country."),
    "host": _("Host: “not stated” cannot stand beside a country."),
    "location": _("Location: “not stated” cannot stand beside a country."),
    "cooperating": _("Cooperating: “not stated” cannot stand beside a country."),
    "transit": _("Transit: “not stated” cannot stand beside a country."),
    "destination": _("Destination: “not stated” cannot stand beside a country."),
}


def _not_stated_stands_alone(field: str) -> ToldCheck:
    return ToldCheck(
        name=f"case_{field}_not_stated_stands_alone",
        field=field,
        condition=~Q(**{f"{field}__contains": [places.NOT_STATED]}) | Q(**{f"{field}__len": 1}),
        violation_error_message=_NOT_STATED_ALONE[field],
    )


_PARTS: dict[str, tuple[str, ...]] = {
    "violations": ("place",),
    "proceedings": ("stage_override_source",),
    "charges": ("provision", "proceeding"),
    "sentences": ("proceeding",),
    "events": ("place", "agency", "court", "proceeding"),
    "attributions": ("agency", "source"),
    "affiliations": ("organisation",),
    "participations": ("official__agency", "official__source", "event"),
    "lawyers": (),
    "official_positions": ("source",),
    "interventions": (),
    "assessments": ("document",),
    "citations": ("source__derived_from",),
    "translations": (),
}
"""The rows of a case, with what each of them leads to and is always read with it."""


_LINKS = ("campaigns", "overlaps_with")


def _way_back(part: str) -> str:
    """The field by which the rows of a part lead to their case."""
    link: Any = Case._meta.get_field(part)
    return link.remote_field.name


def _hand_out_translations(case: "Case") -> None:
    """The texts of events, which are rows of the case as well, to the events they are of."""
    for event in case.events.all():
        own = [each for each in case.translations.all() if each.event_id == event.pk]
        given = event.translations.none()
        given._result_cache = own
        event.__dict__["_prefetched_objects_cache"] = {"translations": given}


def _rows(part: str) -> models.QuerySet:
    """All rows of a part, or of what the links of a kind lead to, that whoever asks may know of."""
    model: Any = Case._meta.get_field(part).related_model
    return model._default_manager.all()


def _with(part: str, *joined: str) -> models.Prefetch:
    """The rows of a part and what they lead to, in one query."""
    return models.Prefetch(part, _rows(part).select_related(*joined) if joined else _rows(part))


class CaseQuerySet(PublishableQuerySet):
    def complete(self, key: int) -> "Case":
        """One case with everything a public document is made of, in few queries: none for what it has no rows of.

        Raises Case.DoesNotExist.
        """
        names = (*_PARTS, *_LINKS)
        found = {name: _rows(name).filter(**{_way_back(name): models.OuterRef("pk")}) for name in names}
        case = (
            self.select_related(
                "person",
                "place",
                "custody_override_source",
                "targeted_because_of",
                "part_of",
                "anonymisation",
            )
            .annotate(**{f"has_{name}": models.Exists(rows) for name, rows in found.items()})
            .get(pk=key)
        )
        there = [name for name in names if getattr(case, f"has_{name}")]
        case.__dict__["_prefetched_objects_cache"] = {
            name: _rows(name).none() for name in names if name not in there
        }
        asked: list[Any] = [_with(name, *_PARTS[name]) if name in _PARTS else name for name in there]
        asked += ["person__names"] if case.person else []
        models.prefetch_related_objects([case], *asked)
        _hand_out_translations(case)
        return case

    def of_person(self, person: "Person") -> Self:
        return self.filter(Q(person=person) | Q(targeted_because_of=person))

    def stale(self, *, before: date) -> Self:
        """Not checked since the day `before`."""
        return self.filter(Q(last_checked_date__isnull=True) | Q(last_checked_date__lt=before))


@keep_history
class Case(Publishable, Consent):
    reference = ReferenceField(prefix="C", unique=True, verbose_name=_("reference"))
    kind = CodeField(violations.CASE_KINDS, default="person", verbose_name=_("kind"))
    title = models.CharField(
        max_length=300,
        blank=True,
        default="",
        help_text=_("Public. Who and what, in a few words."),
        verbose_name=_("title"),
    )
    summary = models.TextField(
        blank=True,
        default="",
        help_text=_("Public. What happened, in our own words, nothing the cited sources do not say."),
        verbose_name=_("summary"),
        max_length=LONGEST_SUMMARY,
    )
    text_language = CodeField(
        languages.TEXT_LANGUAGES,
        default="en",
        verbose_name=_("language of the texts"),
        help_text=_("In which title, summary and the texts of events are written here."),
    )

    person = models.ForeignKey(
        "Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        verbose_name=_("person"),
    )
    group_description = models.CharField(
        max_length=300,
        blank=True,
        default="",
        help_text=_("Group or pattern: who they are, without names."),
        verbose_name=_("group description"),
    )
    group_unit = CodeField(violations.COUNTING_UNITS, blank=True, default="", verbose_name=_("counted as"))
    group_roles = CodeArrayField(people.ROLES, verbose_name=_("roles of the group"))
    count_min = models.PositiveIntegerField(_("at least"), null=True, blank=True)
    count_max = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    age_at_arrest = models.PositiveSmallIntegerField(
        _("age at arrest"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST)],
        help_text=_("As a source states it; left empty, the year of birth tells it, at least and at most."),
    )
    count_words = models.CharField(
        _("number in words"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("As the source has it: “a handful”."),
    )
    overlaps_with = models.ManyToManyField(
        "self",
        blank=True,
        help_text=_("Cases that may count the same people, as far as a source says so."),
        verbose_name=_("overlaps with"),
    )

    methods = CodeArrayField(violations.METHODS, verbose_name=_("methods of transnational repression"))
    origin = states_field(pgettext_lazy("country", "origin"), _("Whose repression it is."))
    host = states_field(pgettext_lazy("country", "host"), _("Where the target lived."))
    location = states_field(pgettext_lazy("country", "location"), _("Where it happened."))
    cooperating = states_field(
        pgettext_lazy("country", "cooperating"), _("Who helped; needs an attribution.")
    )
    transit = states_field(pgettext_lazy("country", "transit"), _("Through which country."))
    destination = states_field(
        pgettext_lazy("country", "destination"), _("Where the target was taken or went.")
    )
    inferred_states = ArrayField(
        models.CharField(max_length=20, choices=[(name, name) for name in STATE_FIELDS]),
        blank=True,
        default=list,
        verbose_name=_("countries we inferred"),
        help_text=_("Which of these no source states outright; shown as inferred."),
    )
    inference_basis = models.CharField(
        _("inferred from"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("The words it was inferred from."),
    )

    place = models.ForeignKey(
        "Place",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        help_text=_("Left empty, the place of the primary violation shows."),
        verbose_name=_("place"),
    )
    start_date = PartialDateField(
        pgettext_lazy("date", "start"),
        help_text=_("Left empty, the date of the primary violation or the first dated event shows."),
    )
    end_date = PartialDateField(pgettext_lazy("date", "end"))
    custody_override = CodeField(
        proceedings.CUSTODY_STATUSES, blank=True, default="", verbose_name=_("custody override")
    )
    custody_override_date = PartialDateField(_("custody as of"))
    custody_override_source = models.ForeignKey(
        "Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="custody_overrides",
        verbose_name=_("custody override source"),
    )
    last_checked_date = DayField(_("last checked"), null=True, blank=True, validators=PAST_DAY)

    campaigns: models.ManyToManyField = models.ManyToManyField(
        "Campaign", blank=True, related_name="cases", verbose_name=_("campaigns")
    )
    part_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name=_("part of"),
    )
    targeted_because_of = models.ForeignKey(
        "Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases_on_account_of",
        help_text=_(
            "A relative or friend abroad on whose account this was done. Public only if they may be named."
        ),
        verbose_name=_("targeted because of"),
    )

    publish_embargo_until = DayField(_("not before"), kind="plan", null=True, blank=True)
    risk_review_date = DayField(_("risk reviewed on"), null=True, blank=True)
    risk_review_outcome = CodeField(
        people.RISK_OUTCOMES, blank=True, default="", verbose_name=_("risk review outcome")
    )
    is_restricted = models.BooleanField(
        _("restricted"),
        default=False,
        help_text=_(
            "Systematic or conflict-related sexual violence: never published, never exported (Murad Code)."
        ),
    )
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager.from_queryset(CaseQuerySet)()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-pk"]
        permissions = [
            ("submit_case", "Can submit a case for review"),
            ("return_case", "Can return a submitted case"),
            ("publish_case", "Can publish a reviewed case"),
            ("withdraw_case", "Can withdraw a published case"),
        ]
        indexes = [models.Index(fields=["state", "-edited_at"], name="case_state_edited")]
        triggers = Publishable.triggers()
        constraints = [
            *Publishable.constraints("case"),
            *Consent.constraints("case"),
            not_before("end_date", "start_date", "case_end_not_before_start"),
            ToldCheck(
                name="case_only_a_person_case_has_a_person",
                field="person",
                condition=Q(kind="person") | Q(person__isnull=True),
                violation_error_message=_("A group or pattern has no person; describe it instead."),
            ),
            ToldCheck(
                name="case_pattern_is_not_counted",
                field="count_min",
                condition=~Q(kind="pattern") | Q(count_min__isnull=True, count_max__isnull=True),
                violation_error_message=_("A pattern has no countable people."),
            ),
            ToldCheck(
                name="case_age_is_of_a_person",
                field="age_at_arrest",
                condition=Q(kind="person") | Q(age_at_arrest__isnull=True),
                violation_error_message=_("Only a person has an age."),
            ),
            ToldCheck(
                name="case_count_max_not_below_min",
                field="count_max",
                condition=Q(count_min__isnull=True)
                | Q(count_max__isnull=True)
                | Q(count_max__gte=models.F("count_min")),
                violation_error_message=_("“At most” is below “at least”."),
            ),
            ToldCheck(
                name="case_custody_override_carries_date_and_source",
                field="custody_override",
                condition=Q(custody_override="")
                | (
                    Q(custody_override_source__isnull=False)
                    & (Q(custody_override_date__gt="") | Q(custody_override_date_words__gt=""))
                ),
                violation_error_message=_("An overridden custody status needs its date and its source."),
            ),
            ToldCheck(
                name="case_inferred_states_say_from_what",
                field="inference_basis",
                condition=Q(inferred_states__len=0) | ~Q(inference_basis=""),
                violation_error_message=_("Say from which words the country was inferred."),
            ),
            ToldCheck(
                name="case_not_part_of_itself",
                field="part_of",
                condition=Q(part_of__isnull=True) | ~Q(part_of=models.F("pk")),
                violation_error_message=_("A case cannot be part of itself."),
            ),
            *[_not_stated_stands_alone(field) for field in STATE_FIELDS],
        ]

    def __str__(self) -> str:
        return self.title or gettext("(untitled) %(reference)s") % {"reference": self.reference}


@keep_link_history
class CaseCampaign(Case.campaigns.through):  # type: ignore[name-defined]
    objects: ClassVar[KnownManager] = KnownManager()

    class Meta:
        verbose_name = _("case campaign")
        verbose_name_plural = _("case campaigns")
        proxy = True


@keep_link_history
class CaseOverlap(Case.overlaps_with.through):  # type: ignore[name-defined]
    objects: ClassVar[KnownManager] = KnownManager()

    class Meta:
        verbose_name = _("case overlap")
        verbose_name_plural = _("case overlaps")
        proxy = True


@keep_history
class Violation(models.Model):
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="violations", verbose_name=_("case")
    )
    kind = CodeField(violations.VIOLATIONS, verbose_name=_("kind"))
    date = PartialDateField(verbose_name=_("date"))
    end_date = PartialDateField(pgettext_lazy("end of a period", "until"))
    place = models.ForeignKey(
        "Place",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="violations",
        verbose_name=_("place"),
    )
    is_primary = models.BooleanField(
        pgettext_lazy("violation", "primary"), default=False, help_text=_("For display only; exactly one.")
    )
    assessor = models.CharField(
        _("found by"),
        max_length=200,
        blank=True,
        default="",
        help_text=_(
            "Who found this. Required for arbitrary detention, enforced disappearance, refoulement, "
            "unfair trial: these are findings."
        ),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("violation")
        verbose_name_plural = _("violations")
        ordering = ["-is_primary", "pk"]
        constraints = [
            ToldUnique(
                fields=["case"],
                condition=Q(is_primary=True),
                name="case_has_one_primary_violation",
                field="is_primary",
                violation_error_message=_("Only one violation can be primary; untick the other."),
            ),
            not_before("end_date", "date", "violation_end_not_before_date"),
            ToldCheck(
                name="violation_finding_names_its_assessor",
                field="assessor",
                condition=~Q(kind__in=sorted(violations.FINDINGS)) | ~Q(assessor=""),
                violation_error_message=_("This is a finding: name who found it."),
            ),
        ]

    def __str__(self) -> str:
        return str(violations.VIOLATIONS.label(self.kind))
