"""What the chair does on its pages once silence has ended."""

from tests.decisions.running import END, HOUR, begun, moved
from tests.pages import text
from tests.visits import at, client


def test_R_S6_the_notice_asks_for_the_chairs_word_that_all_could_be_reached(outcomes):
    question = begun()
    fields = {"act": "notice", "language": "en", "once": "n" * 20, "zone": "UTC", "on": "", "at": "", "text": ""}
    with moved(END + HOUR):
        door = client("chair")
        answer = door.post(at("silence_lead", question.pk), fields)
        assert answer.status_code == 400
        assert "Attest both before" in text(answer)
        assert "(4)" in text(answer)
