"""The program's log: one line of JSON for each event, whatever a visitor sent."""

import json
import logging
import re

SECRETS = re.compile(r"(/(?:invitation|password/reset|calendar|notices/stop)/)[^/\s]+")


class OneLine(logging.Formatter):
    """Writes a record as one line, so that nothing a visitor sends can forge a second one; without secrets of links."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {"level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps({name: SECRETS.sub(r"\1…", said) for name, said in line.items()}, ensure_ascii=True)
