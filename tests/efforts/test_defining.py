"""Defining what is measured: whole of its kind, by those who keep its line, and never another thing afterwards."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.efforts.commands.defining import add_base, change_measure, define_measure
from tansiq.efforts.commands.starting import set_baseline
from tansiq.efforts.kinds import EXPLAINED
from tansiq.efforts.models import Base, Measure, Successor
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tests.efforts.defined import NAME, START, defined, definition, start
from tests.pages import ABSENT, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
KINDS = [kind.value for kind in Measure.Kind]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def led(secretariat, line):
    """Sahlan leads the line of effort today; Wadina led it once."""
    secretariat.lead(line, "SH")
    secretariat.lead(line, "WA", ends_on=date(2020, 1, 1))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_measure_is_defined_and_explained(secretariat, kind):
    made = defined(kind)
    assert (made.kind, made.code, bool(EXPLAINED[kind])) == (kind, "persons-trained", True)
    told = text(client().get(at("measure", made.pk)))
    assert "Persons trained" in told
    with acting_as(token("officer")):
        assert [one.kind for one in Entry.objects.filter(item=made.pk)] == ["measure.defined"]


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        ("flow", {"unit": None}, "has a unit"),
        ("level", {"scale": ()}, "two to nine"),
        ("level", {"scale": ({"code": "a", "name": {}},) * 2}, "two to nine"),
        ("text", {"unit": en("persons")}, "have none"),
        ("level", {"pools": "sum"}, "do not make that together"),
        ("yes_no", {"pools": "mean"}, "do not make that together"),
        ("to_date", {"pools": "mean"}, "do not make that together"),
        ("text", {"start": start()}, "not of the measure’s kind"),
        ("level", {"start": start("1")}, "not of the measure’s kind"),
        ("level", {"start": start(None, level="yes")}, "not of the measure’s kind"),
        ("to_date", {"start": start(None, level="none")}, "not of the measure’s kind"),
    ],
)
def test_what_is_not_whole_of_its_kind_is_refused(secretariat, kind, given, words):
    with pytest.raises(ValidationError, match=words):
        defined(kind, **given)


def test_R_A3_a_share_names_its_denominator_and_nothing_else_has_one(secretariat):
    with pytest.raises(ValidationError, match="of what it is a share"):
        defined("share", base=None)
    with pytest.raises(ValidationError, match="of what it is a share"):
        defined("stock", base=en("of all"))
    made = defined("share")
    with acting_as(token("officer")):
        assert [one.name.plain("en") for one in Base.objects.filter(measure=made)] == ["of the territory that was held"]
        add_base(measure=made, name=en("of what is lived in"), value=Decimal(90800), unit=None)
        with pytest.raises(ValidationError, match="already"):
            add_base(measure=made, name=en("of what is lived in"))
        assert list(Base.objects.filter(measure=made).order_by("place").values_list("place", "stated")) == [
            (0, True),
            (1, True),
        ]


def test_R_A2_a_start_keeps_its_hedge(secretariat):
    made = defined("stock", start=start("33000", qualifier="about"))
    assert "Baseline about 33,000 persons · 1 September 2014 · by definition" in text(
        client().get(at("measure", made.pk))
    )


def test_a_start_is_never_bare(secretariat):
    with pytest.raises(ValidationError, match="never bare"):
        defined(start=start(basis=None))
    made = defined(start=start(basis=None, source=secretariat.source("A survey")))
    assert "1 September 2014 · A survey" in text(client().get(at("measure", made.pk)))


class TestWho:
    """The secretariat, and whoever leads the line of effort today."""

    def test_who_leads_the_line_defines_its_measures(self, secretariat, led):
        made = defined(by="alif")
        assert made.owner_id == secretariat.member("SH").pk

    @pytest.mark.parametrize("who", ["ba", "jim", "chair"])
    def test_nobody_else_does(self, secretariat, led, who):
        with pytest.raises(PermissionDenied):
            defined(by=who)
        assert client(who).get(at("measure_define")).status_code == 404

    def test_whoever_leads_another_line_does_not(self, secretariat, led):
        with pytest.raises(PermissionDenied):
            defined(by="alif", line="finance")

    def test_nobody_makes_himself_a_lead(self, secretariat, line):
        with acting_as(token("jim")):
            given = {"owner_id": secretariat.member("NW").pk, "audience": line.audience, "created_at": line.created_at}
            from_lead = type(secretariat.lead(line, "SH"))
            from_lead.objects.create(line=line, member=secretariat.member("NW"), **given)
            with pytest.raises(PermissionDenied):
                define_measure(definition=definition(), readers=[PUBLIC])
            with pytest.raises(ProgrammingError), transaction.atomic():
                Measure.objects.create(
                    code="m", line="military", name=NAME, kind="text", role="input", direction="up", **given
                )

    def test_another_s_measure_is_not_changed(self, secretariat, led):
        made = defined()
        with acting_as(token("alif")):
            for refused in (
                lambda: change_measure(measure=made, version=1, name=NAME, note=None, direction="down"),
                lambda: set_baseline(measure=made, after=None, start=start(), readers=[PUBLIC]),
                lambda: add_base(measure=made, name=en("of all")),
            ):
                with pytest.raises(PermissionDenied):
                    refused()
        for page in ("measure_change", "baseline_set", "target_set"):
            assert client("alif").get(at(page, made.pk)).status_code == 403


def test_codes_of_one_owner_are_told_apart(secretariat):
    assert [defined().code for _one in range(3)] == ["persons-trained", "persons-trained-2", "persons-trained-3"]


def test_a_change_is_versioned_and_kind_and_unit_never_change(secretariat):
    made = defined()
    with acting_as(token("officer")):
        change_measure(measure=made, version=1, name=en("Trained"), note=en("By lists."), direction="down")
        with pytest.raises(Stale):
            change_measure(measure=Measure.objects.get(), version=1, name=NAME, note=None, direction="up")
        for column in ("kind", "unit", "line"):
            with pytest.raises(ProgrammingError), transaction.atomic():
                Measure.objects.filter(pk=made.pk).update(**{column: "text"})
        kinds = Entry.objects.filter(item=made.pk).values_list("kind", flat=True)
        assert sorted(kinds) == ["measure.changed", "measure.defined"]


def test_what_counts_otherwise_succeeds_the_former_and_both_say_so(secretariat):
    former = defined("stock", "SH", "secretariat")
    later = defined("flow", succeeds=former, name=en("Trained in a month"))
    assert "It succeeds Persons trained" in text(client("alif").get(at("measure", later.pk)))
    assert "It goes on in Trained in a month" in text(client("alif").get(at("measure", former.pk)))
    assert "It succeeds" not in text(client().get(at("measure", later.pk)))
    with acting_as(public_token()):
        assert Successor.objects.count() == 0


def test_a_measure_for_few_leaves_no_trace(secretariat, line):
    pages = [at(name) for name in ("measures", "home", "lines", "record")] + [at("line", "military")]
    before = {(slug, page): bare(client(slug).get(page).content) for slug in ("", "ba") for page in pages}
    made = defined("share", "SH", "secretariat", start=start("1"))
    after = {(slug, page): bare(client(slug).get(page).content) for slug, page in before}
    assert after == before
    for name in ("measure", "measure_change", "target_set", "base_add", "baseline_set"):
        hidden, absent = (client("ba").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


class TestForm:
    """The page on which a measure is defined."""

    GIVEN = {
        "line": "military",
        "name_ar": "الأشخاص المدربون",
        "name_en": "Persons trained",
        "kind": "to_date",
        "unit_ar": "أشخاص",
        "unit_en": "persons",
        "direction": "up",
        "role": "output",
        "pools": "sum",
        "start_value": "١٬٢٠٠",
        "start_hedge": "about",
        "start_on": "1 September 2014",
        "basis_en": "by definition",
        "release": "public",
        "once": "1",
    }

    def sent(self, slug="officer", **given):
        return client(slug).post(at("measure_define"), {**self.GIVEN, **given})

    def test_it_defines_what_was_typed_in_either_script(self, secretariat, line):
        assert self.sent().status_code == 302
        with acting_as(token("officer")):
            made = Measure.objects.select_related("audience").get()
            begun = made.baselines.select_related("audience").get()
        assert (begun.value, begun.qualifier, begun.on, begun.audience.is_public) == (1200, "about", START, True)
        assert (made.pools, made.unit.plain("ar"), made.audience.is_public) == ("sum", "أشخاص", True)

    def test_the_forms_of_a_unit_are_all_there_or_none(self, secretariat, line):
        whole = {"form_en_one": "{} person", "form_en_other": "{} persons"}
        assert self.sent(form_en_one="{} person").status_code == 400
        assert self.sent(form_en_one="a", form_en_other="persons").status_code == 400
        assert self.sent(**whole).status_code == 302
        with acting_as(token("officer")):
            assert Measure.objects.get().unit.forms == {"en": {"one": "{} person", "other": "{} persons"}}

    def test_a_level_has_its_own_steps_in_both_languages(self, secretariat, line):
        level = {"kind": "level", "unit_ar": "", "unit_en": "", "pools": "none", "start_value": "", "start_on": ""}
        own = {"scale": "own", "steps_ar": "لا شيء\nبعضه\nكله", "steps_en": "none\nsome"}
        assert self.sent(**level, **own).status_code == 400
        assert self.sent(**level, **{**own, "steps_en": "none\nsome\nall"}).status_code == 302
        with acting_as(token("officer")):
            made = Measure.objects.get()
        assert [made.step(one["code"]).plain("en") for one in made.scale] == ["none", "some", "all"]

    @pytest.mark.parametrize("value", ["1.234", "many", "1" * 25, "0.1234567", "١,٢"])
    def test_a_number_is_never_silently_wrong(self, secretariat, line, value):
        assert self.sent(start_value=value).status_code == 400

    def test_the_same_form_sent_twice_defines_one(self, secretariat, line):
        assert [self.sent().status_code for _one in range(2)] == [302, 302]
        with acting_as(token("officer")):
            assert Measure.objects.count() == 1

    def test_a_change_that_comes_too_late_is_shown_beside_what_stands(self, secretariat):
        made = defined()
        given = {"name_ar": "مدربون", "name_en": "Trained", "direction": "down", "once": "2", "version": "7"}
        answer = client("officer").post(at("measure_change", made.pk), given)
        assert answer.status_code == 409
        told = answer.content.decode()
        assert ("Somebody was quicker" in told, 'value="Trained"' in told, "Persons trained" in told) == (True,) * 3
        done = client("officer").post(at("measure_change", made.pk), {**given, "version": "1", "once": "3"})
        assert done.status_code == 302

    def test_a_denominator_is_given_on_a_page_of_its_own(self, secretariat):
        made = defined("share")
        base = {"base_ar": "من المأهول", "base_en": "of what is lived in", "size": "90800", "once": "4"}
        assert client("officer").post(at("base_add", made.pk), base).status_code == 302
        assert client("officer").get(at("base_add", defined("stock").pk)).status_code == 404
