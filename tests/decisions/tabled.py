"""How tests table texts, revise them, set how a body decides, and put a version to it."""

from datetime import date

from tansiq.decisions.texts import commands
from tansiq.decisions.texts.commands import Tabled
from tansiq.decisions.texts.models import Question, Text, TextVersion
from tansiq.decisions.texts.paragraphs import Para
from tansiq.decisions.texts.queries import newest
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tests.secretariat import Secretariat, readers
from tests.world import token

ALL = ("SH", "WA", "NW")
DAY = date(2026, 1, 1)


def both(english: str, arabic: str) -> Words:
    return Words.of("en", en=english, ar=arabic)


TITLE = both("Protection of the dam", "حماية السد")
SAID = (
    Para(both("The dam is to be guarded.", "يحرس السد."), "decides"),
    Para(both("The members report each month.", "يقدم الأعضاء تقاريرهم كل شهر."), "requests"),
)
OPEN = (Para(both("The dam [shall] [should] be guarded.", "[يجب] [ينبغي] أن يحرس السد."), "decides"), SAID[1])


def to(codes: tuple[str, ...]) -> list[int]:
    return readers(*codes) if codes else [PUBLIC]


def seated(*codes: str, body=None, **given):
    """A small group in which these members hold seats."""
    secretariat = Secretariat()
    body = body or secretariat.small_group()
    for code in codes:
        secretariat.seat(body, code, **given)
    return body


def ruled(body, *, from_on=DAY, **given):
    with acting_as(token("officer")):
        return commands.set_rule(body=body, rule=Rule(**given), from_on=from_on)


def tabled(by="officer", *codes, body=None, review=None, said=SAID, title=TITLE, kind="decision") -> Text:
    body = body or Secretariat().small_group()
    with acting_as(token(by)):
        return commands.table_text(
            body=body, review=review, tabled=Tabled(title, kind), paragraphs=said, readers=to(codes)
        )


def stands(text, by="officer") -> TextVersion:
    with acting_as(token(by)):
        return newest(text.pk)


def revised(text, by="officer", *, said, note=None, number=None) -> TextVersion:
    with acting_as(token(by)):
        seen = newest(text.pk).number if number is None else number
        return commands.revise_text(text=text, paragraphs=said, note=note, number=seen)


def put(text, by="chair", *, version=None, way="meeting", review=None, chair=None) -> Question:
    with acting_as(token(by)):
        return commands.put_question(version=version or newest(text.pk), way=way, review=review, chair=chair)
