extension Wrong {
  /// Names that mean something that is called otherwise, or is no name.
  static let ofMeanings = [
    Wrong(
      "SELECT id FROM mission", at: "id",
      "The key of mission is key.",
      vi: "Mã của mission là key."),
    Wrong(
      "SELECT m.id FROM mission AS m", at: "m.id",
      "The key of m (mission) is m.key.",
      vi: "Mã của m (mission) là m.key."),
    Wrong(
      "SELECT mission_id FROM posting", at: "mission_id",
      "mission is in posting: write posting.mission.",
      vi: "mission có trong posting: hãy viết posting.mission."),
    Wrong(
      "SELECT mission_id FROM mission", at: "mission_id",
      "The key of mission is key.",
      vi: "Mã của mission là key."),
    Wrong(
      "SELECT seat FROM mission WHERE mission = 'fr-paris'", at: "mission",
      "The key of mission is key.",
      vi: "Mã của mission là key."),
    Wrong(
      "SELECT id FROM mission AS m JOIN posting AS p ON p.mission = m.key", at: "id",
      "The key of m (mission) and p (posting) is m.key or p.key.",
      vi: "Mã của m (mission) và p (posting) là m.key hoặc p.key."),
    Wrong(
      "SELECT id FROM incumbency", at: "id",
      "incumbency has no key of its own; it has those of accreditation, posting, mission, person, receiver.",
      vi:
        "incumbency không có mã riêng; nó có mã của accreditation, posting, mission, person, receiver."
    ),
    Wrong(
      "SELECT person_name FROM posting", at: "person_name",
      "person_name is name in person. Add: JOIN person ON person.key = posting.person",
      vi: "person_name là name trong person. Hãy thêm: JOIN person ON person.key = posting.person"),
    Wrong(
      "SELECT title_name FROM posting AS p", at: "title_name",
      "title_name is name_en, name_vi in title. Add: JOIN title ON title.key = p.title",
      vi: "title_name là name_en, name_vi trong title. Hãy thêm: JOIN title ON title.key = p.title"),
    Wrong(
      "SELECT mission FROM person", at: "mission",
      "mission is in posting, incumbency, incumbent and term_roster. For the first add: JOIN posting ON posting.person = person.key",
      vi:
        "mission nằm trong posting, incumbency, incumbent và term_roster. Với cái đầu, hãy thêm: JOIN posting ON posting.person = person.key"
    ),
    Wrong(
      "SELECT credentials FROM posting", at: "credentials",
      "credentials is in accreditation, incumbency, incumbent and term_roster. For the first add: JOIN accreditation ON accreditation.posting = posting.key",
      vi:
        "credentials nằm trong accreditation, incumbency, incumbent và term_roster. Với cái đầu, hãy thêm: JOIN accreditation ON accreditation.posting = posting.key"
    ),
    Wrong(
      "SELECT country FROM mission", at: "country",
      "For country mission has receiver.",
      vi: "Về country, mission có receiver."),
    Wrong(
      "SELECT i.country FROM incumbent AS i", at: "i.country",
      "For country i (incumbent) has receiver, receiver_name_en, receiver_name_vi.",
      vi: "Về country, i (incumbent) có receiver, receiver_name_en, receiver_name_vi."),
    Wrong(
      "SELECT country FROM posting", at: "country",
      "For country there is receiver in mission. Add: JOIN mission ON mission.key = posting.mission",
      vi:
        "Về country có receiver trong mission. Hãy thêm: JOIN mission ON mission.key = posting.mission"
    ),
    Wrong(
      "SELECT quốc_gia FROM mission", at: "quốc_gia",
      "For quốc_gia mission has receiver.",
      vi: "Về quốc_gia, mission có receiver."),
    Wrong(
      "SELECT start_date FROM incumbency", at: "start_date",
      "For start_date incumbency has began, since.",
      vi: "Về start_date, incumbency có began, since."),
    Wrong(
      "SELECT end_date FROM posting", at: "end_date",
      "For end_date posting has ended.",
      vi: "Về end_date, posting có ended."),
    Wrong(
      "SELECT ambassador FROM incumbent", at: "ambassador",
      "For ambassador incumbent has person, person_name.",
      vi: "Về ambassador, incumbent có person, person_name."),
    Wrong(
      "SELECT ambassador FROM mission", at: "ambassador",
      "For ambassador there is person in posting. Add: JOIN posting ON posting.mission = mission.key",
      vi:
        "Về ambassador có person trong posting. Hãy thêm: JOIN posting ON posting.mission = mission.key"
    ),
    Wrong(
      "SELECT birthday FROM person", at: "birthday",
      "For birthday person has born.",
      vi: "Về birthday, person có born."),
    Wrong(
      "SELECT name FROM vacancy", at: "name",
      "vacancy has mission_name_en, mission_name_vi.",
      vi: "vacancy có mission_name_en, mission_name_vi."),
    Wrong(
      "SELECT email FROM term", at: "email",
      "term has key, begins, begins_earliest, begins_latest, ends, ends_earliest, ends_latest, note, …",
      vi:
        "term có key, begins, begins_earliest, begins_latest, ends, ends_earliest, ends_latest, note, …"
    ),
    Wrong(
      "SELECT email FROM (SELECT key, seat FROM mission) AS x", at: "email",
      "x has key, seat.",
      vi: "x có key, seat."),
    Wrong(
      "SELECT key FROM mission WHERE receiver = france", at: "france",
      "Text goes in single quotes: 'france'.",
      vi: "Văn bản đặt trong nháy đơn: 'france'."),
    Wrong(
      "SELECT key FROM mission WHERE fr = receiver", at: "fr",
      "Text goes in single quotes: 'fr'.",
      vi: "Văn bản đặt trong nháy đơn: 'fr'."),
    Wrong(
      "SELECT person FROM posting AS p WHERE p.mission = fr-paris", at: "fr-paris",
      "Text goes in single quotes: 'fr-paris'.",
      vi: "Văn bản đặt trong nháy đơn: 'fr-paris'."),
    Wrong(
      "SELECT key FROM mission WHERE receiver IN (france, germany)", at: "france",
      "Text goes in single quotes: 'france'.",
      vi: "Văn bản đặt trong nháy đơn: 'france'."),
    Wrong(
      "SELECT key FROM posting WHERE title = ambassador", at: "ambassador",
      "Text goes in single quotes: 'ambassador'.",
      vi: "Văn bản đặt trong nháy đơn: 'ambassador'."),
    Wrong(
      "SELECT key FROM person WHERE name LIKE nguyen", at: "nguyen",
      "Text goes in single quotes: 'nguyen'.",
      vi: "Văn bản đặt trong nháy đơn: 'nguyen'."),
    Wrong(
      "SELECT * FROM (SELECT mission, count(*) AS n FROM posting GROUP BY mission) WHERE count > 3",
      at: "count",
      "The inner SELECT calls count(*) n: write n.",
      vi: "SELECT bên trong đặt tên n cho count(*): hãy viết n."),
    Wrong(
      "SELECT * FROM (SELECT mission, count(*) FROM posting GROUP BY mission) WHERE count > 3",
      at: "count",
      "Give it a name in the inner SELECT: count(*) AS count.",
      vi: "Hãy đặt tên trong SELECT bên trong: count(*) AS count."),
    Wrong(
      "SELECT mission FROM posting GROUP BY mission HAVING count > 3", at: "count",
      "count is a function: write count(*).",
      vi: "count là hàm: hãy viết count(*)."),
    Wrong(
      "SELECT mission FROM posting WHERE count > 3 GROUP BY mission", at: "count",
      "count is a function, and WHERE sees single rows: behind GROUP BY write HAVING count(*) ….",
      vi: "count là hàm, còn WHERE xét từng dòng: sau GROUP BY hãy viết HAVING count(*) …."),
    Wrong(
      "SELECT kind_name FROM mission", at: "kind_name",
      "kind_name is name_en, name_vi in mission_kind. Add: JOIN mission_kind ON mission_kind.key = mission.kind",
      vi:
        "kind_name là name_en, name_vi trong mission_kind. Hãy thêm: JOIN mission_kind ON mission_kind.key = mission.kind"
    ),
    Wrong(
      "SELECT m.name FROM person AS p JOIN posting AS q ON q.person = p.key JOIN mission AS m ON m.key = q.mission",
      at: "m.name",
      "m (mission) has name_en, name_vi",
      vi: "m (mission) có name_en, name_vi"),
    Wrong(
      #"SELECT "country" FROM mission"#, at: #""country""#,
      "For country mission has receiver.",
      vi: "Về country, mission có receiver."),
    Wrong(
      #"SELECT key FROM mission WHERE receiver = "id""#, at: #""id""#,
      "Text stands in single quotes: 'id'.",
      vi: "Văn bản đặt trong nháy đơn: 'id'."),
    Wrong(
      #"SELECT "id" FROM mission"#, at: #""id""#,
      "The key of mission is key.",
      vi: "Mã của mission là key."),
    Wrong(
      "SELECT p.country FROM posting AS p JOIN mission AS m ON m.key = p.mission", at: "p.country",
      "For country m (mission) has receiver.",
      vi: "Về country, m (mission) có receiver."),
    Wrong(
      "SELECT mission_name FROM posting AS p JOIN mission AS m ON m.key = p.mission",
      at: "mission_name",
      "mission_name is m.name_en, m.name_vi here.",
      vi: "Ở đây mission_name là m.name_en, m.name_vi."),
    Wrong(
      "SELECT email FROM (SELECT seat FROM mission)", at: "email",
      "The SELECT in FROM gives seat.",
      vi: "SELECT trong FROM đưa ra seat."),
    Wrong(
      "SELECT * FROM countries", at: "countries",
      "For countries there is party.",
      vi: "Về countries có party."),
    Wrong(
      "SELECT * FROM people", at: "people",
      "For people there is person.",
      vi: "Về people có person."),
  ]
}
