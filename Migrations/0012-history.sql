-- History: every version of every record, and a chain of seals over the changes.
--
-- For each table the program makes a shadow, <table>_history, and three triggers that fill it:
-- they follow from the table itself, so that none can be forgotten. A version holds the
-- columns, the change that made it, and whether the record is gone since. Versions are added
-- and never changed.
--
-- A write needs an open change. INSERT INTO change opens one, DELETE FROM open_change ends it;
-- the program seals it when it next writes.

-- The hash of the change's content and of the seal before it, SHA-256 in hex.
ALTER TABLE change ADD COLUMN seal TEXT CHECK (length(seal) = 64 AND seal NOT GLOB '*[^0-9a-f]*');
-- The seal that the change has in the registry it was merged from.
ALTER TABLE change ADD COLUMN merged_from TEXT
  CHECK (length(merged_from) = 64 AND merged_from NOT GLOB '*[^0-9a-f]*');
-- When it was made there; made_at is when it became known here.
ALTER TABLE change ADD COLUMN first_made_at TEXT
  CHECK (first_made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', first_made_at));
-- The office that made it there.
ALTER TABLE change ADD COLUMN office TEXT CHECK (office <> '');
-- The change that this one takes back.
ALTER TABLE change ADD COLUMN undoes INTEGER REFERENCES change (number);

CREATE UNIQUE INDEX change_merged_once ON change (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX change_by_moment ON change (made_at);
CREATE INDEX change_undone ON change (undoes) WHERE undoes IS NOT NULL;

-- Records of a merged change that somebody kept as they were here (merge --ours): the one thing
-- that a merge leaves out, and that is no reason to refuse the same change when it comes again.
CREATE TABLE merge_settlement (
  merged_from        TEXT NOT NULL
    CHECK (length(merged_from) = 64 AND merged_from NOT GLOB '*[^0-9a-f]*'),
  table_name         TEXT NOT NULL CHECK (table_name <> ''),
  record             TEXT NOT NULL CHECK (record <> ''),
  entered_in         INTEGER REFERENCES change (number),
  PRIMARY KEY (merged_from, table_name, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_change (
  number             INTEGER NOT NULL PRIMARY KEY REFERENCES change (number)
) STRICT;

CREATE TRIGGER open_change_is_the_last_one BEFORE INSERT ON open_change
WHEN new.number IS NOT (SELECT max(number) FROM change)
  OR (SELECT seal FROM change WHERE number = new.number) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a change that is ended stays ended: INSERT INTO change opens a new one');
END;

CREATE TRIGGER open_change_stays_itself BEFORE UPDATE ON open_change
BEGIN
  SELECT RAISE(ABORT, 'a change that is ended stays ended: INSERT INTO change opens a new one');
END;

CREATE TRIGGER change_comes_last BEFORE INSERT ON change
WHEN new.seal IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a change gets its number and its seal from the registry');
END;

-- Before the insert a number that was left out is not known yet.
CREATE TRIGGER change_has_the_next_number AFTER INSERT ON change
WHEN new.number <> (SELECT coalesce(max(number), -1) + 1 FROM change WHERE number <> new.number)
BEGIN
  SELECT RAISE(ABORT, 'a change gets the next number: leave it out, or give max(number) + 1');
END;

-- A day of the past is found by these times. A clock that stands still may go on at the time of
-- the change before.
CREATE TRIGGER change_time_does_not_run_back BEFORE INSERT ON change
WHEN new.made_at < (SELECT max(made_at) FROM change)
  OR new.made_at > (
    SELECT max(strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 day'), coalesce(max(made_at), ''))
    FROM change
  )
BEGIN
  SELECT RAISE(ABORT, 'a change is made after the one before it, and not in the future: made_at = max(strftime(''%Y-%m-%dT%H:%M:%SZ''), (SELECT max(made_at) FROM change))');
END;

-- Where the chain of seals ended when the program last wrote. A change that has lost its seal is
-- told from a new one by it. proof is a hash that no line of SQL computes.
CREATE TABLE sealed_head (
  one                INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  number             INTEGER NOT NULL,
  seal               TEXT NOT NULL CHECK (length(seal) = 64),
  proof              TEXT NOT NULL CHECK (length(proof) = 64)
) STRICT;

CREATE TRIGGER sealed_head_goes_forward BEFORE UPDATE ON sealed_head
WHEN new.number <= old.number
BEGIN
  SELECT RAISE(ABORT, 'the chain of seals only grows');
END;

CREATE TRIGGER sealed_head_stays BEFORE DELETE ON sealed_head
BEGIN
  SELECT RAISE(ABORT, 'the chain of seals only grows');
END;

CREATE TRIGGER change_opens AFTER INSERT ON change
BEGIN
  DELETE FROM open_change;
  INSERT INTO open_change (number) VALUES (new.number);
END;

CREATE TRIGGER change_stays_as_it_was BEFORE UPDATE ON change
WHEN old.seal IS NOT NULL OR new.seal IS NULL OR new.number <> old.number
  OR new.made_at <> old.made_at OR new.author <> old.author OR new.reason IS NOT old.reason
  OR new.action <> old.action OR new.program <> old.program
  OR new.merged_from IS NOT old.merged_from OR new.first_made_at IS NOT old.first_made_at
  OR new.office IS NOT old.office OR new.undoes IS NOT old.undoes
BEGIN
  SELECT RAISE(ABORT, 'a change is never changed: undo it by another one');
END;

CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
BEGIN
  SELECT RAISE(ABORT, 'a change is never removed: undo it by another one');
END;

-- Without its row nothing has a sender or a known day, and whoever edits it edits nothing. An undo
-- takes it out only to put in what it was.
CREATE TRIGGER registry_keeps_its_own_record BEFORE DELETE ON registry
WHEN NOT EXISTS (
  SELECT 1 FROM open_change JOIN change USING (number) WHERE change.undoes IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'the record of the registry itself stays');
END;

-- What an undo or a merge puts in moves nothing by itself: it puts in all that moved.
DROP TRIGGER extension_moves_planned_end;

CREATE TRIGGER extension_moves_planned_end AFTER INSERT ON extension
WHEN NOT EXISTS (
  SELECT 1 FROM open_change JOIN change USING (number)
  WHERE change.undoes IS NOT NULL OR change.merged_from IS NOT NULL
)
BEGIN
  UPDATE posting SET planned_end = new.planned_end WHERE key = new.posting;
END;

-- Every name by which a party, a mission or a person can be found; searchable_name keeps it.
CREATE VIEW known_name AS
SELECT 'party' AS subject, key, name_en AS name, search_key_en AS search_key
FROM party WHERE search_key_en IS NOT NULL
UNION
SELECT 'party', key, name_vi, search_key_vi FROM party WHERE search_key_vi IS NOT NULL
UNION ALL
SELECT 'party', party, name, search_key FROM party_name
UNION ALL
SELECT * FROM (
  SELECT 'mission', key, name_en, search_key_en FROM mission WHERE search_key_en IS NOT NULL
  UNION
  SELECT 'mission', key, name_vi, search_key_vi FROM mission WHERE search_key_vi IS NOT NULL
)
UNION ALL
SELECT 'mission', mission, name, search_key FROM mission_name
UNION ALL
SELECT 'person', key, name, search_key FROM person
UNION ALL
SELECT 'person', person, name, search_key FROM person_name;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('change', 'seal', 'Hash of the change and of the seal before it; empty until it is sealed',
    'Mã băm của lần thay đổi và của dấu niêm trước đó; trống khi chưa niêm', NULL),
  ('change', 'merged_from', 'Seal that the change has in the registry it was merged from',
    'Dấu niêm của lần thay đổi trong sổ gốc, khi được gộp từ sổ khác', NULL),
  ('change', 'first_made_at', 'When a merged change was made in the registry it comes from, UTC',
    'Thời điểm thay đổi được thực hiện ở sổ gốc, giờ UTC', '2024-02-29T09:12:00Z'),
  ('change', 'office', 'Office that a merged change comes from; empty: this one',
    'Cơ quan đã thực hiện thay đổi được gộp; trống: tại sổ này', 'Consular Department'),
  ('change', 'undoes', 'Number of the change that this one takes back',
    'Số của lần thay đổi bị lần này hoàn tác', '41'),
  ('merge_settlement', '', 'Records of merged changes that were kept as they were here',
    'Bản ghi của các thay đổi được gộp mà tại đây giữ nguyên như cũ', NULL),
  ('merge_settlement', 'merged_from', 'Seal of the change in the registry it was merged from',
    'Dấu niêm của lần thay đổi trong sổ gốc', NULL),
  ('merge_settlement', 'table_name', 'Table of the record', 'Bảng của bản ghi', 'person'),
  ('merge_settlement', 'record', 'Its whole key, parts joined by /',
    'Toàn bộ khóa, các phần nối bằng /', 'do-minh-hung'),
  ('merge_settlement', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42'),
  ('open_change', '', 'The change that is being written; empty when none is open',
    'Lần thay đổi đang được ghi; trống khi không có', NULL),
  ('open_change', 'number', 'Its number', 'Số của lần thay đổi đó', '42'),
  ('sealed_head', '', 'Where the chain of seals ended when the program last wrote',
    'Chỗ kết thúc của chuỗi dấu niêm khi chương trình ghi lần cuối', NULL),
  ('sealed_head', 'one', 'Always 1: there is one such row', 'Luôn là 1: chỉ có một dòng', '1'),
  ('sealed_head', 'number', 'Number of the last sealed change', 'Số của thay đổi được niêm cuối cùng',
    '42'),
  ('sealed_head', 'seal', 'Its seal', 'Dấu niêm của thay đổi đó', NULL),
  ('sealed_head', 'proof', 'Hash of both, by which a change of this row is seen',
    'Mã băm của hai mục trên, để nhận ra nếu dòng này bị sửa', NULL),
  ('known_name', '', 'Every name by which a party, a mission or a person can be found',
    'Mọi tên gọi có thể dùng để tìm một bên, một cơ quan đại diện hoặc một người', NULL),
  ('known_name', 'subject', 'What is named: party, mission or person',
    'Loại được gọi tên: party, mission hoặc person', 'person'),
  ('known_name', 'key', 'Its key', 'Khóa', 'do-minh-hung'),
  ('known_name', 'name', 'The name', 'Tên gọi', 'Đỗ Minh Hùng'),
  ('known_name', 'search_key', 'The name without marks and tones, in lower case',
    'Tên không dấu, chữ thường', 'do minh hung'),
  ('history_field', '', 'One row a field that a change set, in the whole history',
    'Mỗi dòng là một mục được một lần thay đổi ghi, trong toàn bộ lịch sử', NULL),
  ('history_field', 'change', 'Number of the change', 'Số của lần thay đổi', '42'),
  ('history_field', 'table_name', 'Table of the record', 'Bảng của bản ghi', 'person'),
  ('history_field', 'subject', 'First column of its key: what it belongs to',
    'Cột đầu của khóa: bản ghi thuộc về đâu', 'do-minh-hung'),
  ('history_field', 'record', 'Its whole key, parts joined by /',
    'Toàn bộ khóa, các phần nối bằng /', 'do-minh-hung'),
  ('history_field', 'kind', 'added, edited or removed', 'added (thêm), edited (sửa), removed (xóa)',
    'edited'),
  ('history_field', 'field', 'The column', 'Tên cột', 'born'),
  ('history_field', 'before', 'Its value before; empty: none', 'Giá trị trước; trống: không có',
    '1966'),
  ('history_field', 'after', 'Its value after; empty: none', 'Giá trị sau; trống: không có',
    '1967-05');
