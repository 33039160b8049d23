/// Trackers that are told of on one page.
package struct DeviceFamily: Hashable, Sendable {
    /// The name of its page in `docs/devices`, without `.md`.
    package let page: String
    /// The family's name for people.
    package let name: String
    /// Its rows.
    package let rows: [DeviceRow]

    /// Makes a family.
    package init(page: String, name: String, rows: [DeviceRow]) {
        self.page = page
        self.name = name
        self.rows = rows
    }

    /// Where a person reads on, inside the project.
    package var pagePath: String { "docs/devices/\(page).md" }
}
