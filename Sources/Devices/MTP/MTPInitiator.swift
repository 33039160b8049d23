/// Asks an MTP device for what it has: the reading half of an initiator (PIMA 15740:2000 §9).
///
/// Only one operation is under way at a time. A device that stalls, falls silent or answers out of
/// turn is brought back in step once an operation; what fails then is the caller's to know. One
/// queue at a time owns an initiator; calls block.
final class MTPInitiator {
    /// Containers of other transactions that are passed over while an answer is waited for.
    private static let maximumForeignContainers = 32
    /// The most bytes of such a container; more is left to a draining.
    private static let maximumForeignBytes = 4 << 20
    /// The session's number: any but 0 (PIMA 15740:2000 §10.5.2).
    static let session: UInt32 = 1

    let connection: any USBConnection
    let endpoints: MTPEndpoints
    let interfaceNumber: UInt8
    let timing: MTPTiming
    let isStopped: () -> Bool
    var input: MTPInput
    /// Whether the next operation must first bring the pipes in step.
    var isOutOfStep = false
    /// Whether the pipes are known to need their halts taken off.
    var mayBeHalted = false
    /// Whether the operation that left the pipes so was only told to stop.
    var wasStopped = false
    private(set) var hasAsked = false
    /// Whether a session is open.
    var hasSession = false
    private(set) var isGone = false
    private(set) var transaction: UInt32 = 0

    /// Makes an initiator without a session.
    ///
    /// - Parameters:
    ///   - connection: the device with its MTP interface claimed.
    ///   - endpoints: those of the interface.
    ///   - interfaceNumber: `bInterfaceNumber`, which control requests name.
    ///   - timing: how long the device gets for what.
    ///   - isStopped: asked between packets; once it says yes, calls end with `stopped`.
    init(
        _ connection: any USBConnection,
        endpoints: MTPEndpoints,
        interfaceNumber: UInt8,
        timing: MTPTiming,
        isStopped: @escaping () -> Bool
    ) {
        self.connection = connection
        self.endpoints = endpoints
        self.interfaceNumber = interfaceNumber
        self.timing = timing
        self.isStopped = isStopped
        input = MTPInput(connection, endpoint: endpoints.input)
    }

    /// Asks for an operation, again after a while as long as the device is busy.
    ///
    /// - Returns: the reply, whatever its code but "busy".
    /// - Throws: `busy` when it stays so, `damaged` and `timedOut` when bringing it back in step
    ///   did not help, `gone`, `stopped`.
    func perform(
        _ operation: MTPOperation,
        _ parameters: [UInt32] = [],
        dataLimit: Int = 0
    ) throws(DeviceError) -> MTPReply {
        var waits = timing.busyWaits[...]
        while true {
            let reply = try performInStep(operation, parameters, dataLimit)
            guard reply.code == .deviceBusy else { return reply }
            guard let wait = waits.popFirst() else {
                throw .busy(holder: "something on the device itself")
            }
            if isStopped() { throw .stopped }
            timing.pause(wait)
        }
    }

    /// Asks once, and once more after bringing the device back in step when there is a session.
    ///
    /// Every operation only looks, so that asking twice does no harm. Before there is a session,
    /// `openSession` begins anew from a reset instead.
    private func performInStep(
        _ operation: MTPOperation,
        _ parameters: [UInt32],
        _ dataLimit: Int
    ) throws(DeviceError) -> MTPReply {
        let patience = usualPatience
        do throws(DeviceError) {
            return try exchange(operation, parameters, dataLimit, patience)
        } catch {
            note(error)
            switch error {
            case .damaged, .timedOut: guard hasSession else { throw error }
            default: throw error
            }
        }
        do throws(DeviceError) {
            return try exchange(operation, parameters, dataLimit, usualPatience)
        } catch {
            note(error)
            throw error
        }
    }

    /// One operation: command out; data, if there is any, and the response in.
    func exchange(
        _ operation: MTPOperation,
        _ parameters: [UInt32],
        _ dataLimit: Int,
        _ patience: MTPPatience
    ) throws(DeviceError) -> MTPReply {
        if isGone { throw .gone }
        try patience.check()
        if isOutOfStep { try regainStep() }
        let current = nextTransaction(for: operation)
        let command = MTPContainer(operation, transaction: current, parameters: parameters)
        // A response ends a transaction; what came after it means nothing.
        input.discard()
        isOutOfStep = true
        try connection.write(
            command.encoded,
            to: endpoints.output,
            timeoutMilliseconds: patience.transferMilliseconds
        )
        let reply = try awaitReply(to: operation, current, dataLimit, patience)
        isOutOfStep = false
        hasAsked = true
        return reply
    }

    private func awaitReply(
        to operation: MTPOperation,
        _ current: UInt32,
        _ dataLimit: Int,
        _ patience: MTPPatience
    ) throws(DeviceError) -> MTPReply {
        var data: [UInt8]?
        var hasForeignData = false
        let okay = MTPResponseCode.okay.rawValue
        for _ in 0..<Self.maximumForeignContainers {
            let header = try input.header(patience)
            if header.transaction == current, header.kind == .response {
                // A yes without the data that were asked for: ours may be what passed for foreign,
                // and would then pass for an empty list.
                let isAnswered = data != nil || dataLimit == 0 || header.code != okay
                guard isAnswered || !hasForeignData else {
                    throw .damaged("the device answers \(operation.name) with other data")
                }
                return try reply(header, data: data ?? [], patience)
            }
            if header.transaction == current, header.kind == .data,
                header.code == operation.rawValue
            {
                guard data == nil else {
                    throw .damaged("the device sent data twice for one \(operation.name)")
                }
                data = try input.payload(of: header, limit: dataLimit, patience)
            } else {
                // An event, or what is left of an operation that somebody broke off.
                hasForeignData = hasForeignData || header.kind == .data
                _ = try input.payload(of: header, limit: Self.maximumForeignBytes, patience)
            }
        }
        throw .damaged("the device answers everything but the \(operation.name) that it was asked")
    }

    private func reply(
        _ header: MTPContainerHeader,
        data: [UInt8],
        _ patience: MTPPatience
    ) throws(DeviceError) -> MTPReply {
        let limit = 4 * MTPContainer.maximumParameters
        let payload = try input.payload(of: header, limit: limit, patience)
        let response = try MTPContainer(header, payload: payload)
        return MTPReply(code: MTPResponseCode(rawValue: response.code), data: data)
    }

    /// Remembers what an error means for the operations after it.
    private func note(_ error: DeviceError) {
        hasAsked = true
        wasStopped = error == .stopped
        if case .damaged = error { mayBeHalted = true }
        if error == .gone { isGone = true }
    }

    /// The number of the next transaction.
    ///
    /// Outside of a session, and for opening one, it is 0; in it, it counts from 1 and leaves out 0
    /// and 0xFFFFFFFF (PIMA 15740:2000 §9.3.1).
    private func nextTransaction(for operation: MTPOperation) -> UInt32 {
        let isOutside = operation == .openSession || (operation == .getDeviceInfo && !hasSession)
        if isOutside {
            transaction = 0
        } else {
            transaction = transaction >= UInt32.max - 1 ? 1 : transaction + 1
        }
        return transaction
    }
}
