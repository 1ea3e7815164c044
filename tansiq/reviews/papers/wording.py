"""Documents in words: why a file is not taken, and how large one is."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.languages.numbers import written

WHY: dict[str, Any] = {
    "large": gettext_lazy("The file is too large. A document holds 8 MB at most."),
    "empty": gettext_lazy("The file is empty."),
    "kind": gettext_lazy(
        "This is none of the kinds that are taken: PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX, CSV or plain text. "
        "What counts is what is in the file, not its name."
    ),
    "old": gettext_lazy(
        "This is an old or a sealed office file. Save it anew as DOCX, XLSX or PPTX, without a password."
    ),
    "markup": gettext_lazy("This is a web page or a drawing that a browser would run. Send it as PDF."),
    "broken": gettext_lazy("The file cannot be read: it is broken or was cut off. Save it anew and send it again."),
    "sealed": gettext_lazy("The file is sealed with a password. Send it without one: its release protects it."),
    "pages": gettext_lazy("This PDF has too many pages or parts. Send it in several documents."),
    "form": gettext_lazy("This PDF is a form that fills itself by a script. Print it to a PDF and send that."),
    "pixels": gettext_lazy("The image is too large: 40 million pixels at most. Send it smaller."),
    "moving": gettext_lazy("The image moves. Send one that stands still."),
    "macros": gettext_lazy("The file holds macros. Save it without them."),
    "external": gettext_lazy(
        "The file fetches something from elsewhere when it is opened. Put it into the file itself."
    ),
    "embedded": gettext_lazy("Another file or a control is embedded in it. Send that as a document of its own."),
    "formula": gettext_lazy("The table holds formulas. Save their values in place of them."),
    "heavy": gettext_lazy(
        "The file took too long or too much memory to read. Save it anew, simpler, and send it again."
    ),
}
ODD = gettext_lazy("The file is packed in a way in which no office program packs one. Save it anew and send it again.")
STEP = 1000


def why_refused(code: str) -> str:
    """Why a file is not taken, and what to do."""
    return str(WHY.get(code, ODD))


def size(octets: int) -> str:
    """How large a document is."""
    if octets < STEP * STEP:
        return _("%(count)s kB") % {"count": written(max(1, round(octets / STEP)))}
    return _("%(count)s MB") % {"count": written(round(octets / STEP / STEP))}
