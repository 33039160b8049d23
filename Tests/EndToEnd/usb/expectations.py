"""What the daemon is expected to write into the journal: the one place that knows its words.

Each is a regular expression that is searched for in one entry of the unit's journal."""

import re


def synced(serial, files=None, days=None):
    """The device was read to its end, and something of it was new."""
    count = r"\d+" if files is None else str(files)
    span = rf"days? {DATE}(–{DATE})?" if days is None else re.escape(days)
    return rf"\({re.escape(serial)}\): synced, safe to unplug: {count} new files?\b.*{span}"


def read(serial):
    """The same for a device that keeps no files, where nothing says how many there are."""
    return rf"\({re.escape(serial)}\): synced, safe to unplug: .*days? {DATE}"


def nothing_new(serial):
    """The device was read, and everything was known."""
    return rf"\({re.escape(serial)}\): synced, safe to unplug: (nothing new|.*\b0 new files)"


def any_sync(serial):
    """Either."""
    return rf"\({re.escape(serial)}\): synced, safe to unplug"


def pulled_early(serial):
    """The plug was pulled while the device was read; it is said, and not as an error of Amble."""
    return rf"\({re.escape(serial)}\).*(unplugged|went away|gone|pulled)"


# The daemon is ready: every watched folder is listed and armed.
READY = r"^Watching\b"
DATE = r"\d{4}-\d{2}-\d{2}"
# One sentence about a stick that is not read.
EXFAT = r"exFAT"
# Everything that was read is told: the last word after a year of data.
TOLD = r"Older days were told in the summary log"
# Words that no run may leave in the unit's journal.
BAD = r"(?i)fatal error|crash|assertion|segmentation|core-dump|watchdog timeout|Failed with result"
