extension DeviceFamily {
    /// Garmin's and Dynastream's ANT sticks (USB.md §1.3).
    static let ant = DeviceFamily(
        page: "ant",
        name: "ANT sticks",
        rows: [
            DeviceRow(
                0x0FCF,
                .listed([0x1004, 0x1008, 0x1009]),
                vendor: "Dynastream",
                product: "ANT stick",
                .radio,
                .nothing(
                    "it is a radio and holds no days; "
                        + "plug in the watch itself, or export its walks and drop the files into the inbox"
                )
            )
        ]
    )
}
