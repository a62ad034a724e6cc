import Foundation

/// The choice of a model: a line in the file `in-use` of the first folder that has one.
extension ModelCatalogue {
    /// Name of the chosen model, when one was chosen.
    package var inUse: String? {
        for folder in folders {
            guard let text = try? String(contentsOf: folder.appending(path: "in-use"), encoding: .utf8) else {
                continue
            }
            let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !name.isEmpty { return name }
        }
        return nil
    }

    /// From now on transcription without a named model takes this one.
    package func use(_ name: String) throws(ModelError) {
        let model = try find(name)
        let folder = try writableFolder()
        let file = folder.appending(path: "in-use")
        do {
            try Data((model.name + "\n").utf8).write(to: file, options: .atomic)
        } catch {
            throw .unwritable(path: file.path, reason: ModelFile.reason(of: error))
        }
    }

    /// Where models are added: the first folder, made when missing.
    func writableFolder() throws(ModelError) -> URL {
        guard let folder = folders.first else { throw .noFolder }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder.path, reason: ModelFile.reason(of: error))
        }
        return folder
    }
}
