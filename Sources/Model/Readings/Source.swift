/// Who counted: a tracker, a phone, an app, as the export names it.
///
/// Two files whose rows bear the same name are one source. The name is shown to people and is the
/// key of `[source."NAME"]` in the configuration (SESSIONS.md §8.10 "Sources").
package struct Source: Hashable, Sendable {
    /// The device name or id of the row, trimmed; else the folder's label; else the dialect's name.
    package let name: String
    /// What kind of thing it is; decides the default rank.
    package let kind: SourceKind
    /// Whether its exports leave minutes without steps out, so that absence is not "not worn".
    package let omitsZeros: Bool
    /// Whether its counter starts again at local midnight.
    package let resetsDaily: Bool
    /// The value at which its counter rolls over, when the export declares one.
    package let counterModulus: Int64?

    /// Describes a source.
    package init(
        name: String,
        kind: SourceKind,
        omitsZeros: Bool = false,
        resetsDaily: Bool = false,
        counterModulus: Int64? = nil
    ) {
        self.name = name
        self.kind = kind
        self.omitsZeros = omitsZeros
        self.resetsDaily = resetsDaily
        self.counterModulus = counterModulus
    }
}

/// What kind of thing counted; the raw value is stored, so it never changes its meaning.
package enum SourceKind: Int, Sendable, CaseIterable {
    /// A person or an app that says "I walked from here to there".
    case declared = 0
    /// A track of positions.
    case gpx = 1
    /// A watch, a band or a pedometer.
    case watch = 2
    /// A phone in a pocket.
    case phone = 3
    /// Something that does not say what it is.
    case unknown = 4
    /// A copy that an app made of somebody else's steps.
    case mirror = 8
}

/// The place of a source in the list of sources of one file or one set of observations.
package typealias SourceIndex = UInt16
