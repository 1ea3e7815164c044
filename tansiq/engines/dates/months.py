"""The names of months: Arabic has a family of names for each part of the Arab world, and many texts double them."""

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
GULF = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MAGHREB = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
    "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MOROCCO = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
    "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

FAMILIES = {
    "both": tuple(f"{levant}/{gulf}" for levant, gulf in zip(LEVANT, GULF, strict=True)),
    "levant": LEVANT,
    "gulf": GULF,
    "maghreb": MAGHREB,
    "morocco": MOROCCO,
}

WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

# What people also write, beside the names above.
SPELLINGS = {
    "كانون ثاني": 1, "نيسن": 4, "ايار": 5, "مايس": 5, "يونيه": 6, "يوليه": 7, "يوليوس": 7,
    "تشرين أول": 10, "تشرين ثاني": 11, "كانون أول": 12,
    "Sept": 9,
}  # fmt: skip


def name(month: int, language: str, family: str, *, short: bool = False) -> str:
    """The name of a month; tables and charts take one name where texts take both, and three English letters."""
    if language != "ar":
        return ENGLISH[month - 1][:3] if short else ENGLISH[month - 1]
    return FAMILIES["gulf" if short and family == "both" else family][month - 1]
