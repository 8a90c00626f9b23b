package import Registry
import SQLite

/// The metadata that Datasette reads beside a database (docs.datasette.io, "Metadata" and
/// "Canned queries").
package enum DatasetteMetadata {
  /// JSON made by SQLite's own functions; keys in the order of their names.
  package static func text(
    of registry: Registry, in language: Language
  ) throws(RegistryError) -> String {
    let about: SQL = language == .vietnamese ? "about_vi" : "about_en"
    let name = SQL(name: "title_\(language.rawValue)")
    let title =
      language == .vietnamese ? "Sổ các cơ quan đại diện ở nước ngoài" : "Missions abroad"
    return try registry.value(
      """
      SELECT json_object(
        'title', \(title),
        'databases', json_object(
          \(databaseName(registry.path)), json_object(
            'queries', (
              SELECT json_group_object(name, json_object(
                'sql', sql,
                'title', coalesce(\(raw: name), title_en, title_vi, name),
                'description', coalesce(\(raw: about), about_en, about_vi),
                'params', (
                  SELECT json_group_array(name) FROM (
                    SELECT name FROM kept_query_parameter WHERE query = q.name ORDER BY place
                  )
                )
              ))
              FROM (SELECT * FROM kept_query ORDER BY name) AS q
            ),
            'tables', (
              SELECT json_group_object(object_name, json_object(
                'description', \(raw: about),
                'columns', json((
                  SELECT json_group_object(column_name, words) FROM (
                    SELECT column_name, \(raw: about) AS words FROM schema_comment
                    WHERE object_name = t.object_name AND column_name <> ''
                  )
                ))
              ))
              FROM (
                SELECT * FROM schema_comment
                WHERE column_name = '' AND object_name IN (SELECT name FROM sqlite_schema)
              ) AS t
            )
          )
        )
      )
      """, as: String.self) ?? "{}"
  }

  /// Datasette calls a database by its file, without the ending.
  private static func databaseName(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
