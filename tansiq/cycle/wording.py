"""What needs somebody, in words: what is to be done, and nothing of what it is about."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.cycle import needs
from tansiq.cycle.needs import Need
from tansiq.languages.numbers import written


def to_do(need: Need) -> str:
    """What is to be done."""
    count = need.count
    words = {
        needs.CALLED: ngettext("Answer for %(count)s measure", "Answer for %(count)s measures", count),
        needs.DRAFTED: ngettext(
            "Clear %(count)s draft of your delegation", "Clear %(count)s drafts of your delegation", count
        ),
        needs.ASKED: _("Reply to a question about your member’s report"),
        needs.HANDED_BACK: _("Look at a report that was handed back"),
        needs.ENTERED: _("Confirm what was entered on your member’s word"),
        needs.SHARED: _("Say whether your member counted this too"),
        needs.MINUTED: _("Read minutes: say what should be corrected in them"),
        needs.CORRECTED: _("Answer a correction of minutes"),
        needs.ADOPTING: _("Adopt minutes: the day for corrections has passed"),
        needs.MISSING: ngettext(
            "See the %(count)s member of %(of)s without all its answers",
            "See the %(count)s members of %(of)s without all their answers",
            count,
        ),
        needs.FORETOLD: _("Say what came of a forecast whose time has passed"),
        needs.UNDATED: _("Say by when your forecast is to come true"),
        needs.ADVISING: _("Give your advice, or say that you have nothing to add"),
        needs.SEEING: ngettext(
            "Take a position on %(count)s piece of advice", "Take a position on %(count)s pieces of advice", count
        ),
        needs.LAYING: _("Lay on the table what was handed in without a name"),
        needs.ANSWERING: _("Answer a piece of advice"),
        needs.SILENT: _("See a text under silence: say something, or let it pass"),
        needs.ENDED: _("See what became of a text under silence"),
        needs.VOICELESS: _("Take your member’s position on a text"),
        needs.STARTING: _("Let silence begin, or withdraw the text"),
        needs.NOTIFYING: _("Give the notice: silence has ended unbroken"),
        needs.BARRED: _("Extend silence or ask all again: no notice may be given"),
        needs.CONTESTED: _("Settle a run of silence that is contested"),
        needs.OWED: _("Say where your member’s action stands"),
        needs.UNWANTED: _("Drop an action, as its owner asks, or leave it"),
        needs.UNJUDGED: _("Judge how far an action was carried out"),
        needs.RULING: ngettext("Rule on %(count)s report", "Rule on %(count)s reports", count),
    }[need.kind]
    return words % {"count": written(count), "of": written(need.of)}
