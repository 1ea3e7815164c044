"""How broadly a review is joined in: who was asked and who answered, as far as that is released to the reader."""

import pytest

from tansiq.reports.answering import Answer
from tests.pages import text
from tests.reports.reported import Reported
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def test_asked_and_reported_are_counted_over_what_is_released_to_the_reader():
    secretariat = Reported()
    measure = secretariat.trained()
    call = secretariat.call(measure)
    address = at("review", secretariat.first().pk)
    secretariat.report(call, measure, "SH", Answer(answer="no_report"), "secretariat")
    secretariat.report(call, measure, "WA", Answer(answer="no_report"), "secretariat", "SH", "NW")
    told = {slug: text(client(slug).get(address)) for slug in ("officer", "alif", "jim", "")}
    for slug, reported in (("officer", 2), ("alif", 2), ("jim", 1)):
        assert f"asked for reports: 3 · reported: {reported}, as far as that is released to you" in told[slug]
    assert "asked for reports" not in told[""]
    stripe = client("jim").get(address).content.decode().partition("<main")[0]
    assert "not to the public" in stripe
