"""Words of the coalition that mean one thing and share no stem: broken plurals, second names, second spellings."""

from collections.abc import Mapping
from functools import cache

from tansiq.engines.search import arabic, english
from tansiq.engines.search.letters import bare

# One line for each thing, its words in any form that a stemmer does not bring together.
ARABIC = """
وزير وزراء
نصيحة نصائح مشورة
خطر أخطار مخاطر
عضو أعضاء
بلد بلدان
هدف أهداف
خط خطوط
جهد جهود
تقرير تقارير
إجراء تدبير تدابير
لجنة لجان
فريق أفرقة فرق
وفد وفود
رئيس رؤساء
سفير سفراء
خبير خبراء
شريك شركاء
حليف حلفاء
قائد قادة
مورد موارد
مصدر مصادر
مال أموال
سلاح أسلحة
معركة معارك
مدينة مدن
منطقة مناطق
إقليم أقاليم
حد حدود
رسالة رسائل
وثيقة وثائق
قوة قوات
جيش جيوش
جندي جنود
أسير أسرى
سجين سجناء
ضحية ضحايا
شهر أشهر شهور
سنة سنوات سنين أعوام
يوم أيام
مبلغ مبالغ
رقم أرقام
مرحلة مراحل
نتيجة نتائج
مشروع مشاريع
برنامج برامج
داعش الدواعش
رأي آراء
موقف مواقف
قانون قوانين
رد ردود
وعد وعود
صندوق صناديق
"""

ENGLISH = """
defence defense
programme program
centre center
daesh isis isil
advice advise
minister ministerial
threat threaten
finance financial
crisis crises
woman women
man men
child children
people person
analysis analyses
aid assistance
assess assessment
commit commitment
agree agreed agreeing agreement
achieve achievement
deploy deployment
govern government governmental
equip equipment
recruit recruitment
fight fought
meet met
speak spoke speech
"""


@cache
def alike() -> Mapping[str, str]:
    """From the stem of each word to the stem that stands for all of its line."""
    made: dict[str, str] = {}
    for line in filter(None, ARABIC.splitlines()):
        _take(made, [arabic.stems(bare(word))[0] for word in line.split()])
    for line in filter(None, ENGLISH.splitlines()):
        _take(made, [english.stem(word) for word in line.split()])
    return made


def _take(made: dict[str, str], line: list[str]) -> None:
    for stem in line:
        made.setdefault(stem, line[0])


def one_for_all(stem: str) -> str:
    """The stem that stands for this one.

    >>> one_for_all("مخاطر") == one_for_all("خطر"), one_for_all("isil")
    (True, 'daesh')
    """
    return alike().get(stem, stem)
