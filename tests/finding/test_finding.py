"""What is found stands beside its item: released as it is, written by the act that makes it, by nobody else."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from tansiq.assessments.models import Assessment
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need
from tansiq.decisions.lessons.commands import identify_lesson
from tansiq.decisions.models import Action, Decision
from tansiq.decisions.texts.paragraphs import Para
from tansiq.developments.models import Claim, Development
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.models import Measure
from tansiq.engines.search import ask
from tansiq.finding.commands import keep_findable, whole
from tansiq.finding.kinds import how, kinds
from tansiq.finding.models import Findable
from tansiq.finding.queries import Wanted, found
from tansiq.finding.rows import row_of
from tansiq.forecasts.models import Prediction
from tansiq.languages.words import Words
from tansiq.press.models import Forecast
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member, Released
from tansiq.reviews.agenda.models import AgendaItem, Matter
from tansiq.reviews.commands import correct_remark, make_remark, release_remarks
from tansiq.reviews.models import Remark, Review
from tansiq.reviews.papers.models import Document
from tansiq.risks.models import Risk
from tests.advice.given import called, gave
from tests.decisions.tabled import both, revised, tabled
from tests.developments.briefed import given_to
from tests.secretariat import readers

pytestmark = pytest.mark.django_db
SEEN = {"aspect": "context", "window": "start", "trend": "same", "confidence": "low", "as_of": date(2015, 1, 22)}
WORDS = Words.of("en", en="Reports come late.", ar="تتأخر التقارير.")


@pytest.fixture
def remark(alif, ba, jim):
    """A remark of Sahlan's to Wadina."""
    with acting_as(alif):
        return make_remark(review=Review.objects.get(), text=WORDS, readers=readers("WA"))


def keys(words, who, **beside):
    with acting_as(who):
        hits = found(Wanted(ask(words), beside), 0, 50)
        assert hits.count == len(hits.rows)
        return {row.pk for row in hits.rows}


def test_found_in_both_languages_by_those_who_may_read_it(remark, alif, ba, jim, officer):
    for words in ("report late", "تقرير", "REPORTED", '"come late"', "late -early"):
        assert [keys(words, who) for who in (alif, ba)] == [{remark.pk}] * 2
        assert [keys(words, who) for who in (jim, officer, public_token(), "")] == [set()] * 4
    assert keys('"late come"', ba) == keys("late -reports", ba) == keys("early", ba) == set()


def test_a_text_is_found_by_its_title_and_by_the_words_of_each_version_in_both_languages(alif, ba, jim):
    text = tabled("officer", "SH")
    with acting_as(alif):
        (first,) = text.versions.values_list("pk", flat=True)
    now = revised(text, said=(Para(both("The canal is to be kept open.", "تبقى القناة مفتوحة."), "decides"),)).pk
    assert [keys(words, alif) for words in ("canal", "القناة", "guarded", "report")] == [{now}, {now}, {first}, {first}]
    assert keys("protection dam", alif) == {first, now}
    assert [keys(words, who) for words in ("canal", "guarded") for who in (ba, jim, "")] == [set()] * 6


def test_release_widens_what_is_found(remark, alif, jim):
    with acting_as(alif):
        release_remarks(remarks=[remark], readers=[PUBLIC])
    assert keys("report", jim) == keys("report", public_token()) == {remark.pk}


def test_a_correction_is_found_and_the_former_words_are_not(remark, alif, ba):
    with acting_as(alif):
        correct_remark(remark=remark, text=Words.of("en", en="Figures come late."), version=1)
    assert (keys("figures", ba), keys("reports", ba)) == ({remark.pk}, set())


def test_what_is_left_is_found_by_filters_alone(remark, alif, ba, jim):
    sahlan = remark.owner_id
    assert keys("", ba, kind="remark") == keys("", ba, kind="remark", member=sahlan) == {remark.pk}
    assert keys("", jim, kind="remark") == keys("", ba, kind="statement") == keys("", ba) == set()


def test_every_kind_is_found_as_its_items_are_released(secretariat, alif, jim):
    paper = secretariat.source("paper", "SH")
    minister = secretariat.person("Zaydan", "SH")
    body = secretariat.body("Zaydan group", "SH")
    review = secretariat.review("Zaydan review", None, "SH", body=body)
    secretariat.part(review, "chair", None, "SH", person=minister)
    spoken = secretariat.statement("Zaydan spoke.", paper, "SH", speaker=minister)
    with acting_as(alif):
        make_remark(review=review, text=Words.of("en", en="Zaydan."), readers=[])
    secretariat.source("Zaydan paper", "SH")
    words = Words.of("en", en="Zaydan")
    day = {"starts_on": date(2015, 1, 22), "ends_on": date(2015, 1, 22)}
    line = secretariat.subject("zaydan", "Zaydan", "SH")
    secretariat.put(Assessment, "SH", line=line, words=words, why=words, stance="secretariat", **SEEN)
    changed = secretariat.put(Development, "SH", line=line, words=words, since_on=date(2015, 1, 22))
    secretariat.put(Claim, "SH", effect=words, cause=words, grounds=words, development=changed)
    secretariat.put(Measure, "SH", code="z", name=words, kind="stock", role="input", direction="up", line="zaydan")
    secretariat.put(Milestone, "SH", line="zaydan", what=words, doer_name=words, attester=secretariat.member("SH"))
    secretariat.put(Decision, "SH", text=words, kind="decision", source=paper, **day)
    secretariat.put(Action, "SH", text=words, status="planned", source=paper)
    secretariat.put(
        Contribution,
        "SH",
        giver_label=words,
        text=words,
        words=words,
        kind="cash",
        qualifier="words_only",
        stage="pledged",
        source=paper,
        **day,
    )
    secretariat.put(Need, "SH", kind="cash", text=words, words=words, qualifier="words_only")
    secretariat.put(Risk, "SH", text=words, level=words, source=paper, **day)
    secretariat.put(Forecast, "SH", statement=spoken, event=words)
    matter = secretariat.put(Matter, "SH")
    item = {"matter": matter, "kind": "discussion", "place": 1}
    secretariat.put(AgendaItem, "SH", review=review, title=words, **item)
    file = {"language": "en", "name": "z.txt", "media": "text/plain", "size": 1, "digest": "0", "content": b"z"}
    secretariat.put(Document, "SH", review=review, title=words, **file)
    weak = gave(called("SH", asked=("SH",), title=words), "alif", "SH", words="Zaydan")
    with acting_as(alif):
        identify_lesson(advice=weak, words=words, analysis=None)
    secretariat.put(Prediction, "SH", claim=words, said_on=date(2015, 1, 22))
    tabled("alif", "SH", title=words)
    given_to(secretariat.review("July", date(2015, 1, 22)), "SH", words="zaydan")
    with acting_as(alif):
        seen = {row.kind for row in found(Wanted(ask("zaydan")), 0, 50).rows}
        assert seen == set(kinds()) - {"member"}
        for kind, model in kinds().items():
            rows = Findable.objects.filter(kind=kind)
            if issubclass(model, Released):
                assert {(row.pk, row.audience_id) for row in rows} <= set(
                    model.objects.values_list("pk", "audience_id")
                )
    assert keys("zaydan", jim) == set()


def test_each_kind_says_what_it_has(alif):
    with acting_as(alif):
        for model in kinds().values():
            assert str(how(model).name)
            assert len(whole(model)[:1]) <= 1


def test_each_released_kind_carries_its_findings_along():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'tansiq.found_with_item'::regproc"
        )
        carried = {table for (table,) in cursor.fetchall()}
    assert carried == {model._meta.db_table for model in kinds().values() if issubclass(model, Released)}


def refused(who, **row):
    with acting_as(who), pytest.raises(ProgrammingError) as refusal, transaction.atomic():
        Findable.objects.create(**row)
    return str(refusal.value).splitlines()[0]


def test_nothing_else_is_found_than_one_s_own_items_as_they_are_released(remark, alif, ba):
    with acting_as(alif):
        given = {
            "text": WORDS,
            "owner_id": remark.owner_id,
            "audience": remark.audience,
            "created_at": remark.created_at,
        }
        unfound = Remark.objects.create(review=remark.review, **given)
        row = row_of(unfound, owner=remark.owner_id, audience=remark.audience_id)
        wider = audience_of({PUBLIC}).pk
    with acting_as(ba):
        wadina = Member.objects.get(code="WA").pk
    absent = {**row, "key": "deadbeef-0000-4000-8000-000000000000"}
    assert refused(alif, **{**row, "audience_id": wider}) == refused(alif, **absent)
    assert "released as its item" in refused(alif, **absent)
    assert refused(ba, **{**row, "owner_id": wadina}) == refused(ba, **{**absent, "owner_id": wadina})
    with acting_as(ba):
        member = row_of(Member.objects.get(code="SH"), owner=wadina, audience=wider)
    assert "policy" in refused(ba, **member)


def test_another_member_s_act_leaves_what_is_found(remark, ba):
    with acting_as(ba):
        seen = Remark.objects.get(pk=remark.pk)
        seen.text = Words.of("en", en="Something else.")
        keep_findable(seen)
    assert keys("reports", ba) == {remark.pk}


def test_members_are_found_and_offices_are_not(db):
    who = public_token()
    with acting_as(who):
        assert [row.called for row in found(Wanted(ask("سهلان")), 0, 9).rows] == ["SH"]
        assert found(Wanted(ask("secretariat"), {"kind": "member"}), 0, 9).count == 0


def test_hostile_questions_find_nothing(remark, ba):
    for words in ("'", "\\", "a' | 'b", "@", "!&|<->():*", '"', "-" * 99, "x " * 10_000, "ً", "the", "🙂", "%s"):
        assert keys(words, ba) == set(), words
