"""Directed scripts of the second act of the loop: measures, assessments, gifts, risks, forecasts, the ground."""

from tests.two_worlds.acts import act
from tests.two_worlds.asks import get, post
from tests.two_worlds.plans import Hidden, Step


def measuring() -> list[Step]:
    """A measure, a target, a start and a milestone's state behind B's back; B reads where they would stand."""
    few = ("SH", "WA")
    hidden = [act("measure", "officer", to=few), act("aim", "officer", to=few), act("attest", "officer", to=few)]
    hidden.append(act("begin", "officer", to=few))
    rooms = ("measures/", "measures/{measure}/", "milestones/", "milestones/{milestone}/", "lines/military/", "record/")
    more = ("milestones/?state=open", "milestones/?state=reached", "measures/{hidden}/", "measures/{hidden}/change/")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *more, ""))]


def assessing() -> list[Step]:
    """Others assess, and the secretariat revises and sees otherwise, behind B's back; B reads where it would stand."""
    hidden = [act("assess", "alif", to=("SH", "WA")), act("assess", "ba", to=("SH",), window="last")]
    hidden.append(act("see_anew", "officer", to=("SH", "WA")))
    rooms = ("lines/military/assessments/", "assessments/{assessment}/", "assessments/{hidden}/", "lines/military/")
    rooms += ("reviews/{prepared}/preparation/",)
    hung = ("assessments/{hidden}/revise/", "assessments/{assessment}/dissent/", "record/", "search/?q=Hidden", "")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung))]


def giving() -> list[Step]:
    """Others give, go on, consent, limit and need behind B's back; B reads where all of it would stand."""
    few = ("SH", "WA")
    hidden = [act("give", "alif", to=few), act("go_on", "alif", to=few), act("consent", "ba", to=("SH",))]
    rooms = ("contributions/", "contributions/{joint}/", "contributions/{hidden}/", "needs/", "needs/matrix/")
    hung = (
        "needs/{need}/",
        "needs/?state=met",
        "contributions/{hidden}/stage/",
        "lines/military/spent/",
        "lines/military/",
        "record/",
    )
    hung += ("reviews/{prepared}/preparation/",)
    more = ("contributions/{joint}/consent/", "members/SH/", "search/?q=Hidden", "contributions/?stage=delivered", "")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung, *more))]


def risking() -> list[Step]:
    """Others state, end and rank risks, the secretariat says one anew, behind B's back; B looks where they stand."""
    hidden = [act("risk", "alif", to=("SH", "WA")), act("say_anew", "officer", to=("SH",))]
    rooms = ("risks/", "risks/reviews/", "risks/{risk}/", "risks/{hidden}/", "reviews/{ranked}/rankings/")
    rooms += ("reviews/{ranked}/preparation/",)
    hung = ("risks/{risk}/again/", "risks/{hidden}/end/", "reviews/{review}/rankings/", "lines/military/", "record/")
    ranked = post("/en/reviews/{ranked}/rank/", place_1="{risk}", language="en", text="", release="mine", once="mine")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung, "search/?q=Hidden", "")), ranked]


def texting() -> list[Step]:
    """Others table texts and object, before few or hidden until the close, behind B's back; B reads and answers."""
    hidden = [act("table", "alif", to=("SH", "WA")), act("voice", "alif", to=("SH",)), act("veil", "ba")]
    rooms = ("texts/", "texts/?body={body}", "texts/{put}/", "texts/{hidden}/", "questions/{asked}/")
    hung = ("questions/{veiled}/", "questions/{veiled}/position/", "bodies/{body}/", "decisions/", "record/")
    given = {"kind": "aside", "language": "en", "reason_to": "same", "turn": "1", "release": "public"}
    sent = [post(f"/en/questions/{{{name}}}/position/", **given, once=name) for name in ("asked", "veiled")]
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung, "search/?q=Hidden", "")), *sent]


def silencing() -> list[Step]:
    """A run of silence for few, and a break that is only prepared, behind B's back; B looks where runs stand."""
    hidden = [act("silently", "officer", to=("SH", "WA")), act("prepare", "alif"), act("entrust", "officer")]
    rooms = (
        "silence/",
        "silence/ours/",
        "silence/{run}/",
        "silence/{hidden}/",
        "silence/{run}/say/",
        "silence/{hidden}/break/",
    )
    hung = ("silence/{run}/letter/", "silence/{hidden}/paper/", "silence/{hidden}/letter/", "decisions/", "record/", "")
    hung += ("bodies/{guard}/proxies/", "proxies/{proxy}/", "proxies/{hidden}/", "members/")
    said = post("/en/silence/{run}/say/", kind="acknowledged", language="en", text="", paragraph="", once="mine")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung)), said, get("/en/silence/{run}/")]


def tasking() -> list[Step]:
    """Others are given an action, tell on it, and judge one that B reads, behind B's back; B looks, and judges too."""
    hidden = [act("task", "officer", to=("SH", "WA")), act("judge", "ba"), act("teach", "officer", to=("SH", "WA"))]
    taught = ("lessons/", "lessons/{lesson}/", "lessons/{lesson}/step/", "lessons/{hidden}/", "advice/{advice}/")
    rooms = (
        *taught,
        "actions/",
        "actions/?status=late",
        "actions/{task}/",
        "actions/{their_task}/",
        "actions/{hidden}/",
    )
    hung = ("actions/{their_task}/judge/", "actions/{hidden}/tell/", "actions/{task}/tell/", "decisions/{dug}/")
    more = ("members/SH/", "my/needs/", "reviews/{prepared}/preparation/", "record/", "search/?q=Hidden", "")
    given = {"points": "limited", "text": "Mine.", "language": "en", "turn": "0"}
    sent = post("/en/actions/{their_task}/judge/", **given, once="mine")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung, *more)), sent]


def foreseeing() -> list[Step]:
    """Others foretell, and the secretariat says what came of a forecast, behind B's back; B reads all it may."""
    hidden = [act("foresee", "alif", to=("SH", "WA")), act("tell", "officer", to=("SH",))]
    rooms = (
        "forecasts/",
        "forecasts/?outcome=due",
        "forecasts/calibration/",
        "forecasts/{due}/",
        "forecasts/{hidden}/",
    )
    hung = ("forecasts/{hidden}/date/", "forecasts/{due}/demur/", "forecasts/{told}/", "reviews/{ranked}/", "my/needs/")
    sent = post("/en/forecasts/{undated}/date/", until_on="2026-09-01", release="public", once="mine")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *hung, "record/", "")), sent]


def developing() -> list[Step]:
    """Others say what changed, claim causes and dispute, behind B's back; B reads where it would stand."""
    few = ("SH", "WA")
    hidden = [act("change", "alif", to=few), act("change_anew", "officer", to=few), act("take_sides", "ba", to=few)]
    rooms = ("lines/military/developments/", "developments/", "developments/{development}/", "claims/{claim}/")
    rooms += ("lines/military/",)
    keyed = ("developments/{hidden}/", "developments/{hidden}/correct/", "claims/{hidden}/", "claims/{hidden}/answer/")
    hung = ("measures/{measure}/", "assessments/{assessment}/", "lines/military/claim/", "record/", "search/?q=Hidden")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *keyed, *hung, ""))]


def advising() -> list[Step]:
    """Others advise, hand in unnamed, take positions and are called and answered behind B's back; B is asked too."""
    few = ("SH", "WA")
    hidden = [act("advise", "alif", to=few), act("call_few", "officer", to=few)]
    rooms = ("advice/", "advice/calls/{advice_call}/", "advice/{advice}/", "reviews/{prepared}/advice/", "my/needs/")
    keyed = ("advice/calls/{hidden}/", "advice/calls/{hidden}/advise/", "advice/{hidden}/", "advice/{hidden}/position/")
    more = ("advice/calls/{advice_call}/advise/", "advice/{advice}/correct/", "search/?q=Hidden", "record/", "members/")
    said = {"text": "", "reason": "", "reason_to": "same", "language": "en", "turn": "0", "release": "mine"}
    sent = post("/en/advice/{advice}/position/", stance="support", once="mine", **said)
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *keyed, *more, "")), sent]


def briefing() -> list[Step]:
    """The coordinator briefs few, who ask, and a step goes onto the agenda, behind B's back; B reads the review."""
    few = ("SH", "WA")
    hidden = [act("brief", "coordinator", to=few), act("take", "officer", to=few)]
    rooms = ("reviews/{prepared}/briefing/", "reviews/{prepared}/agenda/", "reviews/{prepared}/", "my/items/")
    rooms += ("reviews/{prepared}/preparation/",)
    keyed = ("reviews/{prepared}/briefing/?version={hidden}", "briefings/{hidden}/ask/", "briefings/{briefing}/ask/")
    more = ("briefings/questions/{hidden}/answer/", "developments/", "lines/military/developments/", "record/", "")
    return [Hidden(hidden), *(get(f"/en/{room}") for room in (*rooms, *keyed, *more))]
