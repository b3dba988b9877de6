"""Every address of the desk, as somebody opens it: tables, filters, searches, records, their steps, choices."""

import re
from functools import cache

from django.contrib.admin import SimpleListFilter
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from cases.admin.desk import desk

UNSAID = re.compile(r'name="(csrfmiddlewaretoken|draft_sheet|form_token)"\s+value="[^"]*"')
NOBODY = 999_999_999


@cache
def routes():
    """Name of every address of the desk, with how many arguments it takes."""
    return {
        pattern.name: pattern.pattern.regex.groups for pattern in desk.get_urls() for pattern in flat(pattern)
    }


def flat(pattern):
    if hasattr(pattern, "url_patterns"):
        return [each for inner in pattern.url_patterns for each in flat(inner)]
    return [pattern]


def addresses(*, rows, terms):
    """Every address a member of staff may type: tables with each filter and search, each record of `rows` by all its
    pages, and what the choices of every form offer for `terms`."""
    found = [reverse("admin:index"), reverse("admin:words"), reverse("admin:app_list", args=["cases"])]
    for model, model_admin in desk._registry.items():
        info = f"{model._meta.app_label}_{model._meta.model_name}"
        table = reverse(f"admin:{info}_changelist")
        found += [table, *(f"{table}?q={term}" for term in terms if model_admin.search_fields)]
        found += [f"{table}?{filter_}" for filter_ in filters_of(model_admin)]
        found += [
            f"{table}?{field.name}={key}"
            for field in model._meta.fields
            if field.is_relation
            for key in (1, 2)
        ]
        found.append(reverse(f"admin:{info}_add"))
        found += pages_of(info, [row.pk for row in rows if type(row) is model])
        found += choices_of(model, terms)
    found += [f"{reverse('admin:cases_person_similar')}?name={term}" for term in terms]
    return found


def pages_of(info, keys):
    """Every page about these records."""
    pages = []
    for name in routes():
        if name and name.startswith(f"{info}_"):
            for key in keys:
                try:
                    pages.append(reverse(f"admin:{name}", args=[key]))
                except NoReverseMatch:
                    continue
    if info == "cases_case":
        lines = (("record", "who"), ("record", "belongs"), ("relations_from", "add"), ("citations", "add"))
        pages += [reverse("admin:cases_case_line", args=[key, *line]) for key in keys for line in lines]
    return pages


def filters_of(model_admin):
    for each in model_admin.list_filter:
        if isinstance(each, type) and issubclass(each, SimpleListFilter):
            made = each(RequestFactory().get("/"), {}, model_admin.model, model_admin)
            yield from (f"{each.parameter_name}={value}" for value, _ in made.lookup_choices[:6])
        else:
            field = model_admin.model._meta.get_field(each)
            values = [code for code, _ in field.flatchoices] or [0, 1]
            # Of a long list two: a filter that counted what is hidden would do so for any code.
            yield from (f"{each}__exact={value}" for value in values[:2])


def choices_of(model, terms):
    """What the autocomplete offers for each field of a model."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if field.is_relation and field.related_model in desk._registry:
            asked = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field.name}"
            yield from (f"{reverse('admin:autocomplete')}?{asked}&term={term}" for term in ("", *terms))


def read(client, address, **posted):
    """Status, where it leads, and the body without what differs each time."""
    answer = client.post(address, posted) if posted else client.get(address)
    body = UNSAID.sub("", answer.content.decode())
    return answer.status_code, answer.headers.get("Location", ""), body
