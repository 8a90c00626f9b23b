-- One list of every name by which a party, a mission or a person can be found, and a
-- full-text index over its folded form. Both are derived: triggers keep them, and
-- INSERT INTO name_index (name_index) VALUES ('rebuild') makes the index anew.
--
-- The id is an INTEGER PRIMARY KEY because VACUUM may renumber any other rowid, and the
-- index refers to it.

-- Every name by which a party, a mission or a person can be found; one that is the same in both
-- languages once. UNION would say that too, but a question about one key would read every name.
CREATE VIEW known_name AS
SELECT 'party' AS subject, key, name_en AS name, search_key_en AS search_key
FROM party WHERE search_key_en IS NOT NULL
UNION ALL
SELECT 'party', key, name_vi, search_key_vi
FROM party
WHERE search_key_vi IS NOT NULL
  AND (search_key_en IS NULL OR name_vi <> name_en OR search_key_vi <> search_key_en)
UNION ALL
SELECT 'party', party, name, search_key FROM party_name
UNION ALL
SELECT 'party', party, name_en, search_key_en FROM party_former WHERE search_key_en IS NOT NULL
UNION ALL
SELECT 'party', party, name_vi, search_key_vi
FROM party_former
WHERE search_key_vi IS NOT NULL
  AND (search_key_en IS NULL OR name_vi <> name_en OR search_key_vi <> search_key_en)
UNION ALL
SELECT 'mission', key, name_en, search_key_en FROM mission WHERE search_key_en IS NOT NULL
UNION ALL
SELECT 'mission', key, name_vi, search_key_vi
FROM mission
WHERE search_key_vi IS NOT NULL
  AND (search_key_en IS NULL OR name_vi <> name_en OR search_key_vi <> search_key_en)
UNION ALL
SELECT 'mission', mission, name, search_key FROM mission_name
UNION ALL
SELECT 'mission', mission, name_en, search_key_en FROM mission_former WHERE search_key_en IS NOT NULL
UNION ALL
SELECT 'mission', mission, name_vi, search_key_vi
FROM mission_former
WHERE search_key_vi IS NOT NULL
  AND (search_key_en IS NULL OR name_vi <> name_en OR search_key_vi <> search_key_en)
UNION ALL
SELECT 'person', key, name, search_key FROM person
UNION ALL
SELECT 'person', person, name, search_key FROM person_name
UNION ALL
SELECT 'person', person, name, search_key FROM person_former;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('known_name', '', 'Every name by which a party, a mission or a person can be found',
    'Mọi tên gọi có thể dùng để tìm một bên, một cơ quan đại diện hoặc một người',
    'SELECT key, name FROM known_name WHERE subject = ''party'' AND search_key LIKE ''viet%'''),
  ('known_name', 'subject', 'What is named: party, mission or person',
    'Loại được gọi tên: party, mission hoặc person', 'person'),
  ('known_name', 'key', 'Its key', 'Khóa', 'do-minh-hung'),
  ('known_name', 'name', 'The name', 'Tên gọi', 'Đỗ Minh Hùng'),
  ('known_name', 'search_key', 'The name without marks and tones, in lower case',
    'Tên không dấu, chữ thường', 'do minh hung');

CREATE TABLE searchable_name (
  id                 INTEGER NOT NULL PRIMARY KEY,
  subject            TEXT NOT NULL CHECK (subject IN ('party', 'mission', 'person')),
  key                TEXT NOT NULL,
  name               TEXT NOT NULL,
  search_key         TEXT NOT NULL
) STRICT;

CREATE INDEX searchable_name_by_key ON searchable_name (key, subject);
CREATE INDEX searchable_name_by_search_key ON searchable_name (search_key);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('searchable_name', '',
    'Every name by which a party, a mission or a person is found; kept by triggers',
    'Mọi tên dùng để tìm chủ thể, cơ quan đại diện hoặc cá nhân; do trigger duy trì', NULL),
  ('searchable_name', 'id', 'Number of the row, to which name_index refers',
    'Số của dòng, được name_index tham chiếu', '1'),
  ('searchable_name', 'subject', 'What is named: party, mission or person',
    'Đối tượng: party (chủ thể), mission (cơ quan đại diện), person (cá nhân)', 'person'),
  ('searchable_name', 'key', 'Key of what is named', 'Khóa của đối tượng', 'do-minh-hung'),
  ('searchable_name', 'name', 'The name as it is written', 'Tên, đúng cách viết', 'Đỗ Minh Hùng'),
  ('searchable_name', 'search_key', 'The name without marks and tones', 'Tên bỏ dấu',
    'do minh hung');

-- remove_diacritics 2: the default misses letters with two marks, as in Việt. It never
-- folds đ; the stored search_key has it folded already.
CREATE VIRTUAL TABLE name_index USING fts5(
  search_key,
  content = 'searchable_name',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('name_index', '', 'Full-text index over searchable_name (FTS5); its rowid is searchable_name.id',
    'Chỉ mục toàn văn trên searchable_name (FTS5); rowid chính là searchable_name.id', NULL),
  ('name_index', 'search_key', 'The indexed text; ask with MATCH',
    'Văn bản được lập chỉ mục; hỏi bằng MATCH', 'do minh hung');

CREATE TRIGGER searchable_name_is_indexed AFTER INSERT ON searchable_name
BEGIN
  INSERT INTO name_index (rowid, search_key) VALUES (new.id, new.search_key);
END;

CREATE TRIGGER searchable_name_is_no_longer_indexed AFTER DELETE ON searchable_name
BEGIN
  INSERT INTO name_index (name_index, rowid, search_key)
  VALUES ('delete', old.id, old.search_key);
END;

-- What is named otherwise now, or no longer: its names are taken from the list and those that it has
-- are put there. One name of two that are alike goes alone only so.
CREATE VIEW named_anew AS SELECT subject, key AS was, key FROM searchable_name WHERE 0;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('named_anew', '', 'Always empty: what is inserted has its names listed anew',
    'Luôn trống: chèn vào đây để lập lại danh sách tên', NULL),
  ('named_anew', 'subject', 'What is named: party, mission or person',
    'Đối tượng: party (chủ thể), mission (cơ quan đại diện), person (cá nhân)', 'person'),
  ('named_anew', 'was', 'The key that it had', 'Khóa trước đó', 'do-minh-hung'),
  ('named_anew', 'key', 'The key that it has', 'Khóa hiện tại', 'do-minh-hung');

CREATE TRIGGER named_anew_is_listed INSTEAD OF INSERT ON named_anew
BEGIN
  DELETE FROM searchable_name WHERE key IN (new.was, new.key) AND subject = new.subject;
  INSERT INTO searchable_name (subject, key, name, search_key)
  SELECT * FROM known_name WHERE key = new.key AND subject = new.subject;
END;

CREATE TRIGGER party_is_searchable AFTER INSERT ON party
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  SELECT 'party', new.key, new.name_en, new.search_key_en WHERE new.search_key_en IS NOT NULL
  UNION
  SELECT 'party', new.key, new.name_vi, new.search_key_vi WHERE new.search_key_vi IS NOT NULL;
END;

CREATE TRIGGER party_stays_searchable
  AFTER UPDATE OF key, name_en, name_vi, search_key_en, search_key_vi ON party
BEGIN
  INSERT INTO named_anew VALUES ('party', old.key, new.key);
END;

CREATE TRIGGER party_is_no_longer_searchable AFTER DELETE ON party
BEGIN
  INSERT INTO named_anew VALUES ('party', old.key, NULL);
END;

CREATE TRIGGER party_name_is_searchable AFTER INSERT ON party_name
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  VALUES ('party', new.party, new.name, new.search_key);
END;

CREATE TRIGGER party_name_stays_searchable AFTER UPDATE OF party, name, search_key ON party_name
BEGIN
  INSERT INTO named_anew VALUES ('party', old.party, new.party);
END;

CREATE TRIGGER party_name_is_no_longer_searchable AFTER DELETE ON party_name
BEGIN
  INSERT INTO named_anew VALUES ('party', NULL, old.party);
END;

CREATE TRIGGER party_former_is_searchable AFTER INSERT ON party_former
BEGIN
  INSERT INTO named_anew VALUES ('party', NULL, new.party);
END;

CREATE TRIGGER party_former_stays_searchable
  AFTER UPDATE OF party, name_en, name_vi, search_key_en, search_key_vi ON party_former
BEGIN
  INSERT INTO named_anew VALUES ('party', old.party, new.party);
END;

CREATE TRIGGER party_former_is_no_longer_searchable AFTER DELETE ON party_former
BEGIN
  INSERT INTO named_anew VALUES ('party', NULL, old.party);
END;

CREATE TRIGGER mission_is_searchable AFTER INSERT ON mission
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  SELECT 'mission', new.key, new.name_en, new.search_key_en WHERE new.search_key_en IS NOT NULL
  UNION
  SELECT 'mission', new.key, new.name_vi, new.search_key_vi WHERE new.search_key_vi IS NOT NULL;
END;

CREATE TRIGGER mission_stays_searchable
  AFTER UPDATE OF key, name_en, name_vi, search_key_en, search_key_vi ON mission
BEGIN
  INSERT INTO named_anew VALUES ('mission', old.key, new.key);
END;

CREATE TRIGGER mission_is_no_longer_searchable AFTER DELETE ON mission
BEGIN
  INSERT INTO named_anew VALUES ('mission', old.key, NULL);
END;

CREATE TRIGGER mission_name_is_searchable AFTER INSERT ON mission_name
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  VALUES ('mission', new.mission, new.name, new.search_key);
END;

CREATE TRIGGER mission_name_stays_searchable AFTER UPDATE OF mission, name, search_key ON mission_name
BEGIN
  INSERT INTO named_anew VALUES ('mission', old.mission, new.mission);
END;

CREATE TRIGGER mission_name_is_no_longer_searchable AFTER DELETE ON mission_name
BEGIN
  INSERT INTO named_anew VALUES ('mission', NULL, old.mission);
END;

CREATE TRIGGER mission_former_is_searchable AFTER INSERT ON mission_former
BEGIN
  INSERT INTO named_anew VALUES ('mission', NULL, new.mission);
END;

CREATE TRIGGER mission_former_stays_searchable
  AFTER UPDATE OF mission, name_en, name_vi, search_key_en, search_key_vi ON mission_former
BEGIN
  INSERT INTO named_anew VALUES ('mission', old.mission, new.mission);
END;

CREATE TRIGGER mission_former_is_no_longer_searchable AFTER DELETE ON mission_former
BEGIN
  INSERT INTO named_anew VALUES ('mission', NULL, old.mission);
END;

CREATE TRIGGER person_is_searchable AFTER INSERT ON person
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  VALUES ('person', new.key, new.name, new.search_key);
END;

CREATE TRIGGER person_stays_searchable AFTER UPDATE OF key, name, search_key ON person
BEGIN
  INSERT INTO named_anew VALUES ('person', old.key, new.key);
END;

CREATE TRIGGER person_is_no_longer_searchable AFTER DELETE ON person
BEGIN
  INSERT INTO named_anew VALUES ('person', old.key, NULL);
END;

CREATE TRIGGER person_name_is_searchable AFTER INSERT ON person_name
BEGIN
  INSERT INTO searchable_name (subject, key, name, search_key)
  VALUES ('person', new.person, new.name, new.search_key);
END;

CREATE TRIGGER person_name_stays_searchable AFTER UPDATE OF person, name, search_key ON person_name
BEGIN
  INSERT INTO named_anew VALUES ('person', old.person, new.person);
END;

CREATE TRIGGER person_name_is_no_longer_searchable AFTER DELETE ON person_name
BEGIN
  INSERT INTO named_anew VALUES ('person', NULL, old.person);
END;

CREATE TRIGGER person_former_is_searchable AFTER INSERT ON person_former
BEGIN
  INSERT INTO named_anew VALUES ('person', NULL, new.person);
END;

CREATE TRIGGER person_former_stays_searchable
  AFTER UPDATE OF person, name, search_key ON person_former
BEGIN
  INSERT INTO named_anew VALUES ('person', old.person, new.person);
END;

CREATE TRIGGER person_former_is_no_longer_searchable AFTER DELETE ON person_former
BEGIN
  INSERT INTO named_anew VALUES ('person', NULL, old.person);
END;
