/// Aggregates over few students are hidden, and so many others that subtraction from the total tells nothing of them.
enum SmallCells {
    /// Which cells to hide: those with fewer than `minimum` students; then, smallest first, others until the hidden ones
    /// together are at least two cells and cover at least `minimum` students. A cell without a student says nothing of
    /// anyone and stays.
    /// - Parameters:
    ///   - sizes: students behind each cell.
    ///   - covered: students behind the hidden cells together; their sum where nobody is in two cells.
    static func hidden(
        _ sizes: [Int], under minimum: Int, covered: (([Bool]) -> Int)? = nil
    ) -> [Bool] {
        var hidden = sizes.map { $0 > 0 && $0 < minimum }
        func isTold() -> Bool {
            let count = hidden.count(where: { $0 })
            guard count > 0 else { return false }
            let students = covered?(hidden) ?? zip(sizes, hidden).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            return count == 1 || students < minimum
        }
        while isTold() {
            let others = sizes.indices.filter { !hidden[$0] && sizes[$0] > 0 }
            guard let next = others.min(by: { sizes[$0] < sizes[$1] }) else { break }
            hidden[next] = true
        }
        return hidden
    }

    static func shown<Value>(_ value: Value, students: Int, minimum: Int) -> Analysis.Shown<Value> {
        students > 0 && students < minimum ? .hidden : .shown(value)
    }
}
