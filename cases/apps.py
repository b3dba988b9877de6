"""The app's entry in Django's registry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Cases")

    def ready(self) -> None:
        from cases.admin.accounts import proof  # noqa: F401  it listens to logins
        from cases.models.history_functions import install_after_migrating
        from tracker import deployment_checks  # noqa: F401  it registers them

        install_after_migrating(self)
