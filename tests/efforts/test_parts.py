"""Figures told apart: the parts make the whole or say why not, are the reporter's own, and stay within its release."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.efforts.commands.dividing import Slice, add_parts
from tansiq.efforts.dividing.models import Breakdown, Part
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def measure(secretariat):
    return secretariat.counted("trained", name="Persons trained")


@pytest.fixture
def figure(secretariat, measure):
    return secretariat.figure(measure, "100")


def divide(figure, *values, codes=(), who="officer", **given):
    parts = [Slice(en(f"Place {chr(65 + at)}"), Decimal(value)) for at, value in enumerate(values)]
    with acting_as(token(who)):
        to = readers(*codes) if codes else [PUBLIC]
        return add_parts(figure=figure, parts=parts, readers=to, **{"dimension": "place", **given})


def page(measure, slug=""):
    return text(client(slug).get(at("measure", measure.pk)))


def test_parts_stand_under_their_figure_in_their_order(measure, figure):
    divide(figure, "60", "40")
    held = "Figures told apart 100 persons · told apart by place place Figure Place A 60 persons Place B 40 persons"
    assert held in page(measure)
    with acting_as(token("officer")):
        assert Entry.objects.filter(kind="parts.added").count() == 1


def test_R_A13_parts_make_the_whole_or_say_why_not(measure, figure):
    with pytest.raises(ValidationError, match="do not make the whole"):
        divide(figure, "60", "30")
    divide(figure, "60", "30", why_not=en("Of ten the place is not known."))
    assert "The parts do not make the whole: Of ten the place is not known." in page(measure)
    made = divide(figure, "60", "40", why_not=en("no reason"))
    assert made.why_not is None


@pytest.mark.parametrize(
    ("hedge", "values", "fits"),
    [
        ({"qualifier": "about"}, ("60", "37"), True),
        ({"qualifier": "about"}, ("60", "30"), False),
        ({"qualifier": "more_than"}, ("90", "60"), True),
        ({"qualifier": "at_most"}, ("90", "60"), False),
        ({"qualifier": "range", "high": 120}, ("60", "55"), True),
    ],
)
def test_R_A2_a_hedge_leaves_open_what_it_leaves_open(secretariat, measure, hedge, values, fits):
    figure = secretariat.figure(measure, "100", **hedge)
    if fits:
        divide(figure, *values)
        return
    with pytest.raises(ValidationError, match="do not make the whole"):
        divide(figure, *values)


@pytest.mark.parametrize(
    ("values", "given", "words"),
    [
        (("100",), {}, "two parts or more"),
        (("60", "40"), {"dimension": "own"}, "by what else"),
        (("60", "40"), {"by": en("rank")}, "by what else"),
    ],
)
def test_what_is_not_whole_is_refused(figure, values, given, words):
    with pytest.raises(ValidationError, match=words):
        divide(figure, *values, **given)


def test_of_a_share_the_numerator_is_told_apart(secretariat):
    share = secretariat.measure("share")
    base = secretariat.base(share, "of all")
    whole = secretariat.figure(share, "15", base=base, numerator=15, denominator=100)
    divide(whole, "10", "5")
    with pytest.raises(ValidationError, match="Only a number"):
        divide(secretariat.figure(share, "15", base=base), "10", "5")
    in_words = {"qualifier": "words_only", "words": en("hardly any")}
    said = secretariat.figure(secretariat.counted("words"), None, **in_words)
    with pytest.raises(ValidationError, match="Only a number"):
        divide(said, "10", "5")


def test_whoever_stated_it_tells_it_apart_and_nobody_else(secretariat, figure):
    for who in ("alif", "jim"):
        with pytest.raises(PermissionDenied):
            divide(figure, "60", "40", who=who)
        assert client(who).get(at("parts_add", figure.pk)).status_code == 403
    made = divide(figure, "60", "40")
    given = {"audience": made.audience, "created_at": made.created_at, "owner_id": secretariat.member("NW").pk}
    for model, held in (
        (Breakdown, {"figure": figure, "dimension": "sex"}),
        (Part, {"breakdown": made, "label": en("mine"), "value": 1}),
    ):
        with acting_as(token("jim")), pytest.raises(ProgrammingError), transaction.atomic():
            model.objects.create(**held, **given)


def test_parts_stay_within_the_release_of_their_figure(secretariat, measure):
    with pytest.raises(ValidationError, match="not released to all"):
        divide(secretariat.figure(measure, "100", "SH"), "60", "40")


def test_hidden_parts_leave_no_trace(measure, figure):
    pages = [at(name) for name in ("home", "measures", "record")] + [at("measure", measure.pk)]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "ba") for one in pages}
    divide(figure, "60", "40", codes=("SH",))
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "Place A 60 persons" in page(measure, "alif")
    with acting_as(public_token()):
        assert Part.objects.count() == 0
    hidden, absent = (client("ba").get(at("parts_add", key)) for key in (measure.pk, ABSENT))
    assert bare(hidden.content).replace(str(measure.pk), ABSENT) == bare(absent.content)


class TestForm:
    """The page on which a figure is told apart."""

    def sent(self, figure, **given):
        held = {"dimension": "place", "parts": "Basra: ٦٠\nالموصل: 40", "release": "public", "once": "1", **given}
        return client("officer").post(at("parts_add", figure.pk), held)

    def test_names_of_either_language_and_digits_of_either_script_are_read(self, measure, figure):
        assert client("officer").get(at("parts_add", figure.pk)).status_code == 200
        assert self.sent(figure).status_code == 302
        with acting_as(token("officer")):
            held = [(one.label.source, one.value) for one in Part.objects.order_by("place")]
        assert held == [("en", 60), ("ar", 40)]

    @pytest.mark.parametrize(
        ("parts", "words"),
        [
            ("Basra 60\nMosul: 40", "Line 1"),
            ("Basra: 60\nMosul: many", "Line 2"),
            ("Basra: 60\nMosul: 1.234", "Line 2"),
            ("Basra: 60\nМosul: 40", "Line 2"),
            ("Basra: 60\n" * 61, "sixty"),
            ("Basra: 60\nMosul: 30", "do not make the whole"),
        ],
    )
    def test_what_is_wrong_is_named_by_its_line_and_nothing_is_lost(self, figure, parts, words):
        answer = self.sent(figure, parts=parts)
        assert answer.status_code == 400
        assert words in text(answer)
        assert parts.splitlines()[0] in answer.content.decode()

    def test_why_not_is_taken(self, figure):
        assert self.sent(figure, parts="A: 1\nB: 2", why_en="The others are not known.").status_code == 302

    def test_what_has_no_number_has_no_such_page(self, secretariat):
        words = {"qualifier": "words_only", "words": en("hardly any")}
        figure = secretariat.figure(secretariat.counted("words"), None, **words)
        assert client("officer").get(at("parts_add", figure.pk)).status_code == 404


def test_as_many_statements_for_one_breakdown_as_for_three(measure, figure):
    counts = []
    for _number in range(3):
        divide(figure, "60", "40")
        counts.append(statements(client(), at("measure", measure.pk)))
    assert counts == [16, 16, 16]
