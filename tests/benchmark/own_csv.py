"""How quick our own CSV comes back: a dry run and a restore into an empty database, beside `pandas.read_csv`.

The database is one of its own (`var/bench-restore`), made for it and thrown away. Times are those of the whole command,
memory that of the largest of its processes that run Python; PostgreSQL, which it starts as well, is not counted.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from cases.public.downloads.csv import csv_copy
from cases.register.copy_output import copy_out
from cases.register.csv_lines import Lines
from tests.benchmark import BenchmarkError

KEEPER = "keeper"
_MAKE_KEEPER = f"from django.contrib.auth.models import User; User.objects.create_superuser({KEEPER!r})"
_READ = "import resource, sys, time, pandas; begun = time.perf_counter(); rows = len(pandas.read_csv(sys.argv[1])); "
_READ += "print(rows, time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def measure(cases: int, python: Path | None, say: Callable[[str], None]) -> dict:
    """Figures of the dry run and the restore; with the interpreter that has pandas, also of that."""
    say("Our own CSV, restored into an empty database")
    folder = settings.VAR.parent / "bench-restore"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file = folder / "cases.csv"
    try:
        _write(file)
        for words in (
            ["migrate", "--verbosity", "0"],
            ["load_reference_data", "--verbosity", "0"],
            ["shell", "-c", _MAKE_KEEPER],
        ):
            _run(folder, words)
        command = ["import_cases", str(file), "--restore", "--by", KEEPER]
        result = {
            "mb": round(file.stat().st_size / 2**20, 1),
            "dry_run": _timed(folder, [*command, "--dry-run"], cases),
            "restore": _timed(folder, command, cases),
        }
        if python is not None:
            result["pandas"] = _read_by_pandas(python, file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("dry_run", "restore", "pandas"):
        if name in result:
            figures = result[name]
            say(f"    {name}: {figures['rows_per_s']:,} rows/s, {figures['memory_mb']:,} MB")
    return result


def _write(file: Path) -> None:
    copy = csv_copy(Lines())
    with file.open("wb") as lines:
        lines.write(copy.opening)
        lines.writelines(copy_out(copy.statement(), seconds=600))


def _command(words: list[str]) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]


def _run(folder: Path, words: list[str]) -> None:
    environment = os.environ | {"TRACKER_VAR": str(folder)}
    done = subprocess.run(
        _command(words), env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        raise BenchmarkError(f"{words[0]} failed:\n{done.stderr[-2000:]}")


def _timed(folder: Path, words: list[str], cases: int) -> dict:
    begun = time.perf_counter()
    log = folder / "said.txt"
    with log.open("wb") as said:
        environment = os.environ | {"TRACKER_VAR": str(folder)}
        process = subprocess.Popen(
            _command(words), env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        kilobytes = 0
        while process.poll() is None:
            kilobytes = max(kilobytes, _largest(process.pid))
            time.sleep(0.1)
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise BenchmarkError(f"{' '.join(words[:1])} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return _figures(cases, seconds, kilobytes)


def _largest(process: int) -> int:
    """The most memory that a process, or one of Python that it started, has had so far. What the system says at the
    end would be the database's."""
    largest = 0
    for folder in (Path(f"/proc/{process}"), *_started_by(process)):
        try:
            if "python" in (folder / "exe").readlink().name:
                status = (folder / "status").read_text()
                largest = max(largest, int(status.partition("VmHWM:")[2].split()[0]))
        except (OSError, IndexError):
            continue  # it has ended meanwhile
    return largest


def _started_by(process: int) -> list[Path]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [Path(f"/proc/{each}") for each in children]


def _read_by_pandas(python: Path, file: Path) -> dict:
    said = subprocess.run(
        [python, "-c", _READ, file], check=True, capture_output=True, text=True
    ).stdout.split()
    return _figures(int(said[0]), float(said[1]), int(said[2]))


def _figures(rows: int, seconds: float, kilobytes: int) -> dict:
    return {
        "seconds": round(seconds, 1),
        "rows_per_s": round(rows / seconds),
        "memory_mb": round(kilobytes / 1024),
    }
