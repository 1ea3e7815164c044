"""What is measured in tests: measures, denominators, figures and contradictions, released to everybody or to some."""

from datetime import date
from decimal import Decimal
from typing import Any

from tansiq.efforts.models import Base, Conflict, Correction, Figure, Measure
from tests.secretariat import Secretariat, en

DAY = date(2017, 3, 22)


class Measured(Secretariat):
    """The secretariat as it puts in what was measured."""

    def measure(self, code: str, *codes: str, **given: Any) -> Measure:
        held = {"line": "military", "kind": "share", "role": "effectiveness", "direction": "up", **given}
        name = held.pop("name", f"Measure {code}")
        return self.put(Measure, *codes, code=code, name=en(name), **held)

    def counted(self, code: str, *codes: str, **given: Any) -> Measure:
        return self.measure(code, *codes, **{"kind": "to_date", "unit": en("persons"), **given})

    def base(self, measure: Measure, name: str, *codes: str, **given: Any) -> Base:
        return self.put(Base, *codes, measure=measure, name=en(name), **{"stated": True, **given})

    def figure(self, measure: Measure, value: str | None, *codes: str, on: date = DAY, **given: Any) -> Figure:
        held = {"qualifier": "none_stated", "speaker_label": en("All of them"), **given}
        dated = dict.fromkeys(("as_of_from", "as_of_until", "stated_from", "stated_until"), on)
        dated |= dict.fromkeys(("as_of_precision", "stated_precision"), "day")
        source = held.pop("source", None) or self.source(f"paper{len(str(value))}-{value}-{on}")
        number = Decimal(value) if value is not None else None
        return self.put(
            Figure, *codes, measure=measure, value=number, source=source, **{**dated, "said_by": None, **held}
        )

    def conflict(self, one: Figure, other: Figure, *codes: str, **given: Any) -> Conflict:
        return self.put(Conflict, *codes, figure=one, other=other, **given)

    def correction(self, earlier: Figure, later: Figure, *codes: str, **given: Any) -> Correction:
        return self.put(Correction, *codes, earlier=earlier, later=later, **given)
