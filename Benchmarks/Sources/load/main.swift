import Glibc

// load PORT AUTHOR KEYS-FILE CLIENTS BATCH
//
// Each client pushes its share of the keys in batches of BATCH, one request after the other, and checks that every
// verdict is "applied". Prints one JSON object: marks, seconds, marks a second, and milliseconds per request as percentiles.
//
// load crowd PORT PEOPLE-FILE KEYS-FILE
//
// Each person (a line of author and token) pushes its share of the keys in one request, all at the same instant, and again
// when it is refused. Prints milliseconds of the attempts that were let in as percentiles, and how many were refused.

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

func percentile(_ share: Double, of values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

func crowd(port: UInt16, people: [String], keys: [String]) {
    let crowd = Crowd(port: port, people: people, keys: keys)
    let elapsed = crowd.run()
    let failures = crowd.results.compactMap(\.failure)
    if let failure = failures.first { say("load: \(failures.count) of \(people.count) failed: \(failure)") }
    let times = crowd.results.map(\.milliseconds)
    print(
        """
        {"errors": \(failures.count), "refused": \(crowd.results.reduce(0) { $0 + $1.refusals }), \
        "slowestRefusal": \(rounded(crowd.results.map(\.slowestRefusal).max() ?? 0)), \
        "seconds": \(rounded(elapsed)), "p50": \(rounded(percentile(0.5, of: times))), \
        "p99": \(rounded(percentile(0.99, of: times)))}
        """)
}

func steady(port: UInt16, author: String, keys: [String], clients: Int, batch: Int) {
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
    if let failure = results.failures.first {
        say("load: \(results.failures.count) of \(clients) clients failed: \(failure)")
        exit(1)
    }
    let times = results.milliseconds
    print(
        """
        {"marks": \(keys.count), "clients": \(clients), "batch": \(batch), "seconds": \(rounded(elapsed)), \
        "marksPerSecond": \(Int(Double(keys.count) / elapsed)), "p50": \(rounded(percentile(0.5, of: times))), \
        "p95": \(rounded(percentile(0.95, of: times))), "p99": \(rounded(percentile(0.99, of: times)))}
        """)
}

let arguments = CommandLine.arguments
if arguments.count == 5, arguments[1] == "crowd", let port = UInt16(arguments[2]) {
    crowd(port: port, people: lines(of: arguments[3]), keys: lines(of: arguments[4]))
} else if arguments.count == 6, let port = UInt16(arguments[1]), let clients = Int(arguments[4]),
    let batch = Int(arguments[5])
{
    steady(port: port, author: arguments[2], keys: lines(of: arguments[3]), clients: clients, batch: batch)
} else {
    say("usage: load PORT AUTHOR KEYS-FILE CLIENTS BATCH\n       load crowd PORT PEOPLE-FILE KEYS-FILE")
    exit(2)
}
