extension DeviceFamily {
    /// Suunto's Ambit watches (USB.md §1.3).
    static let suunto = DeviceFamily(
        page: "suunto",
        name: "Suunto",
        rows: [
            DeviceRow(
                0x1493,
                .listed([0x0010, 0x0019, 0x001A, 0x001B, 0x001C, 0x001D, 0x001E]),
                vendor: "Suunto",
                product: "Ambit",
                .hid,
                .nothing(
                    "Suunto's own protocol is not read; "
                        + "export the walks with openambit or the Suunto app and drop the files into the inbox"
                )
            )
        ]
    )
}
