import CUMockdev
import Devices
import Glibc
import LinuxSystem
import Synchronization

/// A USB device on an emulated bus: real libudev and real libusb see it, and its transfers are
/// answered by an `EmulatedDevice`.
///
/// A process has one testbed at a time; letting go of it takes the device away.
///
/// `@unchecked Sendable`: the emulated kernel calls from a thread of its own, and everything that
/// changes is behind the lock `state`.
final class EmulatedUSB: @unchecked Sendable {
    /// What a test failed to set up.
    struct SetupError: Error {
        let message: String
    }

    /// A request block that the host has submitted and not got back.
    ///
    /// `@unchecked Sendable`: its pointers are used under the lock alone.
    private struct Transfer: @unchecked Sendable {
        let block: UnsafeMutablePointer<UMockdevIoctlData>
        let buffer: UnsafeMutablePointer<UMockdevIoctlData>?
        let address: UInt
        let endpoint: UInt8
        let length: Int
        /// How many bytes of the buffer stand before the data: the setup packet's 8.
        let offset: Int
        /// The outcome; nothing while an endpoint is asked again.
        var reply: EmulatedReply?
        var isDiscarded = false
    }

    private struct State: Sendable {
        var transfers: [Transfer] = []
        var events: [String] = []
        var isGone = false
    }

    /// Where it hangs.
    let address: USBDeviceAddress

    private let device: any EmulatedDevice
    private let testbed: UnsafeMutablePointer<UMockdevTestbed>
    private let handler: UnsafeMutablePointer<UMockdevIoctlBase>
    private let state = Mutex(State())

    /// Plugs a device in.
    ///
    /// - Parameters:
    ///   - device: what answers.
    ///   - descriptors: the device descriptor and that of its configuration, one after the other.
    ///   - properties: more lines for umockdev, such as `E: ID_MTP_DEVICE=1`.
    ///   - address: where it hangs.
    /// - Throws: `SetupError` when umockdev takes none of it.
    init(
        _ device: any EmulatedDevice,
        descriptors: [UInt8],
        properties: [String] = [],
        address: USBDeviceAddress = USBDeviceAddress(bus: 1, device: 4)
    ) throws {
        self.device = device
        self.address = address
        testbed = umockdev_testbed_new()
        handler = umockdev_ioctl_base_new()
        let text = Self.description(descriptors, properties, address)
        try Self.check("add the device") { umockdev_testbed_add_from_string(testbed, text, $0) }
        let answer:
            @convention(c) (
                UnsafeMutablePointer<UMockdevIoctlBase>?,
                UnsafeMutablePointer<UMockdevIoctlClient>?,
                gpointer?
            ) -> gboolean = { _, client, context in
                guard let client, let context else { return 0 }
                Unmanaged<EmulatedUSB>.fromOpaque(context).takeUnretainedValue().answer(client)
                return 1
            }
        g_signal_connect_data(
            handler,
            "handle-ioctl",
            unsafeBitCast(answer, to: GCallback.self),
            Unmanaged.passUnretained(self).toOpaque(),
            nil,
            GConnectFlags(rawValue: 0)
        )
        try Self.check("answer for the device") {
            umockdev_testbed_attach_ioctl(testbed, address.node.shown, handler, $0)
        }
    }

    deinit {
        umockdev_testbed_detach_ioctl(testbed, address.node.shown, nil)
        g_object_unref(handler)
        g_object_unref(testbed)
    }

    /// What was done to its interfaces, in order: `claim 0`, `release 0`, `attach 0`, `clear 0x81`.
    var events: [String] { state.withLock { $0.events } }
}

// MARK: - Set up

extension EmulatedUSB {
    private static func description(
        _ descriptors: [UInt8],
        _ properties: [String],
        _ address: USBDeviceAddress
    ) -> String {
        // umockdev knows no small hexadecimal digits.
        let hex =
            descriptors
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        let node = address.node.shown.dropFirst("/dev/".count)
        let numbers = node.split(separator: "/").suffix(2)
        let lines =
            [
                "P: /devices/pci0000:00/0000:00:14.0/usb\(address.bus)/\(address.bus)-1",
                "N: \(node)=\(hex)",
                "E: DEVNAME=\(address.node.shown)",
                "E: DEVTYPE=usb_device",
                "E: SUBSYSTEM=usb",
                "E: BUSNUM=\(numbers.first ?? "")",
                "E: DEVNUM=\(numbers.last ?? "")",
            ] + properties + [
                "A: busnum=\(address.bus)\\n",
                "A: devnum=\(address.device)\\n",
                "A: bConfigurationValue=1\\n",
                "A: speed=480\\n",
                "H: descriptors=\(hex)",
            ]
        return lines.joined(separator: "\n") + "\n\n"
    }

    private static func check(
        _ action: String,
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<GError>?>) -> gboolean
    ) throws {
        var error: UnsafeMutablePointer<GError>?
        guard body(&error) == 0 else { return }
        defer { g_clear_error(&error) }
        let reason = error?.pointee.message.map { String(cString: $0) } ?? "no reason"
        throw SetupError(message: "cannot \(action): \(reason)")
    }
}

// MARK: - The calls of usbfs (linux/usbdevice_fs.h)

extension EmulatedUSB {
    /// Answers one call of libusb; on the thread of the testbed.
    private func answer(_ client: UnsafeMutablePointer<UMockdevIoctlClient>) {
        guard let argument = umockdev_ioctl_client_get_arg(client) else {
            return umockdev_ioctl_client_complete(client, -1, EFAULT)
        }
        let code = state.withLock { state in
            let number = umockdev_ioctl_client_get_request(client) & 0xFF
            return switch number {
            case 10: submit(argument, &state)
            case 11: discard(argument, &state)
            case 12, 13: reap(argument, &state)
            case 26: capabilities(argument)
            case 15, 27: claim(argument, detaching: number == 27, &state)
            case 16: note("release", argument, &state)
            case 18: attach(argument, &state)
            case 21: clearHalt(argument, &state)
            case 4: note("set", argument, &state)
            case 8: ENODATA
            default: ENOTTY
            }
        }
        umockdev_ioctl_client_complete(client, code == 0 ? 0 : -1, code)
    }

    private func capabilities(_ argument: UnsafeMutablePointer<UMockdevIoctlData>) -> Int32 {
        // Zero packets, no limit of a transfer's size, reaping when unplugged. Without the continuation
        // of bulk transfers libusb does not cut them up, so that a device sees each as one.
        write([0x15, 0, 0, 0], to: resolve(argument, 0, 4), at: 0)
        return 0
    }

    private func claim(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        detaching: Bool,
        _ state: inout State
    ) -> Int32 {
        if state.isGone { return ENODEV }
        guard let number = word(resolve(argument, 0, 4), at: 0) else { return EFAULT }
        if let refusal = device.refusal(ofClaim: number, detaching: detaching) { return refusal }
        state.events.append("claim \(number)")
        return 0
    }

    private func note(
        _ event: String,
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        guard let number = word(resolve(argument, 0, 4), at: 0) else { return EFAULT }
        state.events.append("\(event) \(number)")
        return state.isGone ? ENODEV : 0
    }

    /// `USBDEVFS_IOCTL`, by which libusb gives an interface back to the driver of the kernel.
    private func attach(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        let call = resolve(argument, 0, 16)
        guard let number = word(call, at: 0), let request = word(call, at: 4) else { return EFAULT }
        state.events.append("\(request & 0xFF == 23 ? "attach" : "detach") \(number)")
        return state.isGone ? ENODEV : 0
    }

    private func clearHalt(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        guard let endpoint = word(resolve(argument, 0, 4), at: 0) else { return EFAULT }
        state.events.append("clear 0x" + String(endpoint, radix: 16))
        device.clearHalt(UInt8(truncatingIfNeeded: endpoint))
        return state.isGone ? ENODEV : 0
    }
}

// MARK: - Request blocks

extension EmulatedUSB {
    /// The places in `struct usbdevfs_urb` of 64-bit machines.
    private enum Block {
        static let size = 56
        static let type = 0
        static let endpoint = 1
        static let status = 4
        static let buffer = 16
        static let bufferLength = 24
        static let actualLength = 28
    }

    private func submit(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        if state.isGone { return ENODEV }
        guard let block = resolve(argument, 0, Block.size),
            let length = word(block, at: Block.bufferLength).map(Int.init)
        else { return EFAULT }
        let buffer = length > 0 ? resolve(block, Block.buffer, length) : nil
        let bytes = buffer.map(contents) ?? []
        let isControl = block.pointee.data[Block.type] == 2
        let setup = isControl ? EmulatedSetup(bytes) : nil
        var transfer = Transfer(
            block: block,
            buffer: buffer,
            address: UInt(block.pointee.client_addr),
            endpoint: block.pointee.data[Block.endpoint],
            length: setup.map { Int($0.length) } ?? length,
            offset: isControl ? 8 : 0
        )
        if let setup {
            let isInput = setup.type & 0x80 != 0
            transfer.reply = device.control(
                setup,
                sending: isInput ? [] : Array(bytes.dropFirst(8))
            )
        } else if transfer.endpoint & 0x80 == 0 {
            transfer.reply = device.write(bytes, to: transfer.endpoint)
        }
        if transfer.reply == .gone { state.isGone = true }
        state.transfers.append(transfer)
        return 0
    }

    private func discard(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        let address = pointer(argument)
        guard let index = state.transfers.firstIndex(where: { $0.address == address })
        else { return EINVAL }
        state.transfers[index].isDiscarded = true
        return 0
    }

    /// Gives the first block back that is done.
    private func reap(
        _ argument: UnsafeMutablePointer<UMockdevIoctlData>,
        _ state: inout State
    ) -> Int32 {
        guard let place = resolve(argument, 0, MemoryLayout<UInt>.size) else { return EFAULT }
        for index in state.transfers.indices {
            let transfer = state.transfers[index]
            let reply = state.isGone ? .gone : transfer.reply ?? ask(transfer)
            if reply == .silent, !transfer.isDiscarded { continue }
            if reply == .gone { state.isGone = true }
            state.transfers.remove(at: index)
            finish(transfer, reply)
            umockdev_ioctl_data_set_ptr(place, 0, transfer.block)
            return 0
        }
        return EAGAIN
    }

    /// Asks the device for what an endpoint has; never for a block that the host took back, or what
    /// it has would be lost.
    private func ask(_ transfer: Transfer) -> EmulatedReply {
        transfer.isDiscarded
            ? .silent : device.read(from: transfer.endpoint, length: transfer.length)
    }

    private func finish(_ transfer: Transfer, _ reply: EmulatedReply) {
        var status: Int32 = 0
        var count = 0
        switch reply {
        case .done(let bytes):
            let isInput = transfer.endpoint & 0x80 != 0 || transfer.offset > 0 && !bytes.isEmpty
            count = isInput ? min(bytes.count, transfer.length) : transfer.length
            if isInput {
                write(Array(bytes.prefix(count)), to: transfer.buffer, at: transfer.offset)
            }
        case .silent: status = -ENOENT
        case .stall: status = -EPIPE
        case .garbled: status = -EPROTO
        case .overflow: status = -EOVERFLOW
        case .gone: status = -ESHUTDOWN
        }
        write(Self.bytes(status), to: transfer.block, at: Block.status)
        write(Self.bytes(Int32(count)), to: transfer.block, at: Block.actualLength)
    }
}

// MARK: - Memory of the caller

extension EmulatedUSB {
    private func resolve(
        _ data: UnsafeMutablePointer<UMockdevIoctlData>,
        _ offset: Int,
        _ length: Int
    ) -> UnsafeMutablePointer<UMockdevIoctlData>? {
        umockdev_ioctl_data_resolve(data, gsize(offset), gsize(length), nil)
    }

    private func contents(_ data: UnsafeMutablePointer<UMockdevIoctlData>) -> [UInt8] {
        Array(UnsafeBufferPointer(start: data.pointee.data, count: Int(data.pointee.data_len)))
    }

    private func word(_ data: UnsafeMutablePointer<UMockdevIoctlData>?, at index: Int) -> UInt32? {
        guard let data, index + 4 <= Int(data.pointee.data_len) else { return nil }
        return UnsafeRawPointer(data.pointee.data + index).loadUnaligned(as: UInt32.self)
    }

    /// The argument of a call as the pointer that it is.
    private func pointer(_ data: UnsafeMutablePointer<UMockdevIoctlData>) -> UInt {
        guard data.pointee.data_len >= 8 else { return 0 }
        return UnsafeRawPointer(data.pointee.data).loadUnaligned(as: UInt.self)
    }

    private func write(
        _ bytes: [UInt8],
        to data: UnsafeMutablePointer<UMockdevIoctlData>?,
        at index: Int
    ) {
        guard let data, !bytes.isEmpty, index + bytes.count <= Int(data.pointee.data_len)
        else { return }
        var bytes = bytes
        umockdev_ioctl_data_update(data, gsize(index), &bytes, gint(bytes.count))
    }

    private static func bytes(_ number: Int32) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }
}
