"""The three profiles that a coalition may start from; each of their words can be changed afterwards."""

from collections.abc import Mapping
from typing import Final

from tansiq.engines.profiles.schema import MODULES, SILENCE, Circle, Profile, Rule, Two


def _two(english: str, arabic: str) -> Two:
    return {"ar": arabic, "en": english}


STATES: Final = Profile(
    made_from="states",
    terms={
        "coalition": _two("Coalition", "التحالف"),
        "member": _two("Member", "العضو"),
        "members": _two("Members", "الأعضاء"),
        "secretariat": _two("Secretariat", "الأمانة"),
        "plenary": _two("Plenary", "الاجتماع العام"),
        "small_group": _two("Small group", "المجموعة المصغرة"),
        "line": _two("Line of effort", "مسار العمل"),
        "lines": _two("Lines of effort", "مسارات العمل"),
    },
    modules=MODULES,
    bodies={"plenary": Rule(), "small_group": Rule(SILENCE, 72)},
    circles=(
        Circle(_two("All members", "جميع الأعضاء"), "members"),
        Circle(_two("The small group", "المجموعة المصغرة"), "small_group"),
    ),
    reports="clarification",  # Nobody accepts or returns what a state reports.
)

CONSORTIUM: Final = Profile(
    made_from="consortium",
    terms={
        "coalition": _two("Consortium", "الائتلاف"),
        "member": _two("Partner", "الشريك"),
        "members": _two("Partners", "الشركاء"),
        "secretariat": _two("Coordination unit", "وحدة التنسيق"),
        "plenary": _two("Partners’ assembly", "جمعية الشركاء"),
        "small_group": _two("Steering committee", "اللجنة التوجيهية"),
        "line": _two("Sector", "القطاع"),
        "lines": _two("Sectors", "القطاعات"),
    },
    modules=MODULES,
    bodies={"plenary": Rule(SILENCE, 48), "small_group": Rule()},
    circles=(
        Circle(_two("All partners", "جميع الشركاء"), "members"),
        Circle(_two("The steering committee", "اللجنة التوجيهية"), "small_group"),
    ),
    reports="acceptance",
)

ALLIANCE: Final = Profile(
    made_from="alliance",
    terms={
        "coalition": _two("Alliance", "التحالف"),
        "member": _two("Participant", "الجهة المشاركة"),
        "members": _two("Participants", "الجهات المشاركة"),
        "secretariat": _two("Secretariat", "الأمانة"),
        "plenary": _two("General assembly", "الجمعية العامة"),
        "small_group": _two("Board", "المجلس"),
        "line": _two("Workstream", "مسار العمل"),
        "lines": _two("Workstreams", "مسارات العمل"),
    },
    modules=("sources",),
    bodies={"plenary": Rule(SILENCE, 168), "small_group": Rule(SILENCE, 72)},
    circles=(
        Circle(_two("All participants", "جميع الجهات المشاركة"), "members"),
        Circle(_two("The board", "المجلس"), "small_group"),
    ),
    reports="acceptance",
)

SHIPPED: Final[Mapping[str, Profile]] = {one.made_from: one for one in (STATES, CONSORTIUM, ALLIANCE)}
