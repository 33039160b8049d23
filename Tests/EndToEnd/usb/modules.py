"""Copies kernel modules with all that they depend on.

    modules.py tree FROM TO NAME…    keeps the folders; FROM and TO are /lib/modules/RELEASE
    modules.py flat FROM TO NAME…    all into one folder, with their order of loading in TO/order
"""

import shutil
import sys
from pathlib import Path

# ext4 asks for these by an alias, which modules.dep does not show.
BY_ALIAS = ["crc16", "crc32c_generic", "crc32c_intel", "jbd2", "mbcache"]
INDEXES = ["modules.builtin", "modules.builtin.modinfo", "modules.order"]


def plain(path):
    """The name that modprobe knows the module of a path by."""
    return Path(path).name.split(".ko")[0].replace("-", "_")


class Modules:
    """What `modules.dep` says of one kernel."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.needs = {}
        for line in (self.folder / "modules.dep").read_text().splitlines():
            path, _, needs = line.partition(":")
            self.needs[path] = needs.split()
        self.paths = {plain(path): path for path in self.needs}
        built_in = (self.folder / "modules.builtin").read_text().split()
        self.built_in = {plain(path) for path in built_in}

    def closure(self, names):
        """The paths of the modules and of what they need, each after its needs."""
        order = []
        for name in names:
            name = name.replace("-", "_")
            if name in self.paths:
                self._add(self.paths[name], order)
            elif name not in self.built_in:
                sys.exit(f"This kernel has no module {name}.")
        return order

    def _add(self, path, order):
        if path in order:
            return
        for need in self.needs[path]:
            self._add(need, order)
        order.append(path)


def main(shape, source, target, *names):
    modules = Modules(source)
    target = Path(target)
    if shape == "flat":
        order = modules.closure(names)
        for path in order:
            shutil.copy2(modules.folder / path, target)
        (target / "order").write_text("".join(Path(path).name + "\n" for path in order))
        return
    aliased = [name for name in BY_ALIAS if name in modules.paths]
    for path in modules.closure([*names, *aliased]):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(modules.folder / path, target / path)
    for name in INDEXES:
        shutil.copy2(modules.folder / name, target / name)


main(*sys.argv[1:])
