"""To whom something of a call is released: to readers of the call alone, since nobody else reads what it hangs on."""

from typing import Any

from tansiq.release import within
from tansiq.reports.models import Call


class WithinForm(within.WithinForm):
    """A form whose item is released within a call; the circle of the call is offered by its title."""

    def __init__(self, *args: Any, call: Call, **given: Any) -> None:
        super().__init__(*args, **{"within": call.audience, "circle_name": call.title.plain(), **given})
