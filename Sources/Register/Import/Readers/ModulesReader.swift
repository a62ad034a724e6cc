import Kernel

/// Modules, one to a row: code and title.
enum ModulesReader {
    static let columns: [ImportColumn] = [.plainCode, .plainTitle]

    static func read(_ table: ImportTable, _ context: ImportContext) throws -> ImportPlan {
        let at = try ImportColumns(table, kind: .modules, columns, required: [[.plainCode]])
        var plan = ImportPlan()
        for row in table.rows {
            let index = plan.read(row.line)
            do {
                let code = StudentNumber.cleaned(try at.required(row, .plainCode, upTo: 64))
                let title = try at.text(row, .plainTitle)
                if let known = plan.modules[code.lowercased()] {
                    guard known.title == nil || title == nil || known.title == title else {
                        throw RowProblem("code", "duplicate_code", "Another row has this code with another title.")
                    }
                    plan.rows[index].fate = .merged(.duplicateRow)
                }
                plan.modules.add(code.lowercased(), row: index, PlannedModule(code: code, title: title)) {
                    $0.title = $1.title ?? $0.title
                }
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        return plan
    }
}
