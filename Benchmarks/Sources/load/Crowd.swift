import Glibc

/// What one phone of a crowd met.
struct Admitted {
    /// Of the attempt that was let in, in milliseconds.
    var milliseconds = 0.0
    var refusals = 0
    var slowestRefusal = 0.0
    var failure: String?
}

/// Many phones that push at the same instant, each under its own account, and come back as the app does when they are told to.
final class Crowd: @unchecked Sendable {  // guarded by its mutex
    private let port: UInt16
    private let people: [(author: String, token: String)]
    private let keys: [ArraySlice<String>]
    private var startLine = pthread_barrier_t()
    private var mutex = pthread_mutex_t()
    private(set) var results: [Admitted] = []

    /// - Parameter people: `author token`, one line for each phone; the keys are shared out among them
    init(port: UInt16, people: [String], keys: [String]) {
        self.port = port
        self.people = people.map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words[1])
        }
        let share = keys.count / people.count
        self.keys = people.indices.map { keys[($0 * share)..<(($0 + 1) * share)] }
        pthread_mutex_init(&mutex, nil)
        pthread_barrier_init(&startLine, nil, UInt32(people.count + 1))
    }

    /// - Returns: seconds from the start of all to the last answer
    func run() -> Double {
        let threads = people.indices.map { start($0) }
        pthread_barrier_wait(&startLine)
        let started = seconds()
        for thread in threads { pthread_join(thread, nil) }
        return seconds() - started
    }

    private func start(_ index: Int) -> pthread_t {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Phone(crowd: self, index: index)).toOpaque()
        pthread_create(
            &thread, nil,
            { pointer in
                let phone = Unmanaged<Phone>.fromOpaque(pointer!).takeRetainedValue()
                phone.crowd.keep(phone.crowd.push(phone.index))
                return nil
            }, work)
        return thread
    }

    private final class Phone {
        let crowd: Crowd
        let index: Int

        init(crowd: Crowd, index: Int) {
            self.crowd = crowd
            self.index = index
        }
    }

    private func keep(_ result: Admitted) {
        pthread_mutex_lock(&mutex)
        results.append(result)
        pthread_mutex_unlock(&mutex)
    }

    private func push(_ index: Int) -> Admitted {
        var result = Admitted()
        let (author, token) = people[index]
        var device = Device(author: author, port: port, token: token)
        let request = device.push(keys[index])
        do {
            var connection = try Connection(port: port)
            defer { connection.close() }
            pthread_barrier_wait(&startLine)
            while true {
                let started = seconds()
                let answer = try connection.exchange(request)
                let time = (seconds() - started) * 1000
                guard answer.status == 503, let wait = answer.retryAfter, result.refusals < 100 else {
                    let applied = occurrences(of: Array("\"verdict\":\"applied\"".utf8), in: answer.body)
                    if answer.status != 200 || applied != keys[index].count {
                        result.failure = "\(answer.status) \(String(decoding: answer.body.prefix(400), as: UTF8.self))"
                    }
                    result.milliseconds = time
                    return result
                }
                result.slowestRefusal = max(result.slowestRefusal, time)
                // as web/sync/backoff.js: full jitter on top of what the server asked for
                let ceiling = min(300, Double(1 << min(result.refusals, 20)))
                result.refusals += 1
                usleep(UInt32((Double(wait) + Double.random(in: 0..<ceiling)) * 1_000_000))
            }
        } catch {
            result.failure = "\(error)"
            return result
        }
    }
}
