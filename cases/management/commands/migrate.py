"""Django's own, which also goes to a migration that another one replaces.

Where all of the replaced ones are applied, or none, Django knows nothing but their replacement, and fails at a target
among them. Yet a database must go back for an earlier program, and forward from wherever that left it.
"""

from django.core.management.commands import migrate
from django.db.migrations.exceptions import AmbiguityError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


class Command(migrate.Command):
    def handle(self, *args, **options):
        if not _is_replaced(options["app_label"], options["migration_name"]):
            return super().handle(*args, **options)
        of_django, migrate.MigrationExecutor = migrate.MigrationExecutor, _ExecutorOfReplaced
        try:
            return super().handle(*args, **options)
        finally:
            migrate.MigrationExecutor = of_django


def _is_replaced(app: str | None, prefix: str | None) -> bool:
    if not prefix:
        return False
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    try:
        target = (app, loader.get_migration_by_prefix(app, prefix).name)
    except (AmbiguityError, KeyError):  # also `zero`; Django says what is wrong
        return False
    return any(target in migration.replaces for migration in loader.disk_migrations.values())


class _LoaderOfReplaced(MigrationLoader):
    """The graph as it is where some of the replaced migrations are applied and some are not: with them alone."""

    def build_graph(self):
        super().build_graph()
        for key, migration in self.replacements.items():
            self.graph.remove_replacement_node(key, migration.replaces)


class _ExecutorOfReplaced(MigrationExecutor):
    def __init__(self, connection, progress_callback=None):
        super().__init__(connection, progress_callback)
        self.loader = _LoaderOfReplaced(connection, replace_migrations=False)
