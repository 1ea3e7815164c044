"""Acts that dice decide: behind B's back, or before its eyes."""

from tests.two_worlds.acts import ADDRESSES, ONCES, REVIEWS, TEXTS, Act, act
from tests.two_worlds.dice import Dice
from tests.two_worlds.observers import SPEAKS_FOR, Observer

PATHS = (
    "/en/",
    "/ar/",
    "/en/reviews/",
    "/ar/reviews/{review}/",
    "/ar/record/",
    "/en/my/items/",
    "/en/my/",
    "/en/members/",
)


def hidden_act(dice: Dice, observer: Observer, *, first: bool = False) -> Act:
    """Something that B is not to notice; the first of several is a remark, so that the others find one."""
    by, text, which = dice.pick(observer.hidden), dice.pick(TEXTS), dice.upto(4)
    to = tuple(sorted({dice.pick(observer.readers) for _reader in range(1 + dice.upto(3))}))
    once = {"once": dice.pick(ONCES)} if dice.upto(3) == 0 else {}
    review, owner = dice.upto(REVIEWS), dice.pick(("", "", by))
    kinds = [
        *[act("remark", by, pool="hidden", text=text, to=to, review=review, **once)] * 3,
        act("correct", owner, pool="hidden", which=which, text=text, version=dice.upto(3), **once),
        act("widen", owner, pool="hidden", which=which, to=to, **once),
        act("usual", by, to=to),
        act("document", by, name=text[:20], to=to, review=review),
        act("sign_in", by),
        act("read", by, path=dice.pick(PATHS)),
        *[_sent(dice, by, text, to, once)] * 3,
    ]
    few = tuple(sorted({code for code in (*codes(to), codes(observer.readers)[0]) if code != observer.reader}))
    if "officer" in observer.hidden:
        kinds.append(act("load", "officer", number=1 + which, to=few))
        if observer.reader != "chair":  # Both offices read every review.
            kinds.append(act("host", "officer", code=few[0]))
    if observer.keepers:
        keeper = dice.pick(observer.keepers)
        kinds += [
            act("accredit", keeper, address=dice.pick(ADDRESSES), role=dice.pick(("adviser", "alternate"))),
            act("accept", keeper, which=which),
            act("end", keeper, which=which),
        ]
    return kinds[0] if first else dice.pick(kinds)


def certain_act(observer: Observer) -> Act:
    """Something behind B's back that nothing can refuse, so that no two worlds are the same one."""
    return act("remark", observer.hidden[0], pool="hidden", text=TEXTS[0], to=(observer.readers[0],))


def codes(readers: tuple[str, ...]) -> list[str]:
    """Whose readers they are, heads for their members."""
    return [reader.partition("/")[0] for reader in readers]


def _sent(dice: Dice, by: str, text: str, to: tuple[str, ...], once: dict[str, str]) -> Act:
    """A form that somebody else sends: whole, refused, twice."""
    said = (("text", text), ("language", dice.pick(("ar", "en"))), *once.items())
    chosen = tuple(("chosen", code) for code in to if code not in {SPEAKS_FOR[by], "SH/head", "WA/head", "NW/head"})
    remark = "/en/reviews/{review}/remark/"
    forms = (
        (remark, (*said, ("release", "chosen"), *chosen)),
        (remark, (*said, ("release", "mine"))),
        (remark, (*said, ("release", "mine"), ("preview", "1"))),
        (remark, said),
        ("/en/my/release/", (("release", "chosen"), *chosen, *once.items())),
        ("/en/hat/", (("hat", "{hat}"),)),
        ("/ar/reading/", (("months", "gulf"), ("digits", "arab"))),
        ("/ar/account/password/", (("oldpassword", "wrong"), ("password1", "a"), ("password2", "b"))),
        ("/en/account/logout/", ()),
    )
    path, data = dice.pick(forms)
    return act("send", by, path=path, data=data)


def shared_act(dice: Dice, observer: Observer) -> Act:
    """Something that others do before B's eyes, or that is shown to B later."""
    by, which, text = dice.pick(observer.hidden), dice.upto(3), dice.pick(TEXTS)
    to = (observer.reader, dice.pick(observer.readers))
    kinds = [
        act("remark", by, pool="shared", text=text, to=to, review=dice.upto(REVIEWS)),
        act("remark", by, pool="shared", text=text, to=to[1:], review=dice.upto(REVIEWS)),
        act("widen", "", pool="shared", which=which, to=to),
        act("correct", "", pool="shared", which=which, text=text),
    ]
    return dice.pick(kinds)
