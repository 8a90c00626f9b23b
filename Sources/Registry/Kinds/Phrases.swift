package import SQLite

/// Pieces of SQL that every report is made of: names and labels in the language asked for.
package struct Phrases: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  /// `name_vi` or `name_en` of a table, the other one where it is empty.
  package func name(of alias: SQL) -> SQL {
    switch language {
    case .english: "coalesce(\(raw: alias).name_en, \(raw: alias).name_vi)"
    case .vietnamese: "coalesce(\(raw: alias).name_vi, \(raw: alias).name_en)"
    }
  }

  /// The English name of a party within a sentence: "the United Kingdom".
  package static func englishInText(of party: SQL) -> SQL {
    """
    coalesce(
      CASE WHEN \(raw: party).has_article THEN 'the ' ELSE '' END || \(raw: party).name_en,
      \(raw: party).name_vi
    )
    """
  }

  /// A column of a view that has one for each language: `mission_name` gives `mission_name_vi`.
  package func localized(_ column: SQL) -> SQL {
    switch language {
    case .english: "\(raw: column)_en"
    case .vietnamese: "\(raw: column)_vi"
    }
  }

  /// Behind a day that is not the decision's own but that of its handing over.
  package var handedOver: String { language == .english ? " (handed over)" : " (trao QĐ)" }

  /// How it stands with a tenure: why it ended, else what is known of the end or said of the day.
  package func standing(of tenure: SQL) -> SQL {
    """
    coalesce(
      (SELECT \(raw: localized("name")) FROM end_reason WHERE key = \(raw: tenure).end_reason),
      CASE
        WHEN \(raw: tenure).ended_by IN ('serving', 'ended', 'not-begun')
          THEN \(raw: label("tenure.status", of: "\(raw: tenure).status"))
        ELSE \(raw: label("tenure.ended_by", of: "\(raw: tenure).ended_by"))
      END
    )
    """
  }

  /// What a code is called; the code itself where no label is known.
  ///
  /// - Parameter list: the table and the column that hold such codes.
  package func label(_ list: String, of code: SQL) -> SQL {
    """
    coalesce(
      (SELECT \(raw: localized("name")) FROM code_label
       WHERE list = \(text: list) AND code = \(raw: code)),
      \(raw: code)
    )
    """
  }
}
