/// Words that people take for columns, with the columns that hold it here.
enum EverydayWords {
  private static let table: [(words: Set<String>, columns: [String])] = [
    (
      ["country", "nation", "host", "host_country", "receiving_state", "quoc_gia", "nuoc"],
      ["receiver", "receiver_name_en", "receiver_name_vi", "iso_alpha2"]
    ),
    (
      ["country_name", "ten_nuoc", "ten_quoc_gia"],
      ["receiver_name_en", "receiver_name_vi", "receiver"]
    ),
    (["country_code", "iso", "iso_code", "iso2"], ["iso_alpha2", "receiver"]),
    (
      [
        "start", "start_date", "started", "startdate", "begin", "begin_date", "from_date",
        "date_from", "ngay_bat_dau", "bat_dau",
      ],
      ["began", "begins", "opened", "valid_from", "used_from", "since"]
    ),
    (
      [
        "end_date", "finish", "finished", "enddate", "to_date", "date_to", "until",
        "ngay_ket_thuc", "ket_thuc",
      ],
      ["ended", "ends", "closed", "valid_until", "used_until", "until"]
    ),
    (
      ["ambassador", "ambassador_name", "head", "head_of_mission", "envoy", "diplomat", "dai_su"],
      ["person", "person_name", "last_head"]
    ),
    (
      ["name", "full_name", "fullname", "ho_ten", "ten"],
      ["name", "person_name", "name_en", "name_vi", "mission_name_en", "mission_name_vi"]
    ),
    (["first_name", "firstname", "forename"], ["given_name"]),
    (["last_name", "lastname", "surname"], ["family_name"]),
    (["position", "job", "job_title", "chuc_vu"], ["title", "title_name_en", "title_name_vi"]),
    (["role"], ["title", "function"]),
    (["active", "is_active", "current", "is_current"], ["in_office", "status"]),
    (["date", "year", "ngay", "nam"], ["began", "ended", "begins", "ends"]),
    (["rank"], ["rank", "vienna_class", "title"]),
    (["city", "town", "location", "thanh_pho"], ["seat"]),
    (["sex", "gioi_tinh"], ["gender"]),
    (
      ["birthday", "birth_date", "birthdate", "date_of_birth", "dob", "birth", "ngay_sinh"],
      ["born"]
    ),
    (["death", "death_date", "date_of_death", "dod", "ngay_mat"], ["died"]),
    (["embassy", "mission_id", "co_quan"], ["mission"]),
    (["opening_date", "established", "founded", "open_date"], ["opened"]),
    (["closing_date", "close_date"], ["closed"]),
    (["nhiem_ky"], ["term"]),
    (["comment", "comments", "remark", "remarks", "notes", "ghi_chu"], ["note"]),
    (["type", "category", "loai"], ["kind", "mission_kind"]),
    (["duration", "tenure_days", "length"], ["tenure_days_least", "tenure_days_most"]),
  ]

  /// - Parameter word: in small letters, whatever marks it has.
  /// - Returns: nothing of a word that is none of them; the nearest column first.
  static func columns(for word: String) -> [String] {
    let plain = NameKey.searchKey(word).replacing(" ", with: "_")
    return table.first { $0.words.contains(word) || $0.words.contains(plain) }?.columns ?? []
  }

  private static let tables: [(words: Set<String>, table: String)] = [
    (
      ["country", "countries", "nation", "nations", "state", "states", "quoc_gia", "nuoc"], "party"
    ),
    (["people", "persons", "diplomat", "diplomats", "can_bo", "nguoi"], "person"),
    (
      ["embassy", "embassies", "consulate", "consulates", "co_quan", "dai_su_quan"],
      "mission"
    ),
    (["ambassador", "ambassadors", "head", "heads", "dai_su"], "incumbency"),
    (["appointment", "appointments", "assignment", "assignments"], "posting"),
    (["vacancies", "vacant", "vacant_missions"], "vacancy"),
    (["movements", "events", "event", "bien_dong"], "movement"),
    (["ranking", "protocol_order", "ngoi_thu"], "precedence"),
    (["reference", "references"], "source"),
  ]

  /// - Returns: `nil` of a word that is for none of the tables and views.
  static func table(for word: String) -> String? {
    let plain = NameKey.searchKey(word).replacing(" ", with: "_")
    return tables.first { $0.words.contains(word.lowercased()) || $0.words.contains(plain) }?.table
  }
}
