/// What a fake MTP device does wrong, or does as only some devices do.
package struct FakeMTPFaults {
    /// The data phase ends a packet after so many bytes of its container.
    package var cut: Int?
    /// Headers of data come in a packet of their own.
    package var splitsHeaders = false
    /// No empty packet after whole packets.
    package var omitsEmptyPackets = false
    /// Data says that it is too long for 32 bits.
    package var isOpenEnded = false
    /// Operation → answers "busy" so often.
    package var busy: [UInt16: Int] = [:]
    /// Operation → stalls so often instead of answering.
    package var stalls: [UInt16: Int] = [:]
    /// The pipe for commands is halted until that is taken off.
    package var isOutputHalted = false
    /// Operation → says nothing so often.
    package var silences: [UInt16: Int] = [:]
    /// Operation → a response code that is no yes.
    package var refusals: [UInt16: UInt16] = [:]
    /// The plug is pulled after so many packets.
    package var packetsUntilGone: Int?
    /// Somebody else's session is open.
    package var hasForeignSession = false
    /// A session stays open whatever is asked.
    package var neverCloses = false
    /// The top of a storage is not known by the parent 0xFFFFFFFF.
    package var refusesTop = false
    /// GetPartialObject is listed and refused.
    package var refusesParts = false
    /// GetPartialObject gives at most so much at once.
    package var mostPartBytes = Int.max
    /// The pipe halts when it is read while there is nothing in it.
    package var haltsWhenEmpty = false
    /// Milliseconds that each read takes.
    package var readMilliseconds: Int64 = 0
    /// Changes each container before it goes out.
    package var garble: ((inout [UInt8]) -> Void)?

    /// Makes a device without faults.
    package init() {}
}
