import Foundation
import Kernel

/// The words of `tokenizer.json` as the bytes that they stand for, in the order of their numbers. Special tokens are
/// left out: whisper.cpp makes them itself.
enum WhisperVocabulary {
    /// The ordinary tokens of GPT-2's vocabulary with "<|endoftext|>".
    private static let ordinary = 50_257
    private static let largest = 32 << 20

    static func words(of folder: URL) throws(ModelError) -> [[UInt8]] {
        let file = folder.appending(path: "tokenizer.json")
        let path = file.path
        guard let size = try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)[.size],
            let length = size as? Int
        else { throw .damaged(path: folder.path, what: "tokenizer.json is missing") }
        guard length <= largest, let data = try? Data(contentsOf: file),
            let json = try? JSONParser.value([UInt8](data)), let vocabulary = json["model"]?["vocab"]?.object
        else { throw .damaged(path: path, what: "it is no tokenizer of Whisper") }
        let special = Set((json["added_tokens"]?.array ?? []).compactMap { $0["content"]?.string })
        var words: [[UInt8]?] = Array(repeating: nil, count: min(vocabulary.count, ordinary))
        for (text, value) in vocabulary where !special.contains(text) {
            guard let number = value.integer, number >= 0 else {
                throw .damaged(path: path, what: "a word has no number")
            }
            guard number < ordinary else { continue }
            guard number < words.count, words[Int(number)] == nil else {
                throw .damaged(path: path, what: "the numbers of its words have gaps")
            }
            words[Int(number)] = bytes(of: text)
        }
        // In English-only models the special tokens begin where the ordinary ones end, with "<|endoftext|>".
        while let last = words.last, last == nil { words.removeLast() }
        let found = words.compactMap(\.self)
        guard found.count == words.count, !found.isEmpty else {
            throw .damaged(path: path, what: "the numbers of its words have gaps")
        }
        return found.count == ordinary - 1 ? found + [Array("<|endoftext|>".utf8)] : found
    }

    /// GPT-2 writes each byte as a printable character: most of Latin-1 as itself, the other bytes in their order from
    /// U+0100 on. A word with another character stands for its own UTF-8.
    static func bytes(of word: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in word.unicodeScalars {
            guard scalar.value < characters.count, let byte = characters[Int(scalar.value)] else {
                return Array(word.utf8)
            }
            bytes.append(byte)
        }
        return bytes
    }

    private static let characters: [UInt8?] = {
        var table: [UInt8?] = Array(repeating: nil, count: 0x100)
        for byte in UInt8.min...UInt8.max {
            switch byte {
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: table[Int(byte)] = byte
            default: table.append(byte)
            }
        }
        return table
    }()
}
