"""Places, with every spelling they are known by. Shared between cases."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import ToldCheck, ToldUnique
from cases.models.fields import CodeField, ReferenceField
from cases.models.history import keep_history
from cases.text.institutions import is_place_of_detention
from cases.vocabularies import places


@keep_history
class Place(models.Model):
    reference = ReferenceField(prefix="F", unique=True, verbose_name=_("reference"))
    name = models.CharField(
        max_length=200,
        help_text=_("As it is best known: the locality or the facility."),
        verbose_name=pgettext_lazy("of a place or agency", "name"),
    )
    spellings = ArrayField(
        models.CharField(max_length=200),
        blank=True,
        default=list,
        verbose_name=_("other names and spellings"),
        help_text=_("Separated by commas."),
    )
    country = CodeField(places.COUNTRIES, verbose_name=_("country"))
    region = models.CharField(
        max_length=100,
        blank=True,
        default="",
        help_text=_("ISO 3166-2 code such as RU-DA, or the region's name."),
        verbose_name=_("region"),
    )
    locality = models.CharField(max_length=200, blank=True, default="", verbose_name=_("locality"))
    facility = models.CharField(
        max_length=200,
        blank=True,
        default="",
        help_text=_("Prison, police station, court. Hidden below “named”."),
        verbose_name=_("facility"),
    )
    latitude = models.FloatField(null=True, blank=True, verbose_name=_("latitude"))
    longitude = models.FloatField(null=True, blank=True, verbose_name=_("longitude"))
    precision = CodeField(places.PRECISIONS, blank=True, default="", verbose_name=_("coordinates mark"))

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["country", "name"]
        constraints = [
            ToldUnique(
                fields=["country", "region", "locality", "facility", "name"],
                name="place_stands_once",
                field="name",
                violation_error_message=_("This place is on file already."),
            ),
            ToldCheck(
                name="place_coordinates_come_in_pairs",
                field="latitude",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_(
                    "Give latitude (−90 to 90) and longitude (−180 to 180), or neither."
                ),
            ),
            ToldCheck(
                name="place_coordinates_say_their_precision",
                field="precision",
                condition=Q(latitude__isnull=True) | ~Q(precision=""),
                violation_error_message=_("Say what the coordinates mark."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.country}"

    @property
    def facility_name(self) -> str:
        """The name of the building, which is the place's own where that is said to be a prison, a police station …"""
        return self.facility or (self.name if is_place_of_detention(self.name) else "")
