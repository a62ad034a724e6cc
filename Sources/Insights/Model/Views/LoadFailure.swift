package import Kernel

/// A file that gave no table, as the command line tells it: the `load` of a document, and a sentence.
package struct LoadFailure: Failure, Equatable {
    package let file: String
    package let cause: Cause

    package enum Cause: Sendable, Equatable {
        case content(ReadingError)
        /// The system's words why it could not be opened or read.
        case system(String)
    }

    package init(file: String, cause: Cause) {
        (self.file, self.cause) = (file, cause)
    }

    package var code: String {
        switch cause {
        case .content(let error): error.code
        case .system: "unreadable_file"
        }
    }

    package var kind: FailureKind { .invalid }

    package var sentence: String {
        switch cause {
        case .content(let error): "\(file): \(error.sentence)"
        case .system(let reason): "\(file): \(reason)."
        }
    }

    package func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("load")
            writer.object { writer in
                writer.member("status", "error")
                writer.member("error", name)
                if case .content(.missingColumns(let columns)) = cause {
                    writer.name("columns")
                    writer.array(columns) { $0.value($1) }
                }
                writer.member("file", file)
                writer.member("message", sentence)
            }
        }
        return writer.bytes
    }

    private var name: String {
        switch cause {
        case .content(.emptyFile): "emptyFile"
        case .content(.missingColumns): "missingColumns"
        case .content(.unreadable), .system: "unreadable"
        }
    }
}
