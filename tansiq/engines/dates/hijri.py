"""The Hijri date beside the Gregorian one, and from it, by the Umm al-Qura calendar."""

from datetime import date

from hijridate import Gregorian, Hijri

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
YEARS = (1343, 1500)  # Of the Hijri era, in the tables; no coalition means a Gregorian year of these.
SPELLINGS = {
    "ربيع الثاني": 4, "جمادى الثانية": 6, "جمادى الاول": 5, "جمادى الآخر": 6, "ذي القعدة": 11, "ذي الحجة": 12,
    "Rabi al-Akhir": 4, "Ramadhan": 9, "Dhul Qada": 11, "Dhul Hijja": 12, "Dhu al-Hijjah": 12, "Dhu al-Qadah": 11,
}  # fmt: skip
KNOWN = (date(1924, 8, 1), date(2077, 11, 16))  # What the calendar's published tables hold.


def gregorian(year: int, month: int, day: int) -> date | None:
    """A Hijri day in the Gregorian calendar; None where its tables have no such day.

    >>> gregorian(1436, 4, 2)
    datetime.date(2015, 1, 22)
    """
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri(day: date, language: str) -> str | None:
    """A day in the Hijri calendar; None beyond its published tables.

    >>> hijri(date(2015, 1, 22), "en")
    '2 Rabi al-Thani 1436 AH'
    """
    if not KNOWN[0] <= day <= KNOWN[1]:
        return None
    found = Gregorian.fromdate(day).to_hijri()
    return f"{found.day} {MONTHS[language][found.month - 1]} {found.year} {ERA[language]}"
