"""The worker, tied to the house that started it: `python -m tansiq.management.worker PARENT`."""

import json
import os
import sys
import threading

import django

from tansiq.management.web.__main__ import die_with

if __name__ == "__main__":
    die_with(int(sys.argv[1]))
    django.setup()
    from tansiq.cycle.notices.jobs import work
    from tansiq.database.uptime import beat
    from tansiq.management.web.pulse import keep

    if door := os.environ.get("TANSIQ_DOOR"):
        given = (tuple(json.loads(door)), beat, threading.Event())
        threading.Thread(target=keep, args=given, name="pulse", daemon=True).start()
    work()
