"""A small record file that uses every field of the format once, and ways to break it."""

import copy
import json

from tansiq.engines.record_file import Refused, read
from tests.engines.small_efforts import EFFORTS

GONE = object()
SMALL = {
    "format": "tansiq-record",
    "version": 1,
    "audience": ["SH", "WA", "NW"],
    "coalition": {
        "name": {"en": "Coalition of the Three Rivers", "ar": "تحالف الأنهار الثلاثة"},
        "about": {"en": "Three states.\nOne river each.", "ar": "ثلاث دول."},
        "announced_on": "2014-09-10",
        "source": "gazette",
    },
    "lines": [
        {
            "ref": "water",
            "kind": "line_of_effort",
            "name": {"en": "Water", "ar": "المياه"},
            "number": 1,
            "since_on": "2014-09-10",
            "until_on": "2019-12-31",
            "successor": "all",
            "leads": [
                {"member": "SH", "precision": "day", "from": "2014-09-10", "until": "2016-09-10", "source": "gazette"},
                {"member": "WA", "audience": ["SH", "WA"], "precision": "not_stated", "source": "wire"},
            ],
            "source": "gazette",
        },
        {"ref": "all", "kind": "subject", "name": {"en": "All"}, "since_on": "2020-01-01"},
    ],
    "sources": [
        {
            "ref": "gazette",
            "kind": "official",
            "publisher": {"en": "Gazette of the rivers"},
            "language": "en",
            "url": "https://gazette.example/1?p=é",
            "note": {"ar": "ملاحظة", "fr": "note", "source": "fr", "standing": {"ar": "official"}},
        },
        {
            "ref": "wire",
            "audience": ["SH", "WA"],
            "kind": "media",
            "publisher": {"ar": "صحيفة", "en": "A paper", "source": "ar"},
            "language": "ar",
            "agency": {"en": "Agency"},
            "dateline": {"en": "Elsewhere"},
            "event_place": {"en": "Here"},
            "event_on": "2015-01-22",
            "story_on": "2015-01-23",
        },
    ],
    "members": [
        {
            "ref": "SH",
            "kind": "state",
            "name": {"en": "Sahlan", "ar": "سهلان"},
            "iso3": "SHL",
            "joined": {"on": "2014-09-10", "not_before": "2014-09-01", "not_later_than": "2014-09-30", "ordinal": 1},
            "source": "gazette",
            "note": {"en": "the first"},
        },
        {
            "ref": "WA",
            "kind": "state",
            "name": {"en": "Wadina", "ar": "وادينا"},
            "joined": {"not_before": "2014-10-01"},
        },
        {"ref": "NW", "kind": "organisation", "name": {"en": "Nawras", "ar": "نورس"}},
    ],
    "people": [{"ref": "lina", "name": {"en": "Lina Haddad", "ar": "لينا حداد"}}],
    "bodies": [
        {
            "ref": "plenary",
            "kind": "plenary",
            "name": {"en": "Plenary", "ar": "الاجتماع العام"},
            "about": {"en": "All members."},
            "cadence": {"words": {"en": "about monthly"}, "every_months": 1, "hedged": True, "source": "gazette"},
        }
    ],
    "seats": [
        {
            "ref": "seat-1",
            "body": "plenary",
            "member": "SH",
            "role": "chair",
            "precision": "day",
            "from": "2014-09-10",
            "until": "2015-09-10",
            "source": "gazette",
            "note": {"en": "by attendance"},
        }
    ],
    "reviews": [
        {
            "ref": "first",
            "body": "plenary",
            "title": {"en": "First review", "ar": "الاستعراض الأول"},
            "on": {"precision": "day", "from": "2015-01-22", "until": "2015-01-23"},
            "place": {"en": "Sahlan City"},
            "country": "SH",
            "level": "ministers",
            "mode": "in_person",
            "participants_count": 3,
            "participants_count_unit": {"en": "states"},
            "participants_complete": True,
            "output": {"kind": "joint_statement", "name": {"en": "Statement"}, "source": "gazette"},
            "lines": ["water"],
            "sources": ["gazette"],
            "note": {"en": "note"},
            "participations": [
                {
                    "part": "chair",
                    "member": "SH",
                    "person": "lina",
                    "role": {"en": "minister"},
                    "represented_by": {"en": "a deputy"},
                    "source": "gazette",
                },
                {"part": "present", "member": "WA", "audience": ["SH", "WA"], "source": "wire"},
                {"part": "observer", "guest": {"en": "Guest"}},
            ],
        },
        {
            "ref": "second",
            "body": "plenary",
            "title": {"en": "Second review"},
            "on": {"precision": "month", "from": "2015-02-01", "until": "2015-02-28"},
            "level": "experts",
            "mode": "virtual",
        },
    ],
    "statements": [
        {
            "ref": "s1",
            "audience": ["SH", "WA"],
            "on": {"precision": "day", "from": "2015-01-22", "until": "2015-01-22"},
            "speaker": "lina",
            "said_by": "SH",
            "role": {"en": "minister"},
            "kind": "forecast",
            "line": "water",
            "text": {"en": "The river will rise.", "ar": "سيرتفع منسوب النهر."},
            "quote": "will rise",
            "source": "wire",
            "report": "wire",
            "review": "first",
            "channel": {"en": "interview"},
            "time": {"precision": "open", "from": "2015-01-22", "basis": {"en": "no end was named"}},
            "forecast": {
                "event": {"en": "the river rises"},
                "hedge": {"en": "will"},
                "horizon": {"precision": "year", "from": "2015-01-01", "until": "2015-12-31"},
                "outcome": "happened",
                "outcome_on": {"precision": "month", "from": "2015-03-01", "until": "2015-03-31"},
                "outcome_source": "gazette",
                "outcome_words": {"en": "It rose in March."},
            },
            "corroborations": [{"source": "gazette", "finding": "confirms", "words": {"en": "the same"}}],
        },
        {
            "ref": "s2",
            "on": {"precision": "not_stated"},
            "speaker_label": {"en": "All members"},
            "kind": "fact",
            "line": "all",
            "text": {"en": "The rivers are three."},
            "source": "gazette",
        },
    ],
    **EFFORTS,
}


def changed(path, value):
    """The small file with one value changed or gone: `changed("reviews.0.on.from", "2015-02-30")`."""
    file = copy.deepcopy(SMALL)
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place = file
    for step in way:
        place = place[step]
    if value is GONE:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(value)
    else:
        place[last] = value
    return file


def octets(file):
    return json.dumps(file, ensure_ascii=False).encode()


def problems(data):
    """What a file is refused for: its places and codes."""
    try:
        read(data)
    except Refused as refused:
        return [(problem.path, problem.code) for problem in refused.problems]
    return []
