import Formats
import Ingest
package import LinuxSystem
package import Model

/// Says what a file is, without taking it (`amble inspect`).
package struct FileInspection {
    private let household: Household
    private let person: String

    /// Makes inspections with the zones and the clock of a household.
    package init(household: Household, person: String) {
        self.household = household
        self.person = person
    }

    /// Inspects one file.
    package func inspect(_ path: FilePath) throws(Failure) -> Inspection {
        do {
            return try FileIntake.inspect(
                path,
                person: person,
                surroundings: FileIntake.Surroundings(
                    home: household.zones,
                    sourceZones: household.sourceZones,
                    clock: household.clock
                )
            )
        } catch {
            throw Failure(error)
        }
    }
}
