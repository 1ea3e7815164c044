"""A small record file that uses every field of the format once, and ways to break it."""

import copy
import json

from tansiq.engines.record_file import Refused, read

GONE = object()
DAY = {"precision": "day", "from": "2015-01-22", "until": "2015-01-22"}
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
    "measures": [
        {
            "ref": "wells",
            "audience": ["SH", "WA"],
            "line": "water",
            "name": {"en": "Wells dug", "ar": "الآبار المحفورة"},
            "kind": "to_date",
            "role": "performance",
            "unit": {"en": "wells"},
            "unit_code": "wells",
            "direction": "up",
            "baseline": {"value": "0", "qualifier": "exact", "on": DAY, "basis": {"en": "by definition"}},
            "note": {"en": "note"},
        },
        {
            "ref": "wells-goal",
            "audience": ["SH", "WA"],
            "line": "water",
            "name": {"en": "Wells to dig"},
            "kind": "stock",
            "role": "target",
            "unit": {"en": "wells"},
            "direction": "none",
            "baseline": {"value": "12.5", "qualifier": "about", "on": DAY, "source": "gazette"},
            "target_of": "wells",
        },
        {
            "ref": "watered",
            "line": "water",
            "name": {"en": "Watered land"},
            "kind": "share",
            "role": "effectiveness",
            "direction": "up",
        },
        {
            "ref": "dry",
            "line": "water",
            "name": {"en": "Dry land"},
            "kind": "share",
            "role": "context",
            "direction": "down",
        },
    ],
    "bases": [
        {
            "ref": "of-the-fields",
            "audience": ["SH", "WA"],
            "measure": "watered",
            "name": {"en": "of the fields"},
            "stated": True,
            "value": "1200.25",
            "unit": {"en": "km²"},
            "source": "wire",
        },
        {"ref": "of-the-land", "measure": "watered", "name": {"en": "of the land; the base is not stated"}},
        {"ref": "of-it-all", "measure": "dry", "name": {"en": "of the land"}},
    ],
    "figures": [
        {
            "ref": "f1",
            "audience": ["SH", "WA"],
            "measure": "watered",
            "base": "of-the-fields",
            "value": "33.3",
            "high": "40",
            "qualifier": "range",
            "words": {"en": "a third or more"},
            "as_of": DAY,
            "stated_on": DAY,
            "speaker": "lina",
            "said_by": "SH",
            "source": "wire",
            "review": "first",
            "doubtful": {"en": "more than was ever watered"},
            "note": {"en": "note"},
        },
        {
            "ref": "f2",
            "measure": "watered",
            "base": "of-the-land",
            "qualifier": "words_only",
            "words": {"en": "hardly any"},
            "as_of": DAY,
            "stated_on": DAY,
            "speaker_label": {"en": "All members"},
            "source": "gazette",
        },
        {
            "ref": "f3",
            "audience": ["SH", "WA"],
            "measure": "wells",
            "value": "40",
            "qualifier": "none_stated",
            "as_of": DAY,
            "stated_on": DAY,
            "speaker": "lina",
            "source": "gazette",
        },
    ],
    "conflicts": [{"audience": ["SH", "WA"], "figure": "f1", "other": "f2", "words": {"en": "two bases"}}],
    "decisions": [
        {
            "ref": "d1",
            "audience": ["SH", "WA"],
            "review": "second",
            "on": {"precision": "month", "from": "2015-02-01", "until": "2015-02-28"},
            "kind": "decision",
            "line": "water",
            "text": {"en": "Dig wells."},
            "source": "gazette",
            "follows": [{"audience": ["SH", "WA"], "decision": "d0"}],
            "note": {"en": "note"},
        },
        {"ref": "d0", "on": DAY, "kind": "intention", "line": "water", "text": {"en": "Look."}, "source": "gazette"},
    ],
    "actions": [
        {
            "ref": "a1",
            "audience": ["SH", "WA"],
            "decision": "d1",
            "line": "water",
            "text": {"en": "Dig forty wells"},
            "due": DAY,
            "status": "done",
            "evidence": {"en": "forty wells"},
            "source": "gazette",
            "owners": [{"audience": ["SH", "WA"], "member": "WA", "lead": True}, {"member": "SH"}],
        }
    ],
    "contributions": [
        {
            "ref": "c1",
            "member": "SH",
            "kind": "cash",
            "text": {"en": "Money"},
            "amount": "1000000",
            "high": "2000000",
            "qualifier": "range",
            "currency": "SHD",
            "stage": "pledged",
            "on": DAY,
            "review": "first",
            "line": "water",
            "earmark": {"en": "wells"},
            "recipient": {"en": "Wadina"},
            "doubtful": {"en": "more than there is"},
            "source": "gazette",
            "note": {"en": "note"},
        },
        {
            "ref": "c2",
            "audience": ["SH", "WA"],
            "giver_label": {"en": "several donors"},
            "kind": "in_kind",
            "text": {"en": "Shovels"},
            "qualifier": "words_only",
            "words": {"en": "very many"},
            "unit": {"en": "shovels"},
            "stage": "delivered",
            "on": {"precision": "not_stated"},
            "line": "water",
            "source": "wire",
            "follows": [{"audience": ["SH", "WA"], "contribution": "c1", "relation": "part_of"}],
        },
    ],
    "risks": [
        {
            "ref": "r1",
            "audience": ["SH", "WA"],
            "on": DAY,
            "text": {"en": "Drought"},
            "level": {"en": "perhaps very large"},
            "line": "water",
            "raised_by": "SH",
            "review": "first",
            "source": "wire",
            "note": {"en": "note"},
        },
        {
            "ref": "r2",
            "on": DAY,
            "text": {"en": "Flood"},
            "level": {"en": "growing"},
            "raised_by_label": {"en": "the coalition"},
            "source": "gazette",
        },
    ],
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
