"""The second demonstration: an invented consortium in a flood, an exercise from its name to its last figure."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop

from tansiq.cycle.demonstration import ROLE, SHIPPED, Demonstration, Part
from tansiq.cycle.exercise import Exercise, Said, counted
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.reports.answering import Answer

CAST = (
    Part(
        "huda",
        Words.of("en", en="Huda Mansour", ar="هدى منصور"),
        (("DHIFAF", ROLE.HEAD),),
        gettext_noop("Head of delegation"),
        gettext_noop("Reads what is released to the member, heads’ items too; remarks, and decides to whom."),
        gettext_noop("Cannot see, count or infer the rest."),
    ),
    Part(
        "tomas",
        Words.of("en", en="Tomas Lindqvist", ar="توماس ليندكفيست"),
        (("LANTERN", ROLE.ADVISER),),
        gettext_noop("Adviser"),
        gettext_noop("Reads what is released to the member; remarks on reviews."),
        gettext_noop("Cannot see, count or infer the rest."),
    ),
    Part(
        "salma",
        Words.of("en", en="Salma Idrissi", ar="سلمى الإدريسي"),
        (("LANTERN", ROLE.ADMINISTRATOR),),
        gettext_noop("Member’s administrator"),
        gettext_noop("Accredits the member’s own people, invites them, ends their accreditation."),
        gettext_noop("Cannot touch another member’s people."),
    ),
    Part(
        "adam",
        Words.of("en", en="Adam Farouk", ar="آدم فاروق"),
        (("WADINA", ROLE.HEAD),),
        gettext_noop("Head of delegation"),
        gettext_noop("Sets the member’s usual release; widens what the member has put in."),
        gettext_noop("Cannot touch another member’s items."),
    ),
    Part(
        "rana",
        Words.of("en", en="Rana Khalil", ar="رنا خليل"),
        ((offices.SECRETARIAT, ROLE.OFFICER),),
        gettext_noop("Secretariat officer"),
        gettext_noop("Keeps the list of members, enters the public record, invites members’ administrators."),
        gettext_noop("Cannot read what is not released to the secretariat, nor edit the record."),
    ),
    Part(
        "grace",
        Words.of("en", en="Grace Okello", ar="غريس أوكيلو"),
        ((offices.CHAIR, ROLE.OFFICER), ("SAQI", ROLE.HEAD)),
        gettext_noop("Co-chair"),
        gettext_noop("Wears two hats, one at a time: the chair’s and the member’s."),
        gettext_noop("Does not decide for members."),
    ),
)

DEMONSTRATION = Demonstration(
    file=SHIPPED / "consortium.json",
    profile="consortium",
    cast=CAST,
    since=date(2025, 3, 2),
    invented=True,
    note=Words.of(
        "en",
        en=(
            "Exercise: the coordination unit asks two partners to compare their counts of families before the "
            "next review."
        ),
        ar="تمرين: تطلب وحدة التنسيق إلى شريكين مقارنة أعداد الأسر التي أحصاها كل منهما قبل الاستعراض التالي.",
    ),
    note_on=date(2025, 9, 14),
    note_to=("DHIFAF", "LANTERN"),
)

HUDA, ADAM, GRACE = (one.email for one in CAST if one.slug in ("huda", "adam", "grace"))
EXERCISE = Exercise(
    body="plenary",
    title=Words.of("en", en="Yearly review", ar="الاستعراض السنوي"),
    call=Words.of("en", en="Reports for the yearly review", ar="تقارير الاستعراض السنوي"),
    question=Words.of(
        "en",
        en="Exercise: what stands today, so that nobody has to be asked at the table.",
        ar="تمرين: ما الوضع اليوم، كي لا يُسأل أحد عنه على الطاولة.",
    ),
    asked=("DHIFAF", "SAQI", "LANTERN", "MIZAN", "SHIFA", "WADINA", "TALLA"),
    said=(
        Said(HUDA, "families_in_tents", counted(1240)),
        Said(HUDA, "water_brought", counted(310)),
        Said(ADAM, "families_in_tents", counted(800, "about"), ("secretariat",)),
        Said(
            ADAM,
            "schools_open",
            Answer("figure", value=Decimal("64.285714"), numerator=Decimal(9), denominator=Decimal(14)),
        ),
        Said(GRACE, "water_brought", counted(5200)),
        Said(GRACE, "schools_open", Answer("no_report")),
    ),
)
