"""Factories for the private record. Traits give states: `CaseFactory(submitted=True)`."""

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from cases.models import (
    Attribution,
    Campaign,
    Case,
    Citation,
    Event,
    Person,
    PersonName,
    Source,
    Translation,
    Violation,
)
from cases.workflow.editing import record_edit
from cases.workflow.groups import ensure_groups
from cases.workflow.publishing import publish
from cases.workflow.review import submit

PASSWORD = "correct horse battery staple"


class UserFactory(factory.django.DjangoModelFactory):
    """A member of staff in the group of the same name as the user."""

    class Meta:
        model = get_user_model()
        django_get_or_create = ("username",)
        skip_postgeneration_save = True

    username = "entry"
    is_staff = True

    @factory.post_generation
    def in_group(self, create, extracted, **kwargs):
        name = extracted or self.username.partition("-")[0]
        if not self.groups.filter(name=name).exists():
            if not Group.objects.filter(name=name).exists():
                ensure_groups()
            self.groups.add(Group.objects.get(name=name))
        if not self.check_password(PASSWORD):
            self.set_password(PASSWORD)
            self.save()


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Source

    title = factory.Sequence("Report {}".format)
    publisher = "The Daily"
    language = "en"
    url = factory.Sequence("https://news.example/{}".format)
    is_public = True

    class Params:
        confidential = factory.Trait(is_public=False, url="")


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    roles = ["journalist"]

    @factory.post_generation
    def name(self, create, extracted, **kwargs):
        text = extracted or "Aydan Ulduzlu"
        PersonName.objects.create(person=self, text=text, script="Latn", language="az", is_primary=True)


class CaseFactory(factory.django.DjangoModelFactory):
    """A case that may be published: a person, a primary violation, countries, a public source."""

    class Meta:
        model = Case
        skip_postgeneration_save = True

    person = factory.SubFactory(PersonFactory)
    title = "A journalist detained"
    summary = "Detained at the border."
    origin = ["AZ"]
    location = ["AZ"]

    class Params:
        group = factory.Trait(kind="group", person=None, group_description="Villagers", count_min=12)

    @factory.post_generation
    def violation(self, create, extracted, **kwargs):
        Violation.objects.create(case=self, kind=extracted or "detention", is_primary=True)

    @factory.post_generation
    def source(self, create, extracted, **kwargs):
        Citation.objects.create(case=self, source=extracted or SourceFactory())

    @factory.post_generation
    def submitted(self, create, extracted, **kwargs):
        if extracted:
            take_to_review(self)

    @factory.post_generation
    def published(self, create, extracted, **kwargs):
        if extracted:
            take_to_public(self)


class CampaignFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Campaign
        skip_postgeneration_save = True

    title = "A crackdown"
    summary = "Many arrests."
    states = ["AZ"]

    @factory.post_generation
    def source(self, create, extracted, **kwargs):
        Citation.objects.create(campaign=self, source=extracted or SourceFactory())

    @factory.post_generation
    def published(self, create, extracted, **kwargs):
        if extracted:
            take_to_public(self)


class EventFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Event

    case = factory.SubFactory(CaseFactory)
    kind = "detained"


class TranslationFactory(factory.django.DjangoModelFactory):
    """Of the title of a case into Azerbaijani, unless said otherwise; `case=None` with a campaign."""

    class Meta:
        model = Translation

    case = factory.SubFactory(CaseFactory)
    field = "title"
    language = "az"
    text = "Jurnalist saxlanılıb"
    from_language = "en"
    translated_by = "A. Sample"


class AttributionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attribution

    case = factory.SubFactory(CaseFactory)
    attributed_to = "security services"
    attributed_by = "a lawyer"
    level = "1"
    source = factory.SubFactory(SourceFactory)


def take_to_review(record):
    """As `entry` would: an edit, then submission."""
    entry = UserFactory(username="entry")
    record_edit(record, by=entry)
    submit(record, by=entry, edit_version=record.edit_version)
    record.refresh_from_db()


def take_to_public(record):
    """The whole path: `entry` submits, `publisher` publishes."""
    take_to_review(record)
    publish(record, by=UserFactory(username="publisher"), edit_version=record.edit_version)
    record.refresh_from_db()
