"""The program's log: one line of JSON for each event, whatever a visitor sent."""

import json
import logging


class OneLine(logging.Formatter):
    """Writes a record as one line, so that nothing a visitor sends can forge a second one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {"level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)
