"""Who looks: for each, the sessions that it has, and those from whom and to whom things are hidden from it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Observer:
    """A reader B. What the hidden ones do among themselves must change nothing that B can see."""

    name: str
    kind: str  # member, office or public
    reader: str  # Under which others release something to it.
    sessions: tuple[str, ...]  # Its people who are signed in; "" is somebody who is not.
    hidden: tuple[str, ...]  # The people who act behind its back, one hat each.
    readers: tuple[str, ...]  # To whom they release what they say.
    keepers: tuple[str, ...]  # Who accredit people whom it does not see.


SPEAKS_FOR = {
    "alif": "SH",
    "alif2": "SH",
    "ba": "WA",
    "dal": "WA",
    "jim": "NW",
    "officer": "secretariat",
    "chair": "chair",
    "coordinator": "coordinator",
}
OBSERVERS = {
    one.name: one
    for one in (
        Observer(
            "nawras",
            "member",
            "NW",
            ("jim", "admin.nw", ""),
            ("alif", "ba", "officer", "chair", "coordinator", "alif2", "dal"),
            ("SH", "WA", "SH/head", "secretariat", "chair", "coordinator"),
            ("admin.sh", "admin.wa", "alif"),
        ),
        Observer(
            "alternate",  # Of the same member as alif, who is its head.
            "member",
            "SH",
            ("alif2", ""),
            ("ba", "jim", "officer", "chair", "coordinator", "dal"),
            ("WA", "NW", "SH/head", "secretariat", "chair", "coordinator"),
            ("admin.wa", "admin.nw"),
        ),
        Observer(
            "secretariat",
            "office",
            "secretariat",
            ("officer", ""),
            ("alif", "ba", "jim", "chair", "coordinator", "dal"),
            ("SH", "WA", "NW", "SH/head", "WA/head", "chair", "coordinator"),
            (),
        ),
        Observer(
            "coordinator",
            "office",
            "coordinator",
            ("coordinator", ""),
            ("alif", "ba", "jim", "officer", "chair", "dal"),
            ("SH", "WA", "NW", "SH/head", "secretariat", "chair"),
            ("admin.sh", "admin.wa", "admin.nw"),
        ),
        Observer(
            "chair",
            "office",
            "chair",
            ("chair", ""),
            ("alif", "ba", "jim", "officer", "coordinator", "dal"),
            ("SH", "WA", "NW", "SH/head", "secretariat", "coordinator"),
            (),
        ),
        Observer(
            "public",
            "public",
            "public",
            ("",),
            ("alif", "alif2", "ba", "jim", "officer", "chair", "coordinator", "dal"),
            ("SH", "WA", "NW", "NW/head", "secretariat", "chair", "coordinator"),
            ("admin.sh", "admin.wa", "admin.nw", "alif"),
        ),
        Observer(
            "guest",  # Of the second review, for one session (hosting.py).
            "guest",
            "guest",
            ("noura", ""),
            ("alif", "alif2", "ba", "jim", "officer", "chair", "coordinator", "dal"),
            ("SH", "WA", "NW", "NW/head", "secretariat", "chair", "coordinator"),
            ("admin.sh", "admin.wa", "admin.nw", "alif"),
        ),
    )
}
