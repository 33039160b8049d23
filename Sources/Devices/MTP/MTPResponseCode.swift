/// How a device answered an operation (PIMA 15740:2000 §11.3, MTP 1.1 appendix F).
struct MTPResponseCode: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt16

    static let okay = MTPResponseCode(rawValue: 0x2001)
    static let generalError = MTPResponseCode(rawValue: 0x2002)
    static let operationNotSupported = MTPResponseCode(rawValue: 0x2005)
    static let parameterNotSupported = MTPResponseCode(rawValue: 0x2006)
    static let invalidObjectHandle = MTPResponseCode(rawValue: 0x2009)
    static let accessDenied = MTPResponseCode(rawValue: 0x200F)
    static let storeNotAvailable = MTPResponseCode(rawValue: 0x2013)
    static let deviceBusy = MTPResponseCode(rawValue: 0x2019)
    static let invalidParentObject = MTPResponseCode(rawValue: 0x201A)
    static let invalidParameter = MTPResponseCode(rawValue: 0x201D)
    static let sessionAlreadyOpen = MTPResponseCode(rawValue: 0x201E)

    /// How devices answer that do not know a folder by the number that was asked for.
    static let ofUnknownParents: Set<MTPResponseCode> = [
        .parameterNotSupported, .invalidObjectHandle, .invalidParentObject, .invalidParameter,
    ]
}
