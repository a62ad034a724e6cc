import ArgumentParser
import Compliance
import Foundation
import Kernel

/// A note that the command line was given, read or not.
struct ReadNote {
    /// As given.
    let file: String
    let result: Result<NoteSource, NoteFileError>

    /// A sentence about a note that could not be read.
    var problem: String? {
        if case .failure(let error) = result { "\(file): \(error.sentence)" } else { nil }
    }
}

/// Why a note could not be read or judged: the code and sentence that stand in its place.
struct NoteFileError: Failure {
    let code: String
    let kind: FailureKind
    let sentence: String

    init(code: String, message: String) {
        self.code = code
        kind = .invalid
        sentence = message
    }

    init(_ failure: any Failure) {
        code = failure.code
        kind = failure.kind
        sentence = failure.sentence
    }

    var json: JSONValue { .object(["code": .string(code), "message": .string(sentence)]) }
}

/// Reads notes without a server or a database. Plain text comes as it stands in the file, so that offsets are the file's.
enum NoteFiles {
    static func read(_ files: [String]) async -> [ReadNote] {
        var notes: [ReadNote] = []
        for file in files { notes.append(ReadNote(file: file, result: await read(file))) }
        return notes
    }

    private static func read(_ file: String) async -> Result<NoteSource, NoteFileError> {
        let url = URL(fileURLWithPath: file)
        guard let bytes = try? Data(contentsOf: url) else {
            let isThere = FileManager.default.fileExists(atPath: file)
            return .failure(
                isThere
                    ? NoteFileError(code: "unreadable", message: "This file cannot be read.")
                    : NoteFileError(code: "not_found", message: "There is no such file."))
        }
        do {
            return .success(try await Intake.read([UInt8](bytes), name: url.lastPathComponent))
        } catch let failure as any Failure {
            return .failure(NoteFileError(failure))
        } catch {
            return .failure(NoteFileError(ComplianceError.corrupt))
        }
    }
}

enum ComplianceArguments {
    @Sendable static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw ValidationError("\(text) is no date YYYY-MM-DD.") }
        return date
    }
}

extension NoteType: ExpressibleByArgument {}
extension Discipline: ExpressibleByArgument {
    /// `pt` is as good as `PT`.
    package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
