extension DeviceFamily {
    /// The dongles of Fitbit's trackers (USB.md §1.3).
    static let fitbit = DeviceFamily(
        page: "fitbit",
        name: "Fitbit",
        rows: [
            DeviceRow(
                0x2687,
                .listed([0xFB01]),
                vendor: "Fitbit",
                product: "wireless dongle",
                .radio,
                .nothing(
                    "Fitbit's trackers encrypt what they tell for Fitbit's servers; "
                        + "ask Fitbit for an export of the account and drop its files into the inbox"
                )
            ),
            DeviceRow(
                0x10C4,
                .listed([0x84C4]),
                vendor: "Fitbit",
                product: "Ultra base station",
                .radio,
                .nothing(
                    "the radio protocol of the Fitbit Ultra is not read; "
                        + "ask Fitbit for an export of the account and drop its files into the inbox"
                )
            ),
        ]
    )
}
