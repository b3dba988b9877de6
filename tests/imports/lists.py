"""Lists for tests: made, uploaded as the desk does, confirmed."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import ListImport


def csv_of(*rows, delimiter=","):
    """A CSV of rows given as dictionaries, with the columns of all."""
    header = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def brought(client, content, name):
    """The import of a file that was uploaded, before anybody said how it is read."""
    answer = client.post("/admin/import/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.content.decode()
    return ListImport.objects.get(pk=int(answer.url.split("/")[3]))


def settled(client, row, **given):
    """The same, checked: with the mapping that the page proposes, and what was given over it."""
    page = client.get(f"/admin/import/{row.pk}/settle/")
    columns = page.context["columns"]
    data = {"new_source": "An invented list", "is_public": "on", "country": "AZ", "as_of": "2025-06-01"}
    data["same_name"] = "ask"
    for form in (*columns.columns, columns.whole):
        for field in form:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = "on" if value is True else value
    answer = client.post(f"/admin/import/{row.pk}/settle/", {**data, **given})
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    return row


def uploaded(client, content, name, **given):
    return settled(client, brought(client, content, name), **given)


def preview(client, row, **asked):
    return client.get(f"/admin/import/{row.pk}/", asked).content.decode()


def confirmed(client, row, **given):
    answer = client.post(f"/admin/import/{row.pk}/confirm/", given, follow=True)
    row.refresh_from_db()
    assert row.stage == "done", (row.told, [str(each) for each in answer.context["messages"]])
    return row
