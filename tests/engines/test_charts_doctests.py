import doctest
import importlib
import pkgutil

import pytest

from tansiq.engines import charts, figures

MODULES = [
    f"{package.__name__}.{found.name}"
    for package in (charts, figures)
    for found in pkgutil.iter_modules(package.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_what_the_engines_say_of_themselves_is_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_is_something_to_check():
    assert len(MODULES) > 12
