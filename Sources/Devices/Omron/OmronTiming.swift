/// How long an HJ-720IT may take, in milliseconds.
struct OmronTiming: Hashable {
    /// How long one report may take: real answers took 60–95 ms, a page 270 ms in all (USB.md §2.2).
    var reportMilliseconds: UInt32 = 1000
    /// How long nothing must come before a command is sent again after a garbled answer.
    ///
    /// What is left of that answer must not be taken for the next one, and a device in trouble gets
    /// a rest; the pause of 200 ms is that of libomron, which met the trouble.
    var settleMilliseconds: UInt32 = 200
    /// How long the farewell may take; nobody needs its answer.
    var farewellMilliseconds: UInt32 = 300
}
