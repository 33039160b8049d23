"""A guest: a virtual machine with an xHCI bus to plug devices into, resumed from a frozen one.

A full start takes 20-45 s where there is no virtual hardware. So the cache holds a guest that is up
and idle, frozen to disk; a run thaws a copy of it in about a second."""

import hashlib
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import inputs
from channel import AgentChannel, MachineChannel, Trouble

MEMORY_MIB = 512
# The frozen guest knows the disk of the payload by this size.
PAYLOAD_BYTES = 256 << 20
KERNEL_LINE = (
    "console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off nokaslr no_timer_check"
    " random.trust_cpu=on apparmor=0 selinux=0 net.ifnames=0 systemd.show_status=no"
    # The kernel still tells of calls that a filter forbids.
    " systemd.mask=systemd-journald-audit.socket"
)
START_LIMIT = 400


def cache():
    """Where the built guest lies."""
    given = os.environ.get("AMBLE_GUEST_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(given) if given else Path(home) / "amble-guest"


def overlay(backing, kind, path):
    """A disk of its own over one that is not to be changed."""
    command = ["qemu-img", "create", "-q", "-f", "qcow2", "-F", kind, "-b", str(backing), str(path)]
    subprocess.run(command, check=True)


class Follower:
    """A file that the guest writes lines into, read as it grows."""

    def __init__(self, path):
        self.path = path
        self.rest = b""
        self.place = 0

    def lines(self):
        """What came since the last call."""
        with open(self.path, "rb") as file:
            file.seek(self.place)
            data = file.read()
        self.place += len(data)
        *lines, self.rest = (self.rest + data).split(b"\n")
        return [line.decode(errors="replace") for line in lines]


class Guest:
    """A running guest; `with` ends it."""

    def __init__(self, payload, folder, frozen=True):
        self.folder = Path(folder)
        self.payload = payload
        self.frozen = frozen and is_frozen()
        self.entries = []
        self.events = []

    def __enter__(self):
        disk = self.folder / "root.qcow2"
        if self.frozen:
            overlay(cache() / "warm.qcow2", "qcow2", disk)
        else:
            overlay(cache() / "root.img", "raw", disk)
        extra = ["-incoming", "defer"] if self.frozen else []
        self.machine = Machine(self.folder, disk, self.payload, extra)
        try:
            if self.frozen:
                self.machine.qmp.migrate("migrate-incoming", f"exec:cat '{cache()}/warm.state'")
            self.machine.qmp.call("cont")
            self.machine.wait_until_up()
            self._set_clock()
            self._listen()
            self._unpack()
        except BaseException:
            self.machine.close()
            raise
        return self

    def __exit__(self, *_):
        self.machine.close()

    @property
    def qmp(self):
        return self.machine.qmp

    def run(self, command, timeout=120):
        """Runs a shell command in the guest: status, output, error."""
        return self.machine.agent.run(command, timeout)

    def must(self, command, timeout=120):
        """Runs a shell command that has to succeed; gives back its output."""
        status, out, error = self.run(command, timeout)
        if status != 0:
            raise Trouble(f"in the guest: {command}: status {status}: {(error or out).strip()}")
        return out

    def restart(self):
        """Presses the reset button, when all is on the disk, and waits for the system."""
        self.must("sync")
        before = self.qmp.resets
        self.qmp.call("system_reset")
        self.qmp.hear_until(lambda: self.qmp.resets > before, 60, "the guest does not restart")
        self.machine.agent.wait_until_up(START_LIMIT, self.machine.is_alive)
        self._listen("--boot --lines=all")

    def journal(self):
        """All entries of the guest's journal so far: dictionaries with `text`, `unit`, and `at` in
        seconds since the guest's start."""
        for line in self.journal_file.lines():
            try:
                raw = json.loads(line)
            except ValueError:
                continue
            text = raw.get("MESSAGE") or ""
            if isinstance(text, list):
                text = bytes(text).decode(errors="replace")
            unit = raw.get("_SYSTEMD_UNIT", "")
            if unit in ("init.scope", "") and raw.get("UNIT"):
                unit = raw["UNIT"] + ":manager"
            at = int(raw["__MONOTONIC_TIMESTAMP"]) / 1e6
            self.entries.append({"text": text, "unit": unit, "at": at})
        return self.entries

    def device_events(self):
        """All events of udev so far: dictionaries of their properties, and `at` as above."""
        for line in self.event_file.lines():
            if match := re.match(r"UDEV +\[(\d+\.\d+)\] (\w+)", line):
                self.events.append({"at": float(match[1])})
            elif "=" in line and self.events:
                name, _, value = line.partition("=")
                self.events[-1][name] = value
        return self.events

    def _set_clock(self):
        self.machine.agent.call("guest-set-time", {"time": int(inputs.NOW.timestamp() * 1e9)})

    def _listen(self, since="--lines=0"):
        """Has the guest write its journal and its device events out as they come, so that watching
        them costs it next to nothing."""
        self.journal_file = Follower(self.folder / "journal.jsonl")
        self.event_file = Follower(self.folder / "events.txt")
        self.journal_file.place = self.journal_file.path.stat().st_size
        self.event_file.place = self.event_file.path.stat().st_size
        fields = "MESSAGE,_SYSTEMD_UNIT,UNIT"
        self.must(
            f"setsid journalctl -f {since} -o json --output-fields={fields}"
            " >/dev/virtio-ports/amble.journal 2>&1 </dev/null &"
            " setsid udevadm monitor --udev --property"
            " >/dev/virtio-ports/amble.events 2>&1 </dev/null &"
        )

    def _unpack(self):
        self.must("blockdev --flushbufs /dev/vdb && tar -xf /dev/vdb -C /", 300)


class Machine:
    """The QEMU process with its disks, plugs and sockets; it waits to be told to go on."""

    def __init__(self, folder, disk, payload, extra=()):
        self.folder = folder
        self.log = folder / "qemu.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command_line(folder, disk, payload) + list(extra),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self.qmp = MachineChannel(folder / "qmp", self.is_alive)
            self.agent = AgentChannel(folder / "agent", self.is_alive)
        except Trouble as trouble:
            self.close()
            raise Trouble(f"{trouble}: {self.log.read_text(errors='replace')[-500:]}") from None

    def is_alive(self):
        return self.process.poll() is None

    def wait_until_up(self):
        try:
            self.agent.wait_until_up(START_LIMIT, self.is_alive)
        except Trouble as trouble:
            console = (self.folder / "console.log").read_text(errors="replace")[-1500:]
            raise Trouble(f"{trouble}; its console says:\n{console}") from None

    def close(self):
        if self.is_alive():
            self.process.kill()
        self.process.wait()


def command_line(folder, disk, payload):
    """QEMU's arguments. A frozen guest can be thawed only by the same."""
    ports = []
    for name in ("journal.jsonl", "events.txt"):
        chardev = name.partition(".")[0]
        ports += ["-chardev", f"file,id={chardev},path={folder}/{name}"]
        ports += ["-device", f"virtserialport,chardev={chardev},name=amble.{chardev}"]
    return [
        "qemu-system-x86_64", "-M", "q35,usb=off", "-accel", "tcg,thread=multi", "-cpu", "max",
        "-smp", "2", "-m", str(MEMORY_MIB), "-nodefaults", "-no-user-config", "-nographic",
        "-vga", "none", "-S", "-rtc", f"base={inputs.NOW:%Y-%m-%d}T12:00:00",
        "-kernel", f"{cache()}/vmlinuz", "-initrd", f"{cache()}/initrd.img", "-append", KERNEL_LINE,
        "-drive", f"file={disk},format=qcow2,if=virtio,cache=unsafe",
        "-drive", f"file={payload},format=raw,if=virtio,readonly=on",
        "-serial", f"file:{folder}/console.log",
        "-device", "virtio-serial-pci",
        "-chardev", f"socket,path={folder}/agent,server=on,wait=off,id=agent",
        "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
        *ports,
        "-device", "qemu-xhci,id=xhci",
        "-qmp", f"unix:{folder}/qmp,server=on,wait=off",
    ]  # fmt: skip


def freeze_key():
    """What a frozen guest depends on; another QEMU or other arguments cannot thaw it."""
    version = subprocess.run(
        ["qemu-system-x86_64", "--version"], capture_output=True, text=True, check=True
    ).stdout
    root = (cache() / "root.img").stat()
    parts = [version, f"{root.st_mtime_ns}"]
    parts += [part for part in command_line("", "", "") if str(cache()) not in part]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_frozen():
    """Whether the cache holds a frozen guest that can be thawed here."""
    key = cache() / "warm.key"
    return key.is_file() and key.read_text() == freeze_key()


def freeze():
    """Starts a guest, lets it come to rest, and leaves it frozen in the cache."""
    for name in ("warm.key", "warm.qcow2", "warm.state"):
        (cache() / name).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="amble-guest.") as name:
        folder = Path(name)
        payload = folder / "payload"
        payload.touch()
        os.truncate(payload, PAYLOAD_BYTES)
        # By a relative name, so that the cache can be moved.
        overlay("root.img", "raw", cache() / "warm.qcow2")
        machine = Machine(folder, cache() / "warm.qcow2", payload)
        try:
            machine.qmp.call("cont")
            machine.wait_until_up()
            machine.agent.run("systemctl is-system-running --wait; udevadm settle", START_LIMIT)
            machine.agent.run("sync; echo 3 >/proc/sys/vm/drop_caches")
            machine.qmp.call("stop")
            machine.qmp.call("migrate-set-parameters", {"max-bandwidth": 1 << 40})
            machine.qmp.migrate("migrate", f"exec:cat >'{cache()}/warm.state'")
            machine.qmp.call("quit")
            machine.process.wait(30)
        finally:
            machine.close()
    (cache() / "warm.key").write_text(freeze_key())
