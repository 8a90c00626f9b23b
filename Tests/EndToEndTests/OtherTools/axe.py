"""Looks at pages in Chromium with axe, and prints what it finds wrong: nothing, where all is right.

axe.py AXE.js PAGE...: speaks with chromedriver, which is on the path.
"""

import json
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

axe = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
with socket.socket() as place:
    place.bind(("127.0.0.1", 0))
    port = place.getsockname()[1]
driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL)


def ask(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["value"]


try:
    for _ in range(100):
        try:
            ask("GET", "/status")
            break
        except OSError:
            time.sleep(0.1)
    options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}
    session = ask(
        "POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
    place = "/session/" + session["sessionId"]
    for page in sys.argv[2:]:
        ask("POST", place + "/url", {"url": pathlib.Path(page).resolve().as_uri()})
        ask("POST", place + "/execute/sync", {"script": axe + ";window.axe = axe;", "args": []})
        found = ask("POST", place + "/execute/async", {
            "script": "axe.run(document).then(arguments[arguments.length - 1])", "args": []})
        print(pathlib.Path(page).name, "passed", len(found["passes"]), "rules", file=sys.stderr)
        for violation in found["violations"]:
            for node in violation["nodes"]:
                print(pathlib.Path(page).name, violation["id"], node["html"][:120])
    ask("DELETE", place)
finally:
    driver.terminate()
