"""An assessment released to more, later: on what it rests and what it revises are told to all who read both."""

import pytest
from django.db import IntegrityError, transaction

from tansiq.assessments.models import Assessment
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tests.assessments.assessed import assessed, dissented, revised
from tests.pages import ABSENT, statements, text
from tests.reviews.widened import widen
from tests.secretariat import readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def page(name, key, slug="jim"):
    return text(client(slug).get(at(name, key)))


def test_it_is_released_with_what_it_rests_on(secretariat, line):
    land = secretariat.measure("land", name="Territory retaken")
    shown = secretariat.figure(land, "30", base=secretariat.base(land, "of it"))
    made = assessed(line, "alif", "WA", figures=[shown])
    dissented(made, "ba", "SH", words="Not at all.")
    assert "It goes well." in page("assessment_release", made.pk, "alif")
    assert widen("alif", "assessment_release", made.pk, "NW").status_code == 302
    told = page("assessment", made.pk)
    assert "It goes well." in told
    assert "Territory retaken" in told
    assert "Not at all." not in told
    assert client("officer").get(at("assessment", made.pk)).status_code == 404
    assert "An assessment was released to more readers" in text(client("jim").get(at("record")))


def test_what_revises_another_is_told_to_all_who_by_now_read_both(line):
    former = assessed(line, "alif", "WA")
    later = revised(former, "alif", "WA")
    assert widen("alif", "assessment_release", former.pk, "NW").status_code == 302
    assert "Revised since." not in page("assessment", former.pk)
    assert widen("alif", "assessment_release", later.pk, "NW").status_code == 302
    assert "Revised since." in page("assessment", former.pk)


def test_it_is_only_widened_and_by_its_owner_alone(line):
    made = assessed(line, "alif", "WA")
    assert client("ba").get(at("assessment_release", made.pk)).status_code == 403
    assert "Release to more" not in page("assessment", made.pk, "ba")
    hidden, absent = (client("jim").get(at("assessment_release", key)) for key in (made.pk, ABSENT))
    assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)
    with acting_as(token("alif")):
        few = audience_of(readers("SH"))
        with pytest.raises(IntegrityError, match="only widened"), transaction.atomic():
            Assessment.objects.filter(pk=made.pk).update(audience=few)


def test_as_many_statements_however_much_it_rests_on(secretariat, line):
    land, counts = secretariat.measure("land", name="Territory retaken"), []
    base = secretariat.base(land, "of it")
    for number in range(3):
        figures = [secretariat.figure(land, str(one), base=base) for one in range(number + 1)]
        made = assessed(line, ("alif", "ba", "jim")[number], "secretariat", figures=figures)
        counts.append(statements(client(("alif", "ba", "jim")[number]), at("assessment_release", made.pk)))
    assert counts == [counts[0]] * 3
