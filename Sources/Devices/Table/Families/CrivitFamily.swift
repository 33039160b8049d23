extension DeviceFamily {
    /// The pedometer that Lidl sold (USB.md §1.3).
    static let crivit = DeviceFamily(
        page: "crivit",
        name: "Crivit",
        rows: [
            DeviceRow(
                0x0C45,
                .listed([0x70C1]),
                vendor: "Crivit",
                product: "Z31192",
                .hid,
                .nothing(
                    "its own protocol is not read; "
                        + "if the program that came with it exports its days, drop that file into the inbox"
                )
            )
        ]
    )
}
