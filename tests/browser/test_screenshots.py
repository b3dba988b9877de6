"""Pictures of the main pages in var/screenshots/, for people to look at: starter records and fictional ones."""

import pytest
from django.conf import settings

from cases.loading.sample_records import load_sample_records
from cases.loading.starter_records import load_starter_records
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase

pytestmark = pytest.mark.browser

# Chromium draws a picture in one piece of memory, and is "unable to capture" a long page where that is short.
TALLEST = 8_000


def main_pages() -> dict[str, str]:
    cases = PublishedCase.objects.order_by("row_number")
    case = cases.filter(name="Bahruz Samadov").get()
    return {
        "home": "/",
        "list-treason": "/cases/?charge=treason",
        "list-search": "/cases/?q=%C6%8Fbilov",
        "case": f"/cases/{case.reference}/",
        "case-sample": f"/cases/{cases.filter(charge_categories__len__gt=0).last().reference}/",
        "case-group": f"/cases/{cases.filter(kind='group').first().reference}/",
        "person": f"/people/{case.person_reference}/",
        "campaign": f"/campaigns/{PublishedCampaign.objects.order_by('published_at').first().reference}/",
        "statistics": "/statistics/",
        "map": "/map/",
        "country": "/places/AZ/",
        "versions": f"/cases/{case.reference}/versions/",
        "data": "/data/",
        "corrections": "/corrections/",
        "methodology": "/methodology/",
        "home-az": "/az/",
        "list-az": "/az/cases/?charge=treason",
        "home-ru": "/ru/",
        "case-ru": f"/ru/cases/{case.reference}/",
        "not-found": "/nowhere/",
    }


@pytest.mark.slow
def test_main_pages_are_photographed(open_sheet):
    load_starter_records()
    load_sample_records(count=16)
    folder = settings.VAR / "screenshots"
    folder.mkdir(exist_ok=True)

    pages, faults = main_pages(), []
    for width in (360, 1280):
        sheet = open_sheet(width=width)
        for name, path in pages.items():
            sheet.page.goto(path)
            faults += [f"{name} at {width}: {fault}" for fault in sheet.layout_faults()]
            for scheme in ("light", "dark"):
                sheet.page.emulate_media(color_scheme=scheme)
                height = min(sheet.page.evaluate("() => document.documentElement.scrollHeight"), TALLEST)
                sheet.page.screenshot(
                    path=folder / f"{name}-{width}-{scheme}.png",
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": width, "height": height},
                )

    assert faults == []
