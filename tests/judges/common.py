"""What every judge needs: the program, and a folder to work in."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

PROGRAM = os.environ["NINETRACKS"]
FOLDER = Path(tempfile.mkdtemp(prefix="judge-"))


def run(*words, fails=False, typed=""):
    """Runs the program with lines typed at it; gives its output and what it noted."""
    done = subprocess.run(
        [PROGRAM, *map(str, words), "--data", str(FOLDER / "data")], input=typed, capture_output=True, text=True
    )
    assert (done.returncode != 0) == fails, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout, done.stderr


def export(form, name, *more):
    """Exports the built-in course and gives the file and the report of what was kept, changed and dropped."""
    out = FOLDER / name
    _, noted = run("export", *more, "--format", form, "--out", out, "--force", "--json")
    report = next(json.loads(line) for line in noted.splitlines() if line.startswith("{"))
    return out, report


def listed(kind, *course):
    """What the program lists of a course."""
    return json.loads(run("list", kind, "--json", *course)[0])
