"""The devices that the cases plug in. Each makes what it is made of in a folder, once a case, and
says afterwards what was done to it."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import inputs
import omron
from usbredir import PedometerServer

MIB = 1 << 20
# Where a partition begins, and what a partition table at the end needs.
PARTITION_START = MIB
MARGIN = MIB
ENVIRONMENT = os.environ | {"PATH": os.environ["PATH"] + ":/usr/sbin:/sbin", "TZ": "UTC"}


def call(*command, text=None):
    """Runs a tool of the host, quietly; what it said is in the error when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        env=ENVIRONMENT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise OSError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")


def lay_out(files, folder):
    """Writes {path: bytes} into a folder, all changed an hour before the guest's now."""
    moment = inputs.NOW.timestamp() - 3600
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for place in [*folder.rglob("*"), folder]:
        os.utime(place, (moment, moment))


@dataclass
class Stick:
    """A stick: `files` in a file system on the whole of it or in one partition."""

    name: str
    files: dict
    # "fat32", "fat16", "ext4" or "exfat"; an exFAT stick stays empty.
    system: str = "fat32"
    # "whole", "mbr" or "gpt".
    layout: str = "whole"
    label: str = "GARMIN"
    # Bytes a second that it can be read with; 0 is as fast as it goes.
    speed: int = 0
    writes_allowed: bool = False

    @property
    def serial(self):
        """What the stick says as its serial number."""
        return f"AMBLE{self.name.upper()}"

    def make(self, folder):
        """Makes the image."""
        self.image = folder / f"{self.name}.img"
        self.overlay = folder / f"{self.name}.qcow2"
        size = max(40 * MIB, sum(map(len, self.files.values())) * 2) // MIB * MIB
        start = 0 if self.layout == "whole" else PARTITION_START
        with open(self.image, "wb") as file:
            file.truncate(size + start + MARGIN)
        self._partition(size)
        self._format(start, size, folder / f"{self.name}.files")
        if self.files and self.system != "ext4":
            self._fill(folder / f"{self.name}.files", start)
        # The guest writes into this one, should it write.
        call("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", self.image, self.overlay)

    def _partition(self, size):
        if self.layout == "whole":
            return
        # Microsoft's basic data, where the table knows types by a long name.
        kind = {"mbr": "c", "gpt": "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7"}[self.layout]
        table = f"label: {'dos' if self.layout == 'mbr' else 'gpt'}\n"
        table += f"start={PARTITION_START // 512}, size={size // 512}, type={kind}\n"
        call("sfdisk", "--quiet", self.image, text=table)

    def _format(self, start, size, source):
        if self.system == "ext4":
            lay_out(self.files, source)
            call("mke2fs", "-q", "-t", "ext4", "-L", self.label, "-d", source, self.image)
            return
        if self.system == "exfat":
            call("mkfs.exfat", "-L", self.label, self.image)
            return
        bits = self.system.removeprefix("fat")
        sectors = start // 512
        options = ["-F", bits, "-n", self.label, "-i", "A3B1E000", "-h", sectors]
        call("mkfs.vfat", *options, "--offset", sectors, self.image, size // 1024)

    def _fill(self, source, start):
        lay_out(self.files, source)
        tops = [source / top for top in sorted(os.listdir(source))]
        call("mcopy", "-s", "-Q", "-m", "-i", f"{self.image}@@{start}", *tops, "::/")

    def attach(self, qmp):
        node = {
            "driver": "qcow2",
            "node-name": f"node-{self.name}",
            "file": {"driver": "file", "filename": str(self.overlay)},
        }
        if self.speed:
            limits = {"bps-total": self.speed}
            group = {"qom-type": "throttle-group", "id": f"speed-{self.name}", "limits": limits}
            qmp.call("object-add", group)
            node.pop("node-name")
            node = {
                "driver": "throttle",
                "node-name": f"node-{self.name}",
                "throttle-group": f"speed-{self.name}",
                "file": node,
            }
        qmp.call("blockdev-add", node)
        self._drive(qmp)

    def _drive(self, qmp):
        drive = {"driver": "usb-storage", "id": self.name, "bus": "xhci.0", "removable": True}
        drive |= {"drive": f"node-{self.name}", "serial": self.serial}
        qmp.call("device_add", drive)

    def detach(self, qmp):
        qmp.remove_device(self.name)
        qmp.call("blockdev-del", {"node-name": f"node-{self.name}"})
        if self.speed:
            qmp.call("object-del", {"id": f"speed-{self.name}"})

    def bytes_read(self, qmp):
        """How much the guest has read since the stick was plugged in."""
        for drive in qmp.call("query-blockstats"):
            if f"/{self.name}/" in drive.get("qdev", "") + "/":
                return drive["stats"]["rd_bytes"]
        return 0

    def faults(self):
        """What is not as it was."""
        if self.writes_allowed:
            return []
        same = subprocess.run(
            ["qemu-img", "compare", "-q", "-f", "qcow2", "-F", "raw", self.overlay, self.image],
            check=False,
        )
        return [] if same.returncode == 0 else [f"the stick {self.name} was written to"]

    def close(self):
        """Nothing runs for a stick."""


@dataclass
class MTPPlayer:
    """A tracker that speaks MTP: QEMU's, which shows a folder."""

    name: str
    files: dict

    @property
    def serial(self):
        return f"AMBLE{self.name.upper()}"

    def make(self, folder):
        self.folder = folder / f"{self.name}.files"
        self.folder.mkdir()
        lay_out(self.files, self.folder)

    def attach(self, qmp):
        device = {"driver": "usb-mtp", "id": self.name, "bus": "xhci.0", "serial": self.serial}
        # Writable, so that a daemon which changes it is caught.
        device |= {"rootdir": str(self.folder), "readonly": False}
        qmp.call("device_add", device)

    def detach(self, qmp):
        qmp.remove_device(self.name)

    def faults(self):
        found = {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        return [] if found == self.files else [f"the files of {self.name} were changed"]

    def close(self):
        """Nothing runs for it."""


@dataclass
class OmronPedometer:
    """A pedometer that speaks over HID; it keeps its memory from plug to plug."""

    name: str
    memory: omron.Memory
    garbled_report: int = 0
    erasing_allowed: bool = False
    pedometer: omron.Pedometer = field(init=False, default=None)

    @property
    def serial(self):
        return self.memory.serial

    def make(self, folder):
        self.socket = Path(folder) / f"{self.name}.socket"
        self.pedometer = omron.Pedometer(self.memory, garbled_report=self.garbled_report)
        self.server = PedometerServer(self.socket, self.pedometer)

    def attach(self, qmp):
        address = {"type": "unix", "data": {"path": str(self.socket)}}
        backend = {"type": "socket", "data": {"addr": address, "server": False}}
        qmp.call("chardev-add", {"id": f"wire-{self.name}", "backend": backend})
        device = {"driver": "usb-redir", "id": self.name, "bus": "xhci.0"}
        qmp.call("device_add", device | {"chardev": f"wire-{self.name}"})

    def detach(self, qmp):
        qmp.remove_device(self.name)  # its wire goes with it

    def faults(self):
        faults = []
        if self.pedometer.erase_commands() and not self.erasing_allowed:
            faults.append(f"{self.name} was told to erase its memory")
        if self.garbled_report and not self.pedometer.garbled:
            faults.append(f"{self.name} never came to its garbled report")
        return faults

    def close(self):
        self.server.close()
