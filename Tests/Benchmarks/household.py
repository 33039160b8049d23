"""A household in a folder of its own: a state, an inbox, and the two programs."""

import os
import shutil
from pathlib import Path

import measure


class Household:
    def __init__(self, programs, folder):
        self.programs = Path(programs)
        self.folder = Path(folder)
        self.state = self.folder / "state"
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir(parents=True)
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "TZ": "Europe/Oslo",
            "AMBLE_NOW": "2026-01-01T12:00:00+01:00",
            "AMBLE_DEVICES": "off",
            "AMBLE_STATE": str(self.state),
            "AMBLE_INBOX": str(self.inbox),
        }

    def forget(self):
        """Throws the state away."""
        shutil.rmtree(self.state, ignore_errors=True)

    def clear(self):
        """Empties the inbox."""
        for path in self.inbox.iterdir():
            path.unlink()

    def put(self, path, name=None):
        """Puts a file into the inbox, whole from the first moment."""
        place = self.inbox / (name or Path(path).name)
        hidden = self.inbox / f".{place.name}.part"
        try:
            os.link(path, hidden)
        except OSError:
            shutil.copyfile(path, hidden)
        hidden.rename(place)

    def once(self, before=None):
        """`ambled --once`."""
        return measure.run([self.programs / "ambled", "--once"], self.env, before)

    def fresh(self):
        """`ambled --once` into an empty state."""
        return self.once(before=self.forget)

    def amble(self, *arguments):
        return measure.run([self.programs / "amble", *arguments], self.env)
