@testable import Devices

/// An MTP responder on plain bytes behind the USB seam, with faults to choose from.
///
/// Its pipe is a row of packets, as on the wire: a read ends with a short packet or when it is
/// full.
final class FakeMTPDevice: USBConnection {
    static let input = USBEndpoint(address: 0x81, kind: .bulk, packetSize: 512)
    static let output = USBEndpoint(address: 0x01, kind: .bulk, packetSize: 512)
    static let events = USBEndpoint(address: 0x82, kind: .interrupt, packetSize: 28)

    // What it has.
    var storages: [UInt32] = [0x0002_0001]
    var objects: [FakeMTPObject] = []
    var offersParts = true
    /// Folder → handles that are listed instead of the true ones.
    var lyingLists: [UInt32: [UInt32]] = [:]

    // How it behaves.
    var faults = FakeMTPFaults()

    // What happened.
    private(set) var commands: [UInt16] = []
    private(set) var transactions: [UInt32] = []
    private(set) var requests: [UInt8] = []
    private(set) var requestData: [[UInt8]] = []
    private(set) var clearedHalts: [UInt8] = []
    private(set) var reads = 0
    private(set) var timeouts: [UInt32] = []
    private(set) var pauses: [Int] = []
    var isGone = false

    private var packets: [[UInt8]] = []
    private var isHalted = false
    private var clock: Int64 = 0

    /// Puts bytes into the pipe as they are left over from before.
    func leave(_ bytes: [UInt8]) { send(bytes) }

    /// Times with the fake's own clock, on which only waiting costs time.
    var timing: MTPTiming {
        var timing = MTPTiming()
        timing.now = { [unowned self] in clock }
        timing.pause = { [unowned self] in
            pauses.append($0)
            clock += Int64($0)
        }
        return timing
    }

    func count(of operation: UInt16) -> Int { commands.count { $0 == operation } }

    // MARK: USBConnection

    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        if isGone { throw .gone }
        requests.append(request.request)
        requestData.append(data)
        // Either request ends what is under way (Still Image Capture 1.0 §5.2).
        if request.request == 0x64 || request.request == 0x66 { packets = [] }
        if request.request == 0x66 { faults.hasForeignSession = false }
    }

    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        reads += 1
        clock += faults.readMilliseconds
        if isGone { throw .gone }
        if isHalted { throw .damaged("the endpoint is halted") }
        var bytes: [UInt8] = []
        while bytes.count < length {
            guard !packets.isEmpty else {
                if faults.haltsWhenEmpty {
                    isHalted = true
                    throw .damaged("the endpoint is halted")
                }
                clock += Int64(timeoutMilliseconds)
                timeouts.append(timeoutMilliseconds)
                throw .timedOut("a read")
            }
            if let left = faults.packetsUntilGone {
                guard left > 0 else {
                    isGone = true
                    throw .gone
                }
                faults.packetsUntilGone = left - 1
            }
            let packet = packets.removeFirst()
            guard bytes.count + packet.count <= length else { throw .damaged("overflow") }
            bytes += packet
            if packet.count < Self.input.packetSize { return bytes }
        }
        return bytes
    }

    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        if isGone { throw .gone }
        if isHalted || faults.isOutputHalted { throw .damaged("the endpoint is halted") }
        var reader = MTPReader(bytes, of: "a command")
        guard try reader.uint32() == UInt32(bytes.count), try reader.uint16() == 1 else {
            throw .damaged("no command")
        }
        let code = try reader.uint16()
        let transaction = try reader.uint32()
        var parameters: [UInt32] = []
        while !reader.isAtEnd { parameters.append(try reader.uint32()) }
        commands.append(code)
        transactions.append(transaction)
        obey(code, transaction, parameters)
    }

    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        if isGone { throw .gone }
        clearedHalts.append(endpoint.address)
        isHalted = false
        if endpoint == Self.output { faults.isOutputHalted = false }
    }

    // MARK: Answers

    private func obey(_ code: UInt16, _ transaction: UInt32, _ parameters: [UInt32]) {
        if take(&faults.silences, code) { return }
        if take(&faults.stalls, code) {
            isHalted = true
            return
        }
        if take(&faults.busy, code) { return respond(0x2019, transaction) }
        if let refusal = faults.refusals[code] { return respond(refusal, transaction) }
        switch code {
        case 0x1002 where faults.hasForeignSession: respond(0x201E, transaction)
        case 0x1002: respond(0x2001, transaction)
        case 0x1003:
            faults.hasForeignSession = faults.neverCloses
            respond(0x2001, transaction)
        case 0x101B where faults.refusesParts: respond(0x2005, transaction)
        default:
            guard let data = data(for: code, parameters) else {
                return respond(0x2009, transaction)
            }
            sendData(data, code, transaction)
            respond(0x2001, transaction)
        }
    }

    private func take(_ counts: inout [UInt16: Int], _ code: UInt16) -> Bool {
        guard let left = counts[code], left > 0 else { return false }
        counts[code] = left - 1
        return true
    }

    private func sendData(_ data: [UInt8], _ code: UInt16, _ transaction: UInt32) {
        let bytes = MTPBytes.container(
            kind: 2,
            code: code,
            transaction: transaction,
            payload: data,
            length: faults.isOpenEnded ? .max : nil
        )
        if faults.splitsHeaders, data.count > 0 {
            send(bytes, cut: 12)
        } else {
            send(bytes, cut: faults.cut)
        }
    }

    private func respond(_ code: UInt16, _ transaction: UInt32) {
        send(MTPBytes.container(kind: 3, code: code, transaction: transaction))
    }

    /// Sends a container as packets; `cut` ends one early.
    private func send(_ container: [UInt8], cut: Int? = nil) {
        var bytes = container
        faults.garble?(&bytes)
        if let cut, cut > 0, cut < bytes.count {
            sendPackets(bytes[..<cut], endsWhole: false)
            sendPackets(bytes[cut...], endsWhole: true)
        } else {
            sendPackets(bytes[...], endsWhole: true)
        }
    }

    private func sendPackets(_ bytes: ArraySlice<UInt8>, endsWhole: Bool) {
        let size = Self.input.packetSize
        var rest = bytes
        // What ends in mid-packet joins with nothing: the next bytes are a packet of their own.
        while !rest.isEmpty {
            packets.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        if endsWhole, bytes.count % size == 0, !faults.omitsEmptyPackets { packets.append([]) }
    }
}
