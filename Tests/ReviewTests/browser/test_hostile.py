"""A report whose every text is hostile, and requests from elsewhere: nothing runs, nothing leaks."""

import urllib.error
import urllib.request

from devtools import Browser
from server import Server, address_without_key, alternative, doubt, example, scratch, suggestion, write

HOSTILE = ("<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>'\"`${window.hacked=1}"
           "</style><svg onload=window.hacked=1>&#60;\u202e\u0000javascript:window.hacked=1 {{1}} %s")


def poison(value, key=""):
    """Every text of a report that is none of a fixed list."""
    fixed = {"schema", "status", "method", "content", "form", "table", "row", "column", "value", "figures", "verdict",
             "severity", "construction", "state", "kind", "version", "disclosure", "applications", "disputes", "left",
             "right"}
    if isinstance(value, dict):
        return {k: poison(v, k) if k not in fixed or isinstance(v, (dict, list)) else v for k, v in value.items()}
    if isinstance(value, list):
        return [poison(v, key) for v in value] if key != "figures" or not value or isinstance(value[0], dict) else value
    return HOSTILE + value if isinstance(value, str) and key != "source" else value


def status(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def main():
    folder = scratch("hostile")
    report = example(folder)
    for name in ("applications/new/total", "disputes/reconsideration/other", "disclosure/licensing/decisions"):
        doubt(report, name, alternatives=[alternative("1", HOSTILE)], suggestions=[suggestion("2")], doubts=[HOSTILE])
    report["findings"] = [{"rule": "prose.applications", "severity": "error", "verdict": "open", "message": HOSTILE,
                           "expected": HOSTILE, "found": HOSTILE, "figures": ["applications/new/total"],
                           "quote": HOSTILE, "places": []}]
    report = poison(report)
    for finding in report["findings"]:
        finding["rule"] = "prose.applications"
    second = dict(report, source=HOSTILE)
    write(folder, "report.json", report, second)
    server = Server("report.json", folder)
    with Browser() as browser:
        page = browser.page(server.address + "#as=" + "li")
        page.wait("document.querySelector('#figure h1')")
        for _ in range(6):
            before = page.value("document.getElementById('figure').dataset.at")
            page.key("j")
            page.wait(f"document.getElementById('figure').dataset.at !== {before!r}")
        page.key("n")
        page.call("Input.insertText", text=HOSTILE.replace("\0", ""))
        page.key("Enter")
        page.wait("document.querySelector('.history')")
        for key in "f?":
            page.key(key)
            page.wait("!document.getElementById('whole').hidden || document.getElementById('dialog').open")
            page.key("Escape")
            page.key("Escape")
        page.key("/")
        page.wait("!document.getElementById('filters').hidden")
        assert page.value("window.hacked") is None
        assert page.value("document.scripts.length") == 1
        assert page.value("document.querySelectorAll('svg, iframe, object, style').length") == 0
        page.go(server.address + "overview")
        page.wait("document.querySelector('h1')")
        assert page.value("window.hacked") is None and page.value("document.scripts.length") == 0
        # The second report's document is not there.
        assert not [c for c in page.complaints() if "picture.png?n=1" not in c], page.complaints()
        # A page from elsewhere cannot read or write.
        other = browser.page("data:text/html,elsewhere")
        for code in (f"fetch('{server.address}api/next').then(r => r.text()).then(t => 'read ' + t, e => 'refused')",
                     f"fetch('{server.address}api/decide', {{method: 'POST', mode: 'no-cors', body: '{{}}'}}).then(r => r.type, e => 'refused')"):
            assert other.value(code) in ("refused", "opaque"), code
    host = {"Host": "evil.example"}
    assert status(server.address) == 200
    assert status(server.address, **host) == 421
    assert status(server.address, Origin="http://evil.example") == 403
    assert status(address_without_key(server.address)) == 404
    assert status(server.address + "..%2f..%2f..%2fetc%2fpasswd") in (400, 404)
    assert status(server.address + "../../etc/passwd") in (400, 404)
    server.end()


main()
