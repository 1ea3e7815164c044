"""Directed scripts: one hidden thing in the first world, nothing in the second, and B looks where it could show."""

from collections.abc import Callable

from tests.two_worlds.acts import Act, act
from tests.two_worlds.asks import get, post
from tests.two_worlds.plans import Ask, Hidden, Shared, Step
from tests.two_worlds.standing import (
    advising,
    assessing,
    briefing,
    developing,
    foreseeing,
    giving,
    measuring,
    risking,
    silencing,
    tasking,
    texting,
)

TEXT = "Reports come late."
HIDDEN = act("remark", "alif", pool="hidden", text=TEXT, to=("WA",))


def remark(text: str = TEXT, once: str = "mine") -> Ask:
    """B remarks on the first review, for itself alone."""
    return post("/en/reviews/{review}/remark/", text=text, language="en", release="mine", once=once)


def reading() -> list[Step]:
    """A remark behind B's back; B opens the pages on which remarks stand."""
    pages = ("/en/", "/en/reviews/", "/en/reviews/{review}/", "/en/record/", "/en/members/SH/", "/en/my/items/")
    return [Hidden([HIDDEN]), *map(get, pages), get("/en/remarks/{hidden}/"), get("/ar/record/{hidden}/")]


def searching() -> list[Step]:
    """A remark behind B's back; B looks for its words, mistypes them, and narrows its search."""
    asked = (
        "q=reports",
        "q=late",
        "q=reprots",
        "q=reports&near=on",
        "q=reports&kind=remark",
        "kind=remark",
        "member=SH",
    )
    return [Hidden([HIDDEN]), *(get(f"/en/search/?{one}") for one in asked), remark(), get("/en/search/?q=late")]


def many() -> list[Step]:
    """Three remarks behind B's back on the older of two reviews; B reads what is listed."""
    more = [act("remark", "ba", pool="hidden", text=TEXT, to=("SH",), review=0) for _one in range(2)]
    return [Hidden([HIDDEN, *more]), get("/en/reviews/"), get("/en/reviews/{review}/"), get("/en/my/items/")]


def writing() -> list[Step]:
    """The same words as behind its back, under the same key of the form, then what B has written."""
    hidden = Act(HIDDEN.kind, HIDDEN.by, (*HIDDEN.given, ("once", "mine")))
    return [Hidden([hidden]), remark(), get("/en/reviews/{review}/"), get("/en/my/items/"), get("/en/record/")]


def touching() -> list[Step]:
    """The key of a hidden remark in the addresses and bodies of acts."""
    return [
        Hidden([HIDDEN]),
        get("/en/remarks/{hidden}/"),
        get("/en/remarks/{hidden}/correct/"),
        post("/en/remarks/{hidden}/correct/", text="Mine now.", language="en", version=1),
        post("/en/remarks/{hidden}/release/", release="public", version=1, confirmed=1),
        post("/en/my/items/release/", item="{hidden}", release="public"),
    ]


def people() -> list[Step]:
    """A person is accredited inside another member; B looks at that member, and invites the same address."""
    newcomer = act("accredit", "admin.sh", address="new@one.example", role="adviser")
    invited = {"role": "adviser", "email": "new@one.example", "valid_from": "2026-06-08", "name_en": "A newcomer"}
    return [
        Hidden([newcomer]),
        get("/en/members/SH/"),
        get("/en/members/"),
        get("/en/record/"),
        post("/en/my/people/accredit/", by="admin.nw", once="mine", **invited),
        get("/en/my/", by="admin.nw"),
    ]


def letters() -> list[Step]:
    """Something happens behind B's back; then B is written to."""
    invited = {"role": "adviser", "email": "jim@exercise.example", "valid_from": "2026-06-08", "name_en": "Jim again"}
    return [Hidden([HIDDEN]), post("/en/my/people/accredit/", by="admin.nw", once="mine", **invited)]


def loading() -> list[Step]:
    """The secretariat enters reviews, seats, sources, words for few; B reads the lists, and what these hang on."""
    rooms = ("", "reviews/", "statements/", "sources/", "members/", "members/SH/", "record/")
    hung = ("reviews/{loaded}/", "sources/{source}/", "statements/{statement}/", "bodies/{body}/")
    pages = [get(f"/en/{room}") for room in (*rooms, *hung)]
    return [Hidden([act("load", "officer", number=1, to=("SH", "WA"))]), *pages]


def needing() -> list[Step]:
    """Another member answers a call before the secretariat, which asks about it; B looks at what needs it."""
    pages = ("", "my/needs/", "calls/{call}/closing/", "record/")
    return [Hidden([act("answer_a_call", "alif", to=(), question=TEXT)]), *(get(f"/en/{page}") for page in pages)]


def sign_ins() -> list[Step]:
    """Somebody else signs in."""
    return [Hidden([act("sign_in", "alif")]), get("/en/my/sessions/"), get("/en/")]


def readers() -> list[Step]:
    """Somebody else reads a page before B does."""
    return [Hidden([act("read", "alif", path="/en/")]), get("/en/"), get("/en/reviews/{review}/")]


def demanding() -> list[Step]:
    """Another member demands a second factor of its people; B looks at that member, then demands one of its own."""
    return [
        Hidden([act("demand", "admin.sh")]),
        *map(get, ("/en/members/SH/", "/en/record/", "/en/my/sign-in/", "/en/record/{hidden}/")),
        get("/en/my/second-factor/", by="admin.nw"),
        post("/en/my/second-factor/", by="admin.nw", version=0, once="mine"),
        get("/en/my/second-factor/", by="admin.nw"),
        get("/en/"),
    ]


def habits() -> list[Step]:
    """Another member chooses how it usually releases; B opens its own form."""
    usual = act("usual", "alif", to=("WA", "chair"))
    return [Hidden([usual]), get("/en/reviews/{review}/remark/"), get("/en/my/release/")]


def heads() -> list[Step]:
    """A remark for heads of delegation alone; an alternate of the same member looks."""
    only = act("remark", "ba", pool="hidden", text=TEXT, to=("SH/head",))
    pages = ("/en/reviews/{review}/", "/en/record/", "/en/members/WA/")
    return [Hidden([only]), *(get(page, by="alif2") for page in pages)]


def public() -> list[Step]:
    """A remark among members; somebody who is not signed in looks."""
    pages = ("/en/", "/en/reviews/{review}/", "/en/record/", "/en/remarks/{hidden}/", "/en/members/SH/")
    return [Hidden([HIDDEN]), *(get(page, by="") for page in pages)]


def shown_later() -> list[Step]:
    """Something is put in and shown to B later; other things, put in between, are not."""
    shown = act("remark", "alif", pool="shared", text="For you later.", to=("WA",))
    between = act("correct", "", pool="hidden", which=0, text="Other words.")
    return [
        Shared(shown),
        Hidden([HIDDEN, between]),
        Shared(act("widen", "", pool="shared", which=0, to=("NW",))),
        get("/en/reviews/{review}/"),
        get("/en/record/"),
        get("/en/members/SH/"),
    ]


def reports() -> list[Step]:
    """A report, its correction and an overlap among others, behind B's back; B opens each page on which they stand."""
    rooms = ("measures/", "restatements/", "members/SH/", "record/", "reports/{hidden}/", "reports/{hidden}/ask/")
    of_call = ("calls/{call}/reports/", "calls/{call}/overlaps/", "calls/{call}/reports/?member=SH&state=restated")
    acts = [
        act("report", "alif", value="77", to=("WA",)),
        act("restate", "alif", value="78", to=("WA",)),
        act("overlap", "alif", other="WA"),
    ]
    asked = post("/en/reports/{hidden}/ask/", text="Is it?", language="en", once="mine")
    return [Hidden(acts), *(get(f"/en/{room}") for room in (*rooms, *of_call, "", "measures/{trained}/")), asked]


def questions() -> list[Step]:
    """A question about a hidden report, and its answer; B reads the reports that it may and tries to answer."""
    acts = [
        act("report", "alif", value="77", to=("WA",)),
        act("query", "ba", of="SH", text=TEXT, reply="No.", replied_by="alif"),
    ]
    pages = ("reports/{hidden}/", "reports/queries/{hidden}/reply/", "calls/{call}/reports/?state=asked", "record/")
    return [Hidden(acts), *(get(f"/en/{page}") for page in pages)]


def agendas() -> list[Step]:
    """A closed item, a referral, a draft and a correction behind B's back; B reads where they would stand."""
    few = ("SH", "WA")
    acts = [act(kind, "officer", to=few) for kind in ("close", "refer")]
    hidden = [*acts, act("draft", "officer"), act("amend", "alif", to=few)]
    rooms = ("reviews/{prepared}/", "reviews/{prepared}/agenda/", "reviews/{higher}/agenda/", "agenda/{hidden}/")
    items = ("agenda/{item}/", "agenda/{item}/minutes/", "agenda/{bare}/minutes/", "agenda/{hidden}/minutes/")
    sent = post("/en/agenda/{item}/minutes/correct/", text="Mine.", language="en", release="mine", once="mine")
    pages = [get(f"/en/{room}") for room in (*rooms, *items, "record/", "agenda/{hidden}/minutes/correct/")]
    return [Hidden(hidden), *pages, sent, get("/en/agenda/{item}/minutes/")]


def plans() -> list[Step]:
    """A document, a review of the invited and its new plan behind B's back; B opens lists, documents, its calendar."""
    acts = [
        act("document", "alif", name="For few", to=("WA",), review=0),
        act("plan", "officer", code="SH"),
    ]
    keyed = ("documents/{hidden}/", "documents/{hidden}/content/", "documents/{hidden}/replace/")
    pages = ("reviews/{review}/documents/", *keyed, "reviews/", "", "record/", "calendar/{feed}/", "my/calendar/")
    return [Hidden(acts), *(get(f"/en/{page}") for page in pages)]


def hosting() -> list[Step]:
    """A guest is invited to a review of few behind B's back, and shown a remark; B opens lists, counts and guests."""
    keyed = ("guests/{hidden}/", "guests/{hidden}/end/", "reviews/{hidden}/guests/invite/")
    pages = (*keyed, "", "reviews/", "members/", "record/", "search/?q=salma", "my/items/", "visit/", "guests/{guest}/")
    forms = [post("/en/guests/{hidden}/", chosen="remark-{hidden}"), remark()]
    return [Hidden([act("host", "officer", code="SH")]), *(get(f"/en/{page}") for page in pages), *forms]


def visiting() -> list[Step]:
    """B is a guest; at its own review more is said among all members, and to another guest, than is shown to it."""
    members = ("SH", "WA", "NW", "secretariat", "chair", "coordinator")
    acts = [
        act("remark", "alif", pool="hidden", text=TEXT, to=members, review=1),
        act("document", "alif", name="For members", to=members, review=1),
        act("show_another", "officer"),
        act("host", "chair", code="SH"),
    ]
    pages = (
        "visit/",
        "",
        "hat/",
        "my/sessions/",
        "documents/{hidden}/content/",
        "remarks/{hidden}/",
        "guests/{hidden}/",
    )
    shown = act("remark", "ba", pool="shared", text="Before its eyes.", to=("guest",), review=1)
    seen = [Shared(shown), get("/en/visit/", "noura"), get("/ar/visit/", "noura")]
    return [Hidden(acts), *(get(f"/{way}/{page}", "noura") for page in pages for way in ("en", "ar")), *seen]


# Each with the observer through whose eyes it is played.
SCRIPTS: dict[Callable[[], list[Step]], str] = {
    reading: "nawras",
    searching: "nawras",
    reports: "nawras",
    questions: "nawras",
    plans: "nawras",
    many: "nawras",
    writing: "nawras",
    touching: "nawras",
    people: "nawras",
    letters: "nawras",
    loading: "nawras",
    measuring: "nawras",
    assessing: "nawras",
    giving: "nawras",
    risking: "nawras",
    tasking: "nawras",
    texting: "nawras",
    silencing: "nawras",
    foreseeing: "nawras",
    developing: "nawras",
    briefing: "nawras",
    advising: "nawras",
    agendas: "nawras",
    needing: "nawras",
    sign_ins: "nawras",
    readers: "nawras",
    habits: "nawras",
    demanding: "nawras",
    heads: "alternate",
    public: "public",
    shown_later: "nawras",
    hosting: "nawras",
    visiting: "guest",
}
