import Devices
import LinuxSystem
import Model
package import Summary

extension WalkBook {
    /// Every device that is plugged in or was seen: those that are there first.
    ///
    /// - Throws: when the store cannot be read.
    package func devices() throws(Failure) -> [Summary.DeviceRow] {
        let present = household.readsDevices ? (try? DeviceRoll.attachments()) ?? [] : []
        let isAtWork = FileLock.mayBeHeld(household.lockPath)
        return DeviceRows.join(try seenDevices(), with: present, isAtWork: isAtWork)
    }
}

/// Joins what is remembered of devices with what is plugged in now.
enum DeviceRows {
    /// Makes a row of each device; a device with several volumes has one.
    ///
    /// `isAtWork` says whether somebody is there who reads devices; a program that was killed left
    /// what it was reading as it was.
    static func join(
        _ seen: [SeenDevice],
        with present: [Attachment],
        isAtWork: Bool
    ) -> [Summary.DeviceRow] {
        let seen = seen.filter { !isStandIn($0, among: seen) }
        var attached: Set<String> = []
        var rows: [Summary.DeviceRow] = []
        // Of several volumes of a device the one that can be read speaks for it.
        for attachment in present.filter(\.isReadable) + present.filter({ !$0.isReadable }) {
            let remembered = remembered(attachment, in: seen, besides: attached)
            let serial = remembered?.serial ?? attachment.identity.key
            guard attached.insert(serial).inserted else { continue }
            rows.append(
                remembered.map { presentRow($0, attachment, isAtWork: isAtWork) }
                    ?? row(attachment)
            )
        }
        return rows + seen.filter { !attached.contains($0.serial) }.map(absentRow)
    }

    private static func remembered(
        _ attachment: Attachment,
        in seen: [SeenDevice],
        besides attached: Set<String>
    ) -> SeenDevice? {
        let identity = attachment.identity
        if let same = seen.first(where: { $0.serial == identity.key }) { return same }
        // A pedometer tells its serial only when it is read, so one without is known by what it is:
        // the one of its kind that was seen last.
        guard identity.serial == nil else { return nil }
        return seen.first {
            $0.how == attachment.how.word && $0.vendor == identity.vendor
                && $0.product == identity.product && !attached.contains($0.serial)
        }
    }

    /// Whether it only stands for a device that told its serial later: it was noted under its ids
    /// while it could not be read.
    private static func isStandIn(_ device: SeenDevice, among seen: [SeenDevice]) -> Bool {
        guard device.lastSync == nil, isOfIDs(device.serial) else { return false }
        return seen.contains {
            $0.serial != device.serial && $0.vendor == device.vendor
                && $0.product == device.product && $0.lastSeen >= device.lastSeen
        }
    }

    /// Whether a key is made of ids, `0590:0028`, as `DeviceIdentity.key` does without a serial.
    private static func isOfIDs(_ key: String) -> Bool {
        let parts = key.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { $0.utf8.count == 4 && UInt16($0, radix: 16) != nil }
    }

    /// A device that is there and was seen before.
    private static func presentRow(
        _ device: SeenDevice,
        _ attachment: Attachment,
        isAtWork: Bool
    ) -> Summary.DeviceRow {
        var row = Summary.DeviceRow(device, isPresent: true, advice: attachment.advice)
        if device.state == .reading, !isAtWork {
            row.state = .waiting
            row.message = "its reading was cut off; it is read again when ambled runs"
        }
        return row
    }

    /// A device that is not there; what was so only at its last moment is not said any more.
    private static func absentRow(_ device: SeenDevice) -> Summary.DeviceRow {
        var row = Summary.DeviceRow(device, isPresent: false)
        switch device.state {
        case .reading:
            row.state = .partly
            row.message = "it was not read to its end; the rest comes when it is plugged in again"
        case .waiting, .busy: row.message = nil
        case .read, .partly, .forbidden, .unsupported, .failed: break
        }
        return row
    }

    /// A device that nobody has read yet.
    private static func row(_ attachment: Attachment) -> Summary.DeviceRow {
        let identity = attachment.identity
        let isUnreadable = if case .unreadable = attachment.how { true } else { false }
        return Summary.DeviceRow(
            vendor: identity.vendor,
            product: identity.product ?? identity.volume?.label,
            serial: identity.serial,
            how: attachment.how.word,
            isPresent: true,
            state: isUnreadable ? .unsupported : .waiting,
            message: attachment.how.sentence,
            advice: attachment.advice
        )
    }
}

extension Attachment {
    /// Where more is written about it.
    fileprivate var advice: String? { page.map { "see \($0)" } }
}
