import Model
import Store
import Summary

/// The store as the daily log's ledger.
struct StoredTellings: ToldLedger {
    let store: WalkStore

    func told(person: String) throws -> [CivilDay: Summary.ToldDay] {
        guard let extent = try store.toldExtent(person: person) else { return [:] }
        let days = try store.toldDays(person: person, in: extent)
        return Dictionary(
            days.map { day in
                let told = Summary.ToldDay(
                    date: day.date,
                    text: day.text,
                    revision: day.revision,
                    isWritten: !day.isPending
                )
                return (day.date, told)
            },
            uniquingKeysWith: { $1 }
        )
    }

    func note(_ days: [Summary.ToldDay], person: String) throws {
        let stored = days.map { day in
            Store.ToldDay(
                person: person,
                date: day.date,
                text: day.text,
                revision: day.revision,
                isPending: !day.isWritten
            )
        }
        try store.note(stored)
    }
}
