"""A page for sending on: decided elsewhere, it comes back as a file."""

import json
import os
import time

from devtools import Browser
from server import alternative, doubt, example, figures, run, scratch, suggestion, write


def main():
    folder = scratch("sending")
    report = example(folder)
    for name in ("applications/new/total", "applications/carried_over/total", "disclosure/licensing/decisions"):
        doubt(report, name, alternatives=[alternative("7")], suggestions=[suggestion("13")])
    write(folder, "report.json", report)
    made = run(folder, "review", "report.json", "--report", "send.html")
    assert made.returncode == 1, made.stderr
    with Browser() as browser:
        page = browser.page("file://" + os.path.join(folder, "send.html"))
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        assert page.value("document.querySelectorAll('article').length") == 3
        page.wait("[...document.images].length === 3 && [...document.images].every(i => i.naturalWidth > 50)")
        page.value("document.getElementById('save').click()")
        assert page.text("#told"), "asks who it is"
        page.value("document.getElementById('author').value = '赵六'")
        page.value("document.querySelector('article input[value=confirm]').click()")
        page.value("document.querySelectorAll('article')[1].querySelector('.typed').value = '402'")
        page.value("document.querySelectorAll('article')[2].querySelector('input[value=suggestion]').click()")
        # Downloads of a context of its own go where that context is told.
        context = browser.call("Target.getTargets")["targetInfos"]
        for info in context:
            if info.get("browserContextId"):
                browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder,
                             browserContextId=info["browserContextId"])
        page.value("document.getElementById('save').click()")
        path = os.path.join(folder, "decisions.jsonl")
        for _ in range(100):
            if os.path.exists(path):
                break
            time.sleep(0.1)
        assert not page.complaints(), page.complaints()
    lines = [json.loads(line) for line in open(path)]
    assert [line["action"] for line in lines] == ["confirm", "value", "suggestion"], lines
    applied = run(folder, "review", "report.json", "--apply", "decisions.jsonl", "--export", "reviewed.csv")
    assert applied.returncode == 0, applied.stderr
    rows = figures(open(os.path.join(folder, "reviewed.csv")).read())
    decided = [row for row in rows.values() if row["author"] == "赵六"]
    assert sorted(row["status"] for row in decided) == ["corrected", "corrected", "ok"], decided
    again = run(folder, "review", "report.json", "--apply", "decisions.jsonl")
    assert again.returncode == 0 and "0" in again.stderr, again.stderr
    wrong = run(folder, "review", "report.json", "--apply", "report.json")
    assert wrong.returncode == 3, wrong.stderr


main()
