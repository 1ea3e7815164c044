"""The worker, tied to the house that started it: `python -m tansiq.management.worker PARENT`."""

import sys

import django

from tansiq.management.web.__main__ import die_with

if __name__ == "__main__":
    die_with(int(sys.argv[1]))
    django.setup()
    from tansiq.cycle.notices.jobs import work

    work()
