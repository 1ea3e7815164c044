"""The jobs: once a minute it is asked who is to be written to; each letter is a job that is tried until it has left."""

from contextlib import suppress
from uuid import UUID

import psycopg
from asgiref.sync import sync_to_async
from django.db import connection, transaction
from procrastinate import App, BaseRetryStrategy, PsycopgConnector, RetryDecision
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from tansiq.cycle.notices.posting import post
from tansiq.cycle.notices.telling import letter_to
from tansiq.release.acting import acting_as, token_for

QUEUE = "letters"
PACE = 5.0  # Seconds between two looks for jobs.
FIRST, LONGEST = 15, 3600  # Seconds until a letter that did not leave is tried again: twice as long each time.


def connector() -> PsycopgConnector:
    """The way to the jobs, beside the program's own connection and as the same role."""
    held = connection.settings_dict
    where = psycopg.conninfo.make_conninfo(
        host=held["HOST"] or None,
        port=held["PORT"] or None,
        dbname=held["NAME"],
        user=held["USER"],
        password=held["PASSWORD"],
        options="-c search_path=tansiq_jobs",
    )
    return PsycopgConnector(conninfo=where, min_size=1, max_size=3)


app = App(connector=connector())


class Patience(BaseRetryStrategy):
    """A letter is tried until it has left, at most an hour apart."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """When it is tried again."""
        return RetryDecision(retry_in={"seconds": min(LONGEST, FIRST * 2 ** min(job.attempts, 10))})


def recipients() -> list[tuple[UUID, UUID, str]]:
    """Everyone who may be written to: account, accreditation, address."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT account, accreditation, email FROM tansiq.recipients()")
        return list(cursor.fetchall())


def write_to(account: UUID, accreditation: UUID, address: str, *, leaves: bool = True) -> bool:
    """Write all that leaves now to somebody, a letter at a time; whether there was one."""
    written = False
    while write_one(account, accreditation, address, leaves=leaves):
        written = True
        if not leaves:
            break
    return written


def write_one(account: UUID, accreditation: UUID, address: str, *, leaves: bool) -> bool:
    """Write one letter under its reader's own context; what was told is noted only where the letter has left."""
    with acting_as(token_for(account, accreditation)), transaction.atomic():
        letter = letter_to(address)
        if letter is not None and leaves:
            post(letter)
        if not leaves:
            transaction.set_rollback(True)
    return letter is not None


def expected() -> list[tuple[str, str]]:
    """To whom a letter would leave now; nothing is noted."""
    try:
        held = [(who, hat) for who, hat, address in recipients() if write_to(who, hat, address, leaves=False)]
        return [(str(account), str(accreditation)) for account, accreditation in held]
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(name="letters", queue=QUEUE, queueing_lock="letters")
async def letters(timestamp: int) -> None:  # noqa: ARG001 -- the minute, which the scheduler gives
    """Make a job of each letter that is to leave; one that is being tried already stays the only one."""
    for account, accreditation in await sync_to_async(expected)():
        with suppress(AlreadyEnqueued):
            await letter.configure(queueing_lock=f"letter {accreditation}").defer_async(
                account=account, accreditation=accreditation
            )


@app.task(name="letter", queue=QUEUE, retry=Patience())
def letter(account: str, accreditation: str) -> None:
    """Write to one person; whose accreditation is over by then is nobody's any more."""
    try:
        named = (UUID(account), UUID(accreditation))
        for who, hat, address in recipients():
            if (who, hat) == named:
                write_to(who, hat, address)
    finally:
        connection.close()


def work(*, wait: bool = True) -> None:
    """Do what jobs there are, one after the other, and all that come while it waits; what is done is forgotten."""
    app.run_worker(
        queues=[QUEUE],
        concurrency=1,
        wait=wait,
        listen_notify=False,  # Every role would hear it.
        fetch_job_polling_interval=PACE,
        delete_jobs="always",
        install_signal_handlers=wait,
    )
