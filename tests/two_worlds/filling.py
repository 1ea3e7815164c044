"""How B fills a form: as it is meant, or with what it should not hold."""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from tests.two_worlds.acts import ADDRESSES, ONCES, TEXTS
from tests.two_worlds.dice import Dice
from tests.two_worlds.pages import Field, Form

MEANT = {  # What a sensible person writes into a field of this name.
    "email": ADDRESSES,
    "login": (*ADDRESSES, "nobody@one.example"),
    "name_en": ("A guest", "Jim"),
    "name_ar": ("ضيفة", ""),
    "speaks_for_en": ("An agency",),
    "speaks_for_ar": ("وكالة",),
    "until_time": ("14:30",),
    "code": ("ZZ", "sh"),
    "joined_on": ("2026-06-01",),
    "founded_on": ("2026-06-01",),
    "title_en": ("A review",),
    "title_ar": ("استعراض",),
    "place_en": ("Somewhere", ""),
    "place_ar": ("مكان", ""),
    "sequence": ("SH WA", ""),
    "plenary_hours": ("72", ""),
    "small_group_hours": ("24",),
    "first_on": ("2026-01-01",),
    "until_on": ("", "2026-07-01"),
    "at": ("", "14:30"),
    "when": ("2026-06-09 14:30", "٩ حزيران ٢٠٢٦ ١٤:٣٠"),
    "title": ("A round",),
    "every": ("1", "2"),
    "minutes": ("", "30"),
    "since": ("2026-06-01", "May 2026"),
    "since_start": ("", "September 2014"),
    "since_last": ("", "2026-05-04"),
    "on": ("2026-06-08", "٨ حزيران ٢٠٢٦"),
    "valid_from": ("2026-06-08", "2026-06-01"),
    "valid_until": ("", "2027-01-01"),
    "unit_ar": ("أشخاص", ""),
    "unit_en": ("persons",),
    "base_ar": ("من الكل",),
    "base_en": ("of all",),
    "what_ar": ("وقف التقدم",),
    "what_en": ("Halted",),
    "start_value": ("0", "١٬٢٠٠", ""),
    "start_on": ("2014-09-01",),
    **dict.fromkeys(("levels_en", "likelihoods_en", "impacts_en"), ("low\nhigh", "low")),
    **dict.fromkeys(("levels_ar", "likelihoods_ar", "impacts_ar"), ("منخفض\nمرتفع",)),
    "from_on": ("", "2026-07-01"),
    "came_on": ("2026-04-01", ""),
    **dict.fromkeys(("low", "high"), ("60", "80")),
    "again_on": ("2026-07-01", ""),
    "expected_on": ("2026-07-01",),
    "value": ("400", "many"),
    "amount": ("400", "many"),
    "high": ("", "900"),
    "currency": ("USD", "usd"),
    "said": ("", "large sums"),
    **dict.fromkeys(("shown_amount", "shown_currency", "rate_on", "joint_name", "until", "starts"), ("",)),
    **dict.fromkeys(("recipient", "earmark", "place", "activity", "hours", "against", "approval"), ("", "A word")),
    "by": ("", "2026-09-01"),
    "as_of": ("2026-06-01",),
    "note_ar": ("", "ملاحظة"),
    "note_en": ("", "A note"),
    "text_ar": ("المال متأخر.",),
    "text_en": ("The money is late.",),
    "parts": ("Basra: 60\nMosul: 40", "Basra 60"),
    "password": ("a sentence that is long",),
}
WRITTEN = {"text", "textarea", "hidden"}  # A browser sends these when they are empty, too.


def filled(form: Form, dice: Dice, keys: Sequence[UUID]) -> str:
    """A form with something in every field: what is meant, what is offered, now and then something else."""
    return _sent(form, {name: _drawn(one, dice, keys) for name, one in form.fields.items()})


def well_filled(form: Form) -> str:
    """A form as it is meant: the first of what is offered, words where words belong."""
    return _sent(form, {name: _meant(one)[0] for name, one in form.fields.items()})


def junk(dice: Dice, keys: Sequence[UUID]) -> str:
    """A body for a page that may have no form."""
    given = [("once", dice.pick(ONCES)), ("text", dice.pick(TEXTS)), ("email", dice.pick(ADDRESSES))]
    given += [("item", str(dice.pick(keys))), ("version", "1"), ("release", "mine")]
    return urlencode(given[: dice.upto(len(given) + 1)])


def _sent(form: Form, values: dict[str, str]) -> str:
    values.pop("csrfmiddlewaretoken", None)  # It goes in a header.
    return urlencode({name: value for name, value in values.items() if value or form.fields[name].kind in WRITTEN})


def _meant(one: Field) -> Sequence[str]:
    if one.value or one.kind in {"hidden", "button"}:
        return (one.value,)
    return one.offers or MEANT.get(one.name, TEXTS)


def _drawn(one: Field, dice: Dice, keys: Sequence[UUID]) -> str:
    odd = dice.upto(12) == 0
    if one.name == "once":
        return dice.pick(ONCES) if dice.upto(4) == 0 else one.value
    if one.kind == "hidden":
        return str(dice.pick(keys)) if odd else one.value
    if one.offers:
        must = one.kind == "radio" and not one.value
        return dice.pick(one.offers) if must or dice.upto(2) else one.value
    return dice.pick(TEXTS if odd else MEANT.get(one.name) or _meant(one))
