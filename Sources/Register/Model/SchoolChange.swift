import Kernel

/// What of the school's settings to change; nil leaves a setting as it is.
package struct SchoolChange: Decodable, Sendable {
    package var name: String?
    package var timezone: String?
    package var language: String?
    package var statusNames: StatusNames?
    package var excusedCounts: Bool?
    package var selfCheckIn: Bool?

    package struct StatusNames: Decodable, Sendable {
        package var present: String?
        package var late: String?
        package var absent: String?
        package var excused: String?
        package var unmarked: String?

        package init(
            present: String? = nil, late: String? = nil, absent: String? = nil, excused: String? = nil,
            unmarked: String? = nil
        ) {
            self.present = present
            self.late = late
            self.absent = absent
            self.excused = excused
            self.unmarked = unmarked
        }
    }

    package init(
        name: String? = nil, timezone: String? = nil, language: String? = nil, statusNames: StatusNames? = nil,
        excusedCounts: Bool? = nil, selfCheckIn: Bool? = nil
    ) {
        self.name = name
        self.timezone = timezone
        self.language = language
        self.statusNames = statusNames
        self.excusedCounts = excusedCounts
        self.selfCheckIn = selfCheckIn
    }

    static let nameLimit = 200
    static let statusNameLimit = 40
    /// A language tag (RFC 5646) as far as a school needs it: `en`, `en-GB`, `zh-Hant`.
    static let languagePattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

    func apply(to school: inout SchoolSettings) throws {
        var errors: [FieldError] = []
        func text(_ value: String?, _ field: String, _ limit: Int, into target: inout String) {
            guard let value else { return }
            let trimmed = value.trimmingWhitespace
            if trimmed.isEmpty {
                errors.append(FieldError(field: field, code: "required", message: "The \(field) may not be empty."))
            } else if trimmed.unicodeScalars.count > limit || trimmed.utf8.contains(0) {
                errors.append(
                    FieldError(
                        field: field, code: "text_too_long",
                        message: "The \(field) may have at most \(limit) characters."))
            } else {
                target = trimmed
            }
        }
        text(name, "name", Self.nameLimit, into: &school.name)
        text(statusNames?.present, "statusNames.present", Self.statusNameLimit, into: &school.statusNames.present)
        text(statusNames?.late, "statusNames.late", Self.statusNameLimit, into: &school.statusNames.late)
        text(statusNames?.absent, "statusNames.absent", Self.statusNameLimit, into: &school.statusNames.absent)
        text(statusNames?.excused, "statusNames.excused", Self.statusNameLimit, into: &school.statusNames.excused)
        text(statusNames?.unmarked, "statusNames.unmarked", Self.statusNameLimit, into: &school.statusNames.unmarked)
        if let timezone {
            if SessionFields.isTimezone(timezone) {
                school.timezone = timezone
            } else {
                errors.append(
                    FieldError(
                        field: "timezone", code: "unknown_timezone",
                        message: "The timezone must be a name such as Europe/London."))
            }
        }
        if let language {
            if Self.isLanguage(language) {
                school.language = language
            } else {
                errors.append(
                    FieldError(
                        field: "language", code: "unknown_language",
                        message: "The language must be a tag such as en or de-CH."))
            }
        }
        school.excusedCounts = excusedCounts ?? school.excusedCounts
        school.selfCheckIn = selfCheckIn ?? school.selfCheckIn
        if !errors.isEmpty { throw InvalidInput(errors) }
    }

    static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLowercase })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }
}

extension String {
    var trimmingWhitespace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
