import pytest

from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Review
from tests.decisions.actions.doing import day, laid
from tests.decisions.tabled import put as before_the_body
from tests.decisions.tabled import ruled, seated, stands, tabled
from tests.outcomes import Outcomes
from tests.reviews.hosting import invited
from tests.reviews.setting import minuted, put, waiting
from tests.reviews.test_phases import opened
from tests.secretariat import Secretariat, readers


@pytest.fixture(autouse=True)
def quick(settings):
    """The slow hasher is tried elsewhere."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def matter(db, alif):
    """One of each thing that has an address of its own; a remark of Sahlan that the secretariat reads too."""
    secretariat = Secretariat()
    given = {
        "source": secretariat.source("Another paper"),
        "review": secretariat.first(),
        "body": secretariat.small_group(),
    }
    with acting_as(alif):
        given["remark"] = make_remark(
            review=Review.objects.get(pk=given["review"].pk),
            text=Words.of("en", en="Reports come late."),
            readers=readers("secretariat"),
        )
    given["item"] = put(opened(secretariat), "Opening")
    given["correction"] = minuted(given["item"])
    given["guest"], _secret = invited(secretariat.first())
    given["waiting"] = waiting(given["item"])
    ruled(seated("SH", body=given["body"]))
    given["text"] = tabled("alif")
    given["version"] = stands(given["text"])
    given["question"] = before_the_body(tabled("officer"), review=given["review"])
    given["decision"] = Outcomes().decision("Dig.", day(-400))
    given["action"] = laid(given["decision"], "public", others=())
    return given
