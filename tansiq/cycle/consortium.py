"""The second demonstration: an invented consortium in a flood, an exercise from its name to its last figure."""

from datetime import date, timedelta

from tansiq.cycle.demonstration import (
    ADMINISTRATOR,
    ADVISER,
    CO_CHAIR,
    COORDINATOR,
    HEAD,
    OFFICER,
    ROLE,
    SHIPPED,
    WIDENING_HEAD,
    Demonstration,
    Part,
)
from tansiq.languages.words import Words
from tansiq.members import offices

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
    Part(
        "idris",
        Words.of("en", en="Idris Haddad", ar="إدريس حداد"),
        ((offices.COORDINATOR, ROLE.OFFICER),),
        *COORDINATOR,
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
    age=timedelta(days=20),
)
