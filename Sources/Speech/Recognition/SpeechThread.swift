import Dispatch
import Foundation
import Synchronization

/// The one thread of the process on which speech is recognised. Recognising one window takes seconds of computing: on
/// the cooperative threads it would hold up every request. The threads that whisper.cpp starts inherit its low
/// priority, so that the register stays quick while a lecture is transcribed.
final class SpeechThread: SerialExecutor {
    static let shared = SpeechThread()
    /// nice(2) of the thread and of ffmpeg.
    static let niceness = 15

    private let jobs = Mutex<[UnownedJob]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    private init() {
        let thread = Thread { [self] in
            // Linux counts priorities by thread, and 0 is the calling one.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Int32(Self.niceness))
            while true {
                arrivals.wait()
                let job = jobs.withLock { $0.removeFirst() }
                job.runSynchronously(on: asUnownedSerialExecutor())
            }
        }
        thread.name = "speech"
        // whisper.cpp builds its graphs on the stack of its caller
        thread.stackSize = 8 << 20
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        arrivals.signal()
    }
}
