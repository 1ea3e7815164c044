"""The Hijri date beside the Gregorian one, by the Umm al-Qura calendar."""

from datetime import date

from hijridate import Gregorian

MONTHS = {
    "ar": (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "en": (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhira",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
    ),
}  # fmt: skip
ERA = {"ar": "هـ", "en": "AH"}
KNOWN = (date(1924, 8, 1), date(2077, 11, 16))  # What the calendar's published tables hold.


def hijri(day: date, language: str) -> str | None:
    """A day in the Hijri calendar; None beyond its published tables.

    >>> hijri(date(2015, 1, 22), "en")
    '2 Rabi al-Thani 1436 AH'
    """
    if not KNOWN[0] <= day <= KNOWN[1]:
        return None
    found = Gregorian.fromdate(day).to_hijri()
    return f"{found.day} {MONTHS[language][found.month - 1]} {found.year} {ERA[language]}"
