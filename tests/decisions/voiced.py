"""How tests take positions on a text that is put to the small group, explain them, and close the question."""

from tansiq.decisions.positions import commands
from tansiq.decisions.positions.commands import Said
from tansiq.decisions.positions.queries import turn_of, voices_of
from tansiq.decisions.texts.queries import paragraphs_of, question
from tansiq.release.acting import acting, acting_as
from tests.decisions.tabled import ALL, put, ruled, seated, tabled, to
from tests.secretariat import en, readers
from tests.world import token

OFFICES = ("chair", "secretariat")


def before_the_body(review=None, **rule):
    """A question before the small group, of which all three members hold a seat."""
    ruled(seated(*ALL), **rule)
    return put(tabled("officer", *ALL), review=review)


def takes(by, asked, kind, *codes, words=None, on=None, reason=None, to_whom=ALL, lifts=(), turn=None, **given):
    """A member takes a position, to everybody who decides or to those named."""
    with acting_as(token(by)):
        held = {one.place: one for one in paragraphs_of(asked.text_version_id)}
        said = Said(
            kind,
            words and en(words),
            held.get(on),
            reason and en(reason),
            conditions=[(held[place], en(wording)) for place, wording in lifts],
            **given,
        )
        seen = turn_of(asked.pk, acting().member) if turn is None else turn
        return commands.take_position(
            question=asked, said=said, turn=seen, readers=to(codes or ALL), reason_readers=readers(*to_whom)
        )


def explains(by, asked, words, *codes):
    with acting_as(token(by)):
        return commands.explain(question=asked, text=en(words), readers=to(codes or ALL))


def adopts(asked, by="chair"):
    with acting_as(token(by)):
        return commands.adopt(question=question(asked.pk).get())


def closes(asked, by="chair", **given):
    with acting_as(token(by)):
        return commands.close(question=question(asked.pk).get(), **given)


def heard(by, asked):
    """Which position of which member somebody reads."""
    with acting_as(token(by)):
        return {one.member.code: one.now.kind for one in voices_of(asked.pk)}
