"""Every page of contributions needs the same few statements for one of each and for three."""

from typing import Any

import pytest

from tansiq.contributions.giving.models import Caveat, Step
from tansiq.contributions.urls import urlpatterns
from tansiq.release.acting import acting_as
from tests.contributions.given import closed, consented, corrected, limited, needed, offered, received, stated, step
from tests.efforts.measured import Measured
from tests.pages import statements
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db
FOUND = {
    "contributions": 15,
    "contributions_doubtful": 10,
    "contribution": 16,
    "contribution_state": 12,
    "contribution_stage": 7,
    "contribution_received": 7,
    "contribution_correct": 7,
    "contribution_consent": 8,
    "contribution_caveat": 7,
    "step_correct": 8,
    "caveat_lift": 6,
    "needs": 14,
    "needs_matrix": 14,
    "need": 13,
    "need_state": 10,
    "need_offer": 7,
    "need_close": 6,
    "spent": 12,
    "measure_moved": 8,
}
BY = {"contribution_received": "ba", "contribution_consent": "ba", "need_close": "officer"}  # Else by its giver.


def newest(model: type, **asked: Any) -> Any:
    with acting_as(token("alif")):
        return model.objects.filter(**asked).order_by("created_at", "key").last().pk


def test_as_many_statements_for_one_of_each_as_for_three():
    secretariat, counts = Measured(), []
    line = secretariat.subject("military", "Operations", number=1)
    measure = secretariat.counted("trained")
    gift, need = (
        stated("alif", to="WA", joint=("WA", "NW"), line="military", measure=measure),
        needed("officer", line=line),
    )
    for number in (1, 2, 3):
        made = step(gift, "alif", "delivered", amount="1", instalment=True)
        corrected(gift, "alif", made, "delivered", amount="2")
        received(gift, "ba", "delivered", amount="1")
        consented(gift, ("ba", "jim", "jim")[number - 1])
        limited(gift, "alif")
        secretariat.gift(f"Wrong {number}.", secretariat.source(f"paper {number}"), amount=1, doubtful=line.name)
        offered(need, stated("alif", line="military", measure=measure), "alif")
        closed(need, "officer", "met")
        closed(need, "officer", "open")
        needed("officer", line=line, text=f"More {number}.")
        keyed = {"step_correct": newest(Step, side="giver"), "caveat_lift": newest(Caveat), "spent": "military"}
        keyed |= {
            name: gift.pk
            for name in FOUND
            if name.startswith("contribution_") and name[13:] not in ("doubtful", "state")
        }
        keyed |= dict.fromkeys(("need", "need_offer", "need_close"), need.pk) | {"measure_moved": measure.pk}
        keyed["contribution"] = gift.pk
        counts.append(
            {
                name: statements(client(BY.get(name, "alif")), at(name, *([keyed[name]] if name in keyed else [])))
                for name in FOUND
            }
        )
    assert counts == [FOUND] * 3


def test_no_page_of_theirs_was_left_out():
    assert {one.name for one in urlpatterns} == set(FOUND)
