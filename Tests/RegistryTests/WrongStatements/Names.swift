extension Wrong {
  /// Names that are not there, or twice.
  static let ofNames = [
    Wrong(
      "SELECT person_name FROM mission", at: "person_name",
      "person_name is in incumbency, incumbent and term_roster. For the first add: JOIN incumbency ON incumbency.mission = mission.key",
      vi:
        "person_name nằm trong incumbency, incumbent và term_roster. Với cái đầu, hãy thêm: JOIN incumbency ON incumbency.mission = mission.key"
    ),
    Wrong(
      "SELECT m.person_name FROM mission AS m", at: "m.person_name",
      "person_name is in incumbency, incumbent and term_roster. For the first add: JOIN incumbency ON incumbency.mission = m.key",
      vi:
        "person_name nằm trong incumbency, incumbent và term_roster. Với cái đầu, hãy thêm: JOIN incumbency ON incumbency.mission = m.key"
    ),
    Wrong(
      "SELECT seat FROM posting AS p", at: "seat",
      "seat is in mission. Add: JOIN mission ON mission.key = p.mission",
      vi: "seat nằm trong mission. Hãy thêm: JOIN mission ON mission.key = p.mission"),
    Wrong(
      "SELECT gender FROM incumbency", at: "gender",
      "gender is in person and term_roster. For the first add: JOIN person ON person.key = incumbency.person",
      vi:
        "gender nằm trong person và term_roster. Với cái đầu, hãy thêm: JOIN person ON person.key = incumbency.person"
    ),
    Wrong(
      "SELECT iso_alpha2 FROM mission", at: "iso_alpha2",
      "iso_alpha2 is in party. Add: JOIN party ON party.key = mission.receiver",
      vi: "iso_alpha2 nằm trong party. Hãy thêm: JOIN party ON party.key = mission.receiver"),
    Wrong(
      "SELECT mission_name_vi FROM posting", at: "mission_name_vi",
      "mission_name_vi is name_vi in mission. Add: JOIN mission ON mission.key = posting.mission",
      vi:
        "mission_name_vi là name_vi trong mission. Hãy thêm: JOIN mission ON mission.key = posting.mission"
    ),
    Wrong(
      "SELECT name FROM incumbency", at: "name",
      "name is in person. Add: JOIN person ON person.key = incumbency.person",
      vi: "name nằm trong person. Hãy thêm: JOIN person ON person.key = incumbency.person"),
    Wrong(
      "SELECT name FROM mission", at: "name",
      "mission has name_en, name_vi.",
      vi: "mission có name_en, name_vi."),
    Wrong(
      "SELECT key FROM incumbency", at: "key",
      "incumbency has no key of its own; it has those of accreditation, posting, mission, person, receiver.",
      vi:
        "incumbency không có mã riêng; nó có mã của accreditation, posting, mission, person, receiver."
    ),
    Wrong(
      "SELECT day FROM incumbency", at: "day",
      "day is in asked_day and known_day. For the first add: CROSS JOIN asked_day",
      vi: "day nằm trong asked_day và known_day. Với cái đầu, hãy thêm: CROSS JOIN asked_day"),
    Wrong(
      "SELECT subject FROM posting", at: "subject",
      "subject is in document. Write FROM document.",
      vi: "subject nằm trong document. Hãy viết FROM document."),
    Wrong(
      "SELECT person_name", at: "person_name",
      "person_name is in incumbency, incumbent and term_roster. Write FROM incumbency.",
      vi: "person_name nằm trong incumbency, incumbent và term_roster. Hãy viết FROM incumbency."),
    Wrong(
      "SELECT misson FROM incumbent", at: "misson",
      "Did you mean mission?",
      vi: "Có phải ý bạn là mission?"),
    Wrong(
      "SELECT i.persn_name FROM incumbent AS i", at: "persn_name",
      "Did you mean person_name?",
      vi: "Có phải ý bạn là person_name?"),
    Wrong(
      #"SELECT "misson" FROM incumbent"#, at: #""misson""#,
      "Did you mean mission?",
      vi: "Có phải ý bạn là mission?"),
    Wrong(
      "SELECT mission AS place FROM incumbent ORDER BY plase", at: "plase",
      "Did you mean place?",
      vi: "Có phải ý bạn là place?"),
    Wrong(
      "SELECT p.seat FROM posting AS p JOIN mission AS m ON m.key = p.mission", at: "p.seat",
      "seat is in m (mission): write m.seat.",
      vi: "seat có trong m (mission): hãy viết m.seat."),
    Wrong(
      "SELECT key FROM mission AS m JOIN posting AS p ON p.mission = m.key", at: "key",
      "key is in m (mission) and p (posting): write m.key or p.key.",
      vi: "key có trong m (mission) và p (posting): hãy viết m.key hoặc p.key."),
    Wrong(
      "SELECT key FROM mission, posting, person", at: "key",
      "key is in mission, posting and person: write mission.key, posting.key or person.key.",
      vi:
        "key có trong mission, posting và person: hãy viết mission.key, posting.key hoặc person.key."
    ),
    Wrong(
      "SELECT m.key FROM mission AS m JOIN mission AS m", at: "m.key",
      "Two tables have one name here. Give each its own: FROM mission AS m JOIN mission AS n.",
      vi:
        "Ở đây hai bảng trùng tên. Hãy đặt tên riêng cho mỗi bảng: FROM mission AS m JOIN mission AS n."
    ),
    Wrong(
      "SELECT mission.key FROM mission AS m", at: "mission.key",
      "mission is called m here: write m.key.",
      vi: "Ở đây mission được gọi là m: hãy viết m.key."),
    Wrong(
      "SELECT m.key FROM mission m WHERE mission.seat = 'Paris'", at: "mission.seat",
      "mission is called m here: write m.seat.",
      vi: "Ở đây mission được gọi là m: hãy viết m.seat."),
    Wrong(
      "SELECT mission.* FROM mission AS m", at: "mission",
      "mission is called m here: write m.*.",
      vi: "Ở đây mission được gọi là m: hãy viết m.*."),
    Wrong(
      "SELECT x.key FROM mission AS m", at: "x.key",
      "Nothing is called x here. There is m (mission).",
      vi: "Ở đây không có gì tên là x. Có m (mission)."),
    Wrong(
      "SELECT x.* FROM mission AS m", at: "x",
      "Nothing is called x here. There is m (mission).",
      vi: "Ở đây không có gì tên là x. Có m (mission)."),
    Wrong(
      "SELECT missions.key FROM mission", at: "missions.key",
      "Did you mean mission.key?",
      vi: "Có phải ý bạn là mission.key?"),
    Wrong(
      "SELECT title.name_en FROM posting", at: "title.name_en",
      "title is not in this FROM. Add: JOIN title ON title.key = posting.title",
      vi: "title không có trong FROM này. Hãy thêm: JOIN title ON title.key = posting.title"),
    Wrong(
      "SELECT posting.* FROM mission AS m", at: "posting",
      "posting is not in this FROM. Add: JOIN posting ON posting.mission = m.key",
      vi: "posting không có trong FROM này. Hãy thêm: JOIN posting ON posting.mission = m.key"),
    Wrong(
      "SELECT m.key FROM mission AS m WHERE EXISTS (SELECT 1 FROM posting AS p WHERE p.mission = m.key) AND p.ended IS NULL",
      at: "p.ended",
      "p belongs to another SELECT of the statement, and this one does not see it.",
      vi: "p thuộc một SELECT khác trong câu lệnh, và SELECT này không thấy được."),
    Wrong(
      "SELECT count(*) AS n, n / 2 FROM posting", at: "n",
      "n is a name that this SELECT gives. Repeat the expression, or ask around it: SELECT … FROM (SELECT …).",
      vi:
        "n là tên do chính SELECT này đặt. Hãy viết lại biểu thức, hoặc hỏi bên ngoài: SELECT … FROM (SELECT …)."
    ),
    Wrong(
      "SELECT seat FROM (SELECT key FROM mission) AS x", at: "seat",
      "x does not give seat: name it in its SELECT.",
      vi: "x không đưa ra cột seat: hãy nêu cột này trong SELECT của nó."),
    Wrong(
      "WITH x AS (SELECT key FROM mission) SELECT seat FROM x", at: "seat",
      "x does not give seat: name it in its SELECT.",
      vi: "x không đưa ra cột seat: hãy nêu cột này trong SELECT của nó."),
    Wrong(
      "WITH x AS (SELECT key FROM mission), y AS (SELECT seat FROM posting) SELECT * FROM y",
      at: "seat",
      "seat is in mission. Add: JOIN mission ON mission.key = posting.mission",
      vi: "seat nằm trong mission. Hãy thêm: JOIN mission ON mission.key = posting.mission"),
    Wrong(
      "SELECT (SELECT seat FROM posting) FROM person", at: "seat",
      "seat is in mission. Add: JOIN mission ON mission.key = posting.mission",
      vi: "seat nằm trong mission. Hãy thêm: JOIN mission ON mission.key = posting.mission"),
  ]
}
