-- The order of precedence at each receiver.

-- What ranks each head at a receiver on asked_day. Whoever begins an unbroken service anew in the
-- same class, as with letters from another head of state, keeps the first day: Vienna Convention on
-- Diplomatic Relations, article 16 (2). An arrival begins no functions towards the receiver: then
-- their day is not known, and no earlier.
CREATE VIEW rankable_head AS
SELECT
  receiver, receiver_name_en, receiver_name_vi, corps, standing, is_nuncio_first, class,
  is_honorary, precedence_by,
  CASE precedence_by
    WHEN 'agrement_given' THEN agrement_given
    WHEN 'commission_presented' THEN commission_presented
    ELSE CASE WHEN precedence_by IS NOT NULL THEN began END
  END AS precedence_date,
  CASE precedence_by
    WHEN 'credentials' THEN credentials_time
    WHEN 'copy_presented' THEN copy_presented_time
    WHEN 'arrived' THEN arrived_time
  END AS precedence_time,
  CASE precedence_by
    WHEN 'agrement_given' THEN agrement_given_earliest
    WHEN 'commission_presented' THEN commission_presented_earliest
    ELSE began_earliest
  END AS precedence_earliest,
  CASE precedence_by
    WHEN 'agrement_given' THEN agrement_given_latest
    WHEN 'commission_presented' THEN commission_presented_latest
    ELSE CASE WHEN precedence_by IS NOT NULL THEN began_latest END
  END AS precedence_latest,
  CASE corps
    WHEN 'consular' THEN coalesce(commission_presented_earliest, '0000')
    ELSE coalesce(arrived_earliest, '0000') || coalesce(arrived_time, '00:00')
      || coalesce(agrement_given_earliest, '0000')
  END AS tie_from,
  CASE corps
    WHEN 'consular' THEN coalesce(commission_presented_latest, '9999')
    ELSE coalesce(arrived_latest, '9999') || coalesce(arrived_time, '99:99')
      || coalesce(agrement_given_latest, '9999')
  END AS tie_until,
  arrived, arrived_time, agrement_given, commission_presented, practice, sender_sort_key,
  accreditation, posting, person, person_name, person_sort_key, sender, sender_name_en,
  sender_name_vi, mission, mission_name_en, mission_name_vi, mission_kind, is_resident, title,
  title_name_en, title_name_vi, in_office, status, certainty
FROM (
  SELECT
    *,
    CASE
      WHEN standing = 'agrement' AND corps = 'consular' THEN 'commission_presented'
      WHEN standing = 'agrement' THEN 'agrement_given'
      WHEN standing = 'acting' OR corps = 'other' THEN began_by
      WHEN corps = 'consular' THEN CASE
        WHEN began_by IN ('provisionally_admitted', 'exequatur') THEN began_by
      END
      WHEN began_by IN ('credentials', 'copy_presented', 'appointed') THEN began_by
      WHEN began_by = 'took_charge' AND class = 3 THEN began_by
    END AS precedence_by
  FROM (
    SELECT
      i.receiver,
      i.receiver_name_en,
      i.receiver_name_vi,
      CASE
        WHEN r.kind = 'organization' THEN 'international-organization'
        WHEN k.category = 'consular' THEN 'consular'
        WHEN k.category = 'other' AND i.vienna_class IS NULL THEN 'other'
        ELSE 'diplomatic'
      END AS corps,
      CASE
        WHEN i.function = 'acting' THEN 'acting'
        WHEN s.is_served AND i.in_office <> 'no' THEN 'head'
        ELSE 'agrement'
      END AS standing,
      r.nuncio_is_first AND coalesce(n.iso_alpha2, '') = 'VA' AS is_nuncio_first,
      CASE WHEN k.category = 'consular' THEN t.consular_class ELSE i.vienna_class END AS class,
      t.is_honorary,
      first.began,
      first.began_by,
      coalesce(first.began_earliest, i.began_earliest) AS began_earliest,
      first.began_latest,
      first.credentials_time,
      first.copy_presented_time,
      first.arrived,
      first.arrived_time,
      first.arrived_earliest,
      first.arrived_latest,
      first.agrement_given,
      first.agrement_given_earliest,
      first.agrement_given_latest,
      first.commission_presented,
      first.commission_presented_earliest,
      first.commission_presented_latest,
      r.precedence AS practice,
      coalesce(n.sort_key_en, n.sort_key_vi, n.key) AS sender_sort_key,
      i.accreditation,
      i.posting,
      i.person,
      i.person_name,
      i.person_sort_key,
      m.sender,
      coalesce(n.name_en, n.name_vi) AS sender_name_en,
      coalesce(n.name_vi, n.name_en) AS sender_name_vi,
      i.mission,
      i.mission_name_en,
      i.mission_name_vi,
      i.mission_kind,
      i.is_resident,
      i.title,
      i.title_name_en,
      i.title_name_vi,
      i.in_office,
      i.status,
      i.certainty
    FROM accreditation AS a
    JOIN service AS s ON s.accreditation = a.key
    JOIN asked_day ON 1 = 1
    JOIN tenure AS i ON i.accreditation = a.key
    JOIN title AS t ON t.key = i.title
    JOIN mission AS m ON m.key = i.mission
    JOIN mission_kind AS k ON k.key = m.kind
    JOIN party AS n ON n.key = m.sender
    JOIN party AS r ON r.key = a.receiver
    JOIN accreditation AS first ON first.key = coalesce(
      (
        SELECT b.key
        FROM posting AS q
        JOIN accreditation AS b ON b.posting = q.key
        JOIN title AS u ON u.key = coalesce(b.title, q.title)
        JOIN service AS before ON before.accreditation = b.key
        WHERE q.person = i.person AND q.mission = i.mission AND q.function = 'head'
          AND i.function = 'head' AND b.receiver = a.receiver AND before.is_served
          AND before.begun_until < s.begun_from
          AND coalesce(b.vienna_class, u.vienna_class, 0) = coalesce(i.vienna_class, 0)
          AND coalesce(u.consular_class, 0) = coalesce(t.consular_class, 0)
          -- Not certainly away between the two, and head of no other class.
          AND coalesce(strftime('%Y-%m-%d', before.ended_until, '+1 day'), '9999') >= s.begun_from
        ORDER BY before.begun_from, b.key
        LIMIT 1
      ),
      a.key
    )
    WHERE s.begun_from <= asked_day.day AND s.ended_until >= asked_day.day
        AND s.is_served AND i.in_office <> 'no'
      OR i.status IN ('appointed', 'ahead', 'nominee-pending') AND i.function = 'head'
        AND CASE
          WHEN k.category = 'consular' THEN a.commission_presented_earliest
          ELSE a.agrement_given_earliest
        END <= asked_day.day
  ) AS standing_there
) AS dated;

-- The heads at one receiver in their order on asked_day: those in functions, those of whom agrément
-- is given (of consuls, whose commission is presented), and acting heads. In each corps a place of
-- its own; ORDER BY receiver, corps, place.
--
-- rule says by what:
--   diplomatic    class, then date and hour of taking up functions (Vienna Convention on Diplomatic
--                 Relations, article 16). Of one day, where the hour is not known of all: the
--                 arrival, which orders the presentation (13 (2)), then the agrément
--   consular      class, career before honorary, then the exequatur or the provisional admission
--                 before it, then the commission (Vienna Convention on Consular Relations, article
--                 16)
--   credentials   of an organisation that goes by the credentials: as diplomatic
--   alphabetical  by the English names of the senders
--   none          offices of another status: by the day alone
--
-- Whose day is not known stands behind the others. is_sure is 0 where what is recorded does not
-- settle who of two comes first.
CREATE VIEW precedence AS
SELECT
  receiver, receiver_name_en, receiver_name_vi, corps, rule,
  row_number() OVER (
    PARTITION BY receiver, corps
    ORDER BY standing = 'acting', standing = 'agrement', is_nuncio_first DESC, class_order,
      honorary_order, alphabet, precedence_latest IS NULL, key_from, sender_sort_key, accreditation
  ) AS place,
  standing, is_nuncio_first, class, is_honorary, precedence_date, precedence_by, precedence_time,
  precedence_earliest, precedence_latest,
  CASE WHEN key_from <= until_before OR key_until >= from_behind THEN 0 ELSE 1 END AS is_sure,
  arrived, arrived_time, agrement_given, commission_presented, accreditation, posting, person,
  person_name, person_sort_key, sender, sender_name_en, sender_name_vi, mission, mission_name_en,
  mission_name_vi, mission_kind, is_resident, title, title_name_en, title_name_vi, in_office,
  status, certainty
-- A level for each window: SQLite then looks at the heads of one receiver alone.
FROM (
  SELECT
    *,
    max(key_until) OVER (alike ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until_before,
    min(key_from) OVER (alike ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS from_behind
  FROM (
    SELECT
      *,
      CASE rule WHEN 'alphabetical' THEN 0 ELSE coalesce(class, 9) END AS class_order,
      CASE WHEN is_honorary AND rule <> 'alphabetical' THEN 1 ELSE 0 END AS honorary_order,
      CASE rule WHEN 'alphabetical' THEN sender_sort_key ELSE '' END AS alphabet,
      CASE rule
        WHEN 'alphabetical' THEN sender_sort_key
        ELSE coalesce(precedence_earliest, '0000') || hour || tie_from
      END AS key_from,
      CASE rule
        WHEN 'alphabetical' THEN sender_sort_key
        ELSE coalesce(precedence_latest, '9999') || hour || tie_until
      END AS key_until
    FROM (
      SELECT
        *,
        CASE
          WHEN corps = 'consular' THEN 'consular'
          WHEN corps = 'other' THEN 'none'
          WHEN practice = 'alphabetical' THEN 'alphabetical'
          WHEN corps = 'diplomatic' THEN 'diplomatic'
          ELSE 'credentials'
        END AS rule,
        CASE
          WHEN count(precedence_time) OVER one_day = count(*) OVER one_day
            AND precedence_earliest = precedence_latest THEN precedence_time
          ELSE ''
        END AS hour
      FROM rankable_head
      WINDOW one_day AS (
        PARTITION BY receiver, corps, standing, is_nuncio_first, class, is_honorary,
          precedence_earliest, precedence_latest
      )
    ) AS timed
  ) AS keyed
  WINDOW alike AS (
    PARTITION BY receiver, corps, standing, is_nuncio_first, class_order, honorary_order
    ORDER BY alphabet, precedence_latest IS NULL, key_from, sender_sort_key, accreditation
  )
) AS compared;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('precedence', '', 'The heads at each receiver in their order of precedence on asked_day',
    'Những người đứng đầu tại từng bên tiếp nhận theo ngôi thứ vào ngày asked_day',
    'SELECT place, person_name, precedence_date FROM precedence WHERE receiver = ''cn'' ORDER BY corps, place'),
  ('precedence', 'rule',
    'By what the order is made: diplomatic, consular, credentials, alphabetical or none',
    'Cách xếp: diplomatic (Công ước 1961), consular (Công ước 1963), credentials (ngày trình thư), alphabetical (chữ cái), none (không có)',
    'diplomatic'),
  ('precedence', 'place', 'Place within the corps at the receiver, from 1',
    'Thứ tự trong đoàn tại bên tiếp nhận, từ 1', '1'),
  ('precedence', 'is_sure', '0 where what is recorded does not settle the place; else 1',
    '0 nếu những gì đã ghi chưa đủ để phân định thứ tự; nếu không thì 1', '1'),
  ('rankable_head', '', 'What ranks each head at a receiver on asked_day',
    'Căn cứ xếp ngôi thứ của từng người đứng đầu tại bên tiếp nhận vào ngày asked_day',
    'SELECT receiver, person_name, precedence_date FROM rankable_head ORDER BY receiver'),
  ('rankable_head', 'corps',
    'In which corps the head ranks: diplomatic, consular, international-organization or other',
    'Thuộc đoàn nào: diplomatic (ngoại giao), consular (lãnh sự), international-organization (tổ chức quốc tế), other (khác)',
    'diplomatic'),
  ('rankable_head', 'standing',
    'head in functions, agrement (given; of consuls, the commission presented), or acting',
    'head (đang giữ chức), agrement (mới được chấp thuận; lãnh sự: đã trình giấy ủy nhiệm), acting (tạm thời đứng đầu)',
    'head'),
  ('rankable_head', 'is_nuncio_first',
    '1 for the representative of the Holy See where the receiver puts them first; else 0',
    '1 nếu là đại diện Tòa thánh và bên tiếp nhận xếp họ đứng đầu; nếu không thì 0', '0'),
  ('rankable_head', 'class',
    'Class of the head: 1 to 3 in diplomatic, 1 to 4 in consular corps; empty: none',
    'Cấp của người đứng đầu: 1 đến 3 trong đoàn ngoại giao, 1 đến 4 trong đoàn lãnh sự; để trống: không có',
    '1'),
  ('rankable_head', 'precedence_date',
    'What the place goes by, as recorded: year, month or day; empty: not known',
    'Thời điểm làm căn cứ xếp thứ tự, theo ghi nhận: năm, tháng hoặc ngày; để trống: không rõ',
    '2025-02-20'),
  ('rankable_head', 'precedence_by', 'What precedence_date is: the name of its column',
    'precedence_date là gì: tên của cột tương ứng', 'credentials'),
  ('rankable_head', 'precedence_time', 'Its hour, HH:MM, local; empty: not recorded',
    'Giờ của thời điểm đó, HH:MM, giờ địa phương; để trống: chưa ghi', '10:30'),
  ('rankable_head', 'precedence_earliest',
    'Earliest day of what the place goes by, YYYY-MM-DD; empty: not known',
    'Ngày sớm nhất của căn cứ xếp thứ tự, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('rankable_head', 'precedence_latest',
    'Latest day of what the place goes by, YYYY-MM-DD; empty: not known',
    'Ngày muộn nhất của căn cứ xếp thứ tự, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('rankable_head', 'practice', 'How the receiver ranks heads: credentials or alphabetical',
    'Cách bên tiếp nhận xếp ngôi thứ: credentials (ngày trình thư) hoặc alphabetical (chữ cái)',
    'credentials'),
  ('rankable_head', 'tie_from',
    'What settles one day, at the least: arrival and agrément, of consuls the commission',
    'Căn cứ phân định khi cùng ngày, sớm nhất: ngày đến và ngày được chấp thuận; lãnh sự: giấy ủy nhiệm',
    NULL),
  ('rankable_head', 'tie_until', 'The same, at the most', 'Như trên, muộn nhất', NULL),
  ('rankable_head', 'sender', 'Key of the party that sends the head', 'Khóa của bên cử', 'vn'),
  ('rankable_head', 'sender_name_en', 'Name of the sender in English, else in Vietnamese',
    'Tên bên cử bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Viet Nam'),
  ('rankable_head', 'sender_name_vi', 'Name of the sender in Vietnamese, else in English',
    'Tên bên cử bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Việt Nam'),
  ('rankable_head', 'sender_sort_key', 'Sort key of the English name of the sender',
    'Khóa sắp xếp của tên tiếng Anh của bên cử', NULL);

-- The other columns are those of what they are taken from.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'rankable_head', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'tenure' AND column_name IN (
    'receiver', 'receiver_name_en', 'receiver_name_vi', 'accreditation', 'posting', 'person',
    'person_name', 'person_sort_key', 'mission', 'mission_name_en', 'mission_name_vi',
    'mission_kind', 'is_resident', 'title', 'title_name_en', 'title_name_vi', 'in_office', 'status',
    'certainty'
  )
  OR object_name = 'accreditation' AND column_name IN (
    'arrived', 'arrived_time', 'agrement_given', 'commission_presented'
  )
  OR object_name = 'title' AND column_name = 'is_honorary';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'precedence', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'rankable_head'
  AND column_name IN (SELECT name FROM pragma_table_info('precedence'));

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('precedence.corps', 'diplomatic', 'diplomatic corps', 'đoàn ngoại giao'),
  ('precedence.corps', 'consular', 'consular corps', 'đoàn lãnh sự'),
  ('precedence.corps', 'international-organization', 'at the international organization',
    'tại tổ chức quốc tế'),
  ('precedence.corps', 'other', 'other offices', 'cơ quan khác'),
  ('precedence.rule', 'diplomatic', '1961 Vienna Convention, article 16',
    'Điều 16 Công ước Viên 1961'),
  ('precedence.rule', 'consular', '1963 Vienna Convention, article 16',
    'Điều 16 Công ước Viên 1963'),
  ('precedence.rule', 'credentials', 'date of credentials', 'ngày trình thư ủy nhiệm'),
  ('precedence.rule', 'alphabetical', 'alphabetical by state', 'thứ tự chữ cái tên nước'),
  ('precedence.rule', 'none', 'no rule', 'không có quy tắc'),
  ('precedence.standing', 'head', 'head', 'người đứng đầu'),
  ('precedence.standing', 'agrement', 'not yet in functions', 'chưa nhậm chức'),
  ('precedence.standing', 'acting', 'acting head', 'tạm thời đứng đầu'),
  ('precedence.precedence_by', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  ('precedence.precedence_by', 'copy_presented', 'true copy', 'trình bản sao thư ủy nhiệm'),
  ('precedence.precedence_by', 'provisionally_admitted', 'provisional admission',
    'được chấp nhận tạm thời'),
  ('precedence.precedence_by', 'exequatur', 'exequatur', 'nhận giấy chấp nhận lãnh sự'),
  ('precedence.precedence_by', 'appointed', 'appointment', 'bổ nhiệm'),
  ('precedence.precedence_by', 'arrived', 'arrival', 'đến nhận nhiệm vụ'),
  ('precedence.precedence_by', 'took_charge', 'taking charge', 'tiếp nhận chức trách'),
  ('precedence.precedence_by', 'agrement_given', 'agrément', 'được chấp thuận'),
  ('precedence.precedence_by', 'commission_presented', 'commission presented',
    'trình giấy ủy nhiệm lãnh sự');
