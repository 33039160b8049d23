import Devices
import Model
import Synchronization

/// How each volume of the devices stands, so that one says nothing that is untrue of another.
///
/// A tracker with a card in it shows two volumes under one serial number, and the ledger has one
/// entry for both. Called from any queue.
final class DeviceStandings: Sendable {
    /// How something stands, and what is to be said of it.
    struct Standing: Hashable, Sendable {
        var state: DeviceState
        var message: String?
    }

    private struct Volume: Sendable {
        let serial: String
        let standing: Standing
    }

    /// What asks most of a person first.
    private static let gravity: [DeviceState] = [
        .forbidden, .busy, .failed, .unsupported, .waiting,
    ]

    private let volumes = Mutex<[AttachmentID: Volume]>([:])

    /// Notes how a volume stands.
    ///
    /// - Returns: how the device as a whole stands: what its volumes agree in; `reading` while one
    ///   of them is read; `partly` when one was read and another was not.
    func note(_ standing: Standing, of id: AttachmentID, serial: String) -> Standing {
        volumes.withLock { volumes in
            volumes[id] = Volume(serial: serial, standing: standing)
            let all = volumes.sorted { $0.key < $1.key }.map(\.value)
            return DeviceStandings.joined(all.filter { $0.serial == serial }.map(\.standing))
        }
    }

    /// Forgets a volume that went.
    func forget(_ id: AttachmentID) {
        volumes.withLock { $0[id] = nil }
    }

    private static func joined(_ standings: [Standing]) -> Standing {
        let states = Set(standings.map(\.state))
        if states.contains(.reading) { return Standing(state: .reading) }
        var messages: [String] = []
        for message in standings.compactMap(\.message) where !messages.contains(message) {
            messages.append(message)
        }
        let message = messages.isEmpty ? nil : messages.joined(separator: "; ")
        if states.count == 1, let state = states.first {
            return Standing(state: state, message: message)
        }
        if states.contains(.read) || states.contains(.partly) {
            return Standing(state: .partly, message: message)
        }
        return Standing(state: gravity.first { states.contains($0) } ?? .failed, message: message)
    }
}
