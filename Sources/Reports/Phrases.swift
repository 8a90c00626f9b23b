import Registry
import SQLite

/// Pieces of SQL that every report is made of: names and labels in the language asked for.
struct Phrases {
  let language: Language

  /// `name_vi` or `name_en` of a table, the other one where it is empty.
  func name(of alias: SQL) -> SQL {
    switch language {
    case .english: "coalesce(\(raw: alias).name_en, \(raw: alias).name_vi)"
    case .vietnamese: "coalesce(\(raw: alias).name_vi, \(raw: alias).name_en)"
    }
  }

  /// A column of a view that has one for each language: `mission_name` gives `mission_name_vi`.
  func localized(_ column: SQL) -> SQL {
    switch language {
    case .english: "\(raw: column)_en"
    case .vietnamese: "\(raw: column)_vi"
    }
  }

  /// What a code is called; the code itself where no label is known.
  func label(_ list: SQL, of code: SQL) -> SQL {
    """
    coalesce(
      (SELECT \(raw: localized("name")) FROM code_label
       WHERE list = '\(raw: list)' AND code = \(raw: code)),
      \(raw: code)
    )
    """
  }
}
