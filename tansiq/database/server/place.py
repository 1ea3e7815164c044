"""Where the parts of a cluster lie: the data folder, or beside it where the server's account cannot enter."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from tansiq.chance import token
from tansiq.database.server.account import Account, account_for
from tansiq.database.server.errors import GroundError
from tansiq.languages.terminal import _

OUTSIDE = Path("/var/lib/tansiq")  # For clusters whose data folder only root may enter.
SOCKET_LIMIT = 107  # Octets that the system allows in a socket's path.
SOCKET = ".s.PGSQL.5432"


class Place:
    """The folders of one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data.absolute()
        self.private = self.data / "private"
        self.cluster = self.data / "postgres"

    def make(self) -> None:
        """Make the data folder and its private room; what exists keeps its mode."""
        with suppress(FileExistsError):
            self.data.mkdir(parents=True)
            # Root's server runs under another account, which must pass through: the rooms inside are closed.
            self.data.chmod(0o711 if os.geteuid() == 0 else 0o700)
        self.private.mkdir(mode=0o700, exist_ok=True)

    @property
    def account(self) -> Account:
        """Who runs the server here."""
        return account_for(self.cluster)

    @property
    def base(self) -> Path:
        """The folder that holds the cluster; the data folder itself wherever possible."""
        return self.cluster.resolve().parent

    def lay(self, *, throw_away: bool) -> Path:
        """Choose where a new cluster will lie, and give an empty folder for it that its account owns."""
        if not self.cluster.is_symlink() and not self.account.reaches(self.data):
            outside = Path(tempfile.gettempdir()) if throw_away else OUTSIDE
            if not outside.exists():
                outside.mkdir(parents=True)
                outside.chmod(0o711)  # Whatever the umask took.
            base = Path(tempfile.mkdtemp(prefix="tansiq-", dir=outside))
            base.chmod(0o711)
            if not self.account.reaches(base):
                raise GroundError(
                    _("PostgreSQL does not run as root, and the account nobody cannot enter %(folder)s: ")
                    % {"folder": self.data}
                    + _("choose another with --data, for example --data /srv/tansiq."),
                )
            self.cluster.symlink_to(base / "postgres")
        if not self.base.exists():
            raise GroundError(
                _("The database lay in %(base)s and is gone; remove %(link)s to begin anew.")
                % {"base": self.base, "link": self.cluster},
            )
        new = self.base / "postgres.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self.account.give(new)
        return new

    def settle(self, new: Path) -> None:
        """A cluster that is whole takes its name."""
        new.rename(self.base / "postgres")

    @property
    def major(self) -> int | None:
        """The major version that made the cluster; None where there is none yet."""
        file = self.cluster / "PG_VERSION"
        return int(file.read_text()) if file.exists() else None

    def password(self) -> str:
        """The administrator's password, made with the data folder."""
        file = self.private / "superuser"
        if not file.exists():
            if self.major is not None:
                raise GroundError(
                    _("The password of the database is gone from the data folder: bring back %(file)s.")
                    % {"file": file},
                )
            draft = file.with_suffix(".new")
            draft.unlink(missing_ok=True)
            draft.touch(mode=0o600)
            draft.write_text(token())
            draft.rename(file)
        return file.read_text()

    def sockets(self) -> Path:
        """The closed folder of the socket, in the temporary directory where this path is too long for one."""
        near = self.base / "run"
        if _fits(near):
            near.mkdir(mode=0o700, exist_ok=True)
            self.account.give(near)
            return near
        note = self.private / "socket"
        if note.exists() and self._is_ours(Path(note.read_text())):
            return Path(note.read_text())
        short = Path(tempfile.gettempdir())
        made = Path(tempfile.mkdtemp(prefix="tansiq-", dir=short if _fits(short / "tansiq-12345678") else "/tmp"))  # noqa: S108 -- mkdtemp makes it ours alone
        self.account.give(made)
        note.write_text(str(made))
        return made

    def _is_ours(self, folder: Path) -> bool:
        """Whether a folder in the temporary directory is still the one that we made."""
        if folder.is_symlink() or not folder.is_dir():
            return False
        held = folder.stat()
        return held.st_uid == self.account.uid and held.st_mode & 0o777 == 0o700  # noqa: PLR2004 -- the mode that mkdtemp gives


def _fits(folder: Path) -> bool:
    """Whether a socket may lie in a folder; libpq and PostgreSQL part lists of folders at commas."""
    path = folder / SOCKET
    return len(os.fsencode(path)) <= SOCKET_LIMIT and not set(",\"'\\") & set(str(folder))
