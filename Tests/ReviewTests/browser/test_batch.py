"""A batch: pictures out of an archive, the list of the queue, the overview with what failed."""

import os
import shutil
import zipfile

from devtools import Browser
from server import FIXTURES, Server, run, scratch


def main():
    folder = scratch("batch")
    with zipfile.ZipFile(os.path.join(folder, "in.zip"), "w") as archive:
        archive.write(os.path.join(FIXTURES, "scan-low100.png"), "a/scan.png")
        archive.writestr("a/broken.pdf", b"%PDF-1.7\nnothing")
    shutil.copy(os.path.join(FIXTURES, "example.pdf"), os.path.join(folder, "example.pdf"))
    made = run(folder, "batch", "in.zip", "example.pdf", "--out", "out", "-q")
    assert made.returncode in (0, 1), made.stderr
    server = Server("out", folder)
    with Browser() as browser:
        page = browser.page(server.address + "#as=li")
        page.wait("document.querySelector('#figure h1')")
        page.wait("document.querySelector('.crop img') && document.querySelector('.crop img').naturalWidth > 100")
        page.wait("document.querySelector('#sheet img').naturalWidth > 500")
        page.key("o")
        page.wait("document.querySelectorAll('#whole tr').length >= 1")
        page.key("Escape")
        page.go(server.address + "overview")
        page.wait("document.querySelector('svg.bar')")
        text = page.value("document.body.innerText")
        assert "broken.pdf" in text and "scan.png" in text and "example.pdf" in text, text
        assert not page.complaints(), page.complaints()
    # A document that has changed since is not shown as what was read.
    with zipfile.ZipFile(os.path.join(folder, "in.zip"), "w") as archive:
        archive.write(os.path.join(FIXTURES, "scan-mild200.png"), "a/scan.png")
    server.kill()
    server = Server("out", folder)
    with Browser() as browser:
        page = browser.page(server.address + "#as=li")
        page.wait("document.querySelector('#figure h1')")
        page.wait("document.querySelector('#figure').innerText.includes('没有可看的页面图像')")
    server.end()


main()
