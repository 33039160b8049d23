"""What the guest is given: the programs, the unit and the rule as a package would install them, and
the files that cases drop into folders. It is a tar on a raw disk, which needs no file system."""

import io
import os
import tarfile

from channel import Trouble
from guest import PAYLOAD_BYTES

# Files for folders lie here in the guest.
DROPS = "/var/tmp/amble-drops"
CONFIGURATION = b'time-zone = "UTC"\n'


class Payload:
    """The tar as it grows."""

    def __init__(self, path):
        self.path = path
        self.tar = tarfile.open(path, "w")

    def add_file(self, source, place, mode=0o644):
        self.add(place, source.read_bytes(), mode)

    def add(self, place, data, mode=0o644):
        entry = tarfile.TarInfo(place.lstrip("/"))
        entry.size, entry.mode = len(data), mode
        self.tar.addfile(entry, io.BytesIO(data))

    def close(self):
        self.tar.close()
        if os.path.getsize(self.path) > PAYLOAD_BYTES:
            raise Trouble(f"more than {PAYLOAD_BYTES >> 20} MiB are to be given to the guest")
        os.truncate(self.path, PAYLOAD_BYTES)


def add_amble(payload, repository, programs):
    """The real programs, unit and rule."""
    for program in ("ambled", "amble"):
        if not (programs / program).is_file():
            raise Trouble(f"{programs / program} is not built; run: make release")
        payload.add_file(programs / program, f"/usr/bin/{program}", 0o755)
    systemd = repository / "systemd"
    payload.add_file(systemd / "ambled.service", "/usr/lib/systemd/system/ambled.service")
    if (systemd / "70-amble.rules").is_file():
        payload.add_file(systemd / "70-amble.rules", "/usr/lib/udev/rules.d/70-amble.rules")
    if (systemd / "amble.sysusers").is_file():
        payload.add_file(systemd / "amble.sysusers", "/usr/lib/sysusers.d/amble.conf")
    payload.add("/etc/amble/amble.toml", CONFIGURATION)


def add_probe(payload, folder):
    """The stand-ins of the controls, in the same places."""
    for program in ("ambled", "amble"):
        payload.add_file(folder / program, f"/usr/bin/{program}", 0o755)
    payload.add_file(folder / "ambled.service", "/usr/lib/systemd/system/ambled.service")


# What a package does after its files are there. The user's folder is the daemon's own.
INSTALL = """
set -e
[ ! -e /usr/lib/sysusers.d/amble.conf ] || systemd-sysusers amble.conf
id amble >/dev/null 2>&1 ||
    useradd --system --user-group --home-dir /var/lib/amble --shell /usr/sbin/nologin amble
udevadm control --reload
udevadm trigger --subsystem-match=block --subsystem-match=usb --action=change
udevadm settle
systemctl daemon-reload
"""


def install(guest):
    """Finishes the installation in the guest and makes sure that the programs can start."""
    guest.must(INSTALL)
    status, out, error = guest.run("ldd /usr/bin/ambled 2>&1; /usr/bin/amble --version")
    missing = [line.split()[0] for line in out.splitlines() if "not found" in line]
    if missing:
        raise Trouble(f"the guest lacks {', '.join(missing)}: name the packages in `build`")
    if status != 0:
        raise Trouble(f"amble does not start in the guest: {error.strip() or out.strip()}")
