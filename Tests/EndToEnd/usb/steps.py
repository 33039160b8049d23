"""The steps that cases are made of.

Each does one thing or looks at one thing, and says what it saw; what is not as it should be raises
`Failure`."""

import datetime
import json
import re
import shlex
import time
from dataclasses import dataclass, field

import expectations
import inputs
from payload import DROPS

UNIT = "ambled.service"
STATE = "/var/lib/amble"
INBOX = f"{STATE}/inbox"
POLL = 0.3
# What the kernel writes when a call is forbidden by SystemCallFilter=.
FORBIDDEN_CALL = re.compile(r'type=1326 .*exe="/usr/bin/ambled?" .*syscall=(\d+)')


class Failure(Exception):
    """Amble does not do what the case expects."""


def wait_for(run, what, look, seconds):
    """Looks until there is something to see; gives it back with the seconds it took. No longer than
    the case may still last."""
    begin = time.monotonic()
    seconds = round(min(seconds, max(1, run.deadline - begin)))
    while True:
        if seen := look():
            return seen, time.monotonic() - begin
        if time.monotonic() - begin > seconds:
            raise Failure(f"no {what} within {seconds} s")
        time.sleep(POLL)


def entries(run, since=None):
    """The unit's own entries in the journal since the last plug."""
    journal = run.guest.journal()[run.mark if since is None else since :]
    return [entry for entry in journal if entry["unit"] == UNIT]


def amble(run, arguments):
    """Runs `amble` in the guest as the user amble; gives back the objects it printed."""
    places = f"--state {STATE} --config /etc/amble/amble.toml"
    status, out, error = run.guest.run(f"runuser -u amble -- amble {arguments} {places}")
    if status != 0:
        raise Failure(f"`amble {arguments}` ended with {status}: {error.strip() or out.strip()}")
    return [json.loads(line) for line in out.splitlines()]


@dataclass
class StartDaemon:
    """Starts the unit and waits until the daemon says that it is ready."""

    within: float = 30

    def perform(self, run):
        run.mark = len(run.guest.journal())
        status, _, error = run.guest.run(f"systemctl start {UNIT}")
        if status != 0:
            raise Failure(f"the unit does not start: {error.strip()}")
        return Journal(expectations.READY, self.within).perform(run)


@dataclass
class StopDaemon:
    """Stops the unit."""

    def perform(self, run):
        run.guest.must(f"systemctl stop {UNIT}")
        return "the unit is stopped"


@dataclass
class UnitIsUnderstood:
    """Makes sure that the guest's systemd understands every line of the unit."""

    def perform(self, run):
        _, out, error = run.guest.run(f"systemd-analyze verify --man=no {UNIT} 2>&1")
        told = [line for line in (out + error).splitlines() if UNIT in line]
        if told:
            raise Failure(f"systemd does not understand the unit: {' / '.join(told)}")
        score = run.guest.must(f"systemd-analyze security --no-pager {UNIT} | tail -n 1")
        return score.strip().lstrip("→ ")


@dataclass
class Reload:
    """Reloads the unit's configuration."""

    def perform(self, run):
        run.mark = len(run.guest.journal())
        status, _, error = run.guest.run(f"systemctl reload {UNIT}")
        if status != 0:
            raise Failure(f"the unit cannot be reloaded: {error.strip()}")
        return Journal(expectations.READY).perform(run)


@dataclass
class Restart:
    """Restarts the whole guest with its devices, the unit enabled."""

    def perform(self, run):
        run.guest.must(f"systemctl enable --quiet {UNIT}")
        begin = time.monotonic()
        run.mark = len(run.guest.journal())
        run.guest.restart()
        return f"the guest is up again after {time.monotonic() - begin:.0f} s"


class Plug:
    """Plugs devices in, one right after the other."""

    def __init__(self, *devices):
        self.devices = devices

    def perform(self, run):
        run.mark = len(run.guest.journal())
        run.event_mark = len(run.guest.device_events())
        for device in self.devices:
            run.attach(device)
        return f"plugged in: {', '.join(self.devices)}"


@dataclass
class Unplug:
    """Pulls a device out."""

    device: str

    def perform(self, run):
        run.detach(self.device)
        return f"{self.device} is pulled out"


@dataclass
class UnplugAfterReading:
    """Pulls a stick out as soon as so many bytes of it were read."""

    device: str
    size: int
    within: float = 40

    def perform(self, run):
        device = run.devices[self.device]
        wait_for(
            run,
            f"{self.size} bytes read from {self.device}",
            lambda: device.bytes_read(run.guest.qmp) >= self.size,
            self.within,
        )
        had = device.bytes_read(run.guest.qmp)
        run.detach(self.device)
        return f"{self.device} is pulled out after {had} bytes"


@dataclass
class SeesDevice:
    """Waits until udev has told of a device with these properties."""

    properties: dict
    within: float = 40

    def perform(self, run):
        def look():
            return [
                event
                for event in run.guest.device_events()[run.event_mark :]
                if event.get("ACTION") != "remove"
                and all(event.get(name) == value for name, value in self.properties.items())
            ]

        events, took = wait_for(run, f"event of udev with {self.properties}", look, self.within)
        name = events[0].get("DEVPATH", "?").rsplit("/", 1)[-1]
        return f"udev tells of {name} after {took:.1f} s"


@dataclass
class Journal:
    """Waits for an entry of the unit's journal since the last plug."""

    pattern: str
    within: float = 90

    def perform(self, run):
        def look():
            return [entry for entry in entries(run) if re.search(self.pattern, entry["text"])]

        found, took = wait_for(run, f"journal entry with /{self.pattern}/", look, self.within)
        return f"after {took:.1f} s: {found[0]['text']}"


@dataclass
class SaysOnce:
    """Makes sure that the unit says something once and not over and over: for some seconds."""

    pattern: str
    seconds: float = 4

    def perform(self, run):
        time.sleep(self.seconds)
        found = [entry for entry in entries(run) if re.search(self.pattern, entry["text"])]
        if len(found) != 1:
            raise Failure(f"/{self.pattern}/ stands {len(found)} times in the journal, not once")
        return "said once"


@dataclass
class NotSaid:
    """Makes sure that the unit has not said something since the last plug."""

    pattern: str

    def perform(self, run):
        for entry in entries(run):
            if re.search(self.pattern, entry["text"]):
                raise Failure(f"the journal says: {entry['text']}")
        return f"not said: {self.pattern}"


@dataclass
class ReadsAtMost:
    """Makes sure that little of a stick was read since it was plugged in: what the kernel and udev
    read for themselves, the folders, and no file."""

    device: str
    size: int

    def perform(self, run):
        had = run.devices[self.device].bytes_read(run.guest.qmp)
        if had > self.size:
            raise Failure(f"{had} bytes of {self.device} were read, more than {self.size}")
        return f"{had} bytes of {self.device} were read"


@dataclass
class Drop:
    """Moves a file that the guest was given into the inbox."""

    name: str

    def perform(self, run):
        run.mark = len(run.guest.journal())
        source = shlex.quote(f"{DROPS}/{self.name}")
        # Copied beside the inbox before the moment counts. It stays in memory, which only favours
        # the folder that the stick is compared with.
        out = run.guest.must(
            f"install -o amble -g amble -m 600 {source} {STATE}/dropped && sync"
            " && cut -d' ' -f1 /proc/uptime"
            f" && mv {STATE}/dropped {INBOX}/{shlex.quote(self.name)}"
        )
        run.stamps["drop"] = float(out.split()[-1])
        return f"{self.name} goes into the inbox at {run.stamps['drop']:.2f} s"


@dataclass
class Days:
    """Compares the steps of days with what `amble days` shows, exactly."""

    totals: dict

    def perform(self, run):
        first, last = min(self.totals), max(self.totals)
        shown = amble(run, f"days --json --from {first} --to {last}")
        found = {line["date"]: line.get("steps") for line in shown}
        wrong = {
            date: (steps, found.get(date))
            for date, steps in self.totals.items()
            if found.get(date) != steps
        }
        if wrong:
            date, (wanted, had) = next(iter(wrong.items()))
            raise Failure(f"{len(wrong)} days differ: {date} has {had} steps, not {wanted}")
        return f"{len(self.totals)} days have exactly {sum(self.totals.values())} steps"


@dataclass
class Files:
    """Compares what `amble files` lists with the names and outcomes that are expected."""

    outcomes: dict

    def perform(self, run):
        shown = amble(run, "files --json")
        found = {line["path"].rsplit("/", 1)[-1]: line["outcome"] for line in shown}
        if found != self.outcomes:
            raise Failure(f"`amble files` shows {found}, not {self.outcomes}")
        return f"`amble files` shows {found}"


@dataclass
class FileCount:
    """Makes sure that so many entries of `amble files` are taken (names are the daemon's own)."""

    count: int

    def perform(self, run):
        taken = [line for line in amble(run, "files --json") if line["outcome"] == "taken"]
        if len(taken) != self.count:
            raise Failure(f"`amble files` shows {len(taken)} taken files, not {self.count}")
        return f"`amble files` shows {[line['path'] for line in taken]}"


@dataclass
class Devices:
    """Compares what `amble devices` says of a serial number."""

    serial: str
    how: str
    fields: tuple = ("vendor", "product", "state")
    synced: bool = True

    def perform(self, run):
        shown = amble(run, "devices --json")
        matching = [line for line in shown if line.get("serial") == self.serial]
        if len(matching) != 1:
            raise Failure(f"`amble devices` shows {len(matching)} devices {self.serial}: {shown}")
        device = matching[0]
        missing = [name for name in self.fields if not device.get(name)]
        if missing or device.get("how") != self.how:
            raise Failure(f"`amble devices` shows {device}, wants how {self.how} and {self.fields}")
        if self.synced:
            self._check_time(device.get("lastSync"))
        return f"`amble devices` shows {device}"

    @staticmethod
    def _check_time(text):
        try:
            moment = datetime.datetime.fromisoformat((text or "").replace("Z", "+00:00"))
        except ValueError:
            raise Failure(f"lastSync is {text!r}") from None
        if not datetime.timedelta() <= moment - inputs.NOW < datetime.timedelta(hours=2):
            raise Failure(f"lastSync is {text}, which is not in this run")


@dataclass
class Stamp:
    """Keeps the moment of a journal entry, or of the event that a file system is ready."""

    name: str
    pattern: str = ""
    properties: dict = field(default_factory=dict)
    within: float = 120

    def perform(self, run):
        def look():
            if self.pattern:
                return [e["at"] for e in entries(run) if re.search(self.pattern, e["text"])]
            return [
                event["at"]
                for event in run.guest.device_events()[run.event_mark :]
                if event.get("ACTION") == "add"
                and all(event.get(name) == value for name, value in self.properties.items())
            ]

        found, _ = wait_for(run, f"moment {self.name}", look, self.within)
        run.stamps[self.name] = found[0]
        return f"{self.name} at {found[0]:.2f} s"


@dataclass
class Ratio:
    """Compares two spans between stamps: the first may last so many times the second."""

    first: tuple
    second: tuple
    limit: float

    def perform(self, run):
        spans = []
        for begin, end in (self.first, self.second):
            spans.append(run.stamps[end] - run.stamps[begin])
        ratio = spans[0] / spans[1]
        told = f"{spans[0]:.2f} s against {spans[1]:.2f} s: {ratio:.2f} times"
        if ratio > self.limit:
            raise Failure(f"{told}, more than {self.limit}")
        return told


@dataclass
class Guest:
    """Does something in the guest as its administrator, as a desktop or a person would."""

    command: str

    def perform(self, run):
        run.mark = len(run.guest.journal())
        run.guest.must(self.command)
        return f"in the guest: {self.command}"


@dataclass
class Forget:
    """Empties the state between two halves of a case."""

    def perform(self, run):
        run.fresh_state()
        return "the state is empty"


def unit_faults(run):
    """What is wrong with the unit: crashes, restarts, a result that is no success."""
    names = ("ActiveState", "Result", "NRestarts", "ExecMainStatus")
    out = run.guest.must(f"systemctl show {UNIT} -p {','.join(names)}")
    shown = dict(line.split("=", 1) for line in out.splitlines())
    faults = []
    if shown["Result"] != "success" or shown["NRestarts"] != "0":
        faults.append(f"the unit ended or was restarted: {' '.join(out.split())}")
    journal = run.guest.journal()[run.begin :]
    for entry in journal:
        if entry["unit"].startswith(UNIT) and re.search(expectations.BAD, entry["text"]):
            faults.append(f"the journal says: {entry['text']}")
        if match := FORBIDDEN_CALL.search(entry["text"]):
            faults.append(f"the unit's filter forbids system call {match[1]}, which ambled made")
    return list(dict.fromkeys(faults))
