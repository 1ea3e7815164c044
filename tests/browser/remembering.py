"""What the house remembers of somebody's sign-in, changed as if time had passed."""

from django.contrib.sessions.serializers import JSONSerializer
from django.core import signing

from tests.browser.house import NAME, House


def make_old(house: House, address: str) -> None:
    """Let somebody have signed in an hour ago, as far as each of the person's sessions remembers."""
    how = {"key": (house.data / "private" / "secret").read_text(), "salt": "django.contrib.sessions.SessionStore"}
    with house.cluster.admin(NAME) as admin:
        opened = "FROM tansiq_session s JOIN tansiq_account a ON a.key = s.account_id WHERE a.email = %s"
        for key, data in admin.execute(f"SELECT session_key, session_data {opened}", [address]).fetchall():
            held = signing.loads(data, serializer=JSONSerializer, **how) | {"confirmed": "2026-06-08T09:00:00+00:00"}
            changed = signing.dumps(held, serializer=JSONSerializer, compress=True, **how)
            admin.execute("UPDATE tansiq_session SET session_data = %s WHERE session_key = %s", [changed, key])
