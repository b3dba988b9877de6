"""Steps 1 and 2 of `make run`: the folder .venv, with exactly the packages of requirements.txt.

`--dev` adds those of requirements-dev.txt, with which the product is checked, tested and measured.

Run by whatever Python the machine has, before anything is installed: the standard library only, and syntax that older
versions can read, so that they can say what is missing.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(ENVIRONMENT, "bin", "python")
RUNNING = "requirements.txt"
DEVELOPING = "requirements-dev.txt"
NEWEST_MISSING = (
    "Python 3.11 or newer is needed, and this is %s. On Debian: apt-get install python3 python3-venv"
)


def main():
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit(NEWEST_MISSING % sys.version.split()[0])
    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, stop)
    try:
        with open(os.path.join(ROOT, RUNNING), "rb") as requirements:
            try:
                fcntl.flock(requirements, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another `make` prepares the same folder; waiting for it.")
                fcntl.flock(requirements, fcntl.LOCK_EX)
            make_environment()
            for name in [RUNNING, DEVELOPING] if sys.argv[1:] == ["--dev"] else [RUNNING]:
                install_packages(name)
    except KeyboardInterrupt:
        stop(signal.SIGINT, None)


def make_environment():
    if works():
        say("[1/9] Python environment: .venv is there")
        return
    say(f"[1/9] Python environment: making .venv with Python {sys.version.split()[0]}")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit("Python's venv module is missing. On Debian: apt-get install python3-venv, then run again.")
    if os.path.lexists(ENVIRONMENT):
        shutil.rmtree(ENVIRONMENT)
    code, output = run([sys.executable, "-m", "venv", ENVIRONMENT])
    if code:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        sys.exit(
            f"{output}\n.venv cannot be made. On Debian: apt-get install python3-venv; else see the lines above."
        )


def works():
    """Whether .venv has a Python that is new enough and its own pip; one copied or left by another Python may not."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    try:
        return subprocess.call([PYTHON, "-c", check], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def install_packages(name):
    """The packages of one list, unless a stamp says that they are installed in just this state."""
    requirements = os.path.join(ROOT, name)
    stamp = os.path.join(ENVIRONMENT, name.replace(".txt", ".stamp"))
    with open(requirements, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    version = subprocess.check_output(
        [PYTHON, "-c", "import sys; print(sys.version)"], universal_newlines=True
    )
    wanted = f"{digest} {hashlib.sha256(version.encode()).hexdigest()}"
    try:
        with open(stamp) as file:
            if file.read() == wanted:
                say(f"[2/9] Packages: as {name} wants them")
                return
    except OSError:
        pass
    say(f"[2/9] Packages: installing those of {name}, each checked against its hash (a minute or so)")
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--disable-pip-version-check",
        "--no-input",
    ]
    code, output = run(
        [*command, "--progress-bar", "off", "-r", requirements], show=("Collecting ", "Installing ")
    )
    if code:
        sys.exit(
            "\n".join(output.splitlines()[-15:])
            + "\nThe packages cannot be installed; pip's words are above. Check the network (pip's own settings for a "
            "proxy or a mirror hold here) and run again: it goes on where it stopped."
        )
    with open(stamp, "w") as file:
        file.write(wanted)


def run(command, show=()):
    """Run and wait; returns exit code and output. Lines that begin with one of `show` are printed as they come."""
    # A session of its own: whatever stops us, we stop it, with all it started.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        start_new_session=True,
    )
    lines = []
    try:
        for line in process.stdout:
            lines.append(line)
            if line.startswith(show) and show:
                say("    " + line.split(" (from ")[0].strip()[:100])
        return process.wait(), "".join(lines)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def stop(number, frame):
    signal.signal(number, signal.SIG_IGN)
    say("\nStopped; nothing is left running. `make` goes on from here.")
    sys.exit(128 + number)


def say(text):
    with contextlib.suppress(OSError):  # a terminal that is gone
        print(text, flush=True)


if __name__ == "__main__":
    main()
