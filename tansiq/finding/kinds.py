"""The kinds of items that are found: every table that says how."""

from functools import cache

from django.apps import apps
from django.db import models

from tansiq.release.found import Found

PREFIX = "tansiq_"


@cache
def kinds() -> dict[str, type[models.Model]]:
    """The tables whose rows are found, by their names without the house's own."""
    found = (model for model in apps.get_app_config("tansiq").get_models() if is_found(model))
    return {kind_of(model): model for model in found}


def kind_of(model: type[models.Model]) -> str:
    """The kind of a table's rows."""
    return model._meta.db_table.removeprefix(PREFIX)  # noqa: SLF001 -- Django's documented way to a table's name


def is_found(model: type[models.Model]) -> bool:
    """Whether a table's rows are found by their words."""
    return isinstance(getattr(model, "found", None), Found)


def how(model: type[models.Model]) -> Found:
    """How a table's rows are found."""
    found: Found = model.found  # type: ignore[attr-defined] # is_found() has said so
    return found
