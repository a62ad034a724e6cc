/// UTF-8 text that waits to be cut into records, with room behind it for loads of whole words.
struct TextBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    /// Bytes behind the text that may be loaded.
    static let margin = 64

    init(capacity: Int = 1 << 19) {
        self.capacity = capacity
        base = .allocate(capacity: capacity + Self.margin)
        base.initialize(repeating: 0, count: capacity + Self.margin)
    }

    deinit { base.deallocate() }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(to: count + bytes.count) }
        UnsafeMutableRawPointer(base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        Array(bytes).withUnsafeBytes { append($0) }
    }

    /// Has `write` put up to `count` bytes behind the text; it gives their true number.
    mutating func extend(by count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        if self.count + count > capacity { grow(to: self.count + count) }
        self.count += write(base + self.count)
    }

    /// Forgets the text before `offset`.
    mutating func drop(_ offset: Int) {
        guard offset > 0 else { return }
        base.update(from: base + offset, count: count - offset)
        count -= offset
    }

    private mutating func grow(to needed: Int) {
        capacity = max(capacity * 2, needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.margin)
        larger.initialize(repeating: 0, count: capacity + Self.margin)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
