"""A migration that lays what is of one kind together, so that a new house is ready within seconds."""

from collections.abc import Iterator
from itertools import groupby

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import operations
from django.db.migrations.state import ProjectState

# Operations of one of these kinds that follow each other are laid on one pair of states. Django draws every model that
# is related to a changed one anew after each operation, and here nearly all are related.
TOLD_BY_MODELS = (operations.CreateModel, operations.AddField, operations.AlterField)
# These read their constraint itself and of the models only columns: the drawing before them serves.
TOLD_BY_THEMSELVES = (operations.AddConstraint, operations.RemoveConstraint)
TOGETHER = TOLD_BY_MODELS + TOLD_BY_THEMSELVES

Run = list[operations.base.Operation]


class Together(migrations.Migration):
    """Django's migration, with the same statements in the same order, and one drawing of the models for each run."""

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> ProjectState:
        """Lay the tables; statements that are only shown (`sqlmigrate`) are Django's own work."""
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        for kind, run in runs(self.operations):
            drawn = project_state.apps
            if kind in TOGETHER:
                del project_state.apps
            before = project_state.clone()
            before.__dict__.setdefault("apps", drawn)
            for operation in run:
                operation.state_forwards(self.app_label, project_state)
            if kind in TOLD_BY_THEMSELVES:
                project_state.__dict__["apps"] = drawn
            for operation in run:
                operation.database_forwards(self.app_label, schema_editor, before, project_state)
        return project_state


def runs(every: Run) -> Iterator[tuple[type, Run]]:
    """Operations of one kind that follow each other, no two of one field; any other kind by itself."""
    for kind, alike in groupby(every, type):
        run: Run = []
        for operation in alike:
            if run and (kind not in TOGETHER or operation.describe() in {other.describe() for other in run}):
                yield kind, run
                run = []
            run.append(operation)
        yield kind, run
