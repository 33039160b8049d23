/// Why the store could not do what it was asked to: one sentence for a person, and its kind.
package struct StoreProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is; decides what the caller does next.
    package enum Kind: Hashable, Sendable {
        /// No room for the write; everything of it was undone, and the store goes on.
        case diskFull
        /// Another program holds the database for longer than we waited.
        case busy
        /// The content of the database contradicts itself or is no database.
        case damaged
        /// The system does not let us open, read or write it.
        case permission
        /// There is no database yet.
        case missing
        /// A version of Amble wrote it whose layout this one does not know, or not yet.
        case otherVersion
        /// The disk failed, or something that has no name here.
        case failed
    }

    /// The kind.
    package let kind: Kind
    /// The database file.
    package let path: String
    /// What was wrong, as SQLite or the system says it.
    package let detail: String

    /// Makes a problem.
    package init(_ kind: Kind, path: String, detail: String) {
        self.kind = kind
        self.path = path
        self.detail = detail
    }

    /// Whether there was no room; the work can be tried again unchanged when there is.
    package var isDiskFull: Bool { kind == .diskFull }
    /// Whether another program was in the way; the work can be tried again unchanged.
    package var isBusy: Bool { kind == .busy }
    /// Whether the database must be set aside and made again from the watched folders.
    package var isDamaged: Bool { kind == .damaged }
    /// Whether the system forbids it.
    package var isPermission: Bool { kind == .permission }
    /// Whether there is no database yet.
    package var isMissing: Bool { kind == .missing }

    /// What, where, why and what now, in one sentence without a full stop.
    package var description: String {
        switch kind {
        case .diskFull:
            "the database \(path) cannot grow (\(detail)); make room on its disk, and it goes on"
        case .busy:
            "the database \(path) is in use by another program (\(detail)); try again when it ends"
        case .damaged:
            "the database \(path) is damaged (\(detail)); it must be set aside and made again"
        case .permission:
            "the database \(path) is out of reach (\(detail)); check the permissions of its folder"
        case .missing: "there is no database at \(path) yet; import a file first"
        case .otherVersion: "the database \(path) does not fit this version of Amble (\(detail))"
        case .failed: "the database \(path) cannot be used (\(detail)); check its disk"
        }
    }
}
