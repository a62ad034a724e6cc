import Kernel

/// Something that was found.
package struct TextHit: Hashable, Sendable {
    package let key: String
    package let scope: String
    /// Only for comparing with others of the same search; more is better.
    package let score: Int64
    /// The words around, what was looked for marked.
    package let snippet: [TextPiece]
}

/// A page of what was found, the best first.
package struct TextHits: Hashable, Sendable {
    package let hits: [TextHit]
    /// Where the next page begins; nil at the end.
    package let next: String?
    package let total: Int
    /// Whether there is more than `total`: a search looks at the newest thousand entries that fit and ranks these.
    package let isMore: Bool
}

extension TextIndex {
    /// So many entries are ranked at most, and no more of their text than this many bytes.
    private static let candidates = 1_000
    private static let candidateBytes = 600_000
    /// So many are looked at while those are sought that may be seen.
    private static let seenCandidates = 5_000
    /// Above this many occurrences a word is simply common.
    private static let countedFrequency = 2_000
    /// Up to this many scopes are searched one by one, the newest first.
    private static let fewScopes = 64

    package typealias Visible = (_ keys: [String]) throws -> Set<String>

    /// Entries in which all of the query occurs. Never fails because of what the query says.
    /// - Parameters:
    ///   - allowed: the scopes to look in; nil for all
    ///   - visible: which of some keys the reader may see, where that is not decided by the scope alone
    ///   - limit: at most so many hits
    ///   - cursor: `next` of the page before
    /// Throws `InvalidInput` for a cursor that is none.
    package func search(
        _ query: TextQuery, scopes allowed: Set<String>? = nil, visible: Visible? = nil, limit: Int = 20,
        after cursor: String? = nil, _ reader: any Reader
    ) throws -> TextHits {
        let after = try cursor.map(Position.init(cursor:))
        guard !query.isEmpty, allowed?.isEmpty != true else {
            return TextHits(hits: [], next: nil, total: 0, isMore: false)
        }
        try plan(reader)
        let (found, isMore) = try candidates(query, allowed, visible, reader)
        let ranking = try ranking(query, reader)
        var best: [String: Ranked] = [:]
        for candidate in found {
            let ranked = Ranked(candidate, query, ranking)
            if best[candidate.key].map({ $0.position < ranked.position }) ?? true { best[candidate.key] = ranked }
        }
        let ordered = best.values.sorted { $0.position > $1.position }
        let rest = after.map { after in ordered.drop { $0.position >= after } } ?? ordered[...]
        let page = rest.prefix(max(limit, 1))
        let names = try scopeNames(page.map(\.candidate.scopeNumber), reader)
        return TextHits(
            hits: page.map { $0.hit(scope: names[$0.candidate.scopeNumber] ?? "") },
            next: page.count < rest.count ? page.last?.position.cursor : nil, total: ordered.count, isMore: isMore)
    }

    /// The scopes that have or had entries.
    package func knownScopes(_ reader: any Reader) throws -> Set<String> {
        Set(try reader.fetchAll(String.self, "SELECT scope FROM \(scopes)"))
    }

    private struct Candidate: Decodable {
        let id: Int64
        let key: String
        let body: String
        var scopeNumber: Int64 { id >> TextIndex.scopeBits }
    }

    /// Better is greater; among equals the newer scope, and in a scope the earlier entry.
    private struct Position: Comparable {
        let score: Int64
        let id: Int64

        init(score: Int64, id: Int64) { (self.score, self.id) = (score, id) }

        init(cursor: String) throws {
            let parts = cursor.split(separator: ".").map { Int64($0) }
            guard parts.count == 2, let score = parts[0], let id = parts[1] else {
                throw InvalidInput("cursor", code: "invalid_cursor", "This is not a cursor of a page of results.")
            }
            self.init(score: score, id: id)
        }

        var cursor: String { "\(score).\(id)" }

        static func < (left: Position, right: Position) -> Bool {
            if left.score != right.score { return left.score < right.score }
            let (one, other) = (left.id >> TextIndex.scopeBits, right.id >> TextIndex.scopeBits)
            return one == other ? left.id > right.id : one < other
        }
    }

    private struct Ranked {
        let candidate: Candidate
        let position: Position
        private let tokens: [TextToken]
        private let places: [Range<Int>]

        init(_ candidate: Candidate, _ query: TextQuery, _ ranking: TextRanking) {
            self.candidate = candidate
            tokens = TextToken.all(of: candidate.body)
            let places = query.clauses.map { [tokens] in $0.places(in: tokens) }
            self.places = places.flatMap(\.self)
            position = Position(
                score: ranking.score(counts: places.map(\.count), words: tokens.count), id: candidate.id)
        }

        func hit(scope: String) -> TextHit {
            TextHit(
                key: candidate.key, scope: scope, score: position.score,
                snippet: TextSnippet.pieces(of: candidate.body, tokens, places))
        }
    }

    /// The newest entries that fit and may be seen, and whether there are more.
    private func candidates(
        _ query: TextQuery, _ allowed: Set<String>?, _ visible: Visible?, _ reader: any Reader
    ) throws -> ([Candidate], Bool) {
        var found: [Candidate] = []
        var bytes = 0
        var seen = 0
        for range in try ranges(allowed, reader) {
            var below = Int64.max
            while true {
                let limit = Self.candidates + 1 - found.count
                let rows = try reader.fetchAll(
                    Candidate.self, matches(query, range, below: below, limit: limit, reader.engine))
                let keys = try visible.map { try $0(rows.map(\.key)) }
                for row in rows where keys?.contains(row.key) ?? true {
                    guard found.count < Self.candidates, bytes < Self.candidateBytes else { return (found, true) }
                    found.append(row)
                    bytes += row.body.utf8.count
                }
                seen += rows.count
                guard rows.count == limit, let last = rows.last else { break }
                guard seen < Self.seenCandidates else { return (found, true) }
                below = last.id
            }
        }
        return (found, false)
    }

    /// Conditions on `id` that together say where to look, the newest first.
    private func ranges(_ allowed: Set<String>?, _ reader: any Reader) throws -> [SQL] {
        guard let allowed else { return ["1 = 1"] }
        let numbers: [Int64]
        if allowed.count <= Self.fewScopes {
            numbers = try reader.fetchAll(
                Int64.self, "SELECT number FROM \(scopes) WHERE scope IN \(list: allowed) ORDER BY number DESC")
            return numbers.map { "id BETWEEN \(Self.ids($0).lowerBound) AND \(Self.ids($0).upperBound)" }
        }
        numbers = try reader.fetchAll("SELECT number, scope FROM \(scopes)").compactMap { row in
            row["scope"].text.map(allowed.contains) == true ? row["number"].integer : nil
        }
        return ["id >> \(raw: "\(Self.scopeBits)") IN \(list: numbers)"]
    }

    /// PostgreSQL must see the words before it plans: rare ones want the words' index, common ones the entries' in their
    /// order, and a plan for any query takes the wrong one of the two.
    private func plan(_ reader: any Reader) throws {
        guard reader.engine == .postgres else { return }
        _ = try reader.rows("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
    }

    private func matches(_ query: TextQuery, _ range: SQL, below: Int64, limit: Int, _ engine: Engine) -> SQL {
        let match = query.match(engine)
        return switch engine {
        case .sqlite:
            """
            SELECT entry.id, entry.key, entry.body
            FROM (SELECT rowid AS id FROM \(words) WHERE \(words) MATCH \(match) AND \(range.onRowID)
                    AND rowid < \(below)
                ORDER BY rowid DESC LIMIT \(limit)) AS found
            JOIN \(entries) AS entry ON entry.id = found.id ORDER BY entry.id DESC
            """
        case .postgres:
            """
            SELECT id, key, body FROM \(entries) WHERE vector @@ CAST(\(match) AS TSQUERY) AND \(range) AND id < \(below)
            ORDER BY id DESC LIMIT \(limit)
            """
        }
    }

    private func ranking(_ query: TextQuery, _ reader: any Reader) throws -> TextRanking {
        let row = try reader.fetchOne("SELECT entries, words FROM \(size)")
        let entries = row?["entries"].integer ?? 0
        // a single clause weighs the same everywhere, whatever its frequency
        let frequencies = query.clauses.count == 1 ? [0] : try query.clauses.map { try frequency($0, reader) }
        return TextRanking(entries: entries, words: row?["words"].integer ?? 0, frequencies: frequencies)
    }

    /// In how many entries the rarest word of a clause stands, counted no further than needed.
    private func frequency(_ clause: TextQuery.Clause, _ reader: any Reader) throws -> Int {
        var lowest = Self.countedFrequency
        for term in clause.isPrefix ? clause.terms.dropLast() : clause.terms[...] {
            let word = TextQuery.Clause(terms: [term], isPrefix: false)
            let matching: SQL =
                reader.engine == .sqlite
                ? "\(words) WHERE \(words) MATCH \(word.fts5)"
                : "\(entries) WHERE vector @@ CAST(\(word.tsquery) AS TSQUERY)"
            let count = try reader.integer("SELECT COUNT(*) FROM (SELECT 1 FROM \(matching) LIMIT \(lowest)) AS found")
            lowest = min(lowest, Int(count ?? 0))
        }
        return lowest
    }

    private func scopeNames(_ numbers: [Int64], _ reader: any Reader) throws -> [Int64: String] {
        let rows = try reader.fetchAll("SELECT number, scope FROM \(scopes) WHERE number IN \(list: Set(numbers))")
        return Dictionary(
            rows.compactMap { row in row["number"].integer.flatMap { number in row["scope"].text.map { (number, $0) } }
            },
            uniquingKeysWith: { first, _ in first })
    }
}

extension SQL {
    /// A condition on `id` for a table whose key is `rowid`.
    fileprivate var onRowID: SQL {
        var sql = self
        sql.text = text.replacing("id ", with: "rowid ", maxReplacements: 1)
        return sql
    }
}
