"""Addresses of imports, all under /admin/import/."""

from django.urls import path

from cases.admin.imports import files, pages, steps

app_name = "imports"

urlpatterns = [
    path("", pages.front, name="front"),
    path("template.csv", files.template_as_csv, name="template_csv"),
    path("template.xlsx", files.template_as_xlsx, name="template_xlsx"),
    path("<int:pk>/", pages.show, name="show"),
    path("<int:pk>/settle/", pages.settle_list, name="settle"),
    path("<int:pk>/encoding/", steps.choose_encoding, name="encoding"),
    path("<int:pk>/answers/", steps.answer, name="answers"),
    path("<int:pk>/confirm/", steps.confirm, name="confirm"),
    path("<int:pk>/discard/", steps.discard, name="discard"),
    path("<int:pk>/undo/", steps.take_back, name="undo"),
    path("<int:pk>/errors.csv", files.errors, name="errors"),
]
