"""The site's two sides: the desk under /admin/, everything else public."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("admin/", admin.site.urls)]
try:  # only while the public side is being written
    urlpatterns += [path("", include("cases.public.urls"))]
except ImportError:
    pass
