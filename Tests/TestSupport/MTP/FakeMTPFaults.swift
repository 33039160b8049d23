/// What a fake MTP device does wrong, or does as only some devices do.
struct FakeMTPFaults {
    /// The data phase ends a packet after so many bytes of its container.
    var cut: Int?
    /// Headers of data come in a packet of their own.
    var splitsHeaders = false
    /// No empty packet after whole packets.
    var omitsEmptyPackets = false
    /// Data says that it is too long for 32 bits.
    var isOpenEnded = false
    /// Operation → answers "busy" so often.
    var busy: [UInt16: Int] = [:]
    /// Operation → stalls so often instead of answering.
    var stalls: [UInt16: Int] = [:]
    /// The pipe for commands is halted until that is taken off.
    var isOutputHalted = false
    /// Operation → says nothing so often.
    var silences: [UInt16: Int] = [:]
    /// Operation → a response code that is no yes.
    var refusals: [UInt16: UInt16] = [:]
    /// The plug is pulled after so many packets.
    var packetsUntilGone: Int?
    /// Somebody else's session is open.
    var hasForeignSession = false
    /// A session stays open whatever is asked.
    var neverCloses = false
    /// GetPartialObject is listed and refused.
    var refusesParts = false
    /// GetPartialObject gives at most so much at once.
    var mostPartBytes = Int.max
    /// The pipe halts when it is read while there is nothing in it.
    var haltsWhenEmpty = false
    /// Milliseconds that each read takes.
    var readMilliseconds: Int64 = 0
    /// Changes each container before it goes out.
    var garble: ((inout [UInt8]) -> Void)?
}
