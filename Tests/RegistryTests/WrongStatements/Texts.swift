extension Wrong {
  /// Texts.
  static let ofTexts = [
    Wrong(
      "SELECT CONCAT(key, ' ', seat) FROM mission", at: "CONCAT",
      "Join texts by ||: x || ', ' || y.",
      vi: "Nối văn bản bằng ||: x || ', ' || y."),
    Wrong(
      "SELECT CONCAT_WS(', ', key, seat) FROM mission", at: "CONCAT_WS",
      "Write x || ', ' || y. A NULL makes all NULL: coalesce(x, '').",
      vi: "Hãy viết x || ', ' || y. Một NULL làm cả kết quả là NULL: coalesce(x, '')."),
    Wrong(
      "SELECT LISTAGG(name, ', ') WITHIN GROUP (ORDER BY name) FROM person", at: "LISTAGG",
      "Sort in a subquery: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y).",
      vi:
        "Hãy sắp xếp trong truy vấn con: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y)."
    ),
    Wrong(
      "SELECT LISTAGG(name, ', ') FROM person", at: "LISTAGG",
      "Sort in a subquery: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y).",
      vi:
        "Hãy sắp xếp trong truy vấn con: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y)."
    ),
    Wrong(
      "SELECT STRING_AGG(name, ', ') FROM person", at: "STRING_AGG",
      "Write group_concat(x, ', ').",
      vi: "Hãy viết group_concat(x, ', ')."),
    Wrong(
      "SELECT GROUP_CONCAT(name SEPARATOR '; ') FROM person", at: "SEPARATOR",
      "Give the separator as second argument: group_concat(x, ', ').",
      vi: "Đưa dấu phân cách làm đối số thứ hai: group_concat(x, ', ')."),
    Wrong(
      "SELECT ARRAY_AGG(name) FROM person", at: "ARRAY_AGG",
      "Write json_group_array(x).",
      vi: "Hãy viết json_group_array(x)."),
    Wrong(
      "SELECT JSON_OBJECT_AGG(key, name) FROM person", at: "JSON_OBJECT_AGG",
      "Write json_group_object(x, y).",
      vi: "Hãy viết json_group_object(x, y)."),
    Wrong(
      "SELECT JSON_VALUE(note, '$.a') FROM person", at: "JSON_VALUE",
      "Write json_extract(x, '$.a').",
      vi: "Hãy viết json_extract(x, '$.a')."),
    Wrong(
      "SELECT LEN(name) FROM person", at: "LEN",
      "Write length(x).",
      vi: "Hãy viết length(x)."),
    Wrong(
      "SELECT UCASE(name) FROM person", at: "UCASE",
      "Write upper(x) or lower(x).",
      vi: "Hãy viết upper(x) hoặc lower(x)."),
    Wrong(
      "SELECT LEFT(name, 3) FROM person", at: "LEFT",
      "Write substr(x, 1, 3).",
      vi: "Hãy viết substr(x, 1, 3)."),
    Wrong(
      "SELECT name FROM person WHERE RIGHT(name, 4) = 'Hùng'", at: "RIGHT",
      "Write substr(x, -3).",
      vi: "Hãy viết substr(x, -3)."),
    Wrong(
      "SELECT MID(name, 1, 3) FROM person", at: "MID",
      "Write substr(x, 1, 3).",
      vi: "Hãy viết substr(x, 1, 3)."),
    Wrong(
      "SELECT SUBSTRING(name FROM 1 FOR 3) FROM person", at: "FROM",
      "Write substr(x, 1, 3).",
      vi: "Hãy viết substr(x, 1, 3)."),
    Wrong(
      "SELECT CHARINDEX('a', name) FROM person", at: "CHARINDEX",
      "Write instr(x, 'a').",
      vi: "Hãy viết instr(x, 'a')."),
    Wrong(
      "SELECT POSITION('a' IN name) FROM person", at: "POSITION",
      "Write instr(x, 'a').",
      vi: "Hãy viết instr(x, 'a')."),
    Wrong(
      "SELECT LPAD(key, 20, ' ') FROM person", at: "LPAD",
      "Write printf('%20s', x) or printf('%-20s', x).",
      vi: "Hãy viết printf('%20s', x) hoặc printf('%-20s', x)."),
    Wrong(
      "SELECT REPEAT('x', 3)", at: "REPEAT",
      "Write printf('%.*c', 3, 'x').",
      vi: "Hãy viết printf('%.*c', 3, 'x')."),
    Wrong(
      "SELECT ASCII(name) FROM person", at: "ASCII",
      "Write unicode(x).",
      vi: "Hãy viết unicode(x)."),
    Wrong(
      "SELECT CHR(65)", at: "CHR",
      "Write char(65).",
      vi: "Hãy viết char(65)."),
    Wrong(
      "SELECT TRIM(BOTH ' ' FROM name) FROM person", at: "' '",
      "Write trim(x, ' '), ltrim(x, ' ') or rtrim(x, ' ').",
      vi: "Hãy viết trim(x, ' '), ltrim(x, ' ') hoặc rtrim(x, ' ')."),
    Wrong(
      "SELECT SPLIT_PART(name, ' ', 1) FROM person", at: "SPLIT_PART",
      "Write substr(x, 1, instr(x || ' ', ' ') - 1).",
      vi: "Hãy viết substr(x, 1, instr(x || ' ', ' ') - 1)."),
    Wrong(
      "SELECT UNACCENT(name) FROM person", at: "UNACCENT",
      "Write name_fold(x).",
      vi: "Hãy viết name_fold(x)."),
    Wrong(
      "SELECT name FROM person ORDER BY name COLLATE utf8mb4_unicode_ci", at: "utf8mb4_unicode_ci",
      "ORDER BY person_sort_key (in person: sort_key) sorts as Vietnamese and English do.",
      vi:
        "ORDER BY person_sort_key (trong person: sort_key) xếp đúng thứ tự tiếng Việt và tiếng Anh."
    ),
    Wrong(
      #"SELECT name FROM person ORDER BY name COLLATE "vi_VN""#, at: #""vi_VN""#,
      "ORDER BY person_sort_key (in person: sort_key) sorts as Vietnamese and English do.",
      vi:
        "ORDER BY person_sort_key (trong person: sort_key) xếp đúng thứ tự tiếng Việt và tiếng Anh."
    ),
  ]

  /// What SQLite takes from 3.44 on.
  static let ofOldSQLite = [
    Wrong(
      "SELECT GROUP_CONCAT(name ORDER BY name SEPARATOR '; ') FROM person", at: "ORDER",
      "Sort in a subquery: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y).",
      vi:
        "Hãy sắp xếp trong truy vấn con: SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y)."
    )
  ]
}
