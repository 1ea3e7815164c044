"""The start of a measure, and another one later: by its source or in words, to its readers, the former beside it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import translation

from tansiq.efforts.commands.releasing import release_measure
from tansiq.efforts.models import Base, Baseline, Measure
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tests.efforts.defined import YEAR_AFTER, aimed, begun, defined, set_last, start, ticked
from tests.pages import text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
LATER = date(2015, 3, 1)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def measure(secretariat):
    return defined("stock", start=start("0"))


def page(measure, slug="", language="en"):
    return text(client(slug).get(at("measure", measure.pk, language=language)))


def test_a_later_start_by_its_source_stands_and_the_former_stays(secretariat, measure):
    begun(measure, "100", on=LATER, qualifier="about", source=secretariat.source("A survey"), basis=None)
    held = "Baseline about 100 persons · 1 March 2015 · A survey Former baselines 0 persons · 1 September 2014"
    assert held in page(measure)
    with acting_as(token("officer")):
        entries = Entry.objects.filter(kind="baseline.set").count()
    assert entries == 1


def test_R_A4_progress_is_told_from_the_start_that_stands(secretariat, measure):
    aimed(measure, "400")
    secretariat.figure(measure, "100")
    assert "Progress 25 per cent of the way" in page(measure)
    begun(measure, "50", on=LATER)
    assert "Progress 14.2 per cent of the way" in page(measure)
    begun(measure, "50", on=LATER, qualifier="about")
    assert "Progress by hedged figures 14.2 per cent of the way" in page(measure)
    begun(measure, "50", on=YEAR_AFTER)
    assert "Progress not told: the target lies before the baseline" in page(measure)


def test_lists_tell_the_start_that_stands(secretariat, measure, line):
    begun(measure, "70", on=LATER)
    secretariat.figure(measure, "100")
    for address in (at("measures"), at("line", "military")):
        assert "70 persons 1 March 2015" in text(client().get(address))


def test_a_target_is_held_against_the_start_that_stands(secretariat, measure):
    begun(measure, "500", on=LATER)
    with pytest.raises(ValidationError, match="worse than the start"):
        aimed(measure, "400")
    with pytest.raises(ValidationError, match="after the start"):
        aimed(measure, "600", on=LATER)


def test_of_a_level_a_later_step(secretariat):
    measure = defined("level", start=start(None, level="none"))
    begun(measure, None, level="advancing", on=LATER)
    aimed(measure, None, level="halted")
    secretariat.figure(measure, None, level="slowed")
    held = page(measure)
    assert "Baseline advancing · 1 March 2015 · by definition Former baselines none · 1 September 2014" in held
    assert "from “advancing” to “halted”; now “slowed”: 1 of 2 steps" in held


class TestShare:
    """A share says at its start, too, of what it is one (R-A3)."""

    def test_R_A3_the_start_names_its_denominator(self, secretariat):
        measure = defined("share", start=start("40"))
        assert "Baseline 40 per cent of the territory that was held · 1 September 2014" in page(measure)

    def test_R_A3_without_one_it_is_refused(self, secretariat, measure):
        with pytest.raises(ValidationError, match="of what it is a share"):
            begun(defined("share"), "40")
        with acting_as(token("officer")):
            whole = Base.objects.filter(measure=defined("share")).get()
        with pytest.raises(ValidationError, match="of what it is a share"):
            begun(measure, "40", base=whole)
        with pytest.raises(ValidationError, match="not released to all"):
            begun(defined("share"), "40", base=whole)  # Another measure's.

    def test_R_A3_no_way_leads_from_one_denominator_to_another(self, secretariat):
        measure = defined("share", start=start("0"))
        aimed(measure, "50")
        secretariat.figure(measure, "10", base=secretariat.base(measure, "of what is lived in"))
        assert "not told: the way has no one beginning or no one end" in page(measure)


@pytest.mark.parametrize(
    ("value", "given", "words"),
    [
        ("1", {"basis": None}, "never bare"),
        (None, {"level": "none"}, "not of the measure’s kind"),
        ("0", {}, "what stands already"),
    ],
)
def test_what_cannot_be_a_start_is_refused(secretariat, measure, value, given, words):
    with pytest.raises(ValidationError, match=words):
        begun(measure, value, **given)
    with acting_as(token("officer")):
        assert Baseline.objects.count() == 1


def test_nobody_else_sets_one_and_nobody_changes_one(secretariat, measure):
    with pytest.raises(PermissionDenied):
        begun(measure, "1", by="alif")
    held = {"audience": measure.audience, "created_at": measure.created_at, "on": LATER, "basis": en("mine")}
    with acting_as(token("jim")), pytest.raises(ProgrammingError), transaction.atomic():
        Baseline.objects.create(measure=measure, value=1, owner_id=secretariat.member("NW").pk, **held)
    with acting_as(token("officer")):
        for change in (Baseline.objects.filter(measure=measure), Measure.objects.filter(pk=measure.pk)):
            column = "value" if change.model is Baseline else "baseline"
            with pytest.raises(ProgrammingError), transaction.atomic():
                change.update(**{column: 7})


def test_it_is_released_no_more_widely_than_what_it_rests_on(secretariat, measure):
    with pytest.raises(ValidationError, match="not released to all"):
        begun(defined("stock", "SH", "secretariat"), "1", "WA")
    with pytest.raises(ValidationError, match="not released to all"):
        begun(measure, "1", basis=None, source=secretariat.source("For few", "SH"))


def test_a_hidden_start_leaves_no_trace(secretariat, measure, line):
    aimed(measure, "400")
    secretariat.figure(measure, "100")
    paper = secretariat.source("A paper")
    pages = [at(name) for name in ("home", "lines", "measures", "record")]
    pages += [at("measure", measure.pk), at("source", paper.pk), at("line", "military")]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "ba") for one in pages}
    begun(measure, "50", "SH", on=LATER, source=paper)
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "Baseline 50 persons · 1 March 2015" in page(measure, "alif")
    assert "14.2 per cent of the way" in page(measure, "alif")
    assert "Released to 2 readers; not to the public" in page(measure, "alif")
    assert "Later baselines ( 1 )" in text(client("alif").get(at("source", paper.pk)))
    with acting_as(public_token()):
        assert Baseline.objects.count() == 1


def test_it_goes_with_its_measure_to_more(secretariat):
    measure = defined("stock", "SH", "secretariat", start=start("5"))
    begun(measure, "9", "secretariat", on=LATER)
    with acting_as(token("officer")):
        few = measure.audience
        release_measure(measure=measure, readers=[PUBLIC], version=1)
        with pytest.raises(IntegrityError), transaction.atomic():  # And never back.
            Baseline.objects.filter(value=5).update(audience=few)
    assert "Baseline 5 persons · 1 September 2014 · by definition Goal" in page(measure)
    assert "Baseline 9 persons" in page(measure, "officer")


def test_whoever_did_not_see_the_last_one_is_told(secretariat, measure):
    begun(measure, "5", on=LATER)
    with pytest.raises(Stale):
        begun(measure, "6", after=None)


class TestPage:
    """The page on which a start is set."""

    GIVEN = {
        "start_value": "٤٠",
        "start_on": "1 March 2015",
        "basis_en": "by a survey",
        "release": "public",
        "once": "1",
    }

    def sent(self, measure, **given):
        with acting_as(token("officer")):
            last = set_last(measure)
        with ticked():
            seen = {"after": str(last or "")}
            return client("officer").post(at("baseline_set", measure.pk), {**self.GIVEN, **seen, **given})

    def test_it_sets_one_by_a_source(self, secretariat, measure):
        source = secretariat.source("A survey")
        assert self.sent(measure, start_value="40.").status_code == 400
        assert self.sent(measure, start_on="").status_code == 400
        assert self.sent(measure, source=str(source.pk)).status_code == 302
        assert "Baseline 40 persons · 1 March 2015 · by a survey · A survey Former baselines" in page(measure)

    def test_who_was_slower_sees_both_and_sends_it_again(self, secretariat, measure):
        begun(measure, "5", on=LATER)
        answer = self.sent(measure, after="")
        told = answer.content.decode()
        assert answer.status_code == 409
        shown = ("Another start was set meanwhile" in told, 'value="٤٠"' in told, "5 persons" in text(answer))
        assert shown == (True, True, True)
        with acting_as(token("officer")):
            assert f'name="after" value="{set_last(measure)}"' in told
        assert self.sent(measure, once="2").status_code == 302

    def test_of_a_share_it_asks_of_what(self, secretariat):
        measure = defined("share")
        with acting_as(token("officer")):
            whole = Base.objects.get()
        assert self.sent(measure).status_code == 400
        assert self.sent(measure, base=str(whole.pk), once="2").status_code == 302
        assert "Baseline 40 per cent of the territory that was held · 1 March 2015" in page(measure)

    def test_what_is_told_in_words_has_none(self, secretariat):
        assert client("officer").get(at("baseline_set", defined("text").pk)).status_code == 404

    def test_both_languages(self, secretariat, measure):
        assert self.sent(measure).status_code == 302
        assert "خطوط الأساس السابقة" in page(measure, language="ar")
