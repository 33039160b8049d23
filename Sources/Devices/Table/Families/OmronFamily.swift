extension DeviceFamily {
    /// Omron's pedometers, and the blood pressure monitors that look like them (USB.md §1.3 and §2).
    static let omron = DeviceFamily(
        page: "omron",
        name: "Omron",
        rows: [
            // The same number: HEM-790IT, BP-791IT and M10-IT, which measure blood pressure. Only
            // the device itself tells which it is, when it is asked for its model.
            DeviceRow(
                0x0590,
                .listed([0x0028]),
                vendor: "Omron",
                product: "HJ-720IT",
                .hid,
                .omron
            ),
            DeviceRow(
                0x0590,
                .listed([0x0095]),
                vendor: "Omron",
                product: "HJ-322U/323U/324U",
                .hid,
                .nothing(
                    "how it writes down its days is not known; "
                        + "type its days into a CSV file and drop that into the inbox"
                )
            ),
            DeviceRow(
                0x0590,
                .listed([0x0090]),
                vendor: "Omron",
                product: "M400/M500IT",
                .hid,
                .nothing("it measures blood pressure and counts no steps; nothing needs to be done")
            ),
        ]
    )
}
