extension DeviceFamily {
    /// The Data Recorder of Timex watches (USB.md §1.3).
    static let timex = DeviceFamily(
        page: "timex",
        name: "Timex",
        rows: [
            DeviceRow(
                0x0CC2,
                .listed([0xC700]),
                vendor: "Timex",
                product: "Data Recorder",
                .hid,
                .nothing(
                    "Timex's own protocol is not read; "
                        + "if the program that came with it exports the walks, drop those files into the inbox"
                )
            )
        ]
    )
}
