"""The texts of the second demonstration: one adopted by silence, one under silence anew, one before a meeting."""

from tansiq.cycle.consortium import CAST
from tansiq.cycle.deciding import Amends, Ends, Puts, Revises, Says, SetsRule, Silences, Tables, Takes
from tansiq.cycle.script import Scene
from tansiq.decisions.texts.paragraphs import Para
from tansiq.engines.deciding import CONSENSUS, Rule
from tansiq.languages.words import Words

HUDA, TOMAS, ADAM, RANA, GRACE = (
    next(one.email for one in CAST if one.slug == slug) for slug in ("huda", "tomas", "adam", "rana", "grace")
)
ALL = ("DHIFAF", "SAQI", "LANTERN", "MIZAN", "SHIFA", "ARF", "WADINA", "TALLA")
STEERING = ("DHIFAF", "SAQI", "ARF", "WADINA")
OFFICES = ("secretariat", "chair")
SHELTER, WATER, TEAM = "shelter", "water", "team"


def said(english: str, arabic: str) -> Words:
    """Something that one of the cast says in both languages."""
    return Words.of("en", en=english, ar=arabic)


RULES = (
    Scene(
        19,
        RANA,
        "secretariat",
        SetsRule("plenary", Rule(CONSENSUS, languages=("ar", "en"), without_meeting=True)),
    ),
    Scene(
        19,
        RANA,
        "secretariat",
        SetsRule("small_group", Rule(CONSENSUS, quorum=3, languages=("ar", "en"), breaker_shown=True)),
    ),
)
CONSULTED = said(
    "All partners were consulted by letter; none objected to the use of silence.",
    "استُشير جميع الشركاء برسالة، ولم يعترض أي منهم على عرض النص للموافقة الصامتة.",
)
ADOPTED = (
    Scene(
        18,
        RANA,
        "secretariat",
        Tables(
            SHELTER,
            "plenary",
            said("Exercise: a winter standard for shelter", "تمرين: معيار شتوي للمأوى"),
            "decision",
            ALL,
            (
                Para(
                    said(
                        "the half-year review, at which the partners agreed to count families together;",
                        "الاستعراض نصف السنوي الذي اتفق فيه الشركاء على إحصاء الأسر معا؛",
                    ),
                    "recalls",
                ),
                Para(
                    said(
                        "that every family sheltered on the east bank shall have, before the rains, a tent that "
                        "keeps out water, a stove and four blankets;",
                        "أن تُزوَّد كل أسرة تأوي إلى الضفة الشرقية، قبل موسم الأمطار، بخيمة لا تنفذ منها المياه "
                        "ومدفأة وأربع بطانيات؛",
                    ),
                    "decides",
                ),
                Para(
                    said(
                        "Two Banks Relief to report to the assembly each month on the tents that were replaced.",
                        "إغاثة الضفتين أن تقدم إلى الجمعية كل شهر تقريرا عن الخيام التي استُبدلت.",
                    ),
                    "requests",
                ),
            ),
        ),
    ),
    Scene(17.5, GRACE, "chair", Silences(SHELTER, 4, CONSULTED)),
    Scene(16.8, HUDA, "DHIFAF", Says(SHELTER, "associated")),
    Scene(
        16,
        ADAM,
        "WADINA",
        Says(
            SHELTER,
            "reserved",
            said(
                "The City of Wadina joins the consensus. It is not bound to the number of blankets until its own "
                "stocks have been counted.",
                "تنضم مدينة وادينا إلى توافق الآراء، ولا تلتزم بعدد البطانيات إلى حين الانتهاء من جرد مخزونها.",
            ),
            2,
        ),
    ),
    Scene(12.4, GRACE, "chair", Ends(SHELTER)),
)
ROTA = Para(
    said(
        "that the partners’ lorries shall be sent out from one place, under a rota that the partners concerned agree "
        "each month;",
        "أن تُسيَّر شاحنات الشركاء من مكان واحد، وفق جدول مناوبة يتفق عليه الشركاء المعنيون كل شهر؛",
    ),
    "decides",
)
UNDER_SILENCE = (
    Scene(
        12,
        RANA,
        "secretariat",
        Tables(
            WATER,
            "plenary",
            said(
                "Exercise: water brought together to the east bank",
                "تمرين: نقل المياه معا إلى الضفة الشرقية",
            ),
            "decision",
            ALL,
            (
                Para(
                    said(
                        "the fact that lorries of three partners serve the same streets;",
                        "بأن شاحنات ثلاثة من الشركاء تخدم الشوارع نفسها؛",
                    ),
                    "notes",
                ),
                Para(
                    said(
                        "that the partners’ lorries shall be sent out from one place, under the direction of Saqi "
                        "Water Trust;",
                        "أن تُسيَّر شاحنات الشركاء من مكان واحد، بإدارة مؤسسة الساقي للمياه؛",
                    ),
                    "decides",
                ),
                Para(
                    said(
                        "the coordination unit to publish each week which streets were served.",
                        "وحدة التنسيق أن تنشر كل أسبوع أسماء الشوارع التي وصلت إليها المياه.",
                    ),
                    "requests",
                ),
            ),
        ),
    ),
    Scene(11.5, GRACE, "chair", Silences(WATER, 5, CONSULTED)),
    Scene(10, HUDA, "DHIFAF", Amends(WATER, ROTA.text, 2)),
    Scene(9.9, GRACE, "chair", Ends(WATER)),
    Scene(
        3,
        RANA,
        "secretariat",
        Revises(
            WATER,
            {2: ROTA},
            said(
                "Paragraph 2 as it was amended: a monthly rota in place of one partner’s direction.",
                "الفقرة 2 بصيغتها المعدلة: جدول مناوبة شهري بدلا من إدارة شريك واحد.",
            ),
        ),
    ),
    Scene(1.5, GRACE, "chair", Silences(WATER, 7, CONSULTED)),
    Scene(1.2, HUDA, "DHIFAF", Says(WATER, "associated")),
    Scene(1, ADAM, "WADINA", Says(WATER, "acknowledged")),
    Scene(
        0.5,
        TOMAS,
        "LANTERN",
        Says(
            WATER,
            "stated",
            said(
                "Lantern Learning understands “the partners concerned” to include those whose schools receive the "
                "water.",
                "تفهم «قنديل للتعليم» أن عبارة «الشركاء المعنيون» تشمل الشركاء الذين تصل المياه إلى مدارسهم.",
            ),
            2,
        ),
    ),
)
VISITS = Para(
    said(
        "that the team shall visit every shelter [once] [twice] a month, and shall report within five days;",
        "على أن يزور الفريق كل مأوى [مرة] [مرتين] في الشهر، وأن يقدم تقريره في غضون خمسة أيام؛",
    ),
    "agrees",
)
BEFORE_A_MEETING = (
    Scene(
        8,
        ADAM,
        "WADINA",
        Tables(
            TEAM,
            "small_group",
            said(
                "Exercise: terms of reference of the joint assessment team",
                "تمرين: اختصاصات فريق التقييم المشترك",
            ),
            "terms",
            STEERING,
            (
                Para(
                    said(
                        "to set up a joint assessment team for the east bank;",
                        "إنشاء فريق تقييم مشترك للضفة الشرقية؛",
                    ),
                    "decides",
                ),
                Para(
                    said(
                        "that the team shall visit every shelter [once] [twice] a month;",
                        "على أن يزور الفريق كل مأوى [مرة] [مرتين] في الشهر؛",
                    ),
                    "agrees",
                ),
                Para(
                    said(
                        "the Agency for River Forecasts to give the team its bulletin each week.",
                        "وكالة التنبؤ النهري أن تزود الفريق بنشرتها كل أسبوع.",
                    ),
                    "requests",
                ),
            ),
        ),
    ),
    Scene(
        6,
        RANA,
        "secretariat",
        Revises(
            TEAM,
            {2: VISITS},
            said(
                "Paragraph 2 says when the team reports; paragraph 4 is new.",
                "أضيف إلى الفقرة 2 موعد تقديم الفريق تقريره، وأضيفت الفقرة 4.",
            ),
            (
                Para(
                    said(
                        "all partners to share their lists of families with the team.",
                        "جميع الشركاء على إطلاع الفريق على قوائم الأسر لديهم.",
                    ),
                    "urges",
                ),
            ),
        ),
    ),
    Scene(5.5, GRACE, "chair", Puts(TEAM)),
    Scene(5, GRACE, "SAQI", Takes(TEAM, "agrees", STEERING)),
    Scene(
        4.5,
        ADAM,
        "WADINA",
        Takes(
            TEAM,
            "reservation",
            STEERING,
            said(
                "The city agrees to the text, and shares its lists of families only as far as its by-laws allow.",
                "توافق المدينة على النص، ولا تُطلع غيرها على قوائم الأسر لديها إلا في حدود ما تجيزه أنظمتها.",
            ),
            4,
        ),
    ),
    Scene(
        4,
        HUDA,
        "DHIFAF",
        Takes(
            TEAM,
            "objects",
            STEERING,
            place=2,
            reason=said(
                "One visit a month comes too late for a family whose tent is torn.",
                "زيارة واحدة في الشهر تأتي بعد فوات الأوان في حالة أسرة تمزقت خيمتها.",
            ),
            reason_to=OFFICES,
            lifted=(
                (
                    2,
                    said(
                        "that the team shall visit every shelter twice a month, and shall report within five days;",
                        "على أن يزور الفريق كل مأوى مرتين في الشهر، وأن يقدم تقريره في غضون خمسة أيام؛",
                    ),
                ),
            ),
        ),
    ),
)
DECIDED = (*RULES, *ADOPTED, *UNDER_SILENCE, *BEFORE_A_MEETING)
