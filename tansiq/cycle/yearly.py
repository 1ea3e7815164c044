"""The yearly review of the second demonstration: its reports, needs, risks, forecasts and what changed."""

from decimal import Decimal

from tansiq.cycle.consortium import CAST
from tansiq.cycle.exercise import Ahead, Briefed, Changed, Disputed, Exercise, Said, counted
from tansiq.cycle.foreseen import Expected, Feared, Foreseen
from tansiq.cycle.giving import Chained, Given, Later, Moved, Needed
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.reports.answering import Answer

HUDA, ADAM, GRACE, IDRIS = (one.email for one in CAST if one.slug in ("huda", "adam", "grace", "idris"))
TENTS = Unit(
    "en",
    {"en": "tents", "ar": "خيام"},
    forms={
        "en": {"one": "{} tent", "other": "{} tents"},
        "ar": {"one": "خيمة واحدة", "two": "خيمتان", "few": "{} خيام", "many": "{} خيمة", "other": "{} خيمة"},
    },
)
CHAINS = (
    Chained(
        Needed(
            "shelter",
            "in_kind",
            Words.of("en", en="Exercise: winter tents for the east bank", ar="تمرين: خيام شتوية للضفة الشرقية"),
            amount=600,
            days=60,
            unit=TENTS,
        ),
        (
            Given(
                HUDA,
                Words.of("en", en="Exercise: tents from our store", ar="تمرين: خيام من مخزوننا"),
                amount=350,
                days_ago=50,
                measure="families_in_tents",
                later=(
                    Later(HUDA, "committed", 350, 40),
                    Later(HUDA, "delivered", 200, 25, instalment=True),
                    Later(HUDA, "delivered", 120, 10, instalment=True),
                ),
            ),
            Given(
                ADAM,
                Words.of("en", en="Exercise: tents, once the road is open", ar="تمرين: خيام حين تُفتح الطريق"),
                amount=150,
                days_ago=30,
                measure="families_in_tents",
            ),
        ),
        Moved(
            "families_in_tents",
            "none",
            Words.of(
                "en",
                en="Exercise: as many families live in tents as at the last review.",
                ar="تمرين: تقيم في الخيام أسر بعدد ما كان عند الاستعراض الأخير.",
            ),
        ),
    ),
    Chained(
        Needed(
            "water",
            "cash",
            Words.of("en", en="Exercise: fuel and parts for the pumps", ar="تمرين: وقود وقطع غيار للمضخات"),
            amount=90_000,
            days=30,
            currency="USD",
        ),
        (
            Given(
                HUDA,
                Words.of("en", en="Exercise: for the pumps of the east bank", ar="تمرين: لمضخات الضفة الشرقية"),
                amount=50_000,
                days_ago=45,
                to="SAQI",
                later=(
                    Later(HUDA, "committed", 50_000, 40),
                    Later(HUDA, "delivered", 50_000, 12),
                    Later(GRACE, "delivered", 48_500, 9, side="recipient"),
                ),
            ),
        ),
    ),
)
SCALE = tuple(
    tuple(Words.of("en", en=english, ar=arabic) for english, arabic in steps)
    for steps in (
        (("low", "منخفض"), ("moderate", "متوسط"), ("high", "مرتفع"), ("very high", "مرتفع جدا")),
        (("unlikely", "غير مرجح"), ("possible", "ممكن"), ("likely", "مرجح")),
        (("slight", "طفيف"), ("grave", "جسيم"), ("very grave", "جسيم جدا")),
    )
)
FORESEEN = Foreseen(
    scale=(SCALE[0], SCALE[1], SCALE[2]),
    risks=(
        Feared(
            HUDA,
            "shelter",
            Words.of(
                "en",
                en="Exercise: the rains come before the tents are replaced",
                ar="تمرين: تأتي الأمطار قبل استبدال الخيام",
            ),
            Words.of("en", en="perhaps a very large danger", ar="ربما خطر كبير جدا"),
            Words.of("en", en="perhaps", ar="ربما"),
            (3, 1, 2),
            "DHIFAF",
        ),
        Feared(
            GRACE,
            "water",
            Words.of("en", en="Exercise: the pumps fail again", ar="تمرين: تتعطل المضخات من جديد"),
            Words.of("en", en="probably a serious one", ar="على الأرجح خطر جدي"),
            Words.of("en", en="probably", ar="على الأرجح"),
            (2, 2, 1),
            "SAQI",
        ),
    ),
    rankings={HUDA: (0, 1), GRACE: (1, 0), ADAM: (0, 1)},
    forecasts=(
        Expected(
            GRACE,
            "water",
            Words.of(
                "en",
                en="Exercise: the east bank has water from its own pumps",
                ar="تمرين: تحصل الضفة الشرقية على الماء من مضخاتها",
            ),
            (60, 80),
            45,
            Words.of("en", en="six weeks, if the parts arrive", ar="ستة أسابيع، إن وصلت القطع"),
        ),
        Expected(
            HUDA,
            "shelter",
            Words.of("en", en="Exercise: it will take long", ar="تمرين: سيستغرق ذلك وقتا طويلا"),
            hedge=Words.of("en", en="long", ar="طويلا"),
        ),
    ),
)
EXERCISE = Exercise(
    chains=CHAINS,
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
    foreseen=FORESEEN,
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
    briefed=Briefed(
        IDRIS,
        Words.of(
            "en",
            en="Exercise: the water falls slowly. Families go home by day and come back to the tents at night.",
            ar="تمرين: تنحسر المياه ببطء، وتعود الأسر إلى بيوتها نهارًا ثم ترجع إلى الخيام ليلًا.",
        ),
        Changed(
            IDRIS,
            "shelter",
            Words.of(
                "en",
                en="Exercise: two streets of the east bank are dry again.",
                ar="تمرين: جفّ شارعان في الضفة الشرقية.",
            ),
            3,
        ),
        (
            (
                Words.of(
                    "en",
                    en="Exercise: count the houses that can be lived in, street by street",
                    ar="تمرين: إحصاء البيوت الصالحة للسكن شارعًا شارعًا",
                ),
                "shelter",
            ),
            (
                Words.of(
                    "en", en="Exercise: bring a pump to the dry streets", ar="تمرين: نقل مضخة إلى الشوارع التي جفّت"
                ),
                "water",
            ),
        ),
    ),
)
