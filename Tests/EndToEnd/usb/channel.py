"""The two sockets of a guest, JSON lines both: QEMU's own (QMP), and the agent's inside (QGA)."""

import base64
import json
import socket
import time


class Trouble(Exception):
    """The guest or a tool does not do what it should: the harness's own failure, not Amble's."""


class Channel:
    """One socket of JSON lines."""

    def __init__(self, path, is_alive):
        deadline = time.monotonic() + 30
        while True:
            self.socket = socket.socket(socket.AF_UNIX)
            try:
                self.socket.connect(str(path))
                break
            except OSError:
                self.socket.close()
                if not is_alive() or time.monotonic() > deadline:
                    raise Trouble(f"QEMU does not open {path}") from None
                time.sleep(0.05)
        self.rest = b""

    def send(self, message):
        self.socket.sendall(json.dumps(message).encode() + b"\n")

    def line(self, timeout):
        """The next message; raises TimeoutError."""
        deadline = time.monotonic() + timeout
        while b"\n" not in self.rest:
            self.socket.settimeout(max(0.01, deadline - time.monotonic()))
            part = self.socket.recv(1 << 16)
            if not part:
                raise Trouble("the guest's socket was closed")
            self.rest += part
            if time.monotonic() > deadline:
                raise TimeoutError
        line, self.rest = self.rest.split(b"\n", 1)
        return json.loads(line.lstrip(b"\xff") or b"{}")

    def call(self, name, arguments=None, timeout=60):
        """Sends a command and gives back what it returns; other messages go to `heard`."""
        self.socket.settimeout(timeout)
        self.send({"execute": name} | ({"arguments": arguments} if arguments else {}))
        deadline = time.monotonic() + timeout
        while True:
            try:
                message = self.line(deadline - time.monotonic())
            except TimeoutError:
                raise Trouble(f"{name} got no answer in {timeout} s") from None
            if "return" in message:
                return message["return"]
            if "error" in message:
                raise Trouble(f"{name}: {message['error'].get('desc')}")
            self.heard(message)

    def heard(self, message):
        """Takes a message that nobody waits for."""


class MachineChannel(Channel):
    """QMP: the machine's plugs."""

    def __init__(self, path, is_alive):
        super().__init__(path, is_alive)
        self.removed = set()
        self.resets = 0
        self.line(30)
        self.call("qmp_capabilities")

    def heard(self, message):
        if message.get("event") == "DEVICE_DELETED":
            self.removed.add(message["data"].get("device"))
        elif message.get("event") == "RESET":
            self.resets += 1

    def remove_device(self, name):
        """Pulls a plug and waits until QEMU has let go of the device."""
        self.removed.discard(name)
        self.call("device_del", {"id": name})
        self.hear_until(lambda: name in self.removed, 30, f"QEMU does not let go of {name}")

    def hear_until(self, is_true, seconds, otherwise):
        """Listens to events until something is true."""
        deadline = time.monotonic() + seconds
        while not is_true():
            if time.monotonic() > deadline:
                raise Trouble(otherwise)
            try:
                self.heard(self.line(1))
            except TimeoutError:
                continue

    def migrate(self, command, uri):
        """Freezes the machine to a place or thaws it from there."""
        self.call(command, {"uri": uri})
        deadline = time.monotonic() + 180
        while (status := self.call("query-migrate").get("status")) != "completed":
            if status in ("failed", "cancelled") or time.monotonic() > deadline:
                raise Trouble(f"{command}: {status}")
            time.sleep(0.05)


class AgentChannel(Channel):
    """QGA: commands in the guest."""

    def wait_until_up(self, timeout, is_alive):
        """Waits for the agent, which is there when the system inside has come up."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline and is_alive():
            token = time.monotonic_ns() & 0x7FFFFFFF
            self.socket.settimeout(2)
            try:
                # The byte ends what an agent before this one has left half read.
                self.socket.sendall(b"\xff")
                self.send({"execute": "guest-sync", "arguments": {"id": token}})
                while self.line(2).get("return") != token:
                    pass
                return
            except (TimeoutError, ValueError):
                continue
        raise Trouble(f"the guest did not come up in {timeout} s")

    def run(self, command, timeout=120):
        """Runs a shell command; gives back its exit status, standard output and error."""
        arguments = {"path": "/bin/sh", "arg": ["-c", command], "capture-output": True}
        process = self.call("guest-exec", arguments)["pid"]
        deadline = time.monotonic() + timeout
        pause = 0.02
        while not (state := self.call("guest-exec-status", {"pid": process}))["exited"]:
            if time.monotonic() > deadline:
                raise Trouble(f"hangs in the guest: {command}")
            time.sleep(pause)
            pause = min(0.2, pause * 1.5)
        out, error = (
            base64.b64decode(state.get(name, "")).decode(errors="replace")
            for name in ("out-data", "err-data")
        )
        return state.get("exitcode", -state.get("signal", 1)), out, error
