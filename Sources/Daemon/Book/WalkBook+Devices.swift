import Devices
import Model
package import Summary

extension WalkBook {
    /// Every device that is plugged in or was seen: those that are there first.
    ///
    /// - Throws: when the store cannot be read.
    package func devices() throws(Failure) -> [Summary.DeviceRow] {
        let present = household.readsDevices ? (try? DeviceRoll.attachments()) ?? [] : []
        return DeviceRows.join(try seenDevices(), with: present)
    }
}

/// Joins what is remembered of devices with what is plugged in now.
enum DeviceRows {
    /// Makes a row of each device; a device with several volumes has one.
    static func join(_ seen: [SeenDevice], with present: [Attachment]) -> [Summary.DeviceRow] {
        var attached: Set<String> = []
        var rows: [Summary.DeviceRow] = []
        for attachment in present {
            let remembered = seen.first { isSame($0, attachment) }
            let serial = remembered?.serial ?? attachment.identity.key
            guard attached.insert(serial).inserted else { continue }
            rows.append(
                remembered.map { Summary.DeviceRow($0, isPresent: true, advice: attachment.advice) }
                    ?? row(attachment)
            )
        }
        let others = seen.filter { !attached.contains($0.serial) }
        return rows + others.map { Summary.DeviceRow($0, isPresent: false) }
    }

    /// A pedometer tells its serial only when it is read, so one without is known by what it is.
    private static func isSame(_ device: SeenDevice, _ attachment: Attachment) -> Bool {
        let identity = attachment.identity
        if device.serial == identity.key { return true }
        return identity.serial == nil && device.how == attachment.how.word
            && device.product == identity.product
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
