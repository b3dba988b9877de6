"""Django's own, which also goes to a migration that another one replaces, and goes back in half the time.

Where all of the replaced ones are applied, or none, Django knows nothing but their replacement, and fails at a target
among them. Yet a database must go back for an earlier program, and forward from wherever that left it.
"""

from django.core.management.commands import migrate
from django.db.migrations.exceptions import AmbiguityError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


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


class _Unmade(ProjectState):
    """What migrations say of the models, of which no classes are made."""

    apps = property(lambda state: None, fdel=lambda state: None)  # Django asks for them, and throws them away

    def clone(self):
        return _Unmade({key: model.clone() for key, model in self.models.items()}, self.real_apps)


class _ExecutorOfReplaced(MigrationExecutor):
    """On the way back Django changes the classes of all models at every operation twice: to know how each migration
    found them, and to take it back. The first does without classes, which are made once for each migration."""

    def __init__(self, connection, progress_callback=None):
        super().__init__(connection, progress_callback)
        self.loader = _LoaderOfReplaced(connection, replace_migrations=False)

    def _create_project_state(self, with_applied_migrations=False):
        state = super()._create_project_state(with_applied_migrations)
        return state if with_applied_migrations else _Unmade(state.models, state.real_apps)

    def _migrate_all_backwards(self, plan, full_plan, fake):
        return ProjectState.clone(super()._migrate_all_backwards(plan, full_plan, fake))

    def unapply_migration(self, state, migration, fake=False):
        whole = ProjectState.clone(state)
        whole.apps  # noqa: B018  made here, or else at every operation
        return super().unapply_migration(whole, migration, fake)
