import ArgumentParser
import Foundation
import Speech
import Web

struct ModelsTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Check that a model is whole and works, and how fast it is here.",
        discussion: """
            Compares the file with its manifest and loads it. With --audio it recognises that recording and prints the \
            text and the time it took.
            """)

    @Argument(help: "Name of the model. Default: the one in use.")
    var name: String?

    @Option(help: "A recording, a minute or so.")
    var audio: String?

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @OptionGroup var options: ModelOptions

    func run() async throws {
        let catalogue = try options.catalogue()
        let model = try catalogue.find(name)
        let matches = try model.matchesManifest()
        if matches == false {
            throw ModelError.damaged(path: model.file.path, what: "it is not the file of its manifest")
        }
        let recognisers = Recognisers(models: catalogue)
        let silence = try SilentRecording()
        defer { silence.remove() }
        // A second of silence loads the model and recognises nothing.
        let load = try await Self.timed { try await recognisers.transcribe(silence.file, model: model.name) { _ in } }
        var report = ModelReport(
            model: model.name, file: model.file.path, manifest: matches == nil ? "none" : "matches",
            loadSeconds: load.seconds)
        if let audio {
            let text = Gathered()
            let work = try await Self.timed {
                try await recognisers.transcribe(URL(fileURLWithPath: audio), model: model.name) { window in
                    await text.add(window.segments.map(\.text))
                }
            }
            report.audioSeconds = work.value.duration
            report.seconds = work.seconds
            report.language = work.value.language
            report.text = await text.lines.joined(separator: "\n")
        }
        switch format {
        case .json: print(String(decoding: try JSON.encode(report), as: UTF8.self))
        case .text: print(report.description)
        }
    }

    private static func timed<T>(_ work: () async throws -> T) async throws -> (value: T, seconds: Double) {
        let start = ContinuousClock.now
        let value = try await work()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return (value, (seconds * 1_000).rounded() / 1_000)
    }
}

private actor Gathered {
    private(set) var lines: [String] = []

    func add(_ texts: [String]) { lines += texts }
}

private struct ModelReport: Encodable, CustomStringConvertible {
    let model: String
    let file: String
    let manifest: String
    let loadSeconds: Double
    var audioSeconds: Double?
    var seconds: Double?
    var language: String?
    var text: String?

    var description: String {
        var lines = ["\(model) is whole and works (manifest: \(manifest)); loaded in \(loadSeconds) s."]
        if let audioSeconds, let seconds, let text {
            let times = seconds > 0 ? (audioSeconds / seconds).rounded() : 0
            lines.append("Recognised \(audioSeconds) s in \(seconds) s, \(Int(times)) times as fast as it was spoken:")
            lines.append(text.isEmpty ? "(no speech)" : text)
        }
        return lines.joined(separator: "\n")
    }
}

/// A second of silence as a WAV file: 16 kHz, one channel, 16 bits.
private struct SilentRecording {
    let file = FileManager.default.temporaryDirectory.appending(path: "rounds-silence-\(UUID().uuidString).wav")

    init() throws {
        let samples = Data(count: 32_000)
        var data = Data("RIFF".utf8)
        data.append(number: UInt32(36 + samples.count))
        data += Data("WAVEfmt ".utf8)
        data.append(number: UInt32(16))
        for field: UInt16 in [1, 1] { data.append(number: field) }
        for field: UInt32 in [16_000, 32_000] { data.append(number: field) }
        for field: UInt16 in [2, 16] { data.append(number: field) }
        data += Data("data".utf8)
        data.append(number: UInt32(samples.count))
        try (data + samples).write(to: file)
    }

    func remove() { try? FileManager.default.removeItem(at: file) }
}

extension Data {
    fileprivate mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
