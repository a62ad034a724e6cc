import Glibc

// load PORT AUTHOR KEYS-FILE CLIENTS BATCH
//
// Each client pushes its share of the keys in batches of BATCH, one request after the other, and checks that every
// verdict is "applied". Prints one JSON object: marks, seconds, marks a second, and milliseconds per request as percentiles.

/// Standard error by its descriptor: the C variable is shared mutable state to Swift 6.
func say(_ sentence: String) {
    let bytes = Array("\(sentence)\n".utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress!, $0.count) }
}

func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { text += chunk.prefix(count) }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
}

let arguments = CommandLine.arguments
guard arguments.count == 6, let port = UInt16(arguments[1]), let clients = Int(arguments[4]),
    let batch = Int(arguments[5])
else {
    say("usage: load PORT AUTHOR KEYS-FILE CLIENTS BATCH")
    exit(2)
}
let author = arguments[2]
let keys = lines(of: arguments[3])
let results = Results()

let started = seconds()
var threads: [pthread_t] = []
let share = (keys.count + clients - 1) / clients
for client in 0..<clients {
    let mine = keys[min(client * share, keys.count)..<min((client + 1) * share, keys.count)]
    threads.append(Work(keys: mine, port: port, author: author, batch: batch, results: results).start())
}
for thread in threads { pthread_join(thread, nil) }
let elapsed = seconds() - started

let sorted = results.milliseconds.sorted()
func percentile(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}
func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
if let failure = results.failures.first {
    say("load: \(results.failures.count) of \(clients) clients failed: \(failure)")
    exit(1)
}
print(
    """
    {"marks": \(keys.count), "clients": \(clients), "batch": \(batch), "seconds": \(rounded(elapsed)), \
    "marksPerSecond": \(Int(Double(keys.count) / elapsed)), "p50": \(rounded(percentile(0.5))), \
    "p95": \(rounded(percentile(0.95))), "p99": \(rounded(percentile(0.99)))}
    """)
