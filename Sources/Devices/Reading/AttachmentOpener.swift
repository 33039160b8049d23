package import Dispatch
import LinuxSystem
package import Model

/// Opens attachments and looks what they hold; the seam behind which tests put made-up devices.
package protocol AttachmentOpener: Sendable {
    /// Opens an attachment and searches it.
    ///
    /// Blocks; called on the queue that the session belongs to from then on.
    ///
    /// - Parameters:
    ///   - attachment: what to open, by the first of its ways that is permitted.
    ///   - queue: the queue of this device alone, on which the call runs.
    ///   - stop: what long work looks at between its steps.
    ///   - known: files that need not be read again, by what the ledger knows them by.
    ///   - progress: called now and then with one clause for people.
    /// - Returns: what it holds.
    /// - Throws: why not.
    func open(
        _ attachment: Attachment,
        queue: DispatchQueue,
        stop: StopSign,
        known: Set<DeviceFileKey>,
        progress: @Sendable (String) -> Void
    ) throws(DeviceError) -> DeviceHolding
}

/// Opens what is really there.
package struct RealAttachmentOpener: AttachmentOpener {
    /// Makes an opener; it keeps nothing.
    package init() {}

    package func open(
        _ attachment: Attachment,
        queue: DispatchQueue,
        stop: StopSign,
        known: Set<DeviceFileKey>,
        progress: @Sendable (String) -> Void
    ) throws(DeviceError) -> DeviceHolding {
        var denial = DeviceError.unsupported("nothing can be read from it")
        for access in attachment.alternatives where access.isReadable {
            let opening = Opening(attachment, queue, stop, known)
            do throws(DeviceError) {
                return try opening.open(access, progress)
            } catch {
                guard case .notPermitted = error else { throw error }
                denial = error
            }
        }
        throw denial
    }
}

/// One attempt at an attachment.
private struct Opening {
    private let attachment: Attachment
    private let queue: DispatchQueue
    private let stop: StopSign
    private let known: Set<DeviceFileKey>

    init(
        _ attachment: Attachment,
        _ queue: DispatchQueue,
        _ stop: StopSign,
        _ known: Set<DeviceFileKey>
    ) {
        self.attachment = attachment
        self.queue = queue
        self.stop = stop
        self.known = known
    }

    func open(
        _ access: Access,
        _ progress: @Sendable (String) -> Void
    ) throws(DeviceError) -> DeviceHolding {
        switch access {
        case .fat(let node): return try openVolume(node)
        case .mounted(let volume): return try search(MountedTree(volume), .volume, .everything)
        case .mtp(let bus, let device):
            return try openMTP(USBDeviceAddress(bus: bus, device: device))
        case .omron(let bus, let device):
            let stop = self.stop
            let memory = try OmronPedometer.read(
                at: USBDeviceAddress(bus: bus, device: device),
                progress: { done, total in progress("day \(done) of \(total)") },
                isStopped: { stop.isSaid }
            )
            return .memory(memory)
        case .waiting, .starting, .unreadable:
            throw .unsupported(access.sentence ?? "nothing can be read from it")
        }
    }

    private func openVolume(_ node: FilePath) throws(DeviceError) -> DeviceHolding {
        // Between udev's event and the opening another stick may have taken the node, and nothing of
        // it may be read or told under this one's name.
        let block = try BlockNode(node)
        if let told = attachment.id.diskSequence, let now = block.diskSequence, told != now {
            throw .gone
        }
        let findings = try VolumeFinder.find(in: block)
        guard let volume = findings.volumes.first else {
            throw findings.troubles.first ?? .unsupported("there is no FAT volume on it")
        }
        // A partition of some kernels has no number; a volume has that of its formatting.
        if let told = attachment.identity.volume?.uuid, let now = volume.volumeSerial,
            told.uppercased() != now
        {
            throw .gone
        }
        return try search(FATTree(volume), .volume, .everything)
    }

    private func openMTP(_ address: USBDeviceAddress) throws(DeviceError) -> DeviceHolding {
        let device = try USBDevice.open(address)
        var failure: DeviceError?
        for candidate in MTPInterface.candidates(among: device.interfaces) {
            do throws(DeviceError) {
                return try openMTP(candidate, of: device)
            } catch {
                switch error {
                // Perhaps another of its interfaces is the one.
                case .damaged, .unsupported, .timedOut: failure = failure ?? error
                case .gone, .busy, .notPermitted, .system, .stopped: throw error
                }
            }
        }
        throw failure ?? .damaged("it says that it speaks MTP and shows no interface for it")
    }

    private func openMTP(
        _ candidate: MTPInterface.Candidate,
        of device: USBDevice
    ) throws(DeviceError) -> DeviceHolding {
        let stop = self.stop
        let tree = try MTPTree.open(
            try device.claim(candidate.interface),
            endpoints: candidate.endpoints,
            interfaceNumber: candidate.interface.number,
            isStopped: { stop.isSaid }
        )
        do throws(DeviceError) {
            return try search(tree, .storages, .phone, closing: { tree.close() })
        } catch {
            tree.close()
            throw error
        }
    }

    private func search(
        _ tree: any ReadOnlyTree,
        _ shape: TreeSearch.Shape,
        _ rule: SearchRule,
        closing: @escaping () -> Void = {}
    ) throws(DeviceError) -> DeviceHolding {
        let stop = self.stop
        let result = try TreeSearch.run(
            tree,
            shape: shape,
            rule: rule,
            serial: attachment.identity.key,
            volume: attachment.identity.volume?.uuid ?? "",
            isKnown: { [known] in known.contains($0) },
            shouldStop: { stop.isSaid }
        )
        return .files(
            DeviceSession(tree, queue: queue, stop: stop, closing: closing),
            result
        )
    }
}
