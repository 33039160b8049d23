"""The daemon at work: how soon it takes a dropped file, and what it costs while nothing happens."""

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path


class Daemon:
    """A running `ambled`; `with` ends it."""

    def __init__(self, household):
        self.household = household

    def __enter__(self):
        place = self.household.folder / "notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
            ready.bind(str(place))
            ready.settimeout(60)
            self.child = subprocess.Popen(
                [self.household.programs / "ambled"],
                env=self.household.env | {"NOTIFY_SOCKET": str(place)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            while b"READY=1" not in ready.recv(4096):
                pass
        place.unlink()
        return self

    def __exit__(self, *_):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(timeout=30)

    def resident(self):
        """Bytes."""
        return self._number(Path(f"/proc/{self.child.pid}/status"), "VmRSS") * 1024

    def switches(self):
        """Context switches of all threads so far, wanted and not; the threads that are gone are
        counted by the process only."""
        total = 0
        for thread in Path(f"/proc/{self.child.pid}/task").iterdir():
            try:
                total += self._number(thread / "status", "voluntary_ctxt_switches")
                total += self._number(thread / "status", "nonvoluntary_ctxt_switches")
            except FileNotFoundError:
                continue
        return total

    def threads(self):
        return len(os.listdir(f"/proc/{self.child.pid}/task"))

    @staticmethod
    def _number(path, name):
        for line in path.read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1])
        raise KeyError(name)

    def seconds_until(self, name, limit=60):
        """Waits until `amble files` names a file, and the days of it are derived."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < limit:
            if self._knows(name):
                return time.perf_counter() - begin
        raise TimeoutError(f"{name} was not taken within {limit} s")

    def _knows(self, name):
        answer = subprocess.run(
            [self.household.programs / "amble", "files", "--json"],
            env=self.household.env,
            capture_output=True,
            check=False,
        )
        rows = [json.loads(row) for row in answer.stdout.splitlines()]
        return any(str(row).find(f"/{name}'") >= 0 for row in rows)


def idle(household, seconds):
    """Bytes resident after ten seconds of rest, and context switches in so many seconds after."""
    with Daemon(household) as daemon:
        time.sleep(10)
        resident = daemon.resident()
        before = daemon.switches()
        time.sleep(seconds)
        return resident, daemon.switches() - before, daemon.threads()


def reaction(household, path, rounds):
    """Seconds from a drop to the line in `amble files`, each time a file of another name and row."""
    with Daemon(household) as daemon:
        times = []
        for number in range(rounds):
            text = Path(path).read_text().replace("77,", f"{78 + number},")
            copy = household.folder / f"changed-{number}.csv"
            copy.write_text(text)
            household.put(copy)
            times.append(daemon.seconds_until(copy.name))
        return sorted(times)[len(times) // 2]
