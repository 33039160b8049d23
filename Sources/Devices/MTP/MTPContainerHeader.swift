/// The twelve bytes that begin every container on the bulk pipes.
///
/// Length, kind, code and transaction, all little-endian (USB Still Image Capture Device Definition
/// 1.0 §7.1, which PIMA 15740 annex D and MTP 1.1 share).
struct MTPContainerHeader: Hashable, Sendable {
    /// What a container carries.
    enum Kind: UInt16, Sendable {
        case command = 1
        case data = 2
        case response = 3
        case event = 4
    }

    /// How many bytes a header has.
    static let byteCount = 12
    /// The length that stands for "too long for 32 bits": the container ends with a short packet.
    static let openEndedLength = UInt32.max

    /// The bytes of the whole container, this header counted.
    let length: UInt32
    /// What it carries.
    let kind: Kind
    /// The operation, response or event.
    let code: UInt16
    /// The transaction that it belongs to.
    let transaction: UInt32

    /// How many bytes follow the header; nothing when only a short packet tells.
    var payloadCount: Int? {
        length == Self.openEndedLength ? nil : Int(length) - Self.byteCount
    }
}

extension MTPContainerHeader {
    /// Reads a header.
    ///
    /// - Throws: `damaged` when the length is shorter than a header or the kind is none.
    init(_ bytes: some Collection<UInt8>) throws(DeviceError) {
        var reader = MTPReader(bytes, of: "the header of a container")
        length = try reader.uint32()
        let kind = try reader.uint16()
        code = try reader.uint16()
        transaction = try reader.uint32()
        guard length >= Self.byteCount else {
            throw .damaged("a container says that it is \(length) bytes long, its header is 12")
        }
        guard let known = Kind(rawValue: kind) else {
            throw .damaged("a container is of kind \(kind), there are only 1 to 4")
        }
        self.kind = known
    }
}
