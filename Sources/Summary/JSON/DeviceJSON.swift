package import Model

/// A device as programs read it, in one line of JSON (COMMANDS.md §5 "Device").
package enum DeviceJSON {
    /// The line, without its end.
    ///
    /// `state` is the word for how far the last reading came; `present` is there while the device is
    /// plugged in, `message` and `advice` where there is something to say.
    package static func line(_ device: DeviceRow, home: HomeZones) -> String {
        let clock = HomeClock(home)
        return JSONText.object([
            "vendor": device.vendor.map { .string($0) },
            "product": device.product.map { .string($0) },
            "serial": device.serial.map { .string($0) },
            "how": device.how.map { .string($0) },
            "state": .string(device.state.rawValue),
            "present": device.isPresent ? .yes : nil,
            "message": device.message.map { .string($0) },
            "advice": device.advice.map { .string($0) },
            "lastSync": device.lastSync.map { .string(clock.rfc3339($0)) },
        ]).text
    }
}
