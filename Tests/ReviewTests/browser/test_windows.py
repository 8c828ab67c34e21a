"""Two people, two windows, one queue: the second sees what the first decided, and may disagree."""

import os

from devtools import Browser
from server import Server, alternative, doubt, example, figures, run, scratch, write


def main():
    folder = scratch("windows")
    report = example(folder)
    doubt(report, "applications/new/total", alternatives=[alternative("777")])
    doubt(report, "applications/carried_over/total", alternatives=[alternative("888")])
    write(folder, "report.json", report)
    server = Server("report.json", folder)
    with Browser() as browser:
        first = browser.page(server.address + "#as=li")
        second = browser.page(server.address + "#as=zhao")
        for page in (first, second):
            page.wait("document.querySelector('#figure h1')")
            page.wait("document.title.includes('一、本年新收')")
        first.type("401")
        first.key("Enter")
        first.wait("document.title.includes('二、上年结转')")
        # The second has not seen it: what it says is not written, and it is shown the first's.
        second.type("999")
        second.key("Enter")
        second.wait("document.querySelector('#notice').innerText.includes('li')")
        second.wait("document.title.includes('一、本年新收')")
        second.wait("document.querySelector('#figure').innerText.includes('401')")
        rows = figures(run(folder, "review", "report.json", "--export", "a.csv") and open(os.path.join(folder, "a.csv")).read())
        assert rows["applications/new/total"]["value"] == "401"
        # Having seen it, the second disagrees; both are kept, and nothing is sound.
        second.type("999")
        second.key("Enter")
        second.wait("document.querySelector('#notice').innerText.includes('已保存')")
        run(folder, "review", "report.json", "--export", "b.csv")
        row = figures(open(os.path.join(folder, "b.csv")).read())["applications/new/total"]
        assert row["status"] == "suspect" and row["author"] == "li; zhao", row
        # The first hears of it, finds it in the queue again, and gives in.
        first.wait("document.querySelector('#notice').innerText.includes('zhao')")
        first.key("Enter")
        first.wait("document.title.includes('一、本年新收')")
        first.wait("document.querySelector('.readings .bad')")
        first.type("999")
        first.key("Enter")
        first.wait("document.querySelector('#label').innerText.includes('没有')")
        run(folder, "review", "report.json", "--export", "c.csv")
        row = figures(open(os.path.join(folder, "c.csv")).read())["applications/new/total"]
        assert (row["value"], row["status"]) == ("999", "corrected"), row
        for page in (first, second):
            assert not [c for c in page.complaints() if "409" not in c], page.complaints()
    server.end()


main()
