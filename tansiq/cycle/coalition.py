"""The first demonstration: invented people who speak in an exercise for members of the real record."""

from datetime import date

from django.utils.translation import gettext_noop

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
        "lina",
        Words.of("en", en="Lina Haddad", ar="لينا حداد"),
        (("JO", ROLE.HEAD),),
        *HEAD,
    ),
    Part(
        "pieter",
        Words.of("en", en="Pieter Bakker", ar="بيتر باكر"),
        (("NL", ROLE.ALTERNATE),),
        gettext_noop("Alternate"),
        gettext_noop("Reads what is released to the member; remarks on reviews."),
        gettext_noop("Cannot read what is released to heads of delegation only."),
    ),
    Part(
        "mariam",
        Words.of("en", en="Mariam al-Sabti", ar="مريم السبتي"),
        (("KW", ROLE.ADVISER),),
        *ADVISER,
    ),
    Part(
        "claire",
        Words.of("en", en="Claire Tremblay", ar="كلير ترامبلي"),
        (("CA", ROLE.HEAD),),
        *WIDENING_HEAD,
    ),
    Part(
        "sanne",
        Words.of("en", en="Sanne Visser", ar="سانه فيسر"),
        (("NL", ROLE.ADMINISTRATOR),),
        *ADMINISTRATOR,
    ),
    Part(
        "noor",
        Words.of("en", en="Noor Aziz", ar="نور عزيز"),
        ((offices.SECRETARIAT, ROLE.OFFICER),),
        *OFFICER,
    ),
    Part(
        "james",
        Words.of("en", en="James Whitfield", ar="جيمس ويتفيلد"),
        ((offices.CHAIR, ROLE.OFFICER), ("GB", ROLE.HEAD)),
        *CO_CHAIR,
    ),
    Part(
        "yusuf",
        Words.of("en", en="Yusuf Rahman", ar="يوسف رحمن"),
        ((offices.COORDINATOR, ROLE.OFFICER),),
        *COORDINATOR,
    ),
)

DEMONSTRATION = Demonstration(
    file=SHIPPED / "coalition.json",
    profile="states",
    cast=CAST,
    since=date(2014, 9, 10),
    invented=False,
    note=Words.of(
        "en",
        en=(
            "Exercise: the secretariat asks two delegations to compare the press reports’ counts of participants "
            "before the next review."
        ),
        ar="تمرين: تطلب الأمانة إلى وفدين مقارنة أعداد المشاركين الواردة في التقارير الصحفية قبل الاستعراض التالي.",
    ),
    note_on=date(2015, 1, 22),
    note_to=("JO", "NL"),
)
