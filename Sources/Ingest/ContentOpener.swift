/// Opens a content that is no file of a folder, whenever its turn comes.
///
/// Openers stack: a member of an archive is opened by an opener that opens the archive by the opener
/// it was given. Two openers are equal when they are the same object.
package final class ContentOpener: Hashable, Sendable {
    private let makeContent: @Sendable () throws -> any FileContent

    /// Makes an opener of what it does.
    ///
    /// It is called on a queue of the pipeline; for other files of the same device it may be called
    /// on others at the same time.
    package init(_ open: @escaping @Sendable () throws -> any FileContent) {
        makeContent = open
    }

    /// Opens the content.
    ///
    /// - Throws: `ContentFailure`.
    package func open() throws -> any FileContent {
        try makeContent()
    }

    package static func == (left: ContentOpener, right: ContentOpener) -> Bool {
        left === right
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
