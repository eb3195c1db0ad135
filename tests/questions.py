#!/usr/bin/env python3
"""Runs the code of the questions and compares what it prints with the answers.

    python3 tests/questions.py [FILE...]

Reads assets/questions/*.json, found from the place of this script, or the files that are named.
Run is the code of every question of kind "output", and of every question of kind "choose" that
begins "What does this ... print", if its language is one of these:

    python      this Python
    javascript  node; as a module if a line begins with import, export or await
    sql         sqlite3, on an empty database in memory, with its list output (a|b)
    shell       bash

Each runs in an empty temporary directory of its own, for ten seconds at most. The lines it prints
are joined by one space, trailing white space is cut, and the rest must be the answer. A learner
would see error messages too, so a program that writes any, or that ends with a failing status
(but for the shell, where that is ordinary), differs from its answer.

Two answers of a question to choose from are no output:

    "Nothing"               the program prints nothing
    "It stops with ..."     the program fails; every name in the answer that ends in Error or
                            Exception must be in what it writes

Prints every difference with the question's id, and a line of sums. The exit status is 0 if
nothing differs, 1 if something does, and 2 if a file cannot be read.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 10
QUESTIONS = Path(__file__).resolve().parent.parent / "assets" / "questions"
PRINTED = re.compile(r"What does this\b.*\bprint\b")
ERROR_NAME = re.compile(r"\b\w*(?:Error|Exception)\b")
MODULE = re.compile(r"(?:import|export|await)\b")
PROGRAMS = {
    "python": sys.executable or "python3",
    "javascript": "node",
    "sql": "sqlite3",
    "shell": "bash",
}


class Run:
    """What became of a program: what it wrote, and its exit status (None: it took too long)."""

    def __init__(self, output, errors, status):
        self.output = " ".join(line.rstrip() for line in output.splitlines()).rstrip()
        self.errors = errors.strip()
        self.status = status


def is_run(question):
    """Whether the answer to a question is what its code prints."""
    kind = question.get("kind")
    return kind == "output" or kind == "choose" and PRINTED.match(question["question"])


def command(language, program, code, directory):
    """The command that runs the code, and what it gets as its input."""
    if language == "python":
        return [program, write(directory / "program.py", code)], None
    if language == "javascript":
        ending = "mjs" if any(MODULE.match(line) for line in code) else "js"
        return [program, write(directory / f"program.{ending}", code)], None
    if language == "sql":
        return [program, "-batch", "-bail", "-list", ":memory:"], "\n".join(code) + "\n"
    # No file, so that a pattern such as * does not find it.
    return [program, "--noprofile", "--norc", "-c", "\n".join(code)], None


def write(path, lines):
    """Writes a file, and gives its path."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def run(language, program, code):
    """Runs the code in an empty directory."""
    with tempfile.TemporaryDirectory() as place:
        line, given = command(language, program, code, Path(place))
        surroundings = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": place,
            "TMPDIR": place,
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        process = subprocess.Popen(
            line,
            cwd=place,
            env=surroundings,
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            output, errors = process.communicate(given, timeout=SECONDS)
            return Run(output, errors, process.returncode)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
            return Run(output, errors, None)


def difference(question, ran):
    """What is wrong with an answer, or None."""
    answer = question["answer"]
    last_error = ran.errors.splitlines()[-1] if ran.errors else ""
    if ran.status is None:
        return f"it was still running after {SECONDS} seconds"
    if question["kind"] == "choose" and answer.startswith("It stops with"):
        if ran.status == 0:
            return f"the answer is {answer!r}, and the program ends well: {ran.output!r}"
        missing = [name for name in ERROR_NAME.findall(answer) if name not in ran.errors]
        return f"no {missing[0]} in {ran.errors!r}" if missing else None
    if ran.status != 0 and question["language"] != "shell":
        return f"it stops with status {ran.status}: {last_error}"
    if ran.errors:
        return f"it writes an error message: {last_error}"
    wanted = "" if question["kind"] == "choose" and answer == "Nothing" else answer
    if ran.output != wanted:
        return f"the answer is {answer!r}, and the program prints {ran.output!r}"
    return None


def main(names):
    """Checks the files, and gives the exit status."""
    files = [Path(name) for name in names] or sorted(QUESTIONS.glob("*.json"))
    programs = {language: shutil.which(program) for language, program in PROGRAMS.items()}
    as_told = differ = not_run = 0
    missing = set()
    for file in files:
        try:
            questions = json.loads(file.read_text(encoding="utf-8"))["questions"]
        except (OSError, ValueError, KeyError, TypeError) as fault:
            print(f"{file}: cannot be read: {fault}")
            return 2
        for question in filter(is_run, questions):
            language = question.get("language")
            if not programs.get(language) or not question.get("code"):
                not_run += 1
                if language in PROGRAMS and not programs[language]:
                    missing.add(PROGRAMS[language])
                continue
            fault = difference(question, run(language, programs[language], question["code"]))
            if fault is None:
                as_told += 1
            else:
                differ += 1
                print(f"{file.name}: {question['id']}: {fault}")
    for program in sorted(missing):
        print(f"{program} is not installed: what it would run is left out")
    print(
        f"{as_told} ran as told, {differ} differ, "
        f"{not_run} not run (no interpreter or not a language that is run)"
    )
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
