-- bench-registry: fills an empty registry, made by `legation init`, with 1,000,000 postings.
-- Run by Scripts/bench; by hand:
--   legation init --db big.db
--   sqlite3 -bail big.db < Scripts/bench-registry.sql
-- A smaller one, which ends in the same years:
--   sqlite3 -bail -cmd '.parameter set @missions 1000' -cmd '.parameter set @heads 10' \
--     small.db < Scripts/bench-registry.sql
--
-- Every run gives the same rows: what looks random is a multiplicative hash of a row number,
-- n * prime modulo 2^32, which spreads the numbers evenly.
--
--   missions    sent by Viet Nam to every other party in turn
--   heads       successive, one about every 15 months, the last one named in 2023 to 2025
--   dates       of 88 % the day is known, of 10 % the month, of 2 % the year
--   ends        the last head of each mission serves; of the others 3 % have no recorded end,
--               1 % left on an unknown day
--   terms       exactly 300 heads, each the last one of a mission, are of the term 2024-2027;
--               half of the others are of some other term
--   accreditations   5 % of the heads have one to a second receiver

.bail on
.parameter init
INSERT OR IGNORE INTO temp.sqlite_parameters (key, value)
VALUES ('@missions', 10000), ('@heads', 100);

-- Nothing is lost when the power fails: Scripts/bench makes the file anew. In rollback mode a
-- new page is written once, in WAL mode twice.
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = OFF;
PRAGMA main.cache_size = -1000000;
PRAGMA temp.cache_size = -500000;
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- Where one of these does not hold, the script stops and nothing of it is kept.
CREATE TEMP TABLE rule (
  is_empty           INTEGER
    CONSTRAINT "the registry must be new: make one by legation init" CHECK (is_empty = 1),
  has_missions       INTEGER
    CONSTRAINT "@missions must be 300 or more, @heads 1 to 100" CHECK (has_missions = 1),
  is_complete        INTEGER
    CONSTRAINT "a mission or a posting is missing" CHECK (is_complete = 1),
  is_of_term         INTEGER
    CONSTRAINT "not exactly 300 heads are of the term 2024-2027" CHECK (is_of_term = 1),
  is_whole           INTEGER
    CONSTRAINT "a reference leads nowhere" CHECK (is_whole = 1)
) STRICT;

INSERT INTO rule (is_empty, has_missions)
SELECT
  NOT EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM mission),
  @missions >= 300 AND @heads BETWEEN 1 AND 100;

INSERT INTO change (made_at, author, action, program)
VALUES (
  max(strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)), 'bench', 'fill',
  'Scripts/bench-registry.sql'
);

-- Known up to a fixed day, or the answers would differ from day to day.
UPDATE registry SET sender = 'vn', known_until = '2026-06-30';

-- ---------------------------------------------------------------------------------- names

CREATE TEMP TABLE part (
  place              TEXT NOT NULL,
  number             INTEGER NOT NULL,
  name               TEXT NOT NULL,
  sort_key           TEXT NOT NULL,
  search_key         TEXT NOT NULL,
  PRIMARY KEY (place, number)
) STRICT, WITHOUT ROWID;

INSERT INTO part VALUES
  ('family', 0, 'Nguyễn', 'nguye~n3', 'nguyen'), ('family', 1, 'Trần', 'tra~~n1', 'tran'),
  ('family', 2, 'Lê', 'le~0', 'le'), ('family', 3, 'Phạm', 'pham5', 'pham'),
  ('family', 4, 'Hoàng', 'hoang1', 'hoang'), ('family', 5, 'Phan', 'phan0', 'phan'),
  ('family', 6, 'Vũ', 'vu3', 'vu'), ('family', 7, 'Đặng', 'd~a~ng5', 'dang'),
  ('family', 8, 'Bùi', 'bui1', 'bui'), ('family', 9, 'Đỗ', 'd~o~3', 'do'),
  ('family', 10, 'Hồ', 'ho~1', 'ho'), ('family', 11, 'Ngô', 'ngo~0', 'ngo'),
  ('family', 12, 'Dương', 'du~o~~ng0', 'duong'), ('family', 13, 'Lý', 'ly4', 'ly'),
  ('family', 14, 'Mai', 'mai0', 'mai'), ('family', 15, 'Trịnh', 'trinh5', 'trinh'),
  ('middle', 0, 'Văn', 'va~n0', 'van'), ('middle', 1, 'Thị', 'thi5', 'thi'),
  ('middle', 2, 'Minh', 'minh0', 'minh'), ('middle', 3, 'Quốc', 'quo~c4', 'quoc'),
  ('middle', 4, 'Hữu', 'hu~u3', 'huu'), ('middle', 5, 'Thanh', 'thanh0', 'thanh'),
  ('middle', 6, 'Đức', 'd~u~c4', 'duc'), ('middle', 7, 'Quang', 'quang0', 'quang'),
  ('middle', 8, 'Ngọc', 'ngoc5', 'ngoc'), ('middle', 9, 'Xuân', 'xua~~n0', 'xuan'),
  ('middle', 10, 'Thành', 'thanh1', 'thanh'), ('middle', 11, 'Công', 'co~ng0', 'cong'),
  ('middle', 12, 'Bích', 'bich4', 'bich'), ('middle', 13, 'Việt', 'vie~t5', 'viet'),
  ('middle', 14, 'Huy', 'huy0', 'huy'), ('middle', 15, 'Tiến', 'tie~n4', 'tien'),
  ('given', 0, 'An', 'an0', 'an'), ('given', 1, 'Anh', 'anh0', 'anh'),
  ('given', 2, 'Bình', 'binh1', 'binh'), ('given', 3, 'Chi', 'chi0', 'chi'),
  ('given', 4, 'Cường', 'cu~o~~ng1', 'cuong'), ('given', 5, 'Dũng', 'dung3', 'dung'),
  ('given', 6, 'Giang', 'giang0', 'giang'), ('given', 7, 'Hà', 'ha1', 'ha'),
  ('given', 8, 'Hải', 'hai2', 'hai'), ('given', 9, 'Hạnh', 'hanh5', 'hanh'),
  ('given', 10, 'Hiệp', 'hie~p5', 'hiep'), ('given', 11, 'Hoa', 'hoa0', 'hoa'),
  ('given', 12, 'Hùng', 'hung1', 'hung'), ('given', 13, 'Hương', 'hu~o~~ng0', 'huong'),
  ('given', 14, 'Khánh', 'khanh4', 'khanh'), ('given', 15, 'Lan', 'lan0', 'lan'),
  ('given', 16, 'Linh', 'linh0', 'linh'), ('given', 17, 'Long', 'long0', 'long'),
  ('given', 18, 'Mai', 'mai0', 'mai'), ('given', 19, 'Nam', 'nam0', 'nam'),
  ('given', 20, 'Nga', 'nga0', 'nga'), ('given', 21, 'Phong', 'phong0', 'phong'),
  ('given', 22, 'Phúc', 'phuc4', 'phuc'), ('given', 23, 'Quân', 'qua~~n0', 'quan'),
  ('given', 24, 'Sơn', 'so~~n0', 'son'), ('given', 25, 'Tâm', 'ta~~m0', 'tam'),
  ('given', 26, 'Thắng', 'tha~ng4', 'thang'), ('given', 27, 'Thảo', 'thao2', 'thao'),
  ('given', 28, 'Thủy', 'thuy2', 'thuy'), ('given', 29, 'Trung', 'trung0', 'trung'),
  ('given', 30, 'Tùng', 'tung1', 'tung'), ('given', 31, 'Yến', 'ye~n4', 'yen');

-- ------------------------------------------------------------------------------- missions

CREATE TEMP TABLE receiver (
  number             INTEGER NOT NULL PRIMARY KEY,
  key                TEXT NOT NULL,
  kind               TEXT NOT NULL,
  name_en            TEXT NOT NULL,
  name_vi            TEXT NOT NULL,
  search_key_en      TEXT NOT NULL,
  search_key_vi      TEXT NOT NULL
) STRICT;

INSERT INTO receiver
SELECT
  row_number() OVER (ORDER BY key) - 1, key, kind, name_en, name_vi, search_key_en,
  search_key_vi
FROM party
WHERE key <> 'vn' AND kind <> 'territory'
  AND name_en IS NOT NULL AND name_vi IS NOT NULL
  AND search_key_en IS NOT NULL AND search_key_vi IS NOT NULL;

CREATE TEMP TABLE post (
  number             INTEGER NOT NULL PRIMARY KEY,
  mission            TEXT NOT NULL,
  receiver           INTEGER NOT NULL,
  kind               TEXT NOT NULL,
  title              TEXT NOT NULL
) STRICT;

INSERT INTO post
WITH RECURSIVE
  numbered (number) AS (
    SELECT 1 UNION ALL SELECT number + 1 FROM numbered WHERE number < @missions
  ),
  chosen (number, receiver, kind) AS (
    SELECT
      n.number,
      r.number,
      CASE
        WHEN r.kind = 'organization' THEN 'permanent-mission'
        WHEN (n.number * 2246822519 & 4294967295) / 42949673 < 60 THEN 'embassy'
        WHEN (n.number * 2246822519 & 4294967295) / 42949673 < 85 THEN 'consulate-general'
        WHEN (n.number * 2246822519 & 4294967295) / 42949673 < 95 THEN 'consulate'
        ELSE 'economic-cultural-office'
      END
    FROM numbered AS n
    JOIN receiver AS r ON r.number = n.number % (SELECT count(*) FROM receiver)
  )
SELECT c.number, printf('bench-%05d', c.number), c.receiver, c.kind, u.title
FROM chosen AS c
JOIN title_mission_kind AS u ON u.mission_kind = c.kind AND u.is_usual
JOIN title AS t ON t.key = u.title AND t.function = 'head';

INSERT INTO mission (
  key, sender, receiver, kind, name_en, name_vi, sort_key_en, sort_key_vi, search_key_en,
  search_key_vi, entered_in
)
SELECT
  p.mission,
  'vn',
  r.key,
  p.kind,
  k.name_en || ' of Viet Nam in ' || r.name_en || ' ' || p.number,
  k.name_vi || ' Việt Nam tại ' || r.name_vi || ' ' || p.number,
  lower(k.name_en) || ' of viet nam in ' || r.search_key_en || ' ' || p.number,
  replace(p.kind, '-', ' ') || ' viet nam tai ' || r.search_key_vi || ' ' || p.number,
  lower(k.name_en) || ' of viet nam in ' || r.search_key_en || ' ' || p.number,
  replace(p.kind, '-', ' ') || ' viet nam tai ' || r.search_key_vi || ' ' || p.number,
  (SELECT max(number) FROM change)
FROM post AS p
JOIN receiver AS r ON r.number = p.receiver
JOIN mission_kind AS k ON k.key = p.kind
ORDER BY p.number;

-- ---------------------------------------------------------------------------------- heads

-- arrived is a full day here. Heads of a mission follow each other every 15 months, give or
-- take two; all heads of a mission lie up to 15 months later than those of another.
CREATE TEMP TABLE head (
  number             INTEGER NOT NULL PRIMARY KEY,
  post               INTEGER NOT NULL,
  place              INTEGER NOT NULL,
  arrived            TEXT NOT NULL,
  a                  INTEGER NOT NULL,
  b                  INTEGER NOT NULL,
  c                  INTEGER NOT NULL,
  d                  INTEGER NOT NULL
) STRICT;

INSERT INTO head
WITH RECURSIVE
  numbered (number) AS (
    SELECT 1 UNION ALL SELECT number + 1 FROM numbered WHERE number < @missions * @heads
  ),
  placed (number, post, place) AS (
    SELECT number, (number - 1) / @heads + 1, (number - 1) % @heads + 1 FROM numbered
  )
SELECT
  number,
  post,
  place,
  date(
    '1900-01-01',
    printf('%d months', (100 - @heads + place - 1) * 15),
    printf(
      '%d days',
      (post * 3266489917 & 4294967295) % 450 + (number * 668265263 & 4294967295) % 60
    )
  ),
  number * 2654435761 & 4294967295,
  number * 2246822519 & 4294967295,
  number * 3266489917 & 4294967295,
  number * 374761393 & 4294967295
FROM placed;

CREATE TEMP TABLE service (
  number             INTEGER NOT NULL PRIMARY KEY,
  person             TEXT NOT NULL,
  posting            TEXT NOT NULL,
  mission            TEXT NOT NULL,
  receiver           TEXT NOT NULL,
  title              TEXT NOT NULL,
  arrived            TEXT,
  credentials        TEXT NOT NULL,
  ended              TEXT,
  end_mark           TEXT,
  term               TEXT,
  planned_end        TEXT,
  second_receiver    TEXT,
  second_credentials TEXT
) STRICT;

INSERT INTO service
WITH
  known AS (
    SELECT
      h.*,
      date(h.arrived, printf('%d days', 10 + h.b % 50)) AS credentials,
      date(next.arrived, printf('-%d days', h.c % 21)) AS ended,
      -- How much is known of the begin and of the end: 4, 7 or 10 characters of a date.
      CASE WHEN h.a / 42949673 < 2 THEN 4 WHEN h.a / 42949673 < 12 THEN 7 ELSE 10 END
        AS begin_digits,
      CASE WHEN h.b / 42949673 < 2 THEN 4 WHEN h.b / 42949673 < 12 THEN 7 ELSE 10 END
        AS end_digits,
      CASE WHEN h.c / 42949673 < 3 THEN 'open' WHEN h.c / 42949673 < 4 THEN 'unknown' END
        AS end_gap,
      -- Three years from 1901 on: 1901-1904 to 2021-2024.
      1901 + (CAST(substr(h.arrived, 1, 4) AS INTEGER) - 1901) / 3 * 3 AS term_begins
    FROM head AS h
    LEFT JOIN head AS next ON next.number = h.number + 1 AND next.post = h.post
  )
SELECT
  h.number,
  family.search_key || '-' || middle.search_key || '-' || given.search_key
    || printf('-%07d', h.number),
  p.mission || '-' || family.search_key || '-' || middle.search_key || '-'
    || given.search_key || printf('-%07d', h.number),
  p.mission,
  r.key,
  p.title,
  CASE WHEN h.d % 3 = 0 THEN substr(h.arrived, 1, h.begin_digits) END,
  substr(h.credentials, 1, h.begin_digits),
  CASE WHEN h.end_gap IS NULL THEN substr(h.ended, 1, h.end_digits) END,
  CASE WHEN h.end_gap = 'unknown' AND h.ended IS NOT NULL THEN 'unknown' END,
  CASE
    WHEN h.place = @heads AND (h.post - 1) % (@missions / 300) = 0
      AND (h.post - 1) / (@missions / 300) < 300 THEN '2024-2027'
    WHEN h.d % 2 = 0 AND h.arrived >= '1901' AND h.term_begins < 2024
      THEN h.term_begins || '-' || (h.term_begins + 3)
  END,
  CASE WHEN h.d / 42949673 < 20 THEN substr(date(h.credentials, '36 months'), 1, 7) END,
  CASE WHEN h.d / 42949673 >= 95 THEN other.key END,
  CASE
    WHEN h.d / 42949673 >= 95 AND h.b % 2 = 0
      THEN substr(date(h.credentials, printf('%d days', 30 + h.c % 200)), 1, h.begin_digits)
  END
FROM known AS h
JOIN post AS p ON p.number = h.post
JOIN receiver AS r ON r.number = p.receiver
JOIN receiver AS other
  ON other.number = (p.receiver + 1 + h.a % ((SELECT count(*) FROM receiver) - 1))
    % (SELECT count(*) FROM receiver)
JOIN part AS family ON family.place = 'family' AND family.number = (h.a >> 8) % 16
JOIN part AS middle ON middle.place = 'middle' AND middle.number = (h.b >> 8) % 16
JOIN part AS given ON given.place = 'given' AND given.number = (h.c >> 8) % 32
ORDER BY h.number;

INSERT OR IGNORE INTO term (key, begins, ends, entered_in)
SELECT DISTINCT
  term, substr(term, 1, 4), substr(term, 6, 4), (SELECT max(number) FROM change)
FROM service
WHERE term IS NOT NULL
ORDER BY 1;

INSERT INTO person (
  key, name, family_name, middle_name, given_name, sort_key, search_key, entered_in
)
SELECT
  s.person,
  family.name || ' ' || middle.name || ' ' || given.name,
  family.name,
  middle.name,
  given.name,
  given.sort_key || '  ' || middle.sort_key || '  ' || family.sort_key,
  family.search_key || ' ' || middle.search_key || ' ' || given.search_key,
  (SELECT max(number) FROM change)
FROM head AS h
JOIN service AS s ON s.number = h.number
JOIN part AS family ON family.place = 'family' AND family.number = (h.a >> 8) % 16
JOIN part AS middle ON middle.place = 'middle' AND middle.number = (h.b >> 8) % 16
JOIN part AS given ON given.place = 'given' AND given.number = (h.c >> 8) % 32
ORDER BY h.number;

INSERT INTO posting (
  key, person, mission, title, term, planned_end, ended, end_mark, entered_in
)
SELECT
  posting, person, mission, title, term, planned_end, ended, end_mark,
  (SELECT max(number) FROM change)
FROM service
ORDER BY number;

INSERT INTO accreditation (
  key, posting, mission, receiver, is_resident, arrived, credentials, entered_in
)
SELECT
  posting || '-' || receiver, posting, mission, receiver, 1, arrived, credentials,
  (SELECT max(number) FROM change)
FROM service
ORDER BY number;

INSERT INTO accreditation (
  key, posting, mission, receiver, is_resident, credentials, entered_in
)
SELECT
  posting || '-' || second_receiver, posting, mission, second_receiver, 0,
  second_credentials, (SELECT max(number) FROM change)
FROM service
WHERE second_receiver IS NOT NULL
ORDER BY number;

-- -------------------------------------------------------------------------------- at last

INSERT INTO rule (is_complete, is_of_term, is_whole)
SELECT
  (SELECT count(*) FROM mission) = @missions
    AND (SELECT count(*) FROM posting) = @missions * @heads,
  (SELECT count(*) FROM posting WHERE term = '2024-2027') = 300,
  NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check);

COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
