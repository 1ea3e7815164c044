"""The rules of advice: who calls for it, who gives it and how it is named, who answers it and who takes a position."""

from typing import Any

from tansiq.migrations._review_rules import OPENER
from tansiq.release.protect import ME, PROGRAMS, Guarded, locked, readable, words_checks

CALLS = OPENER
# Whom a call asks is put in with it.
INVITES = (
    f"EXISTS (SELECT FROM tansiq_advicecall its WHERE its.key = tansiq_invitee.call_id AND its.owner_id = {ME} "
    "AND its.created_at = tansiq_invitee.created_at AND its.audience_id = tansiq_invitee.audience_id)"
)


def _asked(key: str, more: str = "") -> str:
    """That a call asks the acting member and is open by now."""
    return (
        "EXISTS (SELECT FROM tansiq_advicecall its JOIN tansiq_invitee asked ON asked.call_id = its.key "
        f"WHERE its.key = {key} AND asked.member_id = {ME} "
        f"AND its.opens_at <= (SELECT tansiq.now()) AND its.closes_at > (SELECT tansiq.now()){more})"
    )


HAS_NOTHING = _asked("tansiq_nothingtoadd.call_id", " AND its.audience_id = tansiq_nothingtoadd.audience_id")
HANDS_IN = _asked("tansiq_handedin.call_id")
# What is laid on the table was handed in for this call, in these words, and its circle reads it.
_SAME = (
    "was.kind = tansiq_advice.kind AND was.words = tansiq_advice.words AND was.line = tansiq_advice.line "
    "AND was.evidence IS NOT DISTINCT FROM tansiq_advice.evidence AND was.severity = tansiq_advice.severity"
)
_OF_THE_CALL = (
    "EXISTS (SELECT FROM tansiq_advicecall its WHERE its.key = tansiq_advice.call_id "
    "AND its.audience_id = tansiq_advice.audience_id)"
)
_SECRETARIAT = "COALESCE((SELECT tansiq.office()), '') = 'secretariat' AND said_by_id IS NULL"
GIVES = (
    f"CASE attribution WHEN 'attributed' THEN {_asked('tansiq_advice.call_id')} "
    f"WHEN 'secretariat' THEN {_SECRETARIAT} AND {_OF_THE_CALL} AND EXISTS (SELECT FROM tansiq_handedin was "
    f"WHERE was.becomes = tansiq_advice.key AND was.call_id = tansiq_advice.call_id AND was.way = 'secretariat' "
    f"AND {_SAME}) "
    f"WHEN 'chatham' THEN {_SECRETARIAT} AND {_OF_THE_CALL} AND EXISTS (SELECT FROM tansiq_unsignedadvice was "
    f"WHERE was.key = tansiq_advice.key AND was.call_key = tansiq_advice.call_id AND {_SAME}) ELSE false END"
)
CORRECTS = " AND ".join(
    f"EXISTS (SELECT FROM tansiq_advice its WHERE its.key = tansiq_advicecorrection.{side} AND its.owner_id = {ME} "
    "AND its.attribution = 'attributed')"
    for side in ("earlier_id", "later_id")
)


def _before_all(table: str, more: str = "") -> str:
    """Released to all who read the advice."""
    return (
        f"EXISTS (SELECT FROM tansiq_advice its WHERE its.key = {table}.advice_id "
        f"AND its.audience_id = {table}.audience_id{more})"
    )


CURES = _before_all(
    "tansiq_cure",
    f" AND its.kind = 'weak_point' AND (its.owner_id = {ME} "
    "OR COALESCE((SELECT tansiq.office()), '') IN ('secretariat', 'chair'))",
)
ANSWERS = "COALESCE((SELECT tansiq.office()), '') = 'chair' AND into_id IS DISTINCT FROM advice_id AND " + _before_all(
    "tansiq_adviceanswer"
)


def _of_asked(table: str) -> str:
    """On advice of a call that asks the acting member, before its time is over; open when the call says so."""
    return (
        "EXISTS (SELECT FROM tansiq_advice its JOIN tansiq_advicecall call ON call.key = its.call_id "
        "JOIN tansiq_invitee asked ON asked.call_id = call.key "
        f"WHERE its.key = {table}.advice_id AND asked.member_id = {ME} AND call.settled_at > (SELECT tansiq.now()) "
        f"AND {table}.open_at = CASE WHEN call.hidden THEN call.settled_at ELSE call.opens_at END)"
    )


EXPLAINS = _of_asked("tansiq_advicereason")
# Whoever opposes says why first, to whomever it chooses.
TAKES = _of_asked("tansiq_adviceposition") + (
    f" AND (stance <> 'oppose' OR EXISTS (SELECT FROM tansiq_advicereason why WHERE why.owner_id = {ME} "
    "AND why.advice_id = tansiq_adviceposition.advice_id AND why.turn = tansiq_adviceposition.turn))"
)


class Unsigned(Guarded):
    """Words without their author: an asked member puts them in for the secretariat, which reads them after the close."""

    def __init__(self, name: str) -> None:
        self.name = name

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        table = apps.get_model(app_label, self.name)._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
        keeper = (
            "(SELECT keeper.key FROM tansiq_member keeper WHERE keeper.code = 'secretariat' AND keeper.kind = 'office')"
        )
        asked = _asked(f"{table}.call_key", f" AND its.closes_at = {table}.open_at")
        return [
            *locked(table),
            f"CREATE POLICY read ON {table} FOR SELECT TO {PROGRAMS} "
            f"USING (owner_id = {ME} AND open_at <= (SELECT tansiq.now()))",
            f"CREATE POLICY add ON {table} FOR INSERT TO {PROGRAMS} WITH CHECK (owner_id = {keeper} AND {asked})",
            f"GRANT INSERT ON {table} TO {PROGRAMS}",
            readable(table, PROGRAMS),
            f"GRANT SELECT ON {table} TO tansiq_backup, tansiq_definer",
            f"CREATE INDEX {table}_of_call ON {table} (call_key)",
            *words_checks(apps.get_model(app_label, self.name)),
        ]
