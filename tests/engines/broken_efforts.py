"""Ways to break what the small record file measures, decides, gives and fears: place, value, and what is said of it."""

from tests.engines.small_efforts import DAY

GONE = None  # `null` says the same as leaving a field out.
TEXT = {"en": "x"}
WELLS = {"one": "{} well", "other": "{} wells"}
SOME, EVERYBODY = ["SH", "WA"], ["SH", "WA", "NW"]
LEAD = {"member": "SH", "precision": "day", "from": "2014-09-10"}
ACTION = {"ref": "a1", "text": TEXT, "source": "gazette", "owners": [{"member": "SH"}]}
LATER = {"precision": "day", "from": "2016-01-01", "until": "2016-01-01"}


def decision(ref, *follows, on=None):
    links = [{"decision": one} for one in follows]
    rest = {"kind": "decision", "line": "water", "text": TEXT, "source": "gazette"}
    return {"ref": ref, "on": on or DAY, "follows": links, **rest}


def conflict(figure, other):
    return {"audience": SOME, "figure": figure, "other": other}


def term(ref, since, until, successor):
    return {"ref": ref, "kind": "subject", "name": TEXT, "since_on": since, "until_on": until, "successor": successor}


def part_of(contribution):
    return {"contribution": contribution, "relation": "part_of"}


def gift(**fields):
    rest = {"member": "SH", "text": TEXT, "amount": "5", "qualifier": "about", "stage": "pledged", "line": "water"}
    return {"ref": "c3", "on": DAY, "source": "gazette", **rest, **fields}


# What is not refused, though it comes close.
RIGHT_EFFORTS = [
    ("lines.1.since_on", "2019-12-31"),
    ("contributions.2", gift(kind="cash", currency="SHD")),
    ("contributions.2", gift(kind="cash", note=TEXT)),
    ("contributions.2", gift(kind="in_kind", unit=TEXT)),
    ("contributions.2", gift(kind="in_kind", currency="SHD")),
    ("contributions.1.unit", GONE),
    ("contributions.1.follows.0.relation", "fulfils"),
    ("actions.0", {**ACTION, "status": "planned"}),
    ("risks.1.raised_by_label", GONE),
    ("statements.0.forecast", GONE),
    ("statements.0.forecast", {"event": TEXT, "outcome": "did_not_happen"}),
    ("decisions.1.on", {"precision": "month", "from": "2015-02-01", "until": "2015-02-28"}),
    ("figures.0.words", GONE),
    ("measures.0.unit.forms", GONE),
    ("measures.0.unit.forms", {}),
    ("measures.0.unit.forms", {"en": {"other": "{}w"}}),
    ("measures.0.unit.forms.en.one", "a single well"),
]
BROKEN_EFFORTS = [
    # Lines, their leads and their successors.
    ("lines.0.until_on", "2014-01-01", [("lines[0].until_on", "ends_before_it_starts")]),
    ("lines.0.successor", "wells", [("lines[0].successor", "dangling")]),
    ("lines.1.since_on", "2019-12-30", [("lines[0].successor", "not_later")]),
    ("lines.0.successor", "water", [("lines[0].successor", "not_later"), ("lines[0].successor", "cycle")]),
    ("lines.2", term("land", "2014-09-10", None, "water"), [("lines[2].successor", "not_later")]),
    ("lines.1", term("all", None, None, "all"), [("lines[1].successor", "cycle")]),
    ("lines.0.leads.0.member", "gazette", [("lines[0].leads[0].member", "dangling")]),
    ("lines.0.leads.0.until", "2014-09-09", [("lines[0].leads[0].until", "ends_before_it_starts")]),
    ("lines.0.leads.0.precision", "soon", [("lines[0].leads[0].precision", "not_one_of")]),
    ("lines.0.leads.2", LEAD, [("lines[0].leads[2]", "duplicate")]),
    ("lines.0.leads.1.audience", "public", [
        ("lines[0].leads[1].audience", "wider_than_parent"),
        ("lines[0].leads[1].source", "wider_than_reference"),
    ]),
    # Measures and the bases of shares.
    ("measures.0.unit", GONE, [("measures[0].unit", "missing")]),
    ("measures.0.unit.forms", ["well"], [("measures[0].unit.forms", "wrong_type")]),
    ("measures.0.unit.forms", {"ar": WELLS}, [("measures[0].unit.forms.ar", "unknown_field")]),
    ("measures.0.unit.forms", {"en": "{} wells"}, [("measures[0].unit.forms.en", "wrong_type")]),
    ("measures.0.unit.forms", {"en": {"one": "{} well"}}, [("measures[0].unit.forms.en", "missing")]),
    ("measures.0.unit.forms", {"en": {**WELLS, "few": "{} x"}}, [("measures[0].unit.forms.en.few", "unknown_field")]),
    ("measures.0.unit.forms.en.other", "wells", [("measures[0].unit.forms.en.other", "wrong_shape")]),
    ("measures.0.unit.forms.en.other", "{}", [("measures[0].unit.forms.en.other", "wrong_shape")]),
    ("measures.0.unit.forms.en.other", "{} of {}", [("measures[0].unit.forms.en.other", "wrong_shape")]),
    ("measures.0.unit.forms.en.one", "{0} well", [("measures[0].unit.forms.en.one", "wrong_shape")]),
    ("measures.0.unit.forms.en.one", "{} \u202ewell", [("measures[0].unit.forms.en.one", "bad_text")]),
    ("measures.0.unit.forms.en.one", "w" * 121, [("measures[0].unit.forms.en.one", "too_long")]),
    ("measures.0.unit_code", "km²", [("measures[0].unit_code", "wrong_shape")]),
    ("measures.0.kind", "number", [("measures[0].kind", "not_one_of")]),
    ("measures.0.role", "MoE", [("measures[0].role", "not_one_of")]),
    ("measures.0.direction", GONE, [("measures[0].direction", "missing")]),
    ("measures.0.baseline.value", 0, [("measures[0].baseline.value", "wrong_type")]),
    ("measures.0.baseline.basis", GONE, [("measures[0].baseline", "one_of")]),
    ("measures.0.baseline.qualifier", "range", [("measures[0].baseline.qualifier", "not_one_of")]),
    ("measures.0.target_of", "wells-goal", [("measures[0].target_of", "not_here")]),
    ("measures.1.target_of", "wells-goal", [("measures[1].target_of", "not_here")]),
    ("measures.1.audience", EVERYBODY, [("measures[1].target_of", "wider_than_reference")]),
    ("measures.2.unit", TEXT, [("measures[2].unit", "not_here")]),
    ("measures.2.unit_code", "percent", [("measures[2].unit_code", "not_here")]),
    ("bases.0.unit", GONE, [("bases[0].unit", "missing")]),
    ("bases.0.value", GONE, [("bases[0].unit", "not_here")]),
    ("bases.0.measure", "wells", [("bases[0].measure", "not_a_share"), ("figures[0].base", "of_another_measure")]),
    # Figures and those that contradict each other.
    ("figures.0.value", 33.3, [("figures[0].value", "wrong_type")]),
    ("figures.0.value", "1e3", [("figures[0].value", "wrong_shape")]),
    ("figures.0.value", "٣٣", [("figures[0].value", "wrong_shape")]),
    ("figures.0.value", GONE, [("figures[0].value", "missing")]),
    ("figures.0.high", "33.300", [("figures[0].high", "not_greater")]),
    ("figures.0.high", GONE, [("figures[0].high", "missing")]),
    ("figures.0.qualifier", "about", [("figures[0].high", "not_here")]),
    ("figures.0.qualifier", "approx", [("figures[0].qualifier", "not_one_of")]),
    ("figures.0.base", GONE, [("figures[0].base", "missing")]),
    ("figures.0.base", "of-it-all", [("figures[0].base", "of_another_measure")]),
    ("figures.2.base", "of-the-fields", [("figures[2].base", "not_here")]),
    ("figures.1.value", "1", [("figures[1].value", "not_here")]),
    ("figures.1.words", GONE, [("figures[1].words", "missing")]),
    ("figures.1.base", "of-the-fields", [("figures[1].base", "wider_than_reference")]),
    ("figures.1.speaker_label", GONE, [("figures[1]", "one_of")]),
    ("figures.0.speaker_label", TEXT, [("figures[0].speaker_label", "only_one_of")]),
    ("figures.0.as_of.from", GONE, [("figures[0].as_of.from", "missing")]),
    ("conflicts.0.other", "f3", [("conflicts[0].other", "of_another_measure")]),
    ("conflicts.0.other", "f1", [("conflicts[0].other", "no_conflict")]),
    ("conflicts.0.audience", EVERYBODY, [("conflicts[0].figure", "wider_than_reference")]),
    ("conflicts.1", conflict("f2", "f1"), [("conflicts[1]", "duplicate")]),
    # Decisions and actions.
    ("decisions.0.kind", "wish", [("decisions[0].kind", "not_one_of")]),
    ("decisions.0.follows.0.decision", "f1", [("decisions[0].follows[0].decision", "dangling")]),
    ("decisions.0.follows.1", {"decision": "d0"}, [("decisions[0].follows[1]", "duplicate")]),
    ("decisions.0.follows.0.decision", "d1", [("decisions[0].follows[0].decision", "cycle")]),
    ("decisions.1.on", LATER, [("decisions[0].follows[0].decision", "not_earlier")]),
    ("decisions.1", decision("d0", "d0"), [("decisions[1].follows[0].decision", "cycle")]),
    ("decisions.2", decision("d2", "d0", "d2"), [("decisions[2].follows[1].decision", "cycle")]),
    ("actions.0.owners", [], [("actions[0].owners", "missing")]),
    ("actions.0.owners", GONE, [("actions[0].owners", "missing")]),
    ("actions.0.owners.2", {"member": "SH"}, [("actions[0].owners[2]", "duplicate")]),
    ("actions.0.owners.0.lead", "yes", [("actions[0].owners[0].lead", "wrong_type")]),
    ("actions.0.evidence", GONE, [("actions[0].evidence", "missing")]),
    ("actions.0.status", "finished", [("actions[0].status", "not_one_of")]),
    ("actions.0.decision", "first", [("actions[0].decision", "dangling")]),
    ("actions.0.audience", EVERYBODY, [("actions[0].decision", "wider_than_reference")]),
    # Contributions.
    ("contributions.0.currency", "dollars", [("contributions[0].currency", "too_long")]),
    ("contributions.0.currency", "usd", [("contributions[0].currency", "wrong_shape")]),
    ("contributions.2", gift(kind="cash"), [("contributions[2].note", "missing")]),
    ("contributions.2", gift(kind="training"), [("contributions[2]", "one_of")]),
    ("contributions.0.unit", TEXT, [("contributions[0].unit", "not_here")]),
    ("contributions.0.member", GONE, [("contributions[0]", "one_of")]),
    ("contributions.0.giver_label", TEXT, [("contributions[0].giver_label", "only_one_of")]),
    ("contributions.0.high", "1000000", [("contributions[0].high", "not_greater")]),
    ("contributions.0.stage", "promised", [("contributions[0].stage", "not_one_of")]),
    ("contributions.1.words", GONE, [("contributions[1].words", "missing")]),
    ("contributions.1.amount", "5", [("contributions[1].amount", "not_here")]),
    ("contributions.1.currency", "SHD", [("contributions[1].currency", "only_one_of")]),
    ("contributions.1.on", {"precision": "day", "from": "2015-01-21", "until": "2015-01-21"}, [
        ("contributions[1].follows[0].contribution", "not_earlier"),
    ]),
    ("contributions.1.follows.1", part_of("c1"), [("contributions[1].follows[1]", "duplicate")]),
    ("contributions.1.follows.0.relation", "repeats", [("contributions[1].follows[0].relation", "not_one_of")]),
    ("contributions.0.follows", [part_of("c1")], [("contributions[0].follows[0].contribution", "cycle")]),
    # Risks and forecasts.
    ("risks.0.level", GONE, [("risks[0].level", "missing")]),
    ("risks.0.raised_by_label", TEXT, [("risks[0].raised_by_label", "only_one_of")]),
    ("risks.0.audience", EVERYBODY, [("risks[0].source", "wider_than_reference")]),
    ("statements.1.forecast", {"event": TEXT, "outcome": "open"}, [("statements[1].forecast", "not_here")]),
    ("statements.0.forecast.outcome", "open", [
        ("statements[0].forecast.outcome_on", "not_here"),
        ("statements[0].forecast.outcome_source", "not_here"),
    ]),
    ("statements.0.forecast.outcome", GONE, [("statements[0].forecast.outcome", "missing")]),
    ("statements.0.forecast.event", GONE, [("statements[0].forecast.event", "missing")]),
    ("statements.0.forecast.horizon.from", "2015-01-02", [("statements[0].forecast.horizon.from", "not_whole")]),
]  # fmt: skip
