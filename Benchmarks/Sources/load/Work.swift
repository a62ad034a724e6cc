import Glibc

/// Milliseconds of every request and the first error, collected from all client threads.
final class Results: @unchecked Sendable {  // guarded by its mutex
    private var mutex = pthread_mutex_t()
    private(set) var milliseconds: [Double] = []
    private(set) var failures: [String] = []

    init() { pthread_mutex_init(&mutex, nil) }

    func add(_ times: [Double], failure: String?) {
        pthread_mutex_lock(&mutex)
        milliseconds += times
        if let failure { failures.append(failure) }
        pthread_mutex_unlock(&mutex)
    }
}

/// What one client thread does: push its keys in batches and check every verdict.
final class Work: Sendable {
    private let keys: ArraySlice<String>
    private let port: UInt16
    private let author: String
    private let batch: Int
    private let results: Results

    init(keys: ArraySlice<String>, port: UInt16, author: String, batch: Int, results: Results) {
        self.keys = keys
        self.port = port
        self.author = author
        self.batch = batch
        self.results = results
    }

    /// Runs on a thread of its own. Not started from main.swift, whose closures belong to the main actor.
    func start() -> pthread_t {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { pointer in
                Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        return thread
    }

    private func run() {
        var times: [Double] = []
        do {
            var device = Device(author: author, port: port)
            var connection = try Connection(port: port)
            defer { connection.close() }
            var index = keys.startIndex
            while index < keys.endIndex {
                let end = min(index + batch, keys.endIndex)
                let request = device.push(keys[index..<end])
                let started = seconds()
                let answer = try connection.exchange(request)
                times.append((seconds() - started) * 1000)
                let applied = occurrences(of: Array("\"verdict\":\"applied\"".utf8), in: answer.body)
                guard answer.status == 200, applied == end - index else {
                    let text = String(decoding: answer.body.prefix(400), as: UTF8.self)
                    return results.add(times, failure: "\(answer.status) \(text)")
                }
                index = end
            }
            results.add(times, failure: nil)
        } catch {
            results.add(times, failure: "\(error)")
        }
    }
}

func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func occurrences(of needle: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index + needle.count <= bytes.count {
        if bytes[index] == needle[0] && bytes[index..<(index + needle.count)].elementsEqual(needle) {
            count += 1
            index += needle.count
        } else {
            index += 1
        }
    }
    return count
}
