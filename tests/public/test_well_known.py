"""robots.txt, security.txt, favicon.ico."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from cases.public.answering.site import contact_link


def test_robots_are_told_where_not_to_go_and_where_the_sitemap_is(client, settings):
    settings.SITE_URL = "https://tracker.example.org"

    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /admin/" in lines
    assert "Sitemap: https://tracker.example.org/sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_security_txt_is_as_rfc_9116_wants_it(client, settings):
    settings.SITE_URL, settings.CONTACT_ADDRESS = "https://tracker.example.org", "desk@tracker.example"

    response = client.get("/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:desk@tracker.example"
    assert fields["Canonical"] == "https://tracker.example.org/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "en, az, ru"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)


@pytest.mark.parametrize("contact", ["", "ask at the office"])
def test_without_an_address_there_is_no_security_txt(client, settings, contact):
    settings.CONTACT_ADDRESS = contact

    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@tracker.example", "mailto:desk@tracker.example"),
        ("https://tracker.example/contact", "https://tracker.example/contact"),
        ("javascript:alert(1)@x", ""),
        ("Signal: ask us", ""),
        ("a@b.example?subject=x", ""),
        ("", ""),
    ],
)
def test_an_address_becomes_a_link_only_if_it_is_one(settings, contact, link):
    settings.CONTACT_ADDRESS = contact

    assert contact_link() == link


def test_the_icon_is_an_icon(client):
    response = client.get("/favicon.ico")

    assert response.headers["Content-Type"] == "image/x-icon"
    assert response.content[:4] == b"\x00\x00\x01\x00" and len(response.content) < 2_000
    assert re.search(rb"\x89PNG", response.content)
