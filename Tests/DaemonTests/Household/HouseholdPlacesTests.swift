import Daemon
import LinuxSystem
import Testing

struct HouseholdPlacesTests {
    private func places(
        _ variables: [String: String] = [:],
        _ flags: Flags = Flags()
    ) -> HouseholdPlaces {
        HouseholdPlaces(
            flags: flags,
            home: FilePath("/home/kari"),
            current: FilePath("/srv"),
            variable: { name in
                variables[name].flatMap { $0.isEmpty ? nil : FilePath($0) }
            }
        )
    }

    @Test func `with nothing said, things lie where Linux puts them`() {
        let places = places()
        #expect(places.state.shown == "/home/kari/.local/state/amble")
        #expect(places.configuration.shown == "/home/kari/.config/amble/amble.toml")
        #expect(places.inbox.shown == "/home/kari/Walks")
        #expect(places.isInboxDefault)
        #expect(!places.isConfigurationNamed)
    }

    @Test func `the base folders of XDG are followed when they are absolute`() {
        let set = places(["XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"])
        #expect(set.state.shown == "/s/amble")
        #expect(set.configuration.shown == "/c/amble/amble.toml")
        #expect(!set.isConfigurationNamed)
        let relative = places(["XDG_STATE_HOME": "s", "XDG_CONFIG_HOME": "c"])
        #expect(relative == places())
    }

    @Test func `a system service lives in the folders its manager made`() {
        let places = places([
            "STATE_DIRECTORY": "/var/lib/amble", "CONFIGURATION_DIRECTORY": "/etc/amble",
            "AMBLE_STATE": "/other", "AMBLE_CONFIG": "/other.toml", "XDG_STATE_HOME": "/s",
        ])
        #expect(places.state.shown == "/var/lib/amble")
        #expect(places.configuration.shown == "/etc/amble/amble.toml")
        #expect(!places.isConfigurationNamed, "none is fine")
        #expect(places.inbox.shown == "/var/lib/amble/inbox")
        #expect(places.isInboxDefault)
    }

    @Test func `of several state folders the first counts`() {
        #expect(places(["STATE_DIRECTORY": "/var/lib/a:/var/lib/b"]).state.shown == "/var/lib/a")
        #expect(places(["STATE_DIRECTORY": ":"]).state == places().state)
    }

    @Test func `variables of our own win over defaults`() {
        let places = places([
            "AMBLE_STATE": "/s", "AMBLE_CONFIG": "/c.toml", "AMBLE_INBOX": "/i",
            "XDG_STATE_HOME": "/x", "XDG_CONFIG_HOME": "/x",
        ])
        #expect(places.state.shown == "/s")
        #expect(places.configuration.shown == "/c.toml")
        #expect(places.isConfigurationNamed)
        #expect(places.inbox.shown == "/i")
        #expect(!places.isInboxDefault)
    }

    @Test func `flags win over everything`() {
        let variables = [
            "STATE_DIRECTORY": "/v", "CONFIGURATION_DIRECTORY": "/v", "AMBLE_STATE": "/v",
            "AMBLE_CONFIG": "/v", "AMBLE_INBOX": "/v",
        ]
        let places = places(variables, Flags(state: "/s", config: "/c.toml", inbox: "/i"))
        #expect(places.state.shown == "/s")
        #expect(places.configuration.shown == "/c.toml")
        #expect(places.isConfigurationNamed)
        #expect(places.inbox.shown == "/i")
        #expect(!places.isInboxDefault)
    }

    @Test func `relative paths begin in the current folder, a tilde at home`() {
        let places = places(
            ["AMBLE_INBOX": "in"],
            Flags(state: "./s/", config: "~/c.toml")
        )
        #expect(places.state.shown == "/srv/s")
        #expect(places.configuration.shown == "/home/kari/c.toml")
        #expect(places.inbox.shown == "/srv/in")
    }

    @Test func `what is empty is not said`() {
        let empty = places(
            ["AMBLE_STATE": "", "STATE_DIRECTORY": "", "XDG_STATE_HOME": ""],
            Flags(state: "", config: "", inbox: "")
        )
        #expect(empty == places())
    }
}
