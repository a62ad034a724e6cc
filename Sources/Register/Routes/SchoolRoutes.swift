import Kernel
import Web

extension RegisterRoutes {
    func school(_ call: Call) async throws -> Reply {
        .json(try await store.school())
    }

    func changeSchool(_ call: Call) async throws -> Reply {
        .json(try await store.changeSchool(try await call.decode(SchoolChange.self)))
    }

    func rollOver(_ call: Call) async throws -> Reply {
        struct Input: Decodable {
            let before: CivilDate
            let preview: Bool?
        }
        let input = try await call.decode(Input.self)
        return .json(try await store.rollOver(before: input.before, isPreview: input.preview ?? false))
    }
}

enum SchoolDocs {
    static let school = Doc("The school's settings", tag: "school", answers: RecordSchemas.school)
    static let change = Doc(
        "Changes settings; absent members stay as they are", tag: "school", body: .json(InputSchemas.school),
        answers: RecordSchemas.school)
    static let rollover = Doc(
        "Archives the groups that ended before a day; with preview, only counts them", tag: "school",
        body: .json(InputSchemas.rollover), answers: AnswerSchemas.rollover)
}
