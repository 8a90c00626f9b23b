-- Derived facts, named for what they answer.
--
-- Tenure, exactly. A tenure has four bounds; "in office on day D" has three answers of days known,
-- and one of days ahead:
--   no         D < began_earliest OR D > ended_latest, or another head certainly was, before and
--              behind D
--   certainly  began_latest <= D AND D <= ended_earliest AND NOT is_unsure
--   possibly   everything else
--   expected   D is behind known_day, and he would be there still
-- Both ends are inclusive: on the day of a hand-over both heads are in office.

-- The day that is asked about: the one view by which the others speak of a day. `legation --on`
-- puts another one in front of it.
CREATE VIEW asked_day AS
SELECT day, day AS known_day
FROM known_day;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('asked_day', '', 'The day that is asked about, in one row',
    'Ngày được hỏi, một dòng duy nhất',
    'SELECT day FROM asked_day'),
  ('asked_day', 'day', 'The day of --on; without it that of known_day; YYYY-MM-DD',
    'Ngày ghi ở --on; nếu không ghi thì là ngày của known_day; YYYY-MM-DD', '2024-02-19'),
  ('asked_day', 'known_day', 'The day of known_day', 'Ngày của known_day', '2026-01-16');

-- How parties, missions and people were on asked_day that are otherwise today: a change has come
-- about where its latest day has. Of a day that is asked about, `legation --on` puts what stands
-- here in front of party, mission and person.
CREATE VIEW party_then AS
SELECT
  f.party,
  coalesce(f.name_en, f.name_vi) AS name_en,
  coalesce(f.name_vi, f.name_en) AS name_vi,
  f.has_article,
  f.official_name_en,
  f.official_name_vi,
  coalesce(f.sort_key_en, f.sort_key_vi) AS sort_key_en,
  coalesce(f.sort_key_vi, f.sort_key_en) AS sort_key_vi,
  coalesce(f.search_key_en, f.search_key_vi) AS search_key_en,
  coalesce(f.search_key_vi, f.search_key_en) AS search_key_vi
FROM party_former AS f
JOIN asked_day ON 1 = 1
WHERE coalesce(f.changed_latest, '9999') > asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM party_former AS g
    WHERE g.party = f.party AND coalesce(g.changed_latest, '9999') > asked_day.day
      AND coalesce(g.changed_latest, '9999') <= coalesce(f.changed_latest, '9999')
      AND (
        coalesce(g.changed_latest, '9999') < coalesce(f.changed_latest, '9999')
        OR g.changed < f.changed
      )
  );

CREATE VIEW person_then AS
SELECT
  f.person,
  f.name,
  f.family_name,
  f.middle_name,
  f.given_name,
  f.sort_name,
  f.sort_key,
  f.search_key
FROM person_former AS f
JOIN asked_day ON 1 = 1
WHERE coalesce(f.changed_latest, '9999') > asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM person_former AS g
    WHERE g.person = f.person AND coalesce(g.changed_latest, '9999') > asked_day.day
      AND coalesce(g.changed_latest, '9999') <= coalesce(f.changed_latest, '9999')
      AND (
        coalesce(g.changed_latest, '9999') < coalesce(f.changed_latest, '9999')
        OR g.changed < f.changed
      )
  );

CREATE VIEW mission_then AS
SELECT
  f.mission,
  coalesce(named.name_en, named.name_vi) AS name_en,
  coalesce(named.name_vi, named.name_en) AS name_vi,
  coalesce(named.sort_key_en, named.sort_key_vi) AS sort_key_en,
  coalesce(named.sort_key_vi, named.sort_key_en) AS sort_key_vi,
  coalesce(named.search_key_en, named.search_key_vi) AS search_key_en,
  coalesce(named.search_key_vi, named.search_key_en) AS search_key_vi,
  formed.kind,
  received.receiver
FROM mission_former AS f
JOIN asked_day ON 1 = 1
LEFT JOIN mission_former AS named ON named.mission = f.mission AND named.changed = (
  SELECT g.changed
  FROM mission_former AS g
  WHERE g.mission = f.mission AND coalesce(g.changed_latest, '9999') > asked_day.day
    AND coalesce(g.name_en, g.name_vi) IS NOT NULL
  ORDER BY coalesce(g.changed_latest, '9999'), g.changed
  LIMIT 1
)
LEFT JOIN mission_former AS formed ON formed.mission = f.mission AND formed.changed = (
  SELECT g.changed
  FROM mission_former AS g
  WHERE g.mission = f.mission AND coalesce(g.changed_latest, '9999') > asked_day.day
    AND g.kind IS NOT NULL
  ORDER BY coalesce(g.changed_latest, '9999'), g.changed
  LIMIT 1
)
LEFT JOIN mission_former AS received ON received.mission = f.mission AND received.changed = (
  SELECT g.changed
  FROM mission_former AS g
  WHERE g.mission = f.mission AND coalesce(g.changed_latest, '9999') > asked_day.day
    AND g.receiver IS NOT NULL
  ORDER BY coalesce(g.changed_latest, '9999'), g.changed
  LIMIT 1
)
WHERE coalesce(f.changed_latest, '9999') > asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM mission_former AS g
    WHERE g.mission = f.mission AND coalesce(g.changed_latest, '9999') > asked_day.day
      AND coalesce(g.changed_latest, '9999') <= coalesce(f.changed_latest, '9999')
      AND (
        coalesce(g.changed_latest, '9999') < coalesce(f.changed_latest, '9999')
        OR g.changed < f.changed
      )
  );

-- Where missions had their seats on asked_day, of which a time is recorded; of two side by side the
-- one taken first.
CREATE VIEW seat_then AS
SELECT
  s.mission,
  p.name_en AS seat
FROM mission_seat AS s
JOIN place AS p ON p.key = s.place
JOIN asked_day ON 1 = 1
WHERE coalesce(s.since, s.until) IS NOT NULL
  AND coalesce(s.since_latest, s.since_earliest, '0000') <= asked_day.day
  AND coalesce(s.until_latest, '9999') > asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM mission_seat AS t
    WHERE t.mission = s.mission AND coalesce(t.since, t.until) IS NOT NULL
      AND coalesce(t.since_latest, t.since_earliest, '0000') <= asked_day.day
      AND coalesce(t.until_latest, '9999') > asked_day.day
      AND coalesce(t.since_latest, '0000') <= coalesce(s.since_latest, '0000')
      AND (
        coalesce(t.since_latest, '0000') < coalesce(s.since_latest, '0000') OR t.key < s.key
      )
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party_then', '', 'Names on asked_day of parties that are called otherwise today',
    'Tên vào ngày asked_day của những chủ thể nay mang tên khác',
    'SELECT party, name_en FROM party_then ORDER BY party'),
  ('party_then', 'party', 'Key of the party', 'Khóa của chủ thể', 'mm'),
  ('person_then', '', 'Names on asked_day of people who are called otherwise today',
    'Tên vào ngày asked_day của những người nay mang tên khác',
    'SELECT person, name FROM person_then ORDER BY person'),
  ('person_then', 'person', 'Key of the person', 'Khóa của cá nhân', NULL),
  ('mission_then', '', 'How missions were on asked_day that are otherwise today; empty: as today',
    'Cơ quan đại diện vào ngày asked_day, nếu nay đã khác; để trống: như hiện nay',
    'SELECT mission, name_en, kind FROM mission_then ORDER BY mission'),
  ('mission_then', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'fr-paris'),
  ('seat_then', '', 'Seats of missions on asked_day, where a time is recorded',
    'Trụ sở của cơ quan đại diện vào ngày asked_day, nếu có ghi thời gian',
    'SELECT mission, seat FROM seat_then ORDER BY mission'),
  ('seat_then', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', NULL),
  ('seat_then', 'seat', 'City of the seat', 'Thành phố đặt trụ sở', 'Bonn');

-- The other columns are those of the tables in front of which they stand.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT t.then_name, c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN (
  SELECT 'party_then' AS then_name, 'party' AS table_name
  UNION ALL SELECT 'person_then', 'person'
  UNION ALL SELECT 'mission_then', 'mission'
) AS t ON t.table_name = c.object_name
WHERE c.column_name IN (SELECT name FROM pragma_table_info(t.then_name));

-- One row an accreditation, nominees too, with the bounds of tenure, and what they say of
-- asked_day. Everything below is made of it, by inner joins: SQLite would compute a joined view
-- whole, for a million rows, at the right side of a left join.
--
-- ended_by says what is known of the end:
--   ended           a date is recorded
--   point           a single day: a chargé of whom one date is recorded
--   unknown         ended, on a day nobody recorded
--   not-begun       nothing shows that functions began
--   successor       no end recorded, but another head followed; the end lies before that
--   mission-closed  no end recorded, but the mission closed
--   receiver-ended  no end recorded, but the receiver is no more
--   died            no end recorded, but the person died
--   serving         none of these
CREATE VIEW tenure AS
SELECT
  accreditation,
  posting,
  person,
  person_name,
  person_sort_key,
  mission,
  mission_name_en,
  mission_name_vi,
  mission_kind,
  receiver,
  receiver_name_en,
  receiver_name_vi,
  is_resident,
  function,
  acting_reason,
  nomination,
  title,
  title_name_en,
  title_name_vi,
  vienna_class,
  term,
  planned_end,
  planned_end_latest,
  standard_end,
  appointed,
  handed_over,
  arrived,
  credentials,
  exequatur,
  began,
  began_by,
  since,
  since_by,
  nullif(begun_from, '0000') AS began_earliest,
  CASE WHEN is_served THEN nullif(min(begun_until, ended_until), '9999') END AS began_latest,
  ended,
  ended_by,
  nullif(ended_from, '0000') AS ended_earliest,
  nullif(ended_until, '9999') AS ended_latest,
  CASE WHEN is_served THEN nullif(max(ended_from, stayed_until), '0000') END AS expected_until,
  CASE
    -- 0000 is no day to count from.
    WHEN is_served AND begun_until < '9999' AND ended_from = '0000' THEN 1
    WHEN is_served AND begun_until < '9999' THEN max(
      1 + CAST(julianday(min(ended_from, known_day)) - julianday(begun_until) AS INTEGER), 1
    )
  END AS tenure_days_least,
  CASE
    WHEN is_served AND begun_from > '0000' THEN max(
      1 + CAST(julianday(min(ended_until, known_day)) - julianday(begun_from) AS INTEGER), 1
    )
  END AS tenure_days_most,
  end_reason,
  successor_posting,
  certainty,
  is_unsure,
  in_office,
  CASE
    WHEN nomination IS NOT NULL THEN 'nominee-' || nomination
    WHEN NOT is_served AND day > ended_until THEN 'not-begun'
    WHEN day > ended_until THEN 'left'
    WHEN NOT is_served AND decided_from > day THEN 'ahead'
    ELSE CASE in_office
      WHEN 'certainly' THEN CASE function WHEN 'acting' THEN 'acting' ELSE 'in-office' END
      WHEN 'expected' THEN 'expected'
      WHEN 'possibly' THEN CASE
        WHEN NOT is_served THEN 'appointed'
        WHEN function = 'acting' THEN 'acting-possibly'
        WHEN began IS NULL AND strftime('%Y-%m-%d', decided_until, '+12 months') <= day
            AND day <= ended_from
          THEN 'presumably'
        ELSE 'possibly'
      END
      ELSE CASE
        WHEN day >= begun_from THEN CASE WHEN is_served THEN 'left' ELSE 'not-begun' END
        WHEN decided_from BETWEEN '0001' AND day THEN 'appointed'
        ELSE 'ahead'
      END
    END
  END AS status
FROM (
  SELECT
    *,
    CASE
      WHEN nomination IS NOT NULL OR day < begun_from OR day > ended_until THEN 'no'
      WHEN day > known_day AND is_served AND NOT is_unsure
        AND min(begun_until, ended_until) <= day AND known_day <= ended_from
        AND day <= max(ended_from, stayed_until) THEN 'expected'
      WHEN day <= known_day AND is_served AND NOT is_unsure
        AND min(begun_until, ended_until) <= day AND day <= ended_from THEN 'certainly'
      -- Somebody else certainly is, before this day and behind it.
      WHEN is_resident AND (began IS NULL OR ended IS NULL) AND EXISTS (
        SELECT 1
        FROM service AS j
        WHERE j.mission = i.mission AND j.begun_until < i.day
          AND j.accreditation <> i.accreditation
          AND j.is_resident AND j.is_served AND NOT j.is_unsure AND j.function = i.function
          AND i.day < max(j.ended_from, min(i.known_day, j.stayed_until, j.followed_from))
          AND (
            NOT i.is_served OR min(i.begun_until, i.ended_until) >= j.ended_from
            OR i.own_ended_from <= j.begun_until
          )
      ) THEN 'no'
      ELSE 'possibly'
    END AS in_office
  FROM (
    SELECT
      a.key AS accreditation,
      a.posting,
      p.person,
      person.name AS person_name,
      person.sort_key AS person_sort_key,
      s.mission,
      coalesce(m.name_en, m.name_vi) AS mission_name_en,
      coalesce(m.name_vi, m.name_en) AS mission_name_vi,
      m.kind AS mission_kind,
      a.receiver,
      coalesce(r.name_en, r.name_vi) AS receiver_name_en,
      coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
      a.is_resident,
      p.function,
      p.acting_reason,
      p.nomination,
      coalesce(a.title, p.title) AS title,
      t.name_en AS title_name_en,
      t.name_vi AS title_name_vi,
      coalesce(a.vienna_class, t.vienna_class) AS vienna_class,
      p.term,
      p.planned_end,
      p.planned_end_latest,
      -- The month in which a standard term would end: a default for the eye, never a hard stop, and
      -- of career heads alone who may still be there. Counted from the first of the month, so that
      -- 29 February does not slip into the next one.
      CASE
        WHEN p.function = 'head' AND NOT t.is_honorary AND p.nomination IS NULL
          AND (
            coalesce(s.follower, a.ended, p.ended, p.end_mark, m.closed, person.died) IS NULL
            -- Of a day past, who may have been there still.
            OR asked_day.day < k.day AND min(s.ended_until, s.followed_until) >= asked_day.day
          ) THEN substr(
          strftime(
            '%Y-%m-%d',
            substr(
              coalesce(
                a.arrived_earliest, a.handed_over_earliest, a.appointed_earliest, a.began_earliest
              ),
              1, 7
            ) || '-01',
            '+' || k.standard_term_months || ' months'
          ),
          1, 7
        )
      END AS standard_end,
      a.appointed,
      a.handed_over,
      a.arrived,
      a.credentials,
      a.exequatur,
      a.began,
      a.began_by,
      coalesce(a.began, a.in_office_by, a.in_office_on, a.appointed, a.handed_over) AS since,
      CASE
        WHEN a.began IS NOT NULL THEN a.began_by
        WHEN coalesce(a.in_office_by, a.in_office_on) IS NOT NULL THEN 'in_office_by'
        WHEN a.appointed IS NOT NULL THEN 'appointed'
        WHEN a.handed_over IS NOT NULL THEN 'handed_over'
      END AS since_by,
      coalesce(a.ended, CASE WHEN p.end_mark IS NULL THEN p.ended END) AS ended,
      CASE
        WHEN coalesce(a.ended, CASE WHEN p.end_mark IS NULL THEN p.ended END) IS NOT NULL THEN 'ended'
        WHEN p.end_mark IS NOT NULL THEN p.end_mark
        WHEN NOT s.is_served THEN 'not-begun'
        WHEN s.follower IS NOT NULL THEN 'successor'
        WHEN m.closed IS NOT NULL THEN 'mission-closed'
        WHEN r.valid_until IS NOT NULL THEN 'receiver-ended'
        WHEN person.died IS NOT NULL THEN 'died'
        ELSE 'serving'
      END AS ended_by,
      p.end_reason,
      (SELECT posting FROM accreditation WHERE key = s.follower) AS successor_posting,
      p.certainty,
      s.is_unsure,
      s.is_served,
      -- Who has arrived was decided on, on whichever day.
      coalesce(
        a.handed_over_earliest, a.appointed_earliest, a.arrived_latest, '0000'
      ) AS decided_from,
      coalesce(a.appointed_latest, a.handed_over_latest) AS decided_until,
      s.begun_until,
      s.ended_from AS own_ended_from,
      s.stayed_until,
      -- Whoever has only been appointed begins behind the one who was certainly there before; a
      -- concurrent accreditation lies within the resident one.
      max(
        s.begun_from, s.preceded_until,
        coalesce(
          max(before.ended_from, min(k.day, before.stayed_until, before.followed_from)), '0000'
        ),
        CASE
          WHEN max(home.begun_from, home.preceded_until) <= s.begun_until
            THEN max(home.begun_from, home.preceded_until)
          ELSE '0000'
        END
      ) AS begun_from,
      max(
        s.ended_from, s.preceded_until,
        CASE
          WHEN home.accreditation IS NULL THEN min(k.day, s.stayed_until, s.followed_from)
          -- With the posting, unless its own receiver ends, or its own records let other events
          -- count than those of the resident one.
          WHEN s.is_served AND s.has_no_end THEN min(
            max(home.ended_from, min(k.day, home.stayed_until, home.followed_from)),
            coalesce(
              person.died_earliest, CASE WHEN person.died IS NULL THEN '9999' ELSE '0000' END
            ),
            coalesce(strftime('%Y-%m-%d', person.born_earliest, '+100 years'), '9999'),
            coalesce(
              CASE WHEN m.closed IS NULL THEN r.valid_until_earliest ELSE m.closed_earliest END,
              CASE WHEN coalesce(m.closed, r.valid_until) IS NULL THEN '9999' ELSE '0000' END
            )
          )
          ELSE '0000'
        END
      ) AS ended_from,
      min(
        s.ended_until, s.followed_until,
        CASE
          WHEN p.end_mark = 'unknown' AND coalesce(a.ended, p.ended) IS NULL
            AND min(s.ended_from, coalesce(home.ended_from, '9999')) < k.day
            THEN strftime('%Y-%m-%d', k.day, '-1 day')
          ELSE '9999'
        END,
        CASE
          WHEN min(home.ended_until, home.followed_until) >= s.ended_from
            THEN min(home.ended_until, home.followed_until)
          ELSE '9999'
        END
      ) AS ended_until,
      k.day AS known_day,
      asked_day.day
    FROM service AS s
    JOIN accreditation AS a ON a.key = s.accreditation
    JOIN posting AS p ON p.key = a.posting
    JOIN person ON person.key = p.person
    JOIN mission AS m ON m.key = a.mission
    JOIN party AS r ON r.key = a.receiver
    JOIN title AS t ON t.key = coalesce(a.title, p.title)
    JOIN known_day AS k ON 1 = 1
    JOIN asked_day ON 1 = 1
    LEFT JOIN service AS before ON before.accreditation = s.predecessor
    LEFT JOIN accreditation AS residence
      ON NOT a.is_resident AND residence.posting = a.posting AND residence.is_resident
    LEFT JOIN service AS home ON home.accreditation = residence.key
  ) AS i
) AS i;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('tenure', '', 'One row an accreditation, nominees too, with the bounds of tenure',
    'Mỗi dòng là một lần ủy nhiệm, kể cả người mới được đề cử, kèm giới hạn thời gian tại nhiệm',
    'SELECT status, count(*) AS accreditations FROM tenure GROUP BY status'),
  ('tenure', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-gb'),
  ('tenure', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('tenure', 'person', 'Key of the person', 'Khóa của cá nhân', 'do-minh-hung'),
  ('tenure', 'person_name', 'Name of the person', 'Họ và tên', 'Đỗ Minh Hùng'),
  ('tenure', 'person_sort_key', 'Sort key of the person, for ORDER BY',
    'Khóa sắp xếp của họ tên, dùng cho ORDER BY', NULL),
  ('tenure', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('tenure', 'mission_name_en', 'Name of the mission in English, else in Vietnamese',
    'Tên cơ quan đại diện bằng tiếng Anh, nếu thiếu thì tiếng Việt',
    'Embassy of Viet Nam in the United Kingdom'),
  ('tenure', 'mission_name_vi', 'Name of the mission in Vietnamese, else in English',
    'Tên cơ quan đại diện bằng tiếng Việt, nếu thiếu thì tiếng Anh',
    'Đại sứ quán Việt Nam tại Anh'),
  ('tenure', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('tenure', 'receiver', 'Key of the party that receives the head', 'Khóa của bên tiếp nhận', 'gb'),
  ('tenure', 'receiver_name_en', 'Name of the receiver in English, else in Vietnamese',
    'Tên bên tiếp nhận bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'United Kingdom'),
  ('tenure', 'receiver_name_vi', 'Name of the receiver in Vietnamese, else in English',
    'Tên bên tiếp nhận bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Anh'),
  ('tenure', 'is_resident', '1 where the head resides, 0 for a concurrent accreditation',
    '1 nếu thường trú, 0 nếu kiêm nhiệm', '1'),
  ('tenure', 'function', 'head, or acting, as a chargé d''affaires ad interim',
    'Vai trò: head (người đứng đầu), acting (tạm thời đứng đầu, như đại biện lâm thời)', 'head'),
  ('tenure', 'acting_reason', 'Why one acts: vacancy, absence or incapacity',
    'Lý do tạm thời đứng đầu: vacancy (khuyết), absence (vắng mặt), incapacity (không thể làm việc)',
    'absence'),
  ('tenure', 'nomination', 'Outcome where someone was named and does not serve; empty for heads',
    'Kết quả đề cử nếu chưa hoặc không nhậm chức; để trống với người đã nhậm chức', 'pending'),
  ('tenure', 'title', 'Key of the title', 'Khóa của chức danh', 'ambassador'),
  ('tenure', 'title_name_en', 'Title in English', 'Chức danh bằng tiếng Anh',
    'Ambassador Extraordinary and Plenipotentiary'),
  ('tenure', 'title_name_vi', 'Title in Vietnamese', 'Chức danh bằng tiếng Việt',
    'Đại sứ đặc mệnh toàn quyền'),
  ('tenure', 'vienna_class',
    'Class of the head, 1 to 3 (1961 Vienna Convention, art. 14); empty: none',
    'Cấp của người đứng đầu, 1 đến 3 (Điều 14 Công ước Viên 1961); để trống: không có', '1'),
  ('tenure', 'term', 'Key of the term', 'Khóa của nhiệm kỳ', '2024-2027'),
  ('tenure', 'planned_end', 'Planned end as recorded: year, month or day',
    'Dự kiến kết thúc đã ghi: năm, tháng hoặc ngày', '2027-07'),
  ('tenure', 'planned_end_latest', 'Latest day that planned_end can mean, YYYY-MM-DD',
    'Ngày muộn nhất mà planned_end có thể chỉ, YYYY-MM-DD', '2027-07-31'),
  ('tenure', 'standard_end',
    'Month in which a standard term would end, counted from arrival; of career heads who may be there still on asked_day',
    'Tháng hết một nhiệm kỳ chuẩn, tính từ khi đến nhận nhiệm vụ; chỉ với người đứng đầu chuyên nghiệp có thể còn tại nhiệm vào ngày asked_day',
    '2027-07'),
  ('tenure', 'appointed', 'Appointed, as the decision is dated: year, month or day',
    'Thời điểm bổ nhiệm, theo ngày ký quyết định: năm, tháng hoặc ngày', '2024-01'),
  ('tenure', 'handed_over', 'Decision handed over: year, month or day',
    'Thời điểm trao quyết định: năm, tháng hoặc ngày', '2024-01-09'),
  ('tenure', 'arrived', 'Arrived at the post: year, month or day',
    'Đến nhận nhiệm vụ: năm, tháng hoặc ngày', '2024-07'),
  ('tenure', 'credentials', 'Credentials presented: year, month or day',
    'Trình thư ủy nhiệm (quốc thư): năm, tháng hoặc ngày', '2025-02-20'),
  ('tenure', 'exequatur', 'Exequatur granted: year, month or day',
    'Được cấp giấy chấp nhận lãnh sự: năm, tháng hoặc ngày', NULL),
  ('tenure', 'began', 'When functions began, by began_by; empty where no act is recorded',
    'Thời điểm nhậm chức, theo began_by; để trống nếu chưa ghi mốc nào', '2025-02-20'),
  ('tenure', 'began_by', 'Milestone by which functions began: the name of its column',
    'Mốc được coi là nhậm chức: tên của cột tương ứng', 'credentials'),
  ('tenure', 'since', 'Best known day, for ordering: began, else a day in office, else the decision',
    'Thời điểm rõ nhất, để sắp thứ tự: began, nếu không thì ngày có mặt, nếu không thì quyết định',
    '2024-01'),
  ('tenure', 'since_by', 'What since is: the name of its column', 'since là gì: tên của cột tương ứng',
    'appointed'),
  ('tenure', 'began_earliest',
    'Functions began no earlier, YYYY-MM-DD: by record, life, mission or the head before; empty: not known',
    'Nhậm chức không sớm hơn, YYYY-MM-DD: theo ghi nhận, tuổi, cơ quan hoặc người trước; để trống: không rõ',
    '2025-02-20'),
  ('tenure', 'began_latest',
    'Functions began by then, YYYY-MM-DD; empty: not known, or nothing shows that they began',
    'Nhậm chức không muộn hơn, YYYY-MM-DD; để trống: không rõ, hoặc chưa có gì cho thấy đã nhậm chức',
    '2025-02-20'),
  ('tenure', 'ended', 'End as recorded here, else on the posting: year, month or day',
    'Thời điểm kết thúc đã ghi ở lần ủy nhiệm, nếu không thì ở lần cử: năm, tháng hoặc ngày',
    '2023-11'),
  ('tenure', 'ended_by',
    'What is known of the end: a code, as ended, point, unknown, not-begun, successor or serving',
    'Biết gì về việc kết thúc: một mã, như ended, point, unknown, not-begun, successor, serving',
    'ended'),
  ('tenure', 'ended_earliest',
    'Certainly there until then, YYYY-MM-DD: to the end, or known_day, a longest term, a follower',
    'Chắc chắn còn tại nhiệm đến ngày này, YYYY-MM-DD: ngày kết thúc, known_day, nhiệm kỳ dài nhất, người sau',
    '2023-11-01'),
  ('tenure', 'ended_latest',
    'Ended by then, YYYY-MM-DD; empty where nothing bounds it, as for one who serves',
    'Kết thúc không muộn hơn, YYYY-MM-DD; để trống nếu không có gì giới hạn, như khi còn tại nhiệm',
    '2023-11-30'),
  ('tenure', 'expected_until',
    'Of days ahead: expected to be there until then, YYYY-MM-DD; a longest term after the last sign',
    'Với các ngày sắp tới: dự kiến còn tại nhiệm đến ngày này, YYYY-MM-DD; một nhiệm kỳ dài nhất kể từ dấu hiệu cuối',
    '2031-02-20'),
  ('tenure', 'tenure_days_least', 'Days in office at least, until known_day; both ends count',
    'Số ngày tại nhiệm ít nhất, tính đến known_day, kể cả ngày đầu và ngày cuối', '1096'),
  ('tenure', 'tenure_days_most', 'Days in office at most, until known_day; both ends count',
    'Số ngày tại nhiệm nhiều nhất, tính đến known_day, kể cả ngày đầu và ngày cuối', '1125'),
  ('tenure', 'end_reason', 'Key of the reason for the end', 'Khóa của lý do kết thúc', 'recalled'),
  ('tenure', 'successor_posting',
    'Key of the posting of the head who certainly followed, only where no end is recorded',
    'Khóa của lần cử người chắc chắn kế nhiệm, chỉ có khi chưa ghi ngày kết thúc', NULL),
  ('tenure', 'certainty', 'How sure the entry is: confirmed, single-source or uncertain',
    'Độ tin cậy: confirmed (đã xác nhận), single-source (một nguồn), uncertain (chưa chắc)',
    'confirmed'),
  ('tenure', 'is_unsure',
    '1 where the entry is uncertain, its begin, end or a sign carries ? or ~, or its dates contradict each other',
    '1 nếu thông tin chưa chắc, ngày đầu, ngày cuối hay ngày còn tại nhiệm có dấu ? hay ~, hoặc các ngày mâu thuẫn nhau', '0'),
  ('tenure', 'in_office', 'Whether in office on asked_day: certainly, possibly, no, or expected',
    'Có tại nhiệm vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không), expected (dự kiến)',
    'certainly'),
  ('tenure', 'status', 'What is said of asked_day in one word, as in-office, appointed or left',
    'Tình trạng vào ngày asked_day, như in-office (đương nhiệm), appointed (đã bổ nhiệm), left (đã kết thúc)',
    'in-office');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('tenure.began_by', 'copy_presented', 'true copy', 'trình bản sao thư ủy nhiệm'),
  ('tenure.began_by', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  ('tenure.began_by', 'provisionally_admitted', 'provisional admission', 'được chấp nhận tạm thời'),
  ('tenure.began_by', 'exequatur', 'exequatur', 'nhận giấy chấp nhận lãnh sự'),
  ('tenure.began_by', 'arrived', 'arrival', 'đến nhận nhiệm vụ'),
  ('tenure.began_by', 'took_charge', 'taking charge', 'tiếp nhận chức trách'),
  ('tenure.began_by', 'appointed', 'appointment', 'bổ nhiệm'),
  ('tenure.since_by', 'in_office_by', 'in office by that day', 'đã đương nhiệm vào ngày đó'),
  ('tenure.since_by', 'handed_over', 'decision handed over', 'trao quyết định'),
  ('tenure.ended_by', 'ended', 'left', 'đã kết thúc'),
  ('tenure.ended_by', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('tenure.ended_by', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('tenure.ended_by', 'not-begun', 'not known to have begun', 'chưa rõ đã nhậm chức'),
  ('tenure.ended_by', 'successor', 'a successor followed', 'đã có người kế nhiệm'),
  ('tenure.ended_by', 'mission-closed', 'mission closed', 'cơ quan đại diện chấm dứt hoạt động'),
  ('tenure.ended_by', 'receiver-ended', 'receiver no longer exists', 'bên tiếp nhận không còn'),
  ('tenure.ended_by', 'died', 'died', 'từ trần'),
  ('tenure.ended_by', 'serving', 'in office', 'đương nhiệm'),
  ('tenure.in_office', 'certainly', 'certainly', 'chắc chắn'),
  ('tenure.in_office', 'possibly', 'possibly', 'có thể'),
  ('tenure.in_office', 'no', 'no', 'không'),
  ('tenure.in_office', 'expected', 'expected', 'dự kiến'),
  ('tenure.status', 'in-office', 'in office', 'đương nhiệm'),
  ('tenure.status', 'presumably', 'presumably in office', 'hẳn là đương nhiệm'),
  ('tenure.status', 'possibly', 'possibly in office', 'có thể đương nhiệm'),
  ('tenure.status', 'expected', 'expected in office', 'dự kiến còn đương nhiệm'),
  ('tenure.status', 'acting', 'acting head', 'tạm thời đứng đầu'),
  ('tenure.status', 'acting-possibly', 'possibly acting head', 'có thể tạm thời đứng đầu'),
  ('tenure.status', 'appointed', 'appointed, not known to be in office',
    'đã bổ nhiệm, chưa rõ đã nhậm chức'),
  ('tenure.status', 'not-begun', 'not known to have begun', 'không rõ có nhậm chức'),
  ('tenure.status', 'ahead', 'not yet appointed', 'chưa bổ nhiệm'),
  ('tenure.status', 'left', 'left', 'đã kết thúc'),
  ('tenure.status', 'over-run', 'past planned end', 'quá nhiệm kỳ'),
  ('tenure.status', 'nominee-pending', 'nominee', 'được đề cử, chờ bổ nhiệm'),
  ('tenure.status', 'nominee-declined', 'nominee, declined', 'được đề cử, đã từ chối'),
  ('tenure.status', 'nominee-withdrawn', 'nominee, withdrawn', 'đã rút đề cử'),
  ('tenure.status', 'nominee-refused', 'nominee, refused', 'được đề cử, không được chấp thuận'),
  ('tenure.status', 'nominee-not-confirmed', 'nominee, not confirmed',
    'được đề cử, không được phê chuẩn'),
  ('tenure.status', 'nominee-died', 'nominee, died', 'được đề cử, đã từ trần'),
  ('tenure.status', 'nominee-did-not-serve', 'named, but did not serve',
    'được cử nhưng không nhậm chức');

-- One row an accreditation of someone who serves or served; nominees are not in office.
CREATE VIEW incumbency AS
SELECT
  accreditation, posting, person, person_name, person_sort_key, mission, mission_name_en,
  mission_name_vi, mission_kind, receiver, receiver_name_en, receiver_name_vi, is_resident,
  function, acting_reason, title, title_name_en, title_name_vi, vienna_class, term, planned_end,
  standard_end, appointed, handed_over, arrived, credentials, exequatur, began, began_by, since,
  since_by, began_earliest, began_latest, ended, ended_by, ended_earliest, ended_latest,
  expected_until, tenure_days_least, tenure_days_most, end_reason, successor_posting, certainty,
  is_unsure, in_office, status
FROM tenure
WHERE nomination IS NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('incumbency', '',
    'One row an accreditation of someone who serves or served, with the bounds of tenure',
    'Mỗi dòng là một lần ủy nhiệm của người đang hoặc đã tại nhiệm, kèm giới hạn thời gian tại nhiệm',
    'SELECT person_name, mission, tenure_days_least FROM incumbency WHERE is_resident ORDER BY tenure_days_least DESC');

-- The columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'incumbency', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'tenure' AND column_name NOT IN ('', 'nomination', 'planned_end_latest');

-- Who heads each mission on asked_day, full and acting heads. Of whom nothing but a decision is
-- known heads none: he stands in vacancy. Of a million heads those are looked at who can have been
-- there.
CREATE VIEW incumbent AS
SELECT i.*
FROM asked_day
CROSS JOIN service AS s
CROSS JOIN incumbency AS i
WHERE s.ended_until >= asked_day.day AND s.begun_from <= asked_day.day
  AND s.is_resident AND s.is_served
  AND i.accreditation = s.accreditation AND i.mission = s.mission
  AND i.in_office <> 'no';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('incumbent', '',
    'Who heads each mission on asked_day, certainly or possibly, full and acting heads',
    'Ai đứng đầu hoặc tạm thời đứng đầu từng cơ quan đại diện vào ngày asked_day, chắc chắn hoặc có thể',
    'SELECT mission, person_name, since, in_office FROM incumbent WHERE is_resident ORDER BY mission');

-- The columns are those of incumbency.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'incumbent', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'incumbency' AND column_name <> '';
