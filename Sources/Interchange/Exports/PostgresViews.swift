import Registry
import SQLite
import Schema

/// The views of a registry in the SQL of PostgreSQL 15.
///
/// They are written so that both read them, but for where NULL sorts and for the names of two
/// functions: these are rewritten word by word. What PostgreSQL has no function for is made first.
enum PostgresViews {
  /// `max` and `min` of two texts, days reckoned as SQLite does, patterns of `GLOB`.
  static let functions = """
    CREATE FUNCTION max(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT CASE WHEN $1 COLLATE "C" >= $2 THEN $1 ELSE $2 END';
    CREATE FUNCTION min(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT CASE WHEN $1 COLLATE "C" <= $2 THEN $1 ELSE $2 END';
    CREATE FUNCTION max(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT greatest($1, $2)';
    CREATE FUNCTION max(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT max(max($1, $2), $3)';
    CREATE FUNCTION min(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT min(min($1, $2), $3)';
    CREATE FUNCTION max(text, text, text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT max(max($1, $2), max($3, $4))';
    CREATE FUNCTION min(text, text, text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT min(min($1, $2), min($3, $4))';
    CREATE FUNCTION strftime(text, text, text) RETURNS text LANGUAGE sql STABLE STRICT
      AS $$SELECT to_char(
        CASE
          WHEN $1 <> '%Y-%m-%d' THEN NULL
          WHEN $2 = 'now' THEN current_date
          WHEN length($2) = 10 THEN $2::date + $3::interval
        END, 'YYYY-MM-DD')$$;
    -- What SQLite's planner is told of a condition.
    CREATE FUNCTION unlikely(boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1';
    CREATE FUNCTION julianday(text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT
      AS 'SELECT CASE WHEN length($1) = 10 THEN extract(julian FROM $1::date) END::double precision';
    CREATE FUNCTION glob(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
      AS $$SELECT $2 ~ ('^' || replace($1, '*', '.*') || '$')$$;


    """

  /// Every view, each behind those that it asks.
  static func all(in registry: Registry) throws(RegistryError) -> [String] {
    var left: [(name: String, sql: String)] = []
    try registry.eachRow(
      // What guards the history of a file, and keeps what is derived, is of no use beside it.
      """
      SELECT name, sql FROM main.sqlite_schema
      WHERE type = 'view' AND name NOT IN (
        'history_rule', 'named_anew', 'service_anew', 'concurrent_sign', 'recorded_service',
        'neighbouring_service'
      )
      ORDER BY name
      """
    ) { (row) throws(RegistryError) in left.append((row[0] ?? "", row[1] ?? "")) }
    var translated: [String] = []
    while !left.isEmpty {
      let waiting = Set(left.map(\.name))
      let next =
        left.firstIndex { view in
          let tokens = SQLToken.all(in: view.sql)
          return tokens.indices.allSatisfy { index in
            let name = tokens[index].text
            // A column can be called as a view is.
            let isColumn = index > 0 && tokens[index - 1].text == "."
            return name == view.name || isColumn || !waiting.contains(name)
          }
        } ?? 0
      var rewriting = Rewriting(left.remove(at: next).sql)
      translated.append(rewriting.text())
    }
    return translated
  }

  /// One view, its words and what each becomes; what stands between them stays.
  private struct Rewriting {
    private let bytes: [UInt8]
    private let tokens: [SQLToken]
    private var words: [String]

    init(_ sql: String) {
      bytes = Array(sql.utf8)
      tokens = SQLToken.all(in: sql)
      words = tokens.map {
        String(decoding: Array(sql.utf8)[$0.offset..<($0.offset + $0.length)], as: UTF8.self)
      }
    }

    mutating func text() -> String {
      for index in tokens.indices {
        switch word(index) {
        case "group_concat": words[index] = "string_agg"
        case "char" where word(index + 1) == "(": words[index] = "chr"
        case "by" where word(index - 1) == "order": placeNulls(index + 1)
        default: break
        }
      }
      var text = ""
      var end = 0
      for (token, word) in zip(tokens, words) {
        text += String(decoding: bytes[end..<token.offset], as: UTF8.self) + word
        end = token.offset + token.length
      }
      return text
    }

    /// A token in lower case; nothing where there is none, or where it is a text.
    private func word(_ index: Int) -> String {
      guard tokens.indices.contains(index), tokens[index].kind != .text else { return "" }
      return tokens[index].text.lowercased()
    }

    /// NULL is the least of all in SQLite, and the greatest in PostgreSQL.
    private mutating func placeNulls(_ start: Int) {
      var depth = 0
      for index in tokens.indices[start...] {
        if word(index) == "(" { depth += 1 }
        let isLast =
          word(index + 1) == "limit" || word(index + 1) == ")" || index + 1 == tokens.count
        if depth == 0, isLast || word(index + 1) == "," {
          words[index] += word(index) == "desc" ? " NULLS LAST" : " NULLS FIRST"
        }
        if word(index) == ")" { depth -= 1 }
        if depth == 0, isLast { return }
      }
    }
  }
}
