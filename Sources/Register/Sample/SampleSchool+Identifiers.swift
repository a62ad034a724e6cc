import Foundation
import Kernel

extension SampleSchool {
    /// Ids of all people, modules and groups that a sample of any seed has.
    static let identifiers: Set<String> = {
        guard let day = CivilDate(year: 2026, month: 1, day: 7) else { return [] }
        let owner = Owner(userID: "", name: "")
        return Size.all.reduce(into: []) { ids, size in
            var school = SampleSchool(size: size, today: day, zone: .gmt, owner: owner)
            var random = SeededRandom(seed: 0)
            school.addRoster(&random)
            ids.formUnion((school.staff + school.students).map(\.id))
            ids.formUnion(school.modules.map(\.id))
            ids.formUnion(school.groups.map(\.id))
        }
    }()
}
