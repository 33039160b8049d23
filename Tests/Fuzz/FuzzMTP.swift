// Any bytes as what an MTP device sends: the tree opens or says why not, every walk ends, and no
// file has more than it shows.
//
// The first byte chooses how the rest is sent. Even: as it is, cut by bytes that are lengths. Odd:
// as the payloads of well-formed answers, so that the datasets behind the headers are reached.
@testable import Devices

/// A device that sends what the fuzzer thinks of and hears nothing.
private final class FuzzedDevice: USBConnection {
    private var rest: ArraySlice<UInt8>
    private let isWellFormed: Bool
    private var outgoing: [UInt8] = []
    var operations = 0

    init(_ bytes: ArraySlice<UInt8>) {
        isWellFormed = (bytes.first ?? 0) & 1 == 1
        rest = bytes.dropFirst()
    }

    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        outgoing = []
        if rest.first == 0 { throw .damaged("stalled") }
    }

    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        precondition(
            length > 0 && length % endpoint.packetSize == 0,
            "part of a packet is asked for"
        )
        precondition(length <= 65_536, "too much is asked for at once")
        if isWellFormed {
            guard !outgoing.isEmpty else { throw .timedOut("a read") }
            let bytes = Array(outgoing.prefix(length))
            outgoing.removeFirst(bytes.count)
            return bytes
        }
        guard let first = rest.popFirst() else { throw .gone }
        if first == 0xFF { throw .timedOut("a read") }
        if first == 0xFE { throw .damaged("halted") }
        return taken(min(Int(first), length))
    }

    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        operations += 1
        precondition(operations < 20_000, "a walk does not end")
        guard isWellFormed else { return }
        guard let size = rest.popFirst(), bytes.count >= 12 else { throw .gone }
        let code = Array(bytes[6..<8])
        let transaction = Array(bytes[8..<12])
        let payload = taken(Int(size))
        // The code 0x1002 and 0x1003 have no data; of the others the smallest sizes leave it out.
        if size > 1 {
            outgoing += header(12 + payload.count, [2, 0] + code, transaction) + payload
        }
        let answer: [UInt8] = size == 1 ? taken(2) : [0x01, 0x20]
        guard answer.count == 2 else { throw .gone }
        outgoing += header(12, [3, 0] + answer, transaction)
    }

    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {}

    private func header(_ length: Int, _ kind: [UInt8], _ transaction: [UInt8]) -> [UInt8] {
        [UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8), 0, 0] + kind
            + transaction
    }

    private func taken(_ count: Int) -> [UInt8] {
        let bytes = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        return bytes
    }
}

/// Reads an input as what a device sends.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMTP(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let device = FuzzedDevice(Array(UnsafeBufferPointer(start: data, count: count))[...])
    do throws(DeviceError) {
        try readEverything(of: device)
    } catch {
        switch error {
        case .damaged(let words), .unsupported(let words), .timedOut(let words):
            precondition(!words.isEmpty, "an error without a word")
        case .gone, .busy: break
        case .notPermitted, .system, .stopped: fatalError("not for a device to say")
        }
    }
    return 0
}

private func readEverything(of device: FuzzedDevice) throws(DeviceError) {
    let input = USBEndpoint(address: 0x81, kind: .bulk, packetSize: 64)
    let output = USBEndpoint(address: 0x01, kind: .bulk, packetSize: 64)
    guard let endpoints = MTPEndpoints(of: [input, output]) else { fatalError("no endpoints") }
    var timing = MTPTiming()
    timing.pause = { _ in }
    timing.now = { 0 }
    let tree = try MTPTree.open(
        device,
        endpoints: endpoints,
        interfaceNumber: 0,
        timing: timing,
        isStopped: { false }
    )
    defer { tree.close() }
    var folders = [tree.root]
    while let folder = folders.popLast() {
        for entry in try tree.entries(of: folder) {
            precondition(entry.path.count == folder.path.count + 1, "an entry in another folder")
            precondition(!entry.name.isEmpty && !entry.name.utf8.contains(0), "no name for a path")
            precondition(!entry.name.utf8.contains(UInt8(ascii: "/")), "no name for a path")
            precondition(entry.size >= 0, "a size below nothing")
            if entry.kind == .folder { folders.append(entry) } else { try read(entry, of: tree) }
        }
    }
    try tree.checkPresence()
}

private func read(_ file: TreeEntry, of tree: MTPTree) throws(DeviceError) {
    var offset: Int64 = 0
    var isOver = false
    while !isOver {
        var failure: DeviceError?
        let count = withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { buffer in
            do throws(DeviceError) {
                return try tree.read(file, at: offset, into: buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        offset += Int64(count)
        precondition(offset <= file.size, "a file has more than it shows")
        isOver = count == 0
    }
}
