"""The secretariat assesses a line of effort on the stage of the browser, before everybody."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor


def assessed(house: House, chromium: Browser, review: str) -> dict[str, tuple[str]]:
    """The pages on which an assessment of the secretariat's stands, by their names."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("assess", "military")
        page.locator("[name=review]").select_option(str(review))
        for name, value in (
            *(("aspect", "performance"), ("window", "start"), ("rating", "at_risk"), ("trend", "better")),
            *(("confidence", "moderate"), ("release", "public")),
        ):
            page.locator(f"[name={name}][value={value}]").check()
        for name, words in (
            *(("since", "2014-09-01"), ("as_of", "2015-01-22"), ("why", "أرقام من مصدر واحد.")),
            ("text", "توقف التقدم في أربعة أشهر، ولم تجهز القوات بعد."),
        ):
            page.locator(f"[name={name}]").fill(words)
        noor.press("main form .btn")
        made = page.url.split("/")[-2]
    line = dict.fromkeys(("assessments", "assess"), ("military",))
    one = dict.fromkeys(("assessment", "assessment_revise", "assessment_release", "assessment_dissent"), (made,))
    return {**line, **one, "review_assessments": (review,)}
