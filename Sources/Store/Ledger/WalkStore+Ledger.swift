package import Model

extension WalkStore {
    /// Says what became of a content: taken, partly or refused, under the path it was first seen.
    ///
    /// The hash is 64 hexadecimal digits in lower case; the same content of two persons is two.
    /// Nothing when this content was never taken or refused.
    package func knownFile(sha256: String, person: String) throws(StoreProblem) -> SeenFile? {
        try onQueue { (connection) throws(StoreProblem) in
            try Ledger(connection: connection).content(sha256: sha256, person: person)?.file
        }
    }

    /// Whether a path held this content when it was last looked at.
    package func wasSeen(
        _ sha256: String,
        at path: [UInt8],
        person: String
    ) throws(StoreProblem) -> Bool {
        try onQueue { (connection) throws(StoreProblem) in
            try Ledger(connection: connection).sighting(path, person: person) == sha256
        }
    }

    /// Notes a file that brings no readings, in the place of what its path held before.
    ///
    /// Refused, taken or partly: the content is known from now on, with its problems. Known: the
    /// path shows a content that is in the ledger. Waiting: only the path and why it waits.
    package func note(_ file: SeenFile) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let ledger = Ledger(connection: connection)
            let content: Int64?
            if let sha256 = file.sha256, file.outcome != .waiting {
                content =
                    file.outcome == .known
                    ? try ledger.content(sha256: sha256, person: file.person)?.id
                    : try ledger.noteContent(file, sha256: sha256)
            } else {
                content = nil
            }
            try ledger.noteSighting(file, content: content)
        }
    }

    /// Lists the files, one entry a path with what was last seen there, by the bytes of the path.
    ///
    /// A path whose content was first taken under another path is `known` and bears that content's
    /// readings and problems; a copy of refused content is refused. Without a person: everyone's.
    package func files(person: String?) throws(StoreProblem) -> [SeenFile] {
        try onQueue { (connection) throws(StoreProblem) in
            try Ledger(connection: connection).files(person: person)
        }
    }

    /// Names everyone of whom a file was seen, by the bytes of the name.
    package func persons() throws(StoreProblem) -> [String] {
        try onQueue { (connection) throws(StoreProblem) in
            try Ledger(connection: connection).persons()
        }
    }
}
