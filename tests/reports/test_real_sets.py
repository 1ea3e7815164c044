"""Real reporting through the road of files: dated revisions, chains of pledges, deliveries beyond what was allocated.

The sets lie beside the repository and are no part of it; where one is absent its test is skipped (CI fails on a skip).
"""

import csv
import hashlib
from collections import Counter, defaultdict
from decimal import Decimal

import pytest
from django.db.models import Sum

from tansiq.efforts.models import Figure
from tansiq.engines.workbook.reading import read
from tansiq.release.acting import acting_as
from tansiq.reports.commands.taking_in import NothingNew, take_in
from tansiq.reports.looking import Desk, Sent
from tansiq.reports.models import Report, Restatement
from tansiq.reports.queries import standing
from tansiq.reports.restated import restatements
from tansiq.reports.workbooks import questions
from tests.secretariat import readers
from tests.world import ROOT, token

FOLDER = ROOT.parent / "shared" / "data" / "reports"
COLUMNS = ("total", "commitments")
HEAD = "code,value,from,until,overruled"


def rows_of(name):
    if not (FOLDER / name).exists():
        pytest.skip(f"shared/data/reports/{name} does not lie beside this repository")
    with (FOLDER / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def revisions():
    rows_of("kiel/data_explorer.csv")
    for file in sorted((FOLDER / "kiel" / "revisions").glob("data_explorer.*.csv")):
        told = rows_of(f"kiel/revisions/{file.name.replace('data_explorer', 'release_info')}")[0]
        yield file.name.split(".")[1], told["label"], rows_of(f"kiel/revisions/{file.name}")


def lines(rows):
    """A revision as a table of answers: each donor's totals by month, as published."""
    for row in rows:
        month = f"{row['year']}-{int(row['month']):02}"
        for column in COLUMNS:
            if row.get(column):
                yield f"{row['iso']}-{column},{row[column]},{month},{month},as published"


class Road:
    """One reporter's files, looked at and taken in."""

    def __init__(self, call):
        self.call = call

    def go(self, name, content, reason=""):
        with acting_as(token("alif")):
            to = readers("secretariat")
            asked = questions(self.call, None)
            (one,) = Desk(self.call, asked, asked["SH"].member, to, reason, "en").look_at(
                [Sent(name, hashlib.sha256(content).hexdigest(), read(content))]
            )
            assert (one.refused, one.flaws) == ("", [])
            if one.plan.rows:
                take_in(call=self.call, of_reporter=one.of_reporter, brought=one.brought, readers=to)
            return one


def months(reports):
    return {(one.measure.code.partition("-")[0], one.figure.as_of_from) for one in reports}


def test_R_A1_five_dated_revisions_are_restatements_and_nothing_vanishes_unseen(secretariat):
    held = list(revisions())
    donors = sorted({row["iso"] for _day, _label, rows in held for row in rows})
    assert len(donors) == 42
    kinds = {"kind": "flow", "pools": "sum", "unit_code": "EUR", "unit": None}
    measures = [secretariat.counted(f"{one}-{column}", name=one, **kinds) for one in donors for column in COLUMNS]
    road = Road(secretariat.call(*measures, members=["SH"]))
    changed, gone, labels = [], [], []
    for day, label, rows in held:
        content = "\n".join([HEAD, *lines(rows)]).encode()
        one = road.go(f"{day}.csv", content, label)
        changed.append(len({(row.measure.code.partition("-")[0], row.filled.as_of_from) for row in one.plan.restating}))
        gone.append(len(months(one.plan.gone)))
        if one.plan.restating:
            labels.append(label)
    # On 27 July 24 rows changed and 38 vanished; 61 more on the 30th; what vanished stands, and each file says so.
    assert (changed[2], gone[2]) == (24, 38)
    assert changed[4] == 0
    assert gone[3] >= 61
    with acting_as(token("officer")):
        told = [one.reason.plain("en") for one in restatements()]
        numbers = [int(label.partition("Release ")[2].split(" ")[0]) for _day, label, _rows in held]
        assert numbers == [31, 30, 29, 29, 29]  # The label of a release went backwards; the restatements name it.
        assert set(told) == set(labels)
        assert Restatement.objects.count() == sum(Counter(told).values())
        total = standing(Report.objects.all()).count()
        assert total > sum(1 for _row in lines(held[-1][2]))  # What vanished from the last file still stands.


def test_the_same_revision_again_is_nothing_new(secretariat):
    *_former, (day, label, rows) = revisions()
    some = [row for row in rows if row["iso"] in ("DEU", "LVA")]
    kinds = {"kind": "flow", "pools": "sum", "unit_code": "EUR", "unit": None}
    measures = [
        secretariat.counted(f"{one}-{column}", name=one, **kinds) for one in ("DEU", "LVA") for column in COLUMNS
    ]
    road = Road(secretariat.call(*measures, members=["SH"]))
    content = "\n".join([HEAD, *lines(some)]).encode()
    assert road.go(f"{day}.csv", content, label).plan.new
    again = road.go(f"{day}.csv", content, label)
    assert again.is_known
    with acting_as(token("alif")), pytest.raises(NothingNew):
        take_in(call=road.call, of_reporter=again.of_reporter, brought=again.brought, readers=readers("secretariat"))


def test_R_A7_pledged_and_committed_stand_side_by_side_and_are_never_one_sum(secretariat):
    rows = rows_of("ebola_fts/ebola_fts_2015-04.csv")
    sums = defaultdict(Decimal)
    for row in rows:
        sums[row["status"].casefold(), row["donor"]] += Decimal(row["funding_usd"])
    codes = {key: f"{key[0]}{number}" for number, key in enumerate(sorted(sums))}
    kinds = {"kind": "flow", "pools": "sum", "unit_code": "USD", "unit": None}
    measures = [secretariat.counted(codes[status, donor], name=f"{donor}: {status}", **kinds) for status, donor in sums]
    road = Road(secretariat.call(*measures, members=["SH"]))
    road.go(
        "fts.csv", "\n".join([HEAD, *(f"{codes[key]},{value},,,as published" for key, value in sums.items())]).encode()
    )
    with acting_as(token("officer")):
        by_status = {
            status: Figure.objects.filter(source=None, measure__code__startswith=status).aggregate(all=Sum("value"))[
                "all"
            ]
            for status in ("pledged", "committed")
        }
    assert Counter(row["status"] for row in rows) == {"Committed": 665, "Pledged": 18}
    assert by_status == {status: sum(value for key, value in sums.items() if key[0] == status) for status in by_status}
    assert round(by_status["pledged"] / 10**6) == 140


def test_R_A13_deliveries_beyond_what_was_allocated_are_flagged(secretariat):
    received, allocated = defaultdict(Decimal), {}
    for row in rows_of("covax_mena/COVAX-Distribution.csv"):
        if row["Doses_Recieved"] and row["Doses_Allocated"]:
            received[row["Country"]] += Decimal(row["Doses_Recieved"])
            allocated[row["Country"]] = Decimal(row["Doses_Allocated"])
    shares = [secretariat.measure(code, name=code, kind="share") for code in received]
    for share in shares:
        secretariat.base(share, "of the doses allocated")
    call = secretariat.call(*shares, members=["SH"])
    head = "code,numerator,denominator,base"
    told = [f"{code},{doses},{allocated[code]},of the doses allocated" for code, doses in received.items()]
    with acting_as(token("alif")):
        asked = questions(call)
        content = "\n".join([head, *told]).encode()
        (one,) = Desk(call, asked, asked["SH"].member, [], "", "en").look_at([Sent("covax.csv", "", read(content))])
    assert one.refused == ""
    beyond = {code for code, doses in received.items() if doses > allocated[code]}
    assert {list(received)[flaw.number - 2] for flaw in one.flaws if flaw.code == "over_whole"} == beyond
    assert beyond >= {"TUN", "JOR"}
