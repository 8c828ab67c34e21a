"""The built program with a report to look at."""

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile

PROGRAM = os.environ["GXINGEST"]
FIXTURES = os.environ["GX_FIXTURES"]


def scratch(name):
    """A folder for one test, gone when it ends."""
    folder = tempfile.mkdtemp(prefix=f"gx-{name}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class Server:
    def __init__(self, target, folder, *options):
        self.process = subprocess.Popen(
            [PROGRAM, "review", target, "--no-browser", "--lang", "zh", *options], cwd=folder,
            stdout=subprocess.PIPE, stderr=open(os.path.join(folder, "stderr"), "a"), text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), open(os.path.join(folder, "stderr")).read()

    def kill(self):
        """As hard as it can be."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


def run(folder, *arguments):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)


def example(folder):
    """The report of a fixture, with its document beside it."""
    shutil.copy(os.path.join(FIXTURES, "example.pdf"), os.path.join(folder, "example.pdf"))
    return json.loads(run(folder, "example.pdf", "--format", "json").stdout)


def doubt(report, name, status="suspect", **changes):
    """Puts a figure in doubt."""
    for figure in report["figures"]:
        if f"{figure['table']}/{figure['row']}/{figure['column']}" == name:
            figure.update(status=status, confidence=0.4, method="ocr", **changes)
            return figure
    raise KeyError(name)


def alternative(value, reader="recog"):
    return {"value": value, "score": 0.3, "reader": reader}


def suggestion(value):
    return {"value": value, "cost": 3, "evidence": "sums", "settles": []}


def write(folder, name, *reports):
    with open(os.path.join(folder, name), "w") as file:
        for report in reports:
            file.write(json.dumps(report, ensure_ascii=False) + "\n")


def log(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def figures(csv_text):
    """The lines of a CSV of figures by id."""
    import csv
    import io
    return {f"{row['table']}/{row['row']}/{row['column']}": row for row in csv.DictReader(io.StringIO(csv_text))}


def address_without_key(address):
    return re.sub(r"/[0-9a-f]{32}/$", "/", address)
