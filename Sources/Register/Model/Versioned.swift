import Kernel
import Sync

/// The fields of a record that people change: what each shows, and by which operation.
///
/// A field that came with an import has a value and no version yet.
struct Versioned: Sendable {
    var values: [String: JSONValue]
    var versions: Versions
    /// Names of the versions' authors as they were when they wrote, by user id.
    var names: [String: String]

    init(values: [String: JSONValue] = [:], versions: Versions = [:], names: [String: String] = [:]) {
        self.values = values
        self.versions = versions
        self.names = names
    }

    subscript(_ field: String) -> String? { values[field]?.string }

    /// What some of the fields show now; null for one that shows nothing.
    func shown(_ fields: some Sequence<String>) -> [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0, values[$0] ?? .null) })
    }

    /// Applies what an operation decides and keeps values and versions together.
    mutating func apply(_ operation: Operation, order: Stamp, authorName: String) -> Merge.Outcome {
        let outcome = Merge.apply(operation, to: versions, order: order)
        for (field, decision) in outcome.decisions where decision.isShown {
            values[field] = operation.fields[field]
        }
        versions = outcome.versions
        names[operation.author] = authorName
        return outcome
    }
}

// MARK: stored form

extension Versioned {
    /// The versions as they are stored and sent: JSON without the values, which the record's own fields hold.
    var storedVersions: String {
        var json = JSONWriter()
        json.object {
            for field in versions.keys.sorted() {
                guard let version = versions[field] else { continue }
                $0.member(field, with: { $0.version(version, authorName: names[version.author] ?? "") })
            }
        }
        return json.text
    }

    /// - Parameter values: the record's fields, read from its columns.
    init(values: [String: JSONValue], storedVersions text: String) throws {
        self.init(values: values)
        guard text != "{}" else { return }
        for (field, stored) in try JSONParser.value(text).object ?? [:] {
            guard let order = stored["order"]?.string.flatMap(Stamp.init), let author = stored["author"]?.string
            else { continue }
            versions[field] = FieldVersion(
                value: values[field] ?? .null, operation: stored["operation"]?.string ?? "", order: order,
                author: author, device: stored["device"]?.string ?? order.device,
                at: stored["at"]?.string.flatMap(Instant.init(rfc3339:)) ?? order.instant,
                fill: stored["fill"]?.bool ?? false)
            names[author] = stored["authorName"]?.string ?? ""
        }
    }
}

extension JSONWriter {
    mutating func version(_ version: FieldVersion, authorName: String) {
        object {
            $0.member("operation", version.operation)
            $0.member("order", version.order.text)
            $0.member("author", version.author)
            $0.member("authorName", authorName)
            $0.member("device", version.device)
            $0.member("at", version.at.rfc3339)
            $0.member("fill", version.fill)
        }
    }
}
