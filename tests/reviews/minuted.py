"""Minutes as tests write them: each step by its command, as whoever takes it."""

from datetime import date

from tansiq.release.acting import acting_as
from tansiq.reviews.minutes import commands, queries
from tests.pages import text
from tests.reviews.setting import found
from tests.secretariat import en, readers
from tests.visits import at, client
from tests.world import token

UNTIL = date(2026, 6, 15)


def do(item, command, slug="officer", version=0, **given):
    stands = found(item)
    with acting_as(token(slug)):
        seen = version or commands.version_of(stands)
        return command(item=stands, version=seen, **given)


def draft(item, words="The money is late.", slug="officer", **given):
    return do(item, commands.draft_minutes, slug, text=en(words), **given)


def circulate(item, *codes, slug="officer", until_on=UNTIL, **given):
    with acting_as(token(slug)):
        to = readers(*codes) if codes else list(item.audience.readers)
    return do(item, commands.circulate_minutes, slug, until_on=until_on, readers=to, **given)


def propose(item, words="It was, and is not, late.", slug="alif", codes=("SH", "WA", "NW")):
    stands = found(item)
    with acting_as(token(slug)):
        return commands.propose_correction(item=stands, text=en(words), readers=readers(*codes))


def answer(correction, slug="officer", *, taken=True, why="So it was said."):
    with acting_as(token(slug)):
        held = queries.corrections().get(pk=correction.pk)
        return commands.answer_correction(correction=held, taken=taken, reason=en(why))


def adopt(item, words="The money is late.", slug="officer", **given):
    return do(item, commands.adopt_minutes, slug, text=en(words), **given)


def seal(item, slug="officer", **given):
    return do(item, commands.seal_minutes, slug, **given)


def page(item, slug="jim"):
    return text(client(slug).get(at("minutes", item.pk)))
