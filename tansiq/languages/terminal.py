"""The words of a terminal: Arabic where the terminal speaks Arabic (LANG), else English; needs no Django."""

import gettext
from pathlib import Path

_ = gettext.translation("django", Path(__file__).parents[1] / "locale", fallback=True).gettext
