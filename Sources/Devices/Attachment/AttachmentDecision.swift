/// What the tracker of attachments decided.
///
/// Whoever reads trackers reads on `appeared`, `changed` and `tryAgain`, when the attachment is
/// readable; the tracker never asks for one that was read or is being read. So `began` must be said
/// before other news are taken in.
package enum AttachmentDecision: Hashable, Sendable {
    /// It came.
    case appeared(Attachment)
    /// It can be reached in another way than before, or its state is another.
    case changed(Attachment)
    /// Reading failed before, and it is time to try once more.
    case tryAgain(Attachment)
    /// It went; a reading that still runs will end by itself.
    case vanished(AttachmentID)
}

/// How the reading of an attachment went; all its alternatives count as one reading.
package enum ReadingOutcome: Hashable, Sendable {
    /// It is being read from now on.
    case began
    /// All of it was read, be it nothing at all.
    case read
    /// It ended early.
    case failed(DeviceError)
}
