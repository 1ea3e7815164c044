"""What the secretariat puts in for a test, released to everybody or to some."""

from datetime import date
from typing import Any

from tansiq.finding.commands import gather
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Body, Person, Seat
from tansiq.press.models import Corroboration, Statement
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.models import Participation, Review, ReviewSource, Subject
from tansiq.sources.models import Source
from tests.world import token


def en(words: str) -> Words:
    return Words.of("en", en=words)


def readers(*codes: str) -> list[int]:
    return list(Member.objects.filter(code__in=codes).values_list("reader", flat=True))


class Secretariat:
    """What the secretariat puts in, released to everybody or to some."""

    def put(self, model: type, *codes: str, **given: Any) -> Any:
        with acting_as(token("officer")):
            audience = audience_of(readers(*codes, "secretariat") if codes else {PUBLIC})
            own = ownership(audience)
            if "said_by" in given:
                del own["said_by_id"]
            made = model.objects.create(**own, **given)
            gather(model, [made.pk])
            return made

    def member(self, code: str | None) -> Member | None:
        with acting_as(token("officer")):
            return Member.objects.get(code=code) if code else None

    def body(self, name: str, *codes: str, **given: Any) -> Body:
        return self.put(Body, *codes, name=en(name), **{"kind": "plenary", **given})

    def review(self, title: str, on: date | None, *codes: str, body: Body | None = None, **given: Any) -> Review:
        held = {"starts_on": on, "ends_on": on, "level": "ministers", "mode": "in_person", **given}
        return self.put(Review, *codes, title=en(title), body=body or self.small_group(), **held)

    def small_group(self) -> Body:
        with acting_as(token("officer")):
            return Body.objects.get(kind="small_group")

    def first(self) -> Review:
        with acting_as(token("officer")):
            return Review.objects.get(title__words__en="First review")

    def source(self, publisher: str, *codes: str, **given: Any) -> Source:
        held = {"kind": "media", "language": "en", "url": f"https://a.example/{publisher}", **given}
        return self.put(Source, *codes, publisher=en(publisher), **held)

    def person(self, name: str, *codes: str) -> Person:
        return self.put(Person, *codes, name=en(name))

    def part(self, review: Review, part: str, code: str | None = None, *codes: str, **given: Any) -> Participation:
        return self.put(Participation, *codes, review=review, part=part, member=self.member(code), **given)

    def seat(self, body: Body, code: str, *codes: str, **given: Any) -> Seat:
        return self.put(Seat, *codes, body=body, member=self.member(code), **{"role": "member", **given})

    def cite(self, review: Review, source: Source, *codes: str, **given: Any) -> ReviewSource:
        return self.put(ReviewSource, *codes, review=review, source=source, **given)

    def statement(self, words: str, source: Source, *codes: str, **given: Any) -> Statement:
        day = date(2015, 1, 22)
        held = {"text": en(words), "kind": "fact", "starts_on": day, "ends_on": day, "said_by": None, **given}
        return self.put(Statement, *codes, source=source, **held)

    def corroboration(self, statement: Statement, source: Source, finding: str, *codes: str) -> Corroboration:
        return self.put(Corroboration, *codes, statement=statement, source=source, finding=finding)

    def subject(self, code: str, name: str, *codes: str, **given: Any) -> Subject:
        return self.put(Subject, *codes, code=code, name=en(name), **{"is_line": True, **given})
