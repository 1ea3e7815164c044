"""A text under silence on the stage of the browser, before everybody; it is laid as the administrator would."""

from tests.browser.house import House

MEMBERS = ("NL", "IT")
WORDS = '{"source": "en", "words": {"en": "The bridge is guarded.", "ar": "يُحرس الجسر."}}'
ROW = "key, owner_id, said_by_id, audience_id, created_at, version"
PUBLIC = (
    "SELECT gen_random_uuid(), m.key, m.key, a.id, now(), 1 FROM tansiq_member m, tansiq_audience a "
    "WHERE m.code = 'chair' AND a.readers = '{0}'"
)
RULE = (
    '{"way": "silence", "minus": 0, "numerator": 0, "denominator": 0, "majority_of": "entitled", "quorum": 0, '
    '"quorum_numerator": 0, "quorum_denominator": 0, "silence_hours": 72, "extensions": 2, "downtime_hours": 4, '
    '"hidden": false, "breaker_shown": false, "reasons": true, "languages": [], "without_meeting": true, '
    '"proxies": false}'
)


def silenced(house: House) -> dict[str, tuple[str]]:
    """The pages of a run, by their names."""
    body = house.one("SELECT key FROM tansiq_body WHERE kind = 'small_group'")
    text = _put(house, "text", body_id=body, title=WORDS, kind="decision", authentic="equal")
    version = _put(house, "textversion", text_id=text, number=1, digest="0" * 64)
    for place in (1, 2):
        _put(
            house, "paragraph", text_version_id=version, place=place, strand=text[:-1] + str(place), text=WORDS, verb=""
        )
    chair = house.one("SELECT key FROM tansiq_member WHERE code = 'chair'")
    given = {"text_id": text, "text_version_id": version, "way": "silence", "rule": RULE, "chair_id": chair}
    run = _put(house, "question", **given, proposed="writing", turn=1)
    for code in MEMBERS:
        _put(
            house,
            "elector",
            question_id=run,
            member_id=house.one("SELECT key FROM tansiq_member WHERE code = %s", code),
        )
    end = house.one("SELECT (now() + interval '80 hours')::text")
    for turn, kind in enumerate(("proposed", "started")):
        _put(house, "silenceact", question_id=run, kind=kind, turn=turn, until_at=end, verdict="", plain=False)
    names = ("silence", "silence_say", "silence_break", "silence_lead", "silence_letter", "silence_paper")
    return dict.fromkeys(names, (run,))


def _put(house: House, table: str, **given: object) -> str:
    """A row of the chair's that everybody reads."""
    columns, values = ", ".join(given), ", ".join(["%s"] * len(given))
    row = PUBLIC.replace("now(), 1", f"now(), 1, {values}")
    return str(house.one(f"INSERT INTO tansiq_{table} ({ROW}, {columns}) {row} RETURNING key", *given.values()))
