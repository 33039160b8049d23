/// What came back for one operation.
struct MTPReply {
    /// How the device answered.
    let code: MTPResponseCode
    /// What it sent before; empty when it sent nothing.
    let data: [UInt8]
}
