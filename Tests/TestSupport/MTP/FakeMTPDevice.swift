/// An MTP responder on plain bytes, with faults to choose from.
///
/// Its pipe is a row of packets, as on the wire: a read ends with a short packet or when it is full.
/// It knows nothing of libusb and nothing of what is tested. One queue at a time owns it.
package final class FakeMTPDevice {
    /// How a transfer goes.
    package enum Outcome: Equatable {
        /// These bytes come; none for the other direction.
        case done([UInt8] = [])
        /// Nothing happens.
        case silent
        /// The endpoint is halted.
        case halted
        /// More comes than was asked for.
        case overflow
        /// It is no command.
        case rubbish
        /// The plug is out.
        case gone
    }

    /// The address of the bulk endpoint to the host.
    package static let input: UInt8 = 0x81
    /// The address of the bulk endpoint from the host.
    package static let output: UInt8 = 0x01
    /// The address of the interrupt endpoint.
    package static let events: UInt8 = 0x82
    /// The bytes of a whole packet on a bulk endpoint.
    package static let packetBytes = 512

    // What it has.
    /// The numbers of its storages.
    package var storages: [UInt32] = [0x0002_0001]
    /// Its folders and files.
    package var objects: [FakeMTPObject] = []
    /// Whether it says that it hands out parts of files.
    package var offersParts = true
    /// Folder → handles that are listed instead of the true ones.
    package var lyingLists: [UInt32: [UInt32]] = [:]

    // How it behaves.
    /// What it does wrong.
    package var faults = FakeMTPFaults()

    // What happened.
    /// The codes of the commands that came, in order.
    package private(set) var commands: [UInt16] = []
    /// Their transactions.
    package private(set) var transactions: [UInt32] = []
    /// The class requests that came.
    package private(set) var requests: [UInt8] = []
    /// What came with them.
    package private(set) var requestData: [[UInt8]] = []
    /// The endpoints whose halts were taken off.
    package private(set) var clearedHalts: [UInt8] = []
    /// How often it was read.
    package private(set) var reads = 0
    /// The times of the reads that nothing came for, in milliseconds.
    package var timeouts: [UInt32] = []
    /// The waits of the host, in milliseconds.
    package var pauses: [Int] = []
    /// Whether the plug is out.
    package var isGone = false

    private var packets: [[UInt8]] = []
    private var isHalted = false
    /// A clock on which only waiting costs time, in milliseconds.
    package var clock: Int64 = 0

    /// Makes a device with one storage and nothing in it.
    package init() {}

    /// Puts bytes into the pipe as they are left over from before.
    package func leave(_ bytes: [UInt8]) { send(bytes) }

    /// How often a command came.
    package func count(of operation: UInt16) -> Int { commands.count { $0 == operation } }

    // MARK: Transfers

    /// Takes a request of the class.
    package func control(_ request: UInt8, _ data: [UInt8]) -> Outcome {
        if isGone { return .gone }
        requests.append(request)
        requestData.append(data)
        // Either request ends what is under way (Still Image Capture 1.0 §5.2).
        if request == 0x64 || request == 0x66 { packets = [] }
        if request == 0x66 { faults.hasForeignSession = false }
        return .done()
    }

    /// What it has for one read of so many bytes.
    package func next(upTo length: Int) -> Outcome {
        reads += 1
        clock += faults.readMilliseconds
        if isGone { return .gone }
        if isHalted { return .halted }
        var bytes: [UInt8] = []
        while bytes.count < length {
            guard !packets.isEmpty else {
                isHalted = faults.haltsWhenEmpty
                return isHalted ? .halted : .silent
            }
            if let left = faults.packetsUntilGone {
                isGone = left <= 0
                if isGone { return .gone }
                faults.packetsUntilGone = left - 1
            }
            let packet = packets.removeFirst()
            guard bytes.count + packet.count <= length else { return .overflow }
            bytes += packet
            if packet.count < Self.packetBytes { break }
        }
        return .done(bytes)
    }

    /// Takes a command.
    package func take(_ bytes: [UInt8]) -> Outcome {
        if isGone { return .gone }
        if isHalted || faults.isOutputHalted { return .halted }
        guard bytes.count >= 12, bytes.count % 4 == 0, word(bytes, 0) == UInt32(bytes.count),
            bytes[4] == 1, bytes[5] == 0
        else { return .rubbish }
        let code = UInt16(bytes[6]) | UInt16(bytes[7]) << 8
        let transaction = word(bytes, 8)
        commands.append(code)
        transactions.append(transaction)
        obey(code, transaction, stride(from: 12, to: bytes.count, by: 4).map { word(bytes, $0) })
        return .done()
    }

    /// Takes the halt off an endpoint.
    package func clearHalt(_ endpoint: UInt8) -> Outcome {
        if isGone { return .gone }
        clearedHalts.append(endpoint)
        isHalted = false
        if endpoint == Self.output { faults.isOutputHalted = false }
        return .done()
    }

    private func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[index + $1]) << UInt32(8 * $1) }
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
        case 0x1007 where faults.refusesTop && parameters.last == .max:
            respond(0x201A, transaction)
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
        let size = Self.packetBytes
        var rest = bytes
        // What ends in mid-packet joins with nothing: the next bytes are a packet of their own.
        while !rest.isEmpty {
            packets.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        if endsWhole, bytes.count % size == 0, !faults.omitsEmptyPackets { packets.append([]) }
    }
}
