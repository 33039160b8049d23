/// Why a content that is no file of a folder could not be opened or read.
package enum ContentFailure: Error, Hashable, Sendable {
    /// Its device was unplugged: nothing is noted, and it comes again with the device.
    case gone
    /// It cannot be read now: one clause for people, without a full stop; the file waits and is tried
    /// again.
    case unreadable(String)
}
