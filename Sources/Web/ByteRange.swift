/// Which part of a representation a Range header asks for (RFC 9110 §14.2).
enum ByteRange: Equatable {
    /// No range, one that cannot be read, or several: then the whole is the answer that RFC 9110 allows.
    case whole
    case part(Range<Int>)
    case unsatisfiable

    static func read(_ header: String?, size: Int) -> ByteRange {
        guard let header, header.lowercased().hasPrefix("bytes=") else { return .whole }
        let specification = header.dropFirst("bytes=".count).filter { $0 != " " && $0 != "\t" }
        guard !specification.contains(","), let dash = specification.firstIndex(of: "-") else { return .whole }
        let first = specification[..<dash]
        let last = specification[specification.index(after: dash)...]
        guard isDigits(first), isDigits(last), !(first.isEmpty && last.isEmpty) else { return .whole }
        if first.isEmpty {
            let length = min(number(last), size)
            return length > 0 ? .part(size - length..<size) : .unsatisfiable
        }
        let start = number(first)
        let end = last.isEmpty ? Int.max : number(last)
        guard end >= start else { return .whole }
        return start < size ? .part(start..<(min(end, size - 1) + 1)) : .unsatisfiable
    }

    private static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// What does not fit 64 bits lies past every end.
    private static func number(_ digits: Substring) -> Int { Int(digits) ?? .max }
}
