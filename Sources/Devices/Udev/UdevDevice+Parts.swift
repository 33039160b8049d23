extension UdevDevice {
    /// The disk that a partition is one of, in sysfs.
    var diskPath: String {
        guard let last = syspath.lastIndex(of: "/") else { return "" }
        return String(syspath[..<last])
    }

    /// The same with other interfaces.
    func with(interfaces: [USBInterface]) -> UdevDevice {
        UdevDevice(
            action: action,
            syspath: syspath,
            subsystem: subsystem,
            devtype: devtype,
            devnode: devnode,
            properties: properties,
            attributes: attributes,
            parent: parent,
            interfaces: interfaces
        )
    }
}
