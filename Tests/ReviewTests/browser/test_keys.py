"""A queue from end to end by keys alone: decide in every way, take back, reload, kill, start again, export."""

import os

from devtools import Browser
from server import Server, alternative, doubt, example, figures, log, run, scratch, suggestion, write


def main():
    folder = scratch("keys")
    report = example(folder)
    truth = {f"{f['table']}/{f['row']}/{f['column']}": f["value"] for f in report["figures"]}
    # In the order of the queue: the least proven first, then as the form has them.
    doubt(report, "disclosure/regulations/issued", "missing", value="", content="absent", printed="", box=None, page=None)
    names = ["disclosure/licensing/decisions", "disclosure/penalty/decisions", "disclosure/coercion/decisions",
             "applications/new/natural_person", "applications/new/enterprise", "applications/new/total",
             "applications/carried_over/total", "disputes/reconsideration/upheld", "disputes/reconsideration/other"]
    for name in names:
        doubt(report, name, alternatives=[alternative("777"), alternative("888")], suggestions=[suggestion("999")])
    write(folder, "report.json", report)
    server = Server("report.json", folder)
    with Browser() as browser:
        page = browser.page(server.address)
        page.wait("document.querySelector('#figure h1')")
        assert "待核 10" in page.text("#counts"), page.text("#counts")

        def here():
            return page.value("document.querySelector('.term.here, .cell.here') ? "
                              "document.title : document.title")

        def saved(text):
            page.wait(f"document.querySelector('#notice').innerText.includes({text!r})")

        # Nobody decides without a name: the key leads to the field for it.
        page.key("s")
        page.key("b")
        page.wait("document.activeElement.id === 'author'")
        page.type("wang")
        page.key("Enter")
        page.wait("document.activeElement.id !== 'author'")
        # The missing one: Enter confirms nothing that was not read; a typed value is saved.
        assert "规章" in here(), here()
        page.key("Enter")
        page.wait("document.querySelector('#notice').className === 'bad'")
        page.type("3")
        page.key("Enter")
        saved("已保存：3")
        page.wait("document.title.includes('行政许可')")
        # The reading.
        page.key("Enter")
        page.wait("document.title.includes('行政处罚')")
        # The suggestion.
        page.key("s")
        page.wait("document.title.includes('行政强制')")
        # Blank.
        page.key("b")
        page.wait("document.title.includes('自然人')")
        # The second of the other readings.
        page.key("w")
        page.wait("document.title.includes('商业企业')")
        # As printed.
        page.key("p")
        page.wait("document.title.includes('总计')")
        # Sums follow what is typed.
        before = page.text(".equation .tag")
        page.type("5")
        page.wait(f"document.querySelector('.equation .tag').innerText !== {before!r}")
        page.key("Backspace")
        page.key("Escape")
        # Skipped, and come back to.
        page.key("j")
        page.wait("document.title.includes('二、上年结转')")
        page.key("k")
        page.wait("document.title.includes('一、本年新收') && document.title.includes('总计')")
        # A note settles nothing.
        page.key("n")
        page.type("look at page 2")
        page.key("Enter")
        saved("look at page 2")
        assert "待核 4" in page.text("#counts"), page.text("#counts")
        page.key("Escape")
        # Taken back: the one as printed.
        page.key("u")
        saved("已撤销")
        page.wait("document.title.includes('商业企业')")
        assert "待核 5" in page.text("#counts"), page.text("#counts")
        page.type("51")
        page.key("Enter")
        page.wait("document.title.includes('总计')")

        # The page again: all is as it was, and what was decided before can still be taken back.
        page.go(server.address)
        page.wait("document.querySelector('#figure h1')")
        assert "待核 4" in page.text("#counts"), page.text("#counts")
        page.type("")
        page.value("document.getElementById('author').value")
        page.key("u")
        saved("已撤销")
        page.key("1")
        page.type("23")
        page.key("Enter")
        saved("已保存：123")
        # What is shown as saved survives whatever happens to the program.
        lines = len(log(os.path.join(folder, "report.json.review.jsonl")))
        server.kill()
        page.key("j")
        page.wait("document.querySelector('#notice').innerText.includes('断')")
        server = Server("report.json", folder)
        assert len(log(os.path.join(folder, "report.json.review.jsonl"))) == lines
        page.go(server.address)
        page.wait("document.querySelector('#figure h1')")
        assert "待核 4" in page.text("#counts"), page.text("#counts")
        # A new address is a new place to the browser: it asks for the name again.
        page.key("j")
        page.wait("document.querySelector('#figure h1')")
        # All on this page.
        page.value("document.getElementById('author').value = 'wang'")
        for _ in range(4):
            if "待核 0" in page.text("#counts") or "没有" in page.text("#label"):
                break
            count = page.text("#counts")
            page.key("a")
            page.wait("document.getElementById('dialog').open")
            page.key("Enter")
            page.wait(f"document.querySelector('#counts').innerText !== {count!r}")
        page.wait("document.querySelector('#label').innerText.includes('没有')")
        # The whole form, help and filters by keys, and back.
        page.key("?")
        page.wait("document.getElementById('dialog').open")
        page.key("Escape")
        page.wait("!document.getElementById('dialog').open")
        page.key("/")
        page.wait("!document.getElementById('filters').hidden")
        page.key("Escape")
        page.key("Escape")
        page.wait("document.getElementById('filters').hidden")
        page.key("f")
        page.wait("!document.getElementById('whole').hidden && document.querySelectorAll('#whole td.corrected').length > 3")
        page.key("Escape")
        assert not [c for c in page.complaints() if "ERR_CONNECTION" not in c], page.complaints()
    assert server.end() == 0, "all settled"

    result = run(folder, "review", "report.json", "--export", "reviewed.csv")
    assert result.returncode == 0, result.stderr
    rows = figures(open(os.path.join(folder, "reviewed.csv")).read())
    expected = {"disclosure/regulations/issued": ("3", "corrected"),
                "disclosure/licensing/decisions": (truth["disclosure/licensing/decisions"], "ok"),
                "disclosure/penalty/decisions": ("999", "corrected"), "disclosure/coercion/decisions": ("", "corrected"),
                "applications/new/natural_person": ("888", "corrected"), "applications/new/enterprise": ("123", "corrected"),
                "applications/new/total": (truth["applications/new/total"], "ok")}
    for name, (value, status) in expected.items():
        row = rows[name]
        assert (row["value"], row["status"], row["author"]) == (value, status, "wang"), (name, row)
    assert all(row["status"] in ("ok", "empty", "corrected") for row in rows.values())
    for name in ("reviewed.json", "reviewed.xlsx"):
        result = run(folder, "review", "report.json", "--export", name)
        assert result.returncode == 0 and os.path.getsize(os.path.join(folder, name)) > 1000, result.stderr
    # What was reviewed can be compared with what was read.
    assert run(folder, "diff", "report.json", "reviewed.json", "--figures").returncode == 1


main()
