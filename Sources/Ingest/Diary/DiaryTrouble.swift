package import LinuxSystem

/// Why a line could not be appended to the diary.
package struct DiaryTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    package enum Kind: Hashable, Sendable {
        /// A file of the name is there and is something else.
        case noDiary
        /// The file has no column for notes.
        case noNotes
        /// Another program replaced the file again and again.
        case replaced
    }

    /// The file.
    package let path: FilePath
    /// The kind.
    package let kind: Kind

    /// Makes a trouble.
    package init(path: FilePath, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// One sentence: what, where and what now.
    package var description: String {
        switch kind {
        case .noDiary:
            "\(path.shown) is no diary: its header is not time,entry,value,note;"
                + " give that file another name"
        case .noNotes:
            "\(path.shown) has no column for notes: add the word note to its header,"
                + " or leave the note out"
        case .replaced:
            "\(path.shown) is replaced by another program again and again; try again"
        }
    }
}
