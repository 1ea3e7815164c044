"""A measure released to more, later: the denominators of its shares go along, its figures keep their own release."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from tansiq.efforts.commands.defining import add_base
from tansiq.efforts.commands.releasing import release_measure
from tansiq.efforts.models import Measure
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tests.efforts.defined import aimed, defined
from tests.pages import ABSENT, statements, text
from tests.reviews.widened import widen
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FEW = ("secretariat", "SH")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_R_A3_a_share_is_released_with_its_denominators(line):
    made = defined("share", *FEW)
    with acting_as(token("officer")):
        add_base(measure=made, name=en("of the land"), value=Decimal(100))
    shown = text(client("officer").get(at("measure_release", made.pk)))
    assert "Denominators of the territory that was held, of the land" in shown
    assert widen("officer", "measure_release", made.pk, "NW").status_code == 302
    with acting_as(token("jim")):
        assert [one.name.plain() for one in Measure.objects.get(pk=made.pk).bases.order_by("place")] == [
            "of the territory that was held",
            "of the land",
        ]
    told = text(client("jim").get(at("measure", made.pk)))
    assert "Persons trained" in told
    assert "A measure was released to more readers" in text(client("jim").get(at("record")))
    assert client("ba").get(at("measure", made.pk)).status_code == 404


def test_what_hangs_on_it_keeps_its_own_release(line):
    made = defined("to_date", *FEW)
    aimed(made, "40", *FEW)
    assert widen("officer", "measure_release", made.pk).status_code == 302
    assert "by the ministers" in text(client("alif").get(at("measure", made.pk)))
    told = text(client("jim").get(at("measure", made.pk)))
    assert "Persons trained" in told
    assert "by the ministers" not in told


def test_that_it_goes_on_in_another_is_told_to_all_who_read_both(line):
    former = defined("to_date")
    later = defined("stock", *FEW, succeeds=former)
    assert "It goes on in" not in text(client("jim").get(at("measure", former.pk)))
    widen("officer", "measure_release", later.pk)
    assert "It goes on in" in text(client("jim").get(at("measure", former.pk)))


def test_it_is_only_widened_and_by_its_owner_alone(line):
    made = defined("to_date", *FEW)
    assert client("alif").get(at("measure_release", made.pk)).status_code == 403
    hidden, absent = (client("jim").get(at("measure_release", key)) for key in (made.pk, ABSENT))
    assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)
    with acting_as(token("officer")):
        few = audience_of(readers("secretariat"))
        with pytest.raises(IntegrityError, match="only widened"), transaction.atomic():
            Measure.objects.filter(pk=made.pk).update(audience=few)
        with pytest.raises(ValidationError, match="changed meanwhile"):
            release_measure(measure=made, readers=[PUBLIC], version=2)


def test_as_many_statements_for_many_denominators_as_for_one(line):
    made, counts = defined("share", *FEW), []
    for number in range(3):
        counts.append(statements(client("officer"), at("measure_release", made.pk)))
        with acting_as(token("officer")):
            add_base(measure=made, name=en(f"of {number}"))
    assert counts == [counts[0]] * 3
