package import LinuxSystem

/// What was said on the command line about where things lie; the same in both programs.
package struct Flags: Hashable, Sendable {
    /// `--state DIR`.
    package var state: String?
    /// `--config FILE`.
    package var config: String?
    /// `--inbox DIR`.
    package var inbox: String?

    /// Makes flags; nothing means not given.
    package init(state: String? = nil, config: String? = nil, inbox: String? = nil) {
        self.state = state
        self.config = config
        self.inbox = inbox
    }
}

/// Where things lie: flag, then environment, then default (COMMANDS.md §2).
///
/// - state: `--state`, `$STATE_DIRECTORY`, `$AMBLE_STATE`, `$XDG_STATE_HOME/amble`,
///   `~/.local/state/amble`
/// - configuration: `--config`, `$CONFIGURATION_DIRECTORY/amble.toml`, `$AMBLE_CONFIG`,
///   `$XDG_CONFIG_HOME/amble/amble.toml`, `~/.config/amble/amble.toml`
/// - inbox: `--inbox`, `$AMBLE_INBOX`, `$STATE_DIRECTORY/inbox`, `~/Walks`
package struct HouseholdPlaces: Hashable, Sendable {
    /// The folder of the database and the logs.
    package let state: FilePath
    /// The configuration file, which may be missing unless it was asked for.
    package let configuration: FilePath
    /// Whether a person named the configuration file, so that it must be there.
    package let isConfigurationNamed: Bool
    /// The folder to drop files into.
    package let inbox: FilePath
    /// Whether nobody named the inbox, so that it is made when it is missing.
    package let isInboxDefault: Bool

    /// Finds the places.
    ///
    /// - Parameters:
    ///   - flags: what was typed.
    ///   - home: the person's home folder.
    ///   - current: the absolute folder in which relative flags and variables begin.
    ///   - variable: the value of an environment variable; nothing when unset or empty.
    package init(
        flags: Flags,
        home: FilePath,
        current: FilePath,
        variable: @escaping (String) -> FilePath?
    ) {
        let search = PlaceSearch(home: home, current: current, variable: variable)
        state = search.first(
            search.typed(flags.state),
            search.serviceFolder("STATE_DIRECTORY"),
            search.set("AMBLE_STATE"),
            otherwise: search.standard("XDG_STATE_HOME", ".local/state").appending("amble")
        )
        let named =
            search.typed(flags.config)
            ?? (search.serviceFolder("CONFIGURATION_DIRECTORY") == nil
                ? search.set("AMBLE_CONFIG") : nil)
        configuration = search.first(
            named,
            search.serviceFolder("CONFIGURATION_DIRECTORY")?.appending("amble.toml"),
            otherwise: search.standard("XDG_CONFIG_HOME", ".config")
                .appending("amble").appending("amble.toml")
        )
        isConfigurationNamed = named != nil
        let chosen = search.typed(flags.inbox) ?? search.set("AMBLE_INBOX")
        inbox = search.first(
            chosen,
            search.serviceFolder("STATE_DIRECTORY")?.appending("inbox"),
            otherwise: home.appending("Walks")
        )
        isInboxDefault = chosen == nil
    }
}

/// Looks up one candidate for a place after the other.
private struct PlaceSearch {
    let home: FilePath
    let current: FilePath
    let variable: (String) -> FilePath?

    func first(_ candidates: FilePath?..., otherwise: FilePath) -> FilePath {
        candidates.lazy.compactMap { $0 }.first ?? otherwise
    }

    /// A flag, made absolute; an empty one is none.
    ///
    /// Shells leave the tilde of `--state=~/x` as it is.
    func typed(_ text: String?) -> FilePath? {
        guard let text, !text.isEmpty else { return nil }
        if text == "~" { return home }
        if text.hasPrefix("~/") { return home.appending(String(text.dropFirst(2))) }
        return absolute(FilePath(text))
    }

    /// A variable of Amble's own.
    func set(_ name: String) -> FilePath? {
        variable(name).map(absolute)
    }

    /// A folder that the service manager made; of several (systemd.exec(5): with colons between)
    /// the first.
    func serviceFolder(_ name: String) -> FilePath? {
        let first = variable(name)?.bytes.split(separator: UInt8(ascii: ":")).first
        return first.map { absolute(FilePath(bytes: Array($0))) }
    }

    /// A base folder of the XDG specification, which says that relative values do not count.
    func standard(_ name: String, _ standard: String) -> FilePath {
        variable(name).flatMap { $0.isAbsolute ? $0 : nil } ?? home.appending(standard)
    }

    private func absolute(_ path: FilePath) -> FilePath {
        path.isAbsolute ? path : current.appending(path.bytes)
    }
}
