/// The operations that Amble asks of an MTP device: those that look, and no other.
///
/// A device can only be changed by operations that do not stand here, so that nothing that is built
/// on this type can write, delete or format. Codes: PIMA 15740:2000 §10.4, MTP 1.1 appendix D.
enum MTPOperation: UInt16, CaseIterable, Sendable {
    case getDeviceInfo = 0x1001
    case openSession = 0x1002
    case closeSession = 0x1003
    case getStorageIDs = 0x1004
    case getObjectHandles = 0x1007
    case getObjectInfo = 0x1008
    case getObject = 0x1009
    case getPartialObject = 0x101B

    /// The name that the standard gives it, for messages.
    var name: String {
        switch self {
        case .getDeviceInfo: "GetDeviceInfo"
        case .openSession: "OpenSession"
        case .closeSession: "CloseSession"
        case .getStorageIDs: "GetStorageIDs"
        case .getObjectHandles: "GetObjectHandles"
        case .getObjectInfo: "GetObjectInfo"
        case .getObject: "GetObject"
        case .getPartialObject: "GetPartialObject"
        }
    }
}
