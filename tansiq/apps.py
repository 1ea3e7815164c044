"""The one Django app: one line of migrations, one catalogue of words."""

from django.apps import AppConfig


class Tansiq(AppConfig):
    """The house."""

    name = "tansiq"
    label = "tansiq"
    verbose_name = "Tansiq"
