/// What comes from the device, taken as one row of bytes however its packets cut it.
///
/// A header may come with its payload or in a packet of its own, a response in the same read as the
/// end of the data or in the next, and an empty packet after whole packets may come or not; the
/// lengths in the containers tell where each ends.
struct MTPInput {
    /// The most bytes asked for at once, so that a request to stop is heard soon.
    private static let readBytes = 65_536
    /// Empty packets in a row after which the device counts as broken; the standard has one.
    private static let maximumEmptyReads = 8

    /// Reads in a draining after which what still comes is left to the next operation; 16 MiB.
    private static let maximumDrainedReads = 256

    private let connection: any USBConnection
    private let endpoint: USBEndpoint
    private var pending: ArraySlice<UInt8> = []
    private var isLastReadShort = false

    /// Makes an input of an endpoint that the host reads.
    init(_ connection: any USBConnection, endpoint: USBEndpoint) {
        self.connection = connection
        self.endpoint = endpoint
    }

    /// Forgets what came and was not used.
    mutating func discard() { pending = [] }

    /// Reads and forgets until nothing comes within a transfer's time.
    ///
    /// - Returns: whether it came to that; no when there was more than time or reason to wait for.
    /// - Throws: `gone`; `damaged` when the endpoint is halted.
    mutating func drain(_ patience: MTPPatience) throws(DeviceError) -> Bool {
        discard()
        do throws(DeviceError) {
            for _ in 0..<Self.maximumDrainedReads { _ = try read(Self.readBytes, patience) }
            return false
        } catch .timedOut {
            return patience.now() <= patience.deadline
        }
    }

    /// Takes the header of the next container.
    mutating func header(_ patience: MTPPatience) throws(DeviceError) -> MTPContainerHeader {
        while pending.count < MTPContainerHeader.byteCount {
            pending += try read(MTPContainerHeader.byteCount - pending.count, patience)
        }
        return try MTPContainerHeader(take(MTPContainerHeader.byteCount))
    }

    /// Takes what follows a header.
    ///
    /// - Throws: `damaged` when it is longer than `limit`, before anything of it is kept.
    mutating func payload(
        of header: MTPContainerHeader,
        limit: Int,
        _ patience: MTPPatience
    ) throws(DeviceError) -> [UInt8] {
        guard let count = header.payloadCount else {
            return try openEndedPayload(limit: limit, patience)
        }
        guard count <= limit else {
            throw .damaged("the device sends \(count) bytes where at most \(limit) were asked for")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        bytes += take(count)
        while bytes.count < count {
            pending = try read(count - bytes.count, patience)[...]
            bytes += take(count - bytes.count)
        }
        return bytes
    }

    /// Takes a payload whose length is not told: it ends with a short packet.
    private mutating func openEndedPayload(
        limit: Int,
        _ patience: MTPPatience
    ) throws(DeviceError) -> [UInt8] {
        // A header alone in its packet is no end.
        var isOver = isLastReadShort && !pending.isEmpty
        var bytes = Array(take(pending.count))
        while !isOver {
            guard bytes.count <= limit else { break }
            bytes += try read(Self.readBytes, patience, acceptsEmpty: true)
            isOver = isLastReadShort
        }
        guard bytes.count <= limit else {
            throw .damaged("the device sends more than the \(limit) bytes that were asked for")
        }
        return bytes
    }

    /// Reads once, empty packets passed over.
    private mutating func read(
        _ wanted: Int,
        _ patience: MTPPatience,
        acceptsEmpty: Bool = false
    ) throws(DeviceError) -> [UInt8] {
        for _ in 0..<Self.maximumEmptyReads {
            try patience.check()
            let length = transferLength(for: wanted)
            let bytes = try connection.read(
                endpoint: endpoint,
                length: length,
                timeoutMilliseconds: patience.transferMilliseconds
            )
            isLastReadShort = bytes.count < length
            if !bytes.isEmpty || acceptsEmpty { return bytes }
        }
        throw .damaged("the device sends nothing but empty packets")
    }

    /// How many bytes to ask for: whole packets, and room for the empty or short one at the end.
    private func transferLength(for wanted: Int) -> Int {
        let packet = max(endpoint.packetSize, 1)
        let most = max(Self.readBytes / packet, 1)
        return min(wanted / packet + 1, most) * packet
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let taken = pending.prefix(count)
        pending = pending.dropFirst(count)
        return taken
    }
}
