import Kernel

/// One content line of an iCalendar file (RFC 5545, 3.1): `NAME;PARAM=value:VALUE`, unfolded.
struct CalendarLine: Sendable, Equatable {
    let name: String
    let parameters: [String: String]
    let value: String
    /// The line of the file where it begins, from 1.
    let number: Int

    /// The value as text: `\n`, `\,`, `\;` and `\\` resolved.
    var text: String { CalendarLine.unescaped(value) }

    /// A comma-separated list of texts, where an escaped comma is no separator.
    var texts: [String] {
        var parts: [String] = [""]
        var escaped = false
        for character in value {
            if character == ",", !escaped {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            escaped = character == "\\" && !escaped
        }
        return parts.map(CalendarLine.unescaped)
    }

    private static func unescaped(_ value: String) -> String {
        var result = ""
        var escaped = false
        for character in value {
            if escaped {
                result.append(character == "n" || character == "N" ? " " : character)
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else {
                result.append(character)
            }
        }
        return CellText.clean(result)
    }
}

enum CalendarText {
    static let mostLines = 1_000_000

    /// The content lines of a file, continuation lines joined.
    /// - Throws: `empty_file`, `not_a_calendar`, `calendar_damaged`
    static func lines(_ bytes: [UInt8]) throws -> [CalendarLine] {
        let (_, utf8) = TextEncoding.detect(bytes)
        guard !CellText.isBlank(utf8[...]) else { throw ImportError.emptyFile }
        guard begins(utf8), !utf8.contains(0) else { throw ImportError.notACalendar }
        var lines: [CalendarLine] = []
        for (number, text) in unfolded(utf8) where !text.isEmpty {
            guard let line = parse(text, number: number), lines.count < mostLines else {
                throw ImportError.calendarDamaged(line: number)
            }
            lines.append(line)
        }
        return lines
    }

    static func begins(_ bytes: [UInt8]) -> Bool {
        let (_, utf8) = TextEncoding.detect(Array(bytes.prefix(400)))
        let start = utf8.drop { $0 <= 32 }.prefix(15)
        return String(decoding: start, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
    }

    /// A line that begins with a blank or a tab goes on with the line before (RFC 5545, 3.1). Joined as bytes, since a
    /// fold may stand between the bytes of one character.
    private static func unfolded(_ bytes: [UInt8]) -> [(number: Int, text: String)] {
        var joined: [(number: Int, bytes: [UInt8])] = []
        var number = 1
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            let line = bytes[index..<end]
            if let first = line.first, first == 32 || first == 9, !joined.isEmpty {
                joined[joined.count - 1].bytes += line.dropFirst()
            } else {
                joined.append((number, Array(line)))
            }
            index = end + 1
            if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { index += 1 }
            number += 1
        }
        return joined.map { ($0.number, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    private static func parse(_ text: String, number: Int) -> CalendarLine? {
        var parts: [String] = [""]
        var quoted = false
        var value: String?
        for index in text.indices {
            let character = text[index]
            if character == "\"" {
                quoted.toggle()
            } else if character == ";", !quoted {
                parts.append("")
            } else if character == ":", !quoted {
                value = String(text[text.index(after: index)...])
                break
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        guard let value, let name = parts.first, !name.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2 { parameters[halves[0].uppercased()] = String(halves[1]) }
        }
        return CalendarLine(name: name.uppercased(), parameters: parameters, value: value, number: number)
    }
}
