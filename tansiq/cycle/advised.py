"""The advice of the second demonstration: a call that has closed and was answered, and one that is open."""

from tansiq.advice.commands.answering import Fate
from tansiq.advice.given import Said
from tansiq.advice.models import Advice, AdviceAnswer, AdvicePosition, HandedIn
from tansiq.cycle.advising import Answers, Calls, Gives, HandsIn, HasNothing, Lays, Sees
from tansiq.cycle.decided import ADAM, GRACE, HUDA, RANA, TOMAS, said
from tansiq.cycle.script import Scene
from tansiq.languages.words import Words

CLOSED, OPEN = "closed", "open"
ASKED = ("DHIFAF", "SAQI", "LANTERN", "MIZAN", "WADINA")
COUNT, LISTS, STOCKS, RUMOUR, NIGHT = "count", "lists", "stocks", "rumour", "night"
Kind, Way, Stance = Advice.Kind, AdviceAnswer.Way, AdvicePosition.Stance

GIVEN = (
    Scene(
        8,
        RANA,
        "secretariat",
        Calls(
            CLOSED,
            said("Exercise: before the rains", "تمرين: قبل موسم الأمطار"),
            said(
                "What should the partners do otherwise before the rains, and where are we weak?",
                "ما الذي ينبغي للشركاء أن يغيّروه قبل موسم الأمطار، وما مواطن ضعفنا؟",
            ),
            "shelter",
            ASKED,
            6,
            9,
        ),
    ),
    Scene(
        7,
        HUDA,
        "DHIFAF",
        Gives(
            CLOSED,
            COUNT,
            Said(
                Kind.ADVICE,
                said(
                    "Count the families once, together, street by street.", "إحصاء الأسر مرة واحدة، معا، شارعا شارعا."
                ),
                "shelter",
            ),
        ),
    ),
    Scene(
        6.5,
        ADAM,
        "WADINA",
        Gives(
            CLOSED,
            LISTS,
            Said(
                Kind.PROPOSAL,
                said(
                    "One list of families for all partners, kept by the coordination unit.",
                    "قائمة أسر موحدة لجميع الشركاء، تحتفظ بها وحدة التنسيق.",
                ),
                "shelter",
            ),
        ),
    ),
    Scene(
        6,
        ADAM,
        "WADINA",
        Gives(
            CLOSED,
            STOCKS,
            Said(
                Kind.WEAK_POINT,
                said(
                    "Nobody knows how many tents lie in the partners’ stores together.",
                    "لا أحد يعرف كم خيمة في مخازن الشركاء مجتمعة.",
                ),
                "shelter",
                Advice.Severity.MODERATE,
                said(
                    "At the half-year review three partners named three different numbers.",
                    "ذكر ثلاثة شركاء في الاستعراض نصف السنوي ثلاثة أعداد مختلفة.",
                ),
            ),
        ),
    ),
    Scene(
        5,
        TOMAS,
        "LANTERN",
        HandsIn(
            CLOSED,
            Said(
                Kind.ADVICE,
                Words.of("ar", ar="عدم إعلان موعد للعودة إلى البيوت قبل انحسار المياه."),
                "shelter",
            ),
            HandedIn.Way.CHATHAM,
        ),
    ),
    Scene(
        4.5,
        HUDA,
        "DHIFAF",
        HandsIn(
            CLOSED,
            Said(
                Kind.PERFORMANCE,
                said(
                    "The line for night calls was answered late three times.",
                    "تأخر الرد على خط النداء الليلي ثلاث مرات.",
                ),
                "shelter",
            ),
            HandedIn.Way.SECRETARIAT,
        ),
    ),
    Scene(4, GRACE, "SAQI", HasNothing(CLOSED)),
    Scene(1.9, RANA, "secretariat", Lays(CLOSED, {"chatham": RUMOUR, "secretariat": NIGHT})),
)
ANSWERED = (
    Scene(1.5, TOMAS, "LANTERN", Sees(COUNT, Stance.SUPPORT)),
    Scene(
        1.4,
        ADAM,
        "WADINA",
        Sees(
            COUNT,
            Stance.CHANGE,
            said(
                "Count the families once, together, street by street, the city’s own clerks among the counters.",
                "إحصاء الأسر مرة واحدة، معا، شارعا شارعا، بمشاركة موظفي المدينة.",
            ),
        ),
    ),
    Scene(
        1,
        GRACE,
        "chair",
        Answers(
            COUNT,
            Fate(
                Way.TAKEN_UP,
                said(
                    "It stands on the agenda of the yearly review, with a plan for the count.",
                    "أُدرج في جدول أعمال الاستعراض السنوي، مع خطة للإحصاء.",
                ),
            ),
        ),
    ),
    Scene(1, GRACE, "chair", Answers(LISTS, Fate(Way.MERGED), into=COUNT)),
    Scene(1, GRACE, "chair", Answers(STOCKS, Fate(Way.DEFERRED), in_days=40)),
    Scene(
        1,
        GRACE,
        "chair",
        Answers(
            NIGHT,
            Fate(
                Way.NOT_TAKEN_UP,
                said(
                    "The city answers the line, not the partners; it was told.",
                    "تتولى المدينة الرد على هذا الخط لا الشركاء، وقد أُبلغت بذلك.",
                ),
            ),
        ),
    ),
)
NOW_OPEN = (
    Scene(
        0.9,
        RANA,
        "secretariat",
        Calls(
            OPEN,
            said("Exercise: the schools after the flood", "تمرين: المدارس بعد الفيضان"),
            said(
                "Which schools should open first, and what would they need for it?",
                "أي المدارس ينبغي أن تُفتح أولا، وما الذي تحتاج إليه لذلك؟",
            ),
            "learning",
            ASKED,
            12,
            5,
        ),
    ),
    Scene(
        0.4,
        TOMAS,
        "LANTERN",
        Gives(
            OPEN,
            "first",
            Said(
                Kind.ADVICE,
                said(
                    "First the three schools on the hill: they need desks, not repairs.",
                    "أولا المدارس الثلاث على التلة: فهي تحتاج إلى مقاعد لا إلى ترميم.",
                ),
                "learning",
            ),
        ),
    ),
)
ADVISED = (*GIVEN, *ANSWERED, *NOW_OPEN)
