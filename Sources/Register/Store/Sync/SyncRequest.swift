import Kernel
package import Sync
import Web

/// One operation of a push, or why it cannot be read.
package enum IncomingOperation: Sendable {
    case operation(Operation)
    case malformed(Verdict)
}

/// A push and a pull in one: what the device has to say, and how far it has read.
package struct SyncRequest: Sendable {
    /// This version and the one before. A device that speaks an older one is answered in its version, and told to update.
    package static let protocols: ClosedRange<Int64> = 1...2
    package static let mostOperations = 500
    package static let largestPage = 5_000
    package static let usualPage = 2_000

    /// Version of the protocol in which the device asks and is answered.
    package let version: Int64
    package let device: String
    package let deviceName: String?
    /// The history that the device believes to be part of; nil when it knows of none.
    package let epoch: String?
    package let cursor: String?
    package let operations: [IncomingOperation]
    /// Records of a page; 0 pushes without pulling.
    package let limit: Int

    package init(
        version: Int64 = 1, device: String, deviceName: String? = nil, epoch: String? = nil,
        cursor: String? = nil, operations: [IncomingOperation] = [], limit: Int = usualPage
    ) {
        self.version = version
        self.device = device
        self.deviceName = deviceName
        self.epoch = epoch
        self.cursor = cursor
        self.operations = operations
        self.limit = limit
    }

    /// - Throws: `malformed_json` (400), `batch_too_large` (413), `invalid_input` (422), `protocol_unsupported` (426)
    package init(body: [UInt8]) throws {
        let json = try RequestBody.object(body)
        guard let version = json["protocol"]?.integer else {
            throw InvalidInput("protocol", code: "required", "The protocol must be a whole number.")
        }
        guard Self.protocols.contains(version) else { throw RegisterError.protocolUnsupported(served: Self.protocols) }
        guard let device = json["device"]?.string, Identifier.isValid(device) else {
            throw InvalidInput("device", code: "required", "The device must be a UUID.")
        }
        let operations = json["operations"] ?? .array([])
        guard let list = operations.array else {
            throw InvalidInput("operations", code: "wrong_type", "The operations must be a list.")
        }
        guard list.count <= Self.mostOperations else { throw RegisterError.batchTooLarge(limit: Self.mostOperations) }
        self.init(
            version: version, device: device, deviceName: try Self.text(json, "deviceName", upTo: 100),
            epoch: try Self.text(json, "epoch", upTo: 64), cursor: try Self.text(json, "cursor", upTo: 500),
            operations: list.map(Self.read), limit: try Self.limit(json["limit"]))
    }

    private static func read(_ json: JSONValue) -> IncomingOperation {
        do throws(InvalidInput) {
            return .operation(try Operation(json: json))
        } catch {
            let id = json["id"]?.string.map { String($0.prefix(64)) } ?? ""
            return .malformed(Verdict(id: id, Rejection(error)))
        }
    }

    private static func text(_ json: [String: JSONValue], _ field: String, upTo limit: Int) throws -> String? {
        guard let value = json[field], !value.isNull else { return nil }
        guard let text = value.string, text.unicodeScalars.count <= limit, !text.utf8.contains(0) else {
            throw InvalidInput(field, code: "malformed", "The \(field) must be text of at most \(limit) characters.")
        }
        return text
    }

    private static func limit(_ json: JSONValue?) throws -> Int {
        guard let json, !json.isNull else { return usualPage }
        guard let limit = json.integer, (0...Int64(largestPage)).contains(limit) else {
            throw InvalidInput(
                "limit", code: "out_of_range", "The limit must be a whole number from 0 to \(largestPage).")
        }
        return Int(limit)
    }
}

/// Reads the JSON of requests whose members are checked one by one.
enum RequestBody {
    static func object(_ bytes: [UInt8]) throws -> [String: JSONValue] {
        guard let members = try value(bytes).object else {
            throw InvalidInput("", code: "wrong_type", "The body must be an object.")
        }
        return members
    }

    private static func value(_ bytes: [UInt8]) throws -> JSONValue {
        do throws(JSONParser.Fault) {
            return try JSONParser.value(bytes)
        } catch {
            switch error {
            case .notJSON: throw WebError.malformedJSON
            case .tooDeep: throw WebError.nestedTooDeeply(limit: JSONParser.deepest)
            }
        }
    }
}
