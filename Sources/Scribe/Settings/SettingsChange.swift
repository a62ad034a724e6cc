import Foundation
import Kernel
import Speech

/// Members to change; what is absent stays, null is a value of its own.
struct ScribeSettingsChange: Decodable, Sendable {
    let uploadLimit: Int?
    let retentionDays: Int??
    let undoDays: Int?
    let notice: String?
    let model: String??

    private enum Key: String, CodingKey {
        case uploadLimit, retentionDays, undoDays, notice, model
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func given<T: Decodable>(_ key: Key, _ type: T.Type) throws -> T?? {
            members.contains(key) ? .some(try members.decodeIfPresent(T.self, forKey: key)) : .none
        }
        uploadLimit = try members.contains(.uploadLimit) ? members.decode(Int.self, forKey: .uploadLimit) : nil
        undoDays = try members.contains(.undoDays) ? members.decode(Int.self, forKey: .undoDays) : nil
        notice = try members.contains(.notice) ? members.decode(String.self, forKey: .notice) : nil
        retentionDays = try given(.retentionDays, Int.self)
        model = try given(.model, String.self)
    }

    static let uploadLimits = 1 << 20...64 << 30
    static let longestNotice = 2_000

    /// - Parameter isInstalled: whether there is a speech model of a name
    /// - Throws: `InvalidInput`
    func applied(to settings: ScribeSettings, isInstalled: (String) -> Bool) throws -> ScribeSettings {
        var changed = settings
        var errors: [FieldError] = []
        func check(_ isGood: Bool, _ field: String, _ code: String, _ message: String) {
            if !isGood { errors.append(FieldError(field: field, code: code, message: message)) }
        }
        if let uploadLimit {
            check(
                Self.uploadLimits.contains(uploadLimit), "uploadLimit", "out_of_range",
                "Write a number of bytes from \(Self.uploadLimits.lowerBound) to \(Self.uploadLimits.upperBound).")
            changed.uploadLimit = uploadLimit
        }
        if let retentionDays {
            check(
                retentionDays.map { (1...36_500).contains($0) } ?? true, "retentionDays", "out_of_range",
                "Write a number of days from 1 to 36500, or null to keep recordings.")
            changed.retentionDays = retentionDays
        }
        if let undoDays {
            check((0...90).contains(undoDays), "undoDays", "out_of_range", "Write a number of days from 0 to 90.")
            changed.undoDays = undoDays
        }
        if let notice {
            let text = notice.trimmingCharacters(in: .whitespacesAndNewlines)
            check(
                (1...Self.longestNotice).contains(text.unicodeScalars.count) && !text.utf8.contains(0), "notice",
                "invalid", "Write what people are told when a recording begins: 1 to \(Self.longestNotice) characters.")
            changed.notice = text
        }
        if let model {
            check(
                model.map(isInstalled) ?? true, "model", "model_missing",
                "There is no such speech model. “rounds models list” shows what is there.")
            changed.model = model
        }
        guard errors.isEmpty else { throw InvalidInput(errors) }
        return changed
    }
}
