/// One opening of one attachment, by which whoever reads it says how that ended.
///
/// A card that is pushed out and in again may come back under the same id; the end of the reading
/// before must not be taken for the end of the one after.
package struct ReadingTicket: Hashable, Comparable, Sendable {
    /// What was opened.
    package let attachment: AttachmentID
    /// Which of its watcher's openings it is, from 1 on.
    package let number: UInt64

    /// Makes a ticket.
    package init(attachment: AttachmentID, number: UInt64) {
        self.attachment = attachment
        self.number = number
    }

    package static func < (left: ReadingTicket, right: ReadingTicket) -> Bool {
        (left.attachment, left.number) < (right.attachment, right.number)
    }
}
