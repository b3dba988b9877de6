"""The site's two sides: the desk under /admin/, everything else public."""

from django.urls import include, path

from cases.admin.desk import desk

urlpatterns = [path("admin/", desk.urls), path("", include("cases.public.urls"))]

handler400 = "cases.public.views.errors.bad_request"
handler403 = "cases.public.views.errors.permission_denied"
handler404 = "cases.public.views.errors.page_not_found"
handler500 = "cases.public.views.errors.server_error"
