/// A tracker, or a volume of one, that is at this machine now.
package struct Attachment: Hashable, Sendable {
    /// Which stay it is.
    package let id: AttachmentID
    /// Which tracker it is.
    package let identity: DeviceIdentity
    /// All ways to it, the best first; never empty.
    ///
    /// When one is not permitted, the next is to be tried.
    package let alternatives: [Access]
    /// The page that tells more (`docs/devices/garmin.md`); nothing for a device not in the table.
    package let page: String?

    /// Describes an attachment whose best way is `how`.
    package init(
        id: AttachmentID,
        identity: DeviceIdentity,
        how: Access,
        otherwise: [Access] = [],
        page: String? = nil
    ) {
        self.id = id
        self.identity = identity
        alternatives = [how] + otherwise
        self.how = how
        self.page = page
    }

    /// The best way to it.
    package let how: Access

    /// Whether there is something to read now.
    package var isReadable: Bool { how.isReadable }

    /// The same, to be reached or judged in another way.
    func with(how: Access) -> Attachment {
        Attachment(id: id, identity: identity, how: how, page: page)
    }
}
