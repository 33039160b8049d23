/// A container of parameters: a command to the device or the device's response.
///
/// Zero to five numbers of 32 bits follow the header (USB Still Image Capture Device Definition 1.0
/// §7.1, PIMA 15740:2000 §9.3).
struct MTPContainer: Hashable, Sendable {
    /// The most parameters that a command or a response has.
    static let maximumParameters = 5

    /// Command or response.
    let kind: MTPContainerHeader.Kind
    /// The operation or the response code.
    let code: UInt16
    /// The transaction that it belongs to.
    let transaction: UInt32
    /// The numbers that go with it, at most five.
    let parameters: [UInt32]

    /// The command that asks for an operation; parameters past the fifth are left out.
    init(_ operation: MTPOperation, transaction: UInt32, parameters: [UInt32]) {
        kind = .command
        code = operation.rawValue
        self.transaction = transaction
        self.parameters = Array(parameters.prefix(Self.maximumParameters))
    }

    /// The container of a header and of the bytes that follow it.
    ///
    /// - Throws: `damaged` when the bytes are not zero to five numbers.
    init(_ header: MTPContainerHeader, payload: [UInt8]) throws(DeviceError) {
        guard payload.count % 4 == 0, payload.count / 4 <= Self.maximumParameters else {
            throw .damaged("a response has \(payload.count) bytes of parameters, at most 20 fit")
        }
        var reader = MTPReader(payload, of: "the parameters of a response")
        var numbers: [UInt32] = []
        while !reader.isAtEnd { numbers.append(try reader.uint32()) }
        kind = header.kind
        code = header.code
        transaction = header.transaction
        parameters = numbers
    }

    /// The bytes that go over the pipe.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        let length = MTPContainerHeader.byteCount + 4 * parameters.count
        bytes.appendLittleEndian(UInt32(length))
        bytes.appendLittleEndian(kind.rawValue)
        bytes.appendLittleEndian(code)
        bytes.appendLittleEndian(transaction)
        for parameter in parameters { bytes.appendLittleEndian(parameter) }
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number, its lowest byte first.
    mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
