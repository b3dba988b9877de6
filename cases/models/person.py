"""A person, their names, and their private relations to other persons.

What was done to them is a case (`case.py`). What the public may see of a person is decided by
`identity` and consent, never by which fields are filled.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.models.consent import Consent
from cases.models.constraints import EMPTY, ToldCheck, ToldUnique, not_before
from cases.models.fields import (
    LONGEST_TEXT,
    CodeArrayField,
    CodeField,
    PartialDateField,
    ReferenceField,
)
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import people, places

HIDING_CONSENTS = [*people.UNPUBLISHABLE_CONSENTS, "publish_anonymised"]


class PersonQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        return self.prefetch_related("names")


@keep_history
class Person(Consent):
    reference = ReferenceField(prefix="P", unique=True, verbose_name=_("reference"))
    identity = CodeField(people.IDENTITIES, default="named", verbose_name=_("identity to the public"))
    gender = CodeField(people.GENDERS, default="unknown", verbose_name=_("gender"))
    birth_date = PartialDateField(_("born"), kind="birth")
    death_date = PartialDateField(_("died"))
    nationalities = CodeArrayField(places.NATIONALITIES, verbose_name=_("nationalities"))
    roles = CodeArrayField(people.ROLES, verbose_name=_("roles"))
    affected_groups = CodeArrayField(people.GROUPS, verbose_name=_("affected groups (private)"))
    published_groups = CodeArrayField(
        people.GROUPS,
        verbose_name=_("affected groups the public may see"),
        help_text=_(
            "Only where a cited public source says it and it is the alleged ground; orientation and "
            "gender identity only with the person's own consent. Must be among the affected groups."
        ),
    )
    ethnicities = CodeArrayField(people.ETHNICITIES, verbose_name=_("ethnicity (private)"))
    languages = CodeArrayField(people.LANGUAGES, verbose_name=_("languages (private)"))
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager.from_queryset(PersonQuerySet)()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["pk"]
        constraints = [
            not_before(
                "death_date",
                "birth_date",
                "person_death_not_before_birth",
                _("The death lies before the birth."),
            ),
            ToldCheck(
                name="person_published_groups_are_affected_groups",
                field="published_groups",
                condition=Q(affected_groups__contains=F("published_groups")),
                violation_error_message=_("A group the public may see must be among the affected groups."),
            ),
            *Consent.constraints("person"),
        ]

    def __str__(self) -> str:
        name = self.primary_name
        return name.text if name else gettext("(no name yet) %(reference)s") % {"reference": self.reference}

    @property
    def primary_name(self) -> "PersonName | None":
        """The name the desk knows the person by: the primary PersonName, or the first, or None."""
        return self._first_name(self.names.all())

    @property
    def public_name(self) -> "PersonName | None":
        """The same among the names that may be public."""
        return self._first_name(name for name in self.names.all() if name.is_public)

    @staticmethod
    def _first_name(names: "Iterable[PersonName]") -> "PersonName | None":
        return min(names, key=lambda name: (not name.is_primary, name.pk), default=None)


class PersonNameQuerySet(models.QuerySet):
    def protected(self, *, today: date) -> Self:
        """Names that no public text may print without a second look, whichever case it belongs to.

        Spellings for the desk alone; names of persons whose identity, consent or age hides them, who were public
        by name and are not any more, or who were hidden in an emergency; names of relatives and others who are on
        file because of somebody else.
        """
        adult_since = today.replace(year=today.year - 18, day=min(today.day, 28))
        cases, relations, namings, hidings = (
            apps.get_model("cases", name)._base_manager.filter(person__isnull=False)
            for name in ("Case", "PersonRelation", "PublicNaming", "Hiding")
        )
        ended = Q(consent__in=HIDING_CONSENTS) | Q(consent_expires_date__lt=today)
        # Each as a set of keys of its own: joined, they would multiply before one of them is looked at.
        hidden = (
            Person._base_manager.filter(
                ~Q(identity="named") | ended | Q(birth_date_latest__gt=adult_since)
            ).values("pk"),
            cases.filter(ended).values("person"),
            relations.values("other"),
            namings.filter(hidden_at__isnull=False).values("person"),
            hidings.filter(hidden_at__isnull=False, ended_at__isnull=True).values("person"),
        )
        return self.filter(reduce(or_, (Q(person__in=keys) for keys in hidden), Q(is_public=False)))


@keep_history
class PersonName(models.Model):
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="names", verbose_name=_("person")
    )
    text = models.CharField(pgettext_lazy("of a person", "name"), max_length=200)
    language = CodeField(people.LANGUAGES, blank=True, default="", verbose_name=_("language"))
    script = CodeField(
        people.SCRIPTS, blank=True, default="", verbose_name=pgettext_lazy("of a name", "script")
    )
    kind = CodeField(people.NAME_KINDS, default="official", verbose_name=_("kind"))
    is_primary = models.BooleanField(pgettext_lazy("name of a person", "primary"), default=False)
    is_public = models.BooleanField(
        _("may be public"), default=True, help_text=_("Unticked, this spelling is used at the desk alone.")
    )

    objects = KnownManager.from_queryset(PersonNameQuerySet)()

    class Meta:
        verbose_name = _("person name")
        verbose_name_plural = _("person names")
        ordering = ["-is_primary", "pk"]
        constraints = [
            ToldUnique(
                fields=["person"],
                condition=Q(is_primary=True),
                name="person_has_one_primary_name",
                field="is_primary",
                violation_error_message=_("Only one name can be primary; untick the other."),
            ),
            ToldUnique(
                fields=["person", "text"],
                name="person_name_stands_once",
                field="text",
                violation_error_message=_("This name stands here already."),
            ),
            ToldCheck(
                name="person_name_not_empty",
                field="text",
                condition=~Q(text=""),
                violation_error_message=EMPTY,
            ),
            ToldCheck(
                name="person_primary_name_may_be_public",
                field="is_public",
                condition=Q(is_primary=False) | Q(is_public=True),
                violation_error_message=_(
                    "The primary name is the one the public sees; withhold the identity instead."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text


@keep_history
class PersonRelation(models.Model):
    """How one person is related to another. Private, always: relatives are targets."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="relations", verbose_name=_("person")
    )
    other = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="relations_from_others",
        verbose_name=pgettext_lazy("person", "other"),
    )
    kind = CodeField(people.PERSON_RELATIONS, verbose_name=_("kind"))
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager()

    class Meta:
        verbose_name = _("person relation")
        verbose_name_plural = _("person relations")
        ordering = ["pk"]
        constraints = [
            ToldUnique(
                fields=["person", "other", "kind"],
                name="person_relation_stands_once",
                field="other",
                violation_error_message=_("This relation stands here already."),
            ),
            ToldCheck(
                name="person_not_related_to_self",
                field="other",
                condition=~Q(person=F("other")),
                violation_error_message=_("A person cannot be related to themselves."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.other}"
