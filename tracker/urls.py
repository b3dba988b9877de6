"""The site's two sides: the desk under /admin/, everything else public."""

from django.urls import include, path

from cases.admin.desk import desk

urlpatterns = [
    path("admin/", include("cases.admin.accounts.urls")),
    path("admin/import/", include("cases.admin.imports.urls")),
    path("admin/", desk.urls),
    path("", include("cases.public.urls")),
]

handler400 = "cases.public.answering.errors.bad_request"
handler403 = "cases.public.answering.errors.permission_denied"
handler404 = "cases.public.answering.errors.page_not_found"
handler500 = "cases.public.answering.errors.server_error"
