-- What two and a half centuries of real data need beyond a ministry's own: seats on the map,
-- states that came out of other states, notes between the heads of a mission, appointments held
-- together, an office begun without credentials, and where in its source a record stands.

-- Several states can come out of one and one out of several. party.successor names the one that
-- matters to missions; here stands whatever a source says.
CREATE TABLE party_succession (
  predecessor        TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  successor          TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- Sources that keep both lists do not always agree with themselves.
  stated_of          TEXT NOT NULL CHECK (stated_of IN ('predecessor', 'successor', 'both')),
  PRIMARY KEY (predecessor, successor),
  CONSTRAINT "a party does not succeed itself" CHECK (predecessor <> successor)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_succession_by_successor ON party_succession (successor);

-- The region of the world, as the sender's ministry divides it; code_label names the codes.
ALTER TABLE party ADD COLUMN region TEXT CHECK (region <> '');

CREATE TABLE place (
  key                TEXT NOT NULL PRIMARY KEY,
  name_en            TEXT NOT NULL
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  -- Where it lies today.
  party              TEXT REFERENCES party (key) ON UPDATE CASCADE,
  latitude           REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude          REAL CHECK (longitude BETWEEN -180 AND 180),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

CREATE INDEX place_by_party ON place (party);

-- The seats of a mission, one after the other or side by side; mission.seat is today's.
CREATE TABLE mission_seat (
  key                TEXT NOT NULL PRIMARY KEY,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  place              TEXT NOT NULL REFERENCES place (key) ON UPDATE CASCADE,
  since              TEXT,
  since_earliest TEXT AS (substr(rtrim(since, '?~%') || '-01-01', 1, 10)),
  since_latest TEXT AS (
    CASE length(rtrim(since, '?~%'))
      WHEN 4 THEN substr(since, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(since, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(since, 1, 10)
    END
  ),
  until              TEXT,
  until_earliest TEXT AS (substr(rtrim(until, '?~%') || '-01-01', 1, 10)),
  until_latest TEXT AS (
    CASE length(rtrim(until, '?~%'))
      WHEN 4 THEN substr(until, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(until, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(until, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a seat is left after it is taken" CHECK (since_earliest <= until_latest),
  CONSTRAINT "since is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    since_earliest IS date(since_earliest, '+0 days')
    AND since_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(since, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(since) - length(rtrim(since, '?~%')) <= 1
  ),
  CONSTRAINT "until is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    until_earliest IS date(until_earliest, '+0 days')
    AND until_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(until, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(until) - length(rtrim(until, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX mission_seat_by_mission ON mission_seat (mission);
CREATE INDEX mission_seat_by_place ON mission_seat (place);

-- What is to be said between the heads of a mission: relations severed, an embassy moved. Its
-- place in the succession is its date.
CREATE TABLE mission_note (
  key                TEXT NOT NULL PRIMARY KEY,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- The posting that it stands behind; empty: before the first.
  follows            TEXT REFERENCES posting (key) ON UPDATE CASCADE ON DELETE SET NULL,
  text               TEXT NOT NULL CHECK (text <> ''),
  entered_in         INTEGER REFERENCES change (number),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

CREATE INDEX mission_note_by_mission ON mission_note (mission);
CREATE INDEX mission_note_by_follows ON mission_note (follows);

-- Postings that one person holds together, and the place from which: Vienna Convention on
-- Diplomatic Relations, articles 5 and 6. Where one posting carries several accreditations no
-- such row is needed.
CREATE TABLE concurrent_appointment (
  key                TEXT NOT NULL PRIMARY KEY,
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  place              TEXT REFERENCES place (key) ON UPDATE CASCADE,
  -- Where the place lay at the time.
  party              TEXT REFERENCES party (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

CREATE INDEX concurrent_appointment_by_person ON concurrent_appointment (person);
CREATE INDEX concurrent_appointment_by_place ON concurrent_appointment (place);
CREATE INDEX concurrent_appointment_by_party ON concurrent_appointment (party);

CREATE TABLE concurrent_member (
  appointment        TEXT NOT NULL
    REFERENCES concurrent_appointment (key) ON UPDATE CASCADE ON DELETE CASCADE,
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  note               TEXT CHECK (note <> ''),
  PRIMARY KEY (appointment, posting)
) STRICT, WITHOUT ROWID;

CREATE INDEX concurrent_member_by_posting ON concurrent_member (posting);

-- SQLite 3.40 takes the shadow of a table that is all key for damaged: each has one more column.
ALTER TABLE posting_document ADD COLUMN note TEXT CHECK (note <> '');

-- What follows a name (Jr., III); career or political appointee; and where a person is from, in
-- the codes of the source, several joined by a space.
ALTER TABLE person ADD COLUMN name_suffix TEXT CHECK (name_suffix <> '');
ALTER TABLE person ADD COLUMN career TEXT CHECK (career <> '');
ALTER TABLE person ADD COLUMN home TEXT CHECK (home <> '');

ALTER TABLE title ADD COLUMN name_en_plural TEXT CHECK (name_en_plural <> '');

-- Where a record stands in its source, and who recorded and revised it there. digest is of the
-- record's text: what has not changed there is not taken again.
ALTER TABLE citation ADD COLUMN record TEXT CHECK (record <> '');
ALTER TABLE citation ADD COLUMN file TEXT CHECK (file <> '');
ALTER TABLE citation ADD COLUMN section TEXT CHECK (section <> '');
ALTER TABLE citation ADD COLUMN number INTEGER CONSTRAINT "number is from 1 to 1000000"
  CHECK (number BETWEEN 1 AND 1000000);
ALTER TABLE citation ADD COLUMN digest TEXT CHECK (digest <> '');
ALTER TABLE citation ADD COLUMN recorded_by TEXT CHECK (recorded_by <> '');
ALTER TABLE citation ADD COLUMN recorded_on TEXT CHECK (recorded_on <> '');
ALTER TABLE citation ADD COLUMN revised_by TEXT CHECK (revised_by <> '');
ALTER TABLE citation ADD COLUMN revised_on TEXT CHECK (revised_on <> '');

-- An office taken up without credentials: a chargé d'affaires ad interim takes charge (Vienna
-- Convention on Diplomatic Relations, article 19). The shadow gets the columns here and not from
-- the program, because the new text of its computed columns speaks of them.
ALTER TABLE accreditation ADD COLUMN took_charge TEXT;
ALTER TABLE accreditation ADD COLUMN took_charge_earliest TEXT AS (substr(rtrim(took_charge, '?~%') || '-01-01', 1, 10));
ALTER TABLE accreditation ADD COLUMN took_charge_latest TEXT AS (
    CASE length(rtrim(took_charge, '?~%'))
      WHEN 4 THEN substr(took_charge, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(took_charge, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(took_charge, 1, 10)
    END
  )
  CONSTRAINT "took_charge is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    took_charge_earliest IS date(took_charge_earliest, '+0 days')
    AND took_charge_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(took_charge, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(took_charge) - length(rtrim(took_charge, '?~%')) <= 1
  );
ALTER TABLE accreditation ADD COLUMN took_charge_note TEXT CHECK (took_charge_note <> '');
ALTER TABLE accreditation_history ADD COLUMN took_charge TEXT;
ALTER TABLE accreditation_history ADD COLUMN took_charge_earliest TEXT AS (substr(rtrim(took_charge, '?~%') || '-01-01', 1, 10));
ALTER TABLE accreditation_history ADD COLUMN took_charge_latest TEXT AS (
    CASE length(rtrim(took_charge, '?~%'))
      WHEN 4 THEN substr(took_charge, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(took_charge, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(took_charge, 1, 10)
    END
  );
ALTER TABLE accreditation_history ADD COLUMN took_charge_note TEXT;

-- The text of a CHECK and of a computed column that is not stored can be changed where it
-- stands, https://www.sqlite.org/lang_altertable.html#otheralter: nothing on the disk depends on
-- it, and in the rows that are here the new column is empty.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema
SET sql = replace(
  replace(
    sql,
    'WHEN arrived IS NOT NULL THEN ''arrived''',
    'WHEN took_charge IS NOT NULL THEN ''took_charge''
      WHEN arrived IS NOT NULL THEN ''arrived'''
  ),
  'WHEN ''arrived'' THEN arrived',
  'WHEN ''took_charge'' THEN took_charge
      WHEN ''arrived'' THEN arrived'
)
WHERE type = 'table' AND name IN ('accreditation', 'accreditation_history');

UPDATE sqlite_schema
SET sql = replace(sql, '''not-confirmed'', ''died''', '''not-confirmed'', ''died'', ''did-not-serve''')
WHERE type = 'table' AND name = 'posting';

-- Who is only known to have ended, or to have been seen, began no earlier than the head before
-- ended, or began where that end is later or not recorded: else a chargé of 1942 of whom only
-- the end is known would be in office, possibly, in 1784.
UPDATE sqlite_schema
SET sql = replace(
  sql,
  'coalesce(a.began_earliest, home.began_earliest) AS began_earliest,',
  'coalesce(
    a.began_earliest,
    home.began_earliest,
    (
      SELECT CASE
        WHEN coalesce(b.ended_earliest, q.ended_earliest) <= coalesce(
          a.in_office_by_latest, a.in_office_on_latest, a.ended_latest, p.ended_latest
        ) THEN coalesce(b.ended_earliest, q.ended_earliest)
        ELSE b.began_earliest
      END
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND b.began_earliest < coalesce(
          a.in_office_by_earliest, a.in_office_on_earliest, a.ended_earliest, p.ended_earliest
        )
        AND q.nomination IS NULL
      ORDER BY b.began_earliest DESC
      LIMIT 1
    )
  ) AS began_earliest,'
)
WHERE type = 'view' AND name = 'tenure';

PRAGMA writable_schema = RESET;

INSERT INTO mission_kind (key, name_en, name_vi, category, house_order) VALUES
  ('branch-office', 'Branch Office', 'Văn phòng chi nhánh', 'other', 135);

-- Titles that heads had before the Vienna Conventions, and where there is no embassy.
INSERT INTO title
  (key, name_en, name_vi, vienna_class, consular_class, function, is_honorary, name_en_plural)
VALUES
  (
    'minister-resident', 'Minister Resident',
    'Công sứ thường trú', NULL, NULL, 'head', 0,
    'Ministers Resident'
  ),
  (
    'minister-resident-consul-general', 'Minister Resident/Consul General',
    'Công sứ thường trú kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0,
    'Ministers Resident/Consuls General'
  ),
  (
    'minister-resident-and-extraordinary', 'Minister Resident and Extraordinary',
    'Công sứ thường trú đặc mệnh', NULL, NULL, 'head', 0,
    'Ministers Resident and Extraordinary'
  ),
  (
    'minister-resident-foreign-service-officer', 'Minister Resident/Foreign Service officer',
    'Công sứ thường trú, viên chức ngoại giao', NULL, NULL, 'head', 0,
    'Ministers Resident/Foreign Service officers'
  ),
  (
    'minister-plenipotentiary', 'Minister Plenipotentiary',
    'Công sứ toàn quyền', 2, NULL, 'head', 0,
    'Ministers Plenipotentiary'
  ),
  (
    'minister-head', 'Minister',
    'Công sứ', 2, NULL, 'head', 0,
    'Ministers'
  ),
  (
    'envoy-consul-general', 'Envoy Extraordinary and Minister Plenipotentiary/Consul General',
    'Công sứ đặc mệnh toàn quyền kiêm Tổng Lãnh sự', 2, NULL, 'head', 0,
    'Envoys Extraordinary and Ministers Plenipotentiary/Consuls General'
  ),
  (
    'deputy-ambassador', 'Deputy Ambassador',
    'Phó Đại sứ', NULL, NULL, 'post', 0,
    'Deputy Ambassadors'
  ),
  (
    'charge-consul-general', 'Chargé d’Affaires and Consul General',
    'Đại biện kiêm Tổng Lãnh sự', 3, NULL, 'head', 0,
    'Chargés d’Affaires and Consuls General'
  ),
  (
    'charge-pro-tempore', 'Chargé d’Affaires pro tempore',
    'Đại biện tạm quyền', NULL, NULL, 'acting', 0,
    'Chargés d’Affaires pro tempore'
  ),
  (
    'diplomatic-agent', 'Diplomatic Agent',
    'Đại diện ngoại giao', NULL, NULL, 'head', 0,
    'Diplomatic Agents'
  ),
  (
    'diplomatic-agent-consul-general', 'Diplomatic Agent/Consul General',
    'Đại diện ngoại giao kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0,
    'Diplomatic Agents/Consuls General'
  ),
  (
    'agent', 'Agent',
    'Đặc phái viên', NULL, NULL, 'head', 0,
    'Agents'
  ),
  (
    'agent-consul-general', 'Agent/Consul General',
    'Đặc phái viên kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0,
    'Agents/Consuls General'
  ),
  (
    'commissioner', 'Commissioner',
    'Ủy viên', NULL, NULL, 'head', 0,
    'Commissioners'
  ),
  (
    'commissioner-consul-general', 'Commissioner and Consul General',
    'Ủy viên kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0,
    'Commissioners and Consuls General'
  ),
  (
    'representative', 'Representative',
    'Đại diện', NULL, NULL, 'head', 0,
    'Representatives'
  ),
  (
    'personal-representative', 'Personal Representative of the President',
    'Đại diện riêng của Tổng thống', NULL, NULL, 'head', 0,
    'Personal Representatives of the President'
  ),
  (
    'director', 'Director',
    'Giám đốc', NULL, NULL, 'head', 0,
    'Directors'
  ),
  (
    'chief', 'Chief',
    'Trưởng cơ quan', NULL, NULL, 'head', 0,
    'Chiefs'
  ),
  (
    'chief-of-office-abroad', 'Chief of Mission of U.S. Office Abroad',
    'Trưởng văn phòng Hoa Kỳ ở nước ngoài', NULL, NULL, 'head', 0,
    'Chiefs of Mission of U.S. Office Abroad'
  ),
  (
    'principal-officer', 'Principal Officer',
    'Viên chức đứng đầu', NULL, NULL, 'head', 0,
    'Principal Officers'
  ),
  (
    'acting-principal-officer', 'Acting Principal Officer',
    'Quyền viên chức đứng đầu', NULL, NULL, 'acting', 0,
    'Acting Principal Officers'
  );

INSERT INTO title_mission_kind (mission_kind, title, is_usual)
SELECT 'mission', key, 0 FROM title
WHERE name_en_plural IS NOT NULL;

INSERT INTO title_mission_kind (mission_kind, title, is_usual) VALUES
  ('branch-office', 'office-head', 1),
  ('branch-office', 'acting-head-of-post', 1);

UPDATE title SET name_en_plural = CASE key
  WHEN 'ambassador' THEN 'Ambassadors Extraordinary and Plenipotentiary'
  WHEN 'envoy' THEN 'Envoys Extraordinary and Ministers Plenipotentiary'
  WHEN 'charge-en-titre' THEN 'Chargés d''affaires (en titre)'
  WHEN 'charge-ad-interim' THEN 'Chargés d''affaires ad interim'
  WHEN 'consul-general' THEN 'Consuls General'
END
WHERE key IN ('ambassador', 'envoy', 'charge-en-titre', 'charge-ad-interim', 'consul-general');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('posting.nomination', 'did-not-serve', 'named, but did not serve', 'được cử nhưng không nhậm chức'),
  ('party_succession.stated_of', 'predecessor', 'said of the one before', 'nêu ở bên trước'),
  ('party_succession.stated_of', 'successor', 'said of the one after', 'nêu ở bên sau'),
  ('party_succession.stated_of', 'both', 'said of both', 'nêu ở cả hai bên'),
  ('incumbency.began_by', 'took_charge', 'taking charge', 'tiếp nhận chức trách'),
  ('party.region', 'af', 'Africa', 'Châu Phi'),
  ('party.region', 'eap', 'East Asia and the Pacific', 'Đông Á và Thái Bình Dương'),
  ('party.region', 'eur', 'Europe and Eurasia', 'Châu Âu và Á-Âu'),
  ('party.region', 'nea', 'Near East and North Africa', 'Trung Đông và Bắc Phi'),
  ('party.region', 'sca', 'South and Central Asia', 'Nam Á và Trung Á'),
  ('party.region', 'wha', 'Western Hemisphere', 'Tây bán cầu'),
  ('person.career', 'career', 'career', 'ngạch ngoại giao'),
  ('person.career', 'non-career', 'non-career', 'ngoài ngạch ngoại giao'),
  ('person.career', 'both', 'both', 'cả hai'),
  ('person.career', 'pre-1915', 'before 1915, not classified', 'trước năm 1915, không phân loại');

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party_succession', '',
    'Which party came out of which, as a source says',
    'Bên nào kế tục bên nào, theo nguồn', NULL),
  ('party_succession', 'predecessor',
    'Key of the earlier party',
    'Khóa của bên có trước', 'joseon-dynasty-1910'),
  ('party_succession', 'successor',
    'Key of the later party',
    'Khóa của bên kế tục', 'kr'),
  ('party_succession', 'stated_of',
    'On whose side the source says it: predecessor, successor or both',
    'Nguồn ghi ở phía nào: predecessor (bên trước), successor (bên sau) hoặc both (cả hai)', 'both'),
  ('party', 'region',
    'Region of the world, as the sender divides it; code_label has the names',
    'Khu vực trên thế giới theo cách chia của bên cử; tên gọi trong code_label', 'eap'),
  ('place', '',
    'A town or city where missions have their seats',
    'Thành phố, thị xã nơi cơ quan đại diện đặt trụ sở', NULL),
  ('place', 'key',
    'Key of the place',
    'Khóa của bản ghi', 'bonn'),
  ('mission_seat', 'key',
    'Key of the seat',
    'Khóa của bản ghi', NULL),
  ('mission_note', 'key',
    'Key of the note',
    'Khóa của bản ghi', NULL),
  ('concurrent_appointment', 'key',
    'Key of the appointment',
    'Khóa của bản ghi', NULL),
  ('place', 'name_en',
    'Its name in English',
    'Tên tiếng Anh', 'Bonn'),
  ('place', 'name_vi',
    'Its name in Vietnamese',
    'Tên tiếng Việt', NULL),
  ('place', 'party',
    'Key of the party where it lies today',
    'Khóa của bên mà nơi này hiện thuộc về', 'de'),
  ('place', 'latitude',
    'Degrees north, WGS 84',
    'Vĩ độ bắc, WGS 84', '50.73743'),
  ('place', 'longitude',
    'Degrees east, WGS 84',
    'Kinh độ đông, WGS 84', '7.098207'),
  ('place', 'note',
    'Remark',
    'Ghi chú', NULL),
  ('mission_seat', 'note',
    'Remark',
    'Ghi chú', NULL),
  ('concurrent_appointment', 'note',
    'Remark',
    'Ghi chú', NULL),
  ('place', 'entered_in',
    'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42'),
  ('mission_seat', 'entered_in',
    'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42'),
  ('mission_note', 'entered_in',
    'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42'),
  ('concurrent_appointment', 'entered_in',
    'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42'),
  ('mission_seat', '',
    'A seat that a mission has or had, with its time',
    'Một trụ sở hiện nay hoặc trước đây của cơ quan đại diện, kèm thời gian', NULL),
  ('mission_seat', 'mission',
    'Key of the mission',
    'Khóa của cơ quan đại diện', NULL),
  ('mission_seat', 'place',
    'Key of the place',
    'Khóa của địa điểm', 'bonn'),
  ('mission_seat', 'since',
    'Since when: year, month or day',
    'Từ khi nào: năm, tháng hoặc ngày', '1999'),
  ('mission_seat', 'since_earliest',
    'First day that since can mean',
    'Ngày sớm nhất mà since có thể chỉ', '1999-01-01'),
  ('mission_seat', 'since_latest',
    'Last day that since can mean',
    'Ngày muộn nhất mà since có thể chỉ', '1999-12-31'),
  ('mission_seat', 'until',
    'Until when: year, month or day',
    'Đến khi nào: năm, tháng hoặc ngày', '1999'),
  ('mission_seat', 'until_earliest',
    'First day that until can mean',
    'Ngày sớm nhất mà until có thể chỉ', '1999-01-01'),
  ('mission_seat', 'until_latest',
    'Last day that until can mean',
    'Ngày muộn nhất mà until có thể chỉ', '1999-12-31'),
  ('mission_note', '',
    'What is to be said between two heads of a mission',
    'Điều cần ghi giữa hai người đứng đầu của một cơ quan đại diện', NULL),
  ('mission_note', 'mission',
    'Key of the mission',
    'Khóa của cơ quan đại diện', NULL),
  ('mission_note', 'follows',
    'Key of the posting that the note stands behind; empty: before the first',
    'Khóa của lần bổ nhiệm đứng ngay trước ghi chú; để trống: trước lần đầu tiên', NULL),
  ('mission_note', 'text',
    'The note',
    'Nội dung ghi chú', NULL),
  ('concurrent_appointment', '',
    'Postings that one person holds together',
    'Các lần bổ nhiệm mà một người kiêm nhiệm cùng lúc', NULL),
  ('concurrent_appointment', 'person',
    'Key of the person',
    'Khóa của người được bổ nhiệm', NULL),
  ('concurrent_appointment', 'place',
    'Key of the place of residence',
    'Khóa của nơi thường trú', 'colombo'),
  ('concurrent_appointment', 'party',
    'Key of the party in which the place lay at the time',
    'Khóa của bên có nơi thường trú vào thời điểm đó', 'lk'),
  ('concurrent_member', '',
    'A posting of a concurrent appointment',
    'Một lần bổ nhiệm trong nhóm kiêm nhiệm', NULL),
  ('concurrent_member', 'appointment',
    'Key of the concurrent appointment',
    'Khóa của nhóm kiêm nhiệm', NULL),
  ('concurrent_member', 'posting',
    'Key of the posting',
    'Khóa của lần bổ nhiệm', NULL),
  ('concurrent_member', 'note',
    'Remark',
    'Ghi chú', NULL),
  ('posting_document', 'note',
    'Remark',
    'Ghi chú', NULL),
  ('person', 'name_suffix',
    'What follows the name',
    'Phần đứng sau tên', 'Jr.'),
  ('person', 'career',
    'Career diplomat or not; code_label has the words',
    'Thuộc ngạch ngoại giao hay không; xem code_label', 'non-career'),
  ('person', 'home',
    'Where the person is from, in the codes of the source, joined by a space',
    'Quê quán theo mã của nguồn, nối bằng dấu cách', 'va dc'),
  ('title', 'name_en_plural',
    'The title in the plural, in English',
    'Chức danh ở số nhiều, tiếng Anh', 'Ministers Resident'),
  ('citation', 'record',
    'Identifier of the record in the source',
    'Mã của bản ghi trong nguồn', 'fr-1778-fran-01'),
  ('citation', 'file',
    'File of the source that holds it',
    'Tệp của nguồn chứa bản ghi', 'missions-countries/france.xml'),
  ('citation', 'section',
    'Part of the file: chiefs, other-nominees and the like',
    'Phần của tệp: chiefs, other-nominees, v.v.', 'chiefs'),
  ('citation', 'number',
    'Its place in that part, from 1',
    'Thứ tự trong phần đó, từ 1', '1'),
  ('citation', 'digest',
    'Hash of the text it was taken from',
    'Mã băm của văn bản gốc', NULL),
  ('citation', 'recorded_by',
    'Who recorded it there',
    'Người ghi ở nguồn', NULL),
  ('citation', 'recorded_on',
    'When it was recorded there',
    'Ngày ghi ở nguồn', '2010-05-20'),
  ('citation', 'revised_by',
    'Who revised it there last',
    'Người sửa sau cùng ở nguồn', NULL),
  ('citation', 'revised_on',
    'When it was revised there last',
    'Ngày sửa sau cùng ở nguồn', '2015-06-24'),
  ('accreditation', 'took_charge',
    'Day of taking charge without credentials, as a chargé d''affaires ad interim does',
    'Ngày tiếp nhận chức trách không qua thư ủy nhiệm, như Đại biện lâm thời', '1999'),
  ('accreditation', 'took_charge_earliest',
    'First day that took_charge can mean',
    'Ngày sớm nhất mà took_charge có thể chỉ', '1999-01-01'),
  ('accreditation', 'took_charge_latest',
    'Last day that took_charge can mean',
    'Ngày muộn nhất mà took_charge có thể chỉ', '1999-12-31'),
  ('accreditation', 'took_charge_note',
    'Remark on taking charge',
    'Ghi chú về việc tiếp nhận chức trách', NULL);
