"""The second demonstration: an invented consortium in a flood, an exercise from its name to its last figure."""

from datetime import date
from decimal import Decimal

from tansiq.cycle.demonstration import (
    ADMINISTRATOR,
    ADVISER,
    CO_CHAIR,
    HEAD,
    OFFICER,
    ROLE,
    SHIPPED,
    WIDENING_HEAD,
    Demonstration,
    Part,
)
from tansiq.cycle.exercise import Ahead, Changed, Disputed, Exercise, Said, counted
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.reports.answering import Answer

CAST = (
    Part(
        "huda",
        Words.of("en", en="Huda Mansour", ar="هدى منصور"),
        (("DHIFAF", ROLE.HEAD),),
        *HEAD,
    ),
    Part(
        "tomas",
        Words.of("en", en="Tomas Lindqvist", ar="توماس ليندكفيست"),
        (("LANTERN", ROLE.ADVISER),),
        *ADVISER,
    ),
    Part(
        "salma",
        Words.of("en", en="Salma Idrissi", ar="سلمى الإدريسي"),
        (("LANTERN", ROLE.ADMINISTRATOR),),
        *ADMINISTRATOR,
    ),
    Part(
        "adam",
        Words.of("en", en="Adam Farouk", ar="آدم فاروق"),
        (("WADINA", ROLE.HEAD),),
        *WIDENING_HEAD,
    ),
    Part(
        "rana",
        Words.of("en", en="Rana Khalil", ar="رنا خليل"),
        ((offices.SECRETARIAT, ROLE.OFFICER),),
        *OFFICER,
    ),
    Part(
        "grace",
        Words.of("en", en="Grace Okello", ar="غريس أوكيلو"),
        ((offices.CHAIR, ROLE.OFFICER), ("SAQI", ROLE.HEAD)),
        *CO_CHAIR,
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
    milestones=(
        Ahead(
            "water",
            Words.of(
                "en",
                en="Exercise: the pumps of the east bank run again",
                ar="تمرين: عادت مضخات الضفة الشرقية إلى العمل",
            ),
            "SAQI",
            Words.of("en", en="so that no water is brought by lorry", ar="كي لا تُنقل المياه بالشاحنات"),
            "secretariat",
            45,
        ),
        Ahead(
            "shelter",
            Words.of("en", en="Exercise: no family sleeps in a tent", ar="تمرين: لا أسرة تبيت في خيمة"),
            "DHIFAF",
            Words.of("en", en="before the rains", ar="قبل موسم الأمطار"),
            "secretariat",
            90,
        ),
    ),
    changes=(
        Changed(
            ADAM,
            "water",
            Words.of(
                "en",
                en="Exercise: the bridge of the east bank is closed to lorries; water comes by boat.",
                ar="تمرين: أُغلق جسر الضفة الشرقية أمام الشاحنات، وتصل المياه بالقوارب.",
            ),
            6,
            "water_brought",
        ),
        Changed(
            HUDA,
            "shelter",
            Words.of(
                "en",
                en="Exercise: sixty families moved from the school yard into the sports hall.",
                ar="تمرين: انتقلت ستون أسرة من ساحة المدرسة إلى القاعة الرياضية.",
            ),
            11,
        ),
    ),
    claims=(
        Disputed(
            GRACE,
            "water",
            Words.of(
                "en", en="Exercise: fewer families drink from the river.", ar="تمرين: قلّت الأسر التي تشرب من النهر."
            ),
            Words.of("en", en="the water that we brought", ar="المياه التي نقلناها"),
            Words.of("en", en="Litres brought, week by week.", ar="اللترات المنقولة أسبوعاً بعد أسبوع."),
            "water_brought",
            HUDA,
            Words.of(
                "en",
                en="The river fell in the same weeks; the families had less reason to go there.",
                ar="انحسر النهر في الأسابيع نفسها، فقلّ ما يدعو الأسر إلى ارتياده.",
            ),
        ),
    ),
)
