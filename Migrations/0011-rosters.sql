-- Rosters: who is where, and where nobody is.

-- When each mission opened and closed; of which no opening is recorded, it opened by the first sign
-- that somebody headed it.
CREATE VIEW mission_time AS
SELECT
  m.key AS mission,
  CASE
    WHEN m.opened IS NOT NULL THEN 'recorded'
    WHEN m.first_sign IS NOT NULL THEN 'first-sign'
  END AS opened_by,
  CASE WHEN m.opened IS NULL THEN m.first_sign ELSE m.opened_earliest END AS opened_earliest,
  CASE WHEN m.opened IS NULL THEN nullif(m.first_sign_by, '9999') ELSE m.opened_latest END
    AS opened_latest,
  CASE WHEN m.closed IS NULL THEN r.valid_until_earliest ELSE m.closed_earliest END
    AS closed_earliest,
  coalesce(m.closed_latest, r.valid_until_latest) AS closed_latest
FROM (
  SELECT
    *,
    (
      SELECT min(CASE WHEN s.has_no_act THEN s.begun_until ELSE s.begun_from END)
      FROM service AS s
      WHERE s.mission = mission.key AND s.is_served AND s.is_dated
    ) AS first_sign,
    (
      SELECT min(s.begun_until)
      FROM service AS s
      WHERE s.mission = mission.key AND s.is_served AND s.is_dated
    ) AS first_sign_by
  FROM mission
) AS m
JOIN party AS r ON r.key = m.receiver;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_time', '', 'When each mission opened and closed, as far as is known',
    'Thời điểm mở và đóng của từng cơ quan đại diện, theo những gì biết được',
    'SELECT mission, opened_earliest FROM mission_time ORDER BY opened_earliest DESC'),
  ('mission_time', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('mission_time', 'opened_by',
    'recorded, or first-sign where no opening is recorded: the first day that shows a head; empty: nothing is known',
    'recorded (đã ghi) hoặc first-sign (chưa ghi ngày mở: ngày đầu tiên cho thấy có người đứng đầu); để trống: không rõ',
    'first-sign'),
  ('mission_time', 'opened_earliest', 'Opened no earlier, YYYY-MM-DD; empty: not known',
    'Mở không sớm hơn, YYYY-MM-DD; để trống: không rõ', '2020-07-01'),
  ('mission_time', 'opened_latest', 'Opened by then, YYYY-MM-DD; empty: not known',
    'Mở không muộn hơn, YYYY-MM-DD; để trống: không rõ', '2020-07-31'),
  ('mission_time', 'closed_earliest',
    'Closed for good no earlier, YYYY-MM-DD, as recorded or with the receiver''s end; empty: not known, or open',
    'Đóng hẳn không sớm hơn, YYYY-MM-DD, theo ghi nhận hoặc khi bên tiếp nhận không còn; để trống: không rõ, hoặc còn mở',
    NULL),
  ('mission_time', 'closed_latest',
    'Closed for good by then, YYYY-MM-DD, as recorded or with the receiver''s end; empty: not known, or open',
    'Đóng hẳn không muộn hơn, YYYY-MM-DD, theo ghi nhận hoặc khi bên tiếp nhận không còn; để trống: không rõ, hoặc còn mở',
    NULL);

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('mission_time.opened_by', 'recorded', 'as recorded', 'theo ghi nhận'),
  ('mission_time.opened_by', 'first-sign', 'by the first sign of a head',
    'theo dấu hiệu đầu tiên có người đứng đầu');

-- Missions that are open on asked_day; of which nothing is known before, from the receiver's
-- beginning.
CREATE VIEW open_mission AS
SELECT
  m.key AS mission,
  m.kind AS mission_kind,
  m.sender,
  m.receiver
FROM mission AS m
JOIN mission_time AS o ON o.mission = m.key
JOIN party AS r ON r.key = m.receiver
JOIN asked_day ON 1 = 1
WHERE coalesce(o.closed_latest, '9999') >= asked_day.day
  AND coalesce(o.opened_earliest, r.valid_from_earliest, '0000') <= asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM mission_closure AS c
    WHERE c.mission = m.key AND c.closed_latest < asked_day.day
      AND c.reopened_earliest > asked_day.day
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('open_mission', '', 'Missions that are open on asked_day',
    'Cơ quan đại diện đang hoạt động vào ngày asked_day',
    'SELECT mission_kind, count(*) AS missions FROM open_mission GROUP BY mission_kind'),
  ('open_mission', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('open_mission', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('open_mission', 'sender', 'Key of the sender', 'Khóa của bên cử', 'vn'),
  ('open_mission', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'cu');

-- Missions open on asked_day without a full head. state is 'vacant' where the last head is
-- known to have left, 'no-known-head' where the registry simply does not know.
CREATE VIEW vacancy AS
SELECT
  m.key AS mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  CASE
    WHEN coalesce(p.ended, p.end_mark, person.died) IS NULL THEN 'no-known-head'
    WHEN p.end_mark = 'point' THEN 'no-known-head'
    ELSE 'vacant'
  END AS state,
  p.key AS last_posting,
  person.name AS last_head,
  p.ended AS vacant_since,
  (
    SELECT i.person_name
    FROM incumbent AS i
    WHERE i.mission = m.key AND i.function = 'acting'
    ORDER BY i.since DESC, i.posting
    LIMIT 1
  ) AS acting_head,
  (
    SELECT i.person_name
    FROM service AS s
    JOIN tenure AS i ON i.accreditation = s.accreditation
    WHERE s.mission = m.key AND s.is_resident AND s.function = 'head' AND i.status = 'appointed'
    ORDER BY i.since DESC, i.posting
    LIMIT 1
  ) AS designate,
  (
    SELECT named.name
    FROM posting AS n
    JOIN person AS named ON named.key = n.person
    WHERE n.mission = m.key AND n.nomination = 'pending'
    ORDER BY n.key
    LIMIT 1
  ) AS nominee
FROM open_mission AS o
JOIN mission AS m ON m.key = o.mission
JOIN asked_day ON 1 = 1
LEFT JOIN accreditation AS last ON last.key = (
  SELECT s.accreditation
  FROM service AS s
  WHERE s.mission = o.mission AND s.is_resident AND s.is_served AND s.function = 'head'
    AND s.begun_from <= asked_day.day
  ORDER BY s.begun_until DESC, s.accreditation DESC
  LIMIT 1
)
LEFT JOIN posting AS p ON p.key = last.posting
LEFT JOIN person ON person.key = p.person
WHERE NOT EXISTS (
  SELECT 1
  FROM incumbent AS i
  WHERE i.mission = o.mission AND i.function = 'head'
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('vacancy', '', 'Missions open on asked_day without a full head',
    'Cơ quan đại diện đang hoạt động vào ngày asked_day mà khuyết người đứng đầu',
    'SELECT mission, state, vacant_since, last_head FROM vacancy ORDER BY vacant_since'),
  ('vacancy', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('vacancy', 'mission_name_en', 'Name of the mission in English, else in Vietnamese',
    'Tên cơ quan đại diện bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Embassy of Viet Nam in Cuba'),
  ('vacancy', 'mission_name_vi', 'Name of the mission in Vietnamese, else in English',
    'Tên cơ quan đại diện bằng tiếng Việt, nếu thiếu thì tiếng Anh',
    'Đại sứ quán Việt Nam tại Cuba'),
  ('vacancy', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('vacancy', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'cu'),
  ('vacancy', 'state', 'vacant where the last head is known to have left, else no-known-head',
    'vacant (biết chắc người trước đã thôi) hoặc no-known-head (sổ không có thông tin)', 'vacant'),
  ('vacancy', 'last_posting', 'Key of the posting of the last full head',
    'Khóa của lần cử người đứng đầu gần nhất', 'cu-havana-le-thanh-tung'),
  ('vacancy', 'last_head', 'Name of the last full head', 'Họ tên người đứng đầu gần nhất',
    'Lê Thanh Tùng'),
  ('vacancy', 'vacant_since', 'When the last head left, as recorded: year, month or day',
    'Thời điểm người đứng đầu gần nhất thôi nhiệm vụ, theo ghi nhận: năm, tháng hoặc ngày',
    '2023-11'),
  ('vacancy', 'acting_head', 'Name of the acting head on asked_day',
    'Họ tên người tạm thời đứng đầu vào ngày asked_day', NULL),
  ('vacancy', 'designate', 'Name of one appointed, not known to be in office',
    'Họ tên người đã bổ nhiệm, chưa rõ đã nhậm chức', NULL),
  ('vacancy', 'nominee', 'Name of a pending nominee', 'Họ tên người được đề cử, đang chờ',
    'Lê Quang Long');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('vacancy.state', 'vacant', 'vacant', 'khuyết'),
  ('vacancy.state', 'no-known-head', 'no known head', 'chưa rõ người đứng đầu');

-- What takes turns at a mission: full heads, and the times in which it is not open. Everything of
-- headed and gap is made of it, ordered by when a turn has begun for certain. 0000 stands before
-- every day and 9999 behind it, where a bound is not known.
CREATE VIEW mission_turn AS
SELECT
  mission,
  'head' AS turn,
  accreditation,
  coalesce(began_earliest, '0000') AS begun_from,
  coalesce(began_latest, '9999') AS begun_until,
  coalesce(ended_earliest, '0000') AS ended_from,
  coalesce(ended_latest, '9999') AS ended_until,
  CASE WHEN is_unsure THEN 1 ELSE 0 END AS is_unsure,
  in_office
FROM incumbency
WHERE is_resident AND function = 'head' AND ended_by <> 'not-begun'
UNION ALL
SELECT
  mission, 'unopened', NULL, '0000', '0000', coalesce(opened_earliest, '0000'),
  coalesce(opened_latest, '9999'), 0, 'no'
FROM mission_time
WHERE opened_by = 'recorded'
UNION ALL
SELECT
  mission, 'before-signs', NULL, '0000', '0000', opened_latest, opened_latest, 0, 'no'
FROM mission_time
WHERE opened_by = 'first-sign' AND opened_latest IS NOT NULL
UNION ALL
SELECT
  mission, 'closed', NULL, coalesce(closed_earliest, '0000'), coalesce(closed_latest, '9999'),
  coalesce(reopened_earliest, '0000'), coalesce(reopened_latest, '9999'), 0, 'no'
FROM mission_closure
UNION ALL
SELECT
  mission, 'closed', NULL, coalesce(closed_earliest, '0000'), coalesce(closed_latest, '9999'),
  '9999', '9999', 0, 'no'
FROM mission_time
WHERE coalesce(closed_earliest, closed_latest) IS NOT NULL
UNION ALL
-- Of days that have not come nothing is known.
SELECT
  m.key, 'ahead', NULL, strftime('%Y-%m-%d', max(a.day, a.known_day), '+1 day'),
  strftime('%Y-%m-%d', max(a.day, a.known_day), '+1 day'), '9999', '9999', 0, 'no'
FROM mission AS m
JOIN asked_day AS a ON 1 = 1;

-- The longest spans of days on each of which a full head certainly or possibly headed the mission.
-- A span begins where everybody before had certainly left a day ago, and nobody else can have been
-- there already. No GROUP BY: a question about one mission would not reach through it.
CREATE VIEW headed AS
SELECT
  h.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  a.posting AS first_posting,
  one.name AS first_head,
  a.began,
  nullif(h.begun_from, '0000') AS since_earliest,
  nullif(h.begun_until, '9999') AS since_latest,
  b.posting AS last_posting,
  other.name AS last_head,
  coalesce(b.ended, CASE WHEN q.end_mark IS NULL THEN q.ended END) AS ended,
  nullif(h.ended_from, '0000') AS until_earliest,
  nullif(h.ended_until, '9999') AS until_latest,
  h.heads,
  CAST(h.days AS INTEGER) AS days_least,
  CASE
    WHEN h.begun_from > '0000' THEN max(
      1 + CAST(julianday(min(h.ended_until, k.day)) - julianday(h.begun_from) AS INTEGER), 1
    )
  END AS days_most,
  h.is_unsure,
  CASE h.standing
    WHEN 3 THEN 'certainly'
    WHEN 2 THEN 'expected'
    WHEN 1 THEN 'possibly'
    ELSE 'no'
  END AS on_asked_day
FROM (
  SELECT
    mission,
    is_first,
    min(begun_from) OVER span AS begun_from,
    min(begun_until) OVER span AS begun_until,
    max(ended_from) OVER span AS ended_from,
    max(ended_until) OVER span AS ended_until,
    count(*) OVER span AS heads,
    sum(days) OVER span AS days,
    max(is_unsure) OVER span AS is_unsure,
    max(
      CASE in_office
        WHEN 'certainly' THEN 3
        WHEN 'expected' THEN 2
        WHEN 'possibly' THEN 1
        ELSE 0
      END
    ) OVER span AS standing,
    -- Whoever was there first, and whoever was there last, behind the days by which they are told.
    substr(min(
      substr(begun_until || '-99-99', 1, 10) || substr(begun_from || '-00-00', 1, 10)
        || accreditation
    ) OVER span, 21) AS first_of_all,
    substr(max(
      substr(ended_from || '-00-00', 1, 10) || substr(ended_until || '-99-99', 1, 10)
        || accreditation
    ) OVER span, 21) AS last_of_all
  FROM (
    SELECT
      *,
      sum(is_first) OVER (
        in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS number
    FROM (
      SELECT
        *,
        CASE
          WHEN left_by IS NULL THEN 1
          WHEN julianday(nullif(rest_from, '0000')) - julianday(nullif(left_by, '9999')) > 1 THEN 1
          ELSE 0
        END AS is_first,
        -- Days on which he certainly heads it, and nobody before him does.
        CASE
          WHEN is_unsure = 1 OR begun_until > ended_from THEN 0
          WHEN sure_until >= begun_until
            THEN max(CAST(julianday(until_known) - julianday(sure_until) AS INTEGER), 0)
          ELSE max(1 + CAST(julianday(until_known) - julianday(begun_until) AS INTEGER), 0)
        END AS days
      FROM (
        SELECT
          turns.*,
          min(turns.ended_from, k.day) AS until_known,
          max(turns.ended_until) OVER (
            in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS left_by,
          max(
            CASE
              WHEN turns.is_unsure = 0 AND turns.begun_until <= turns.ended_from
                THEN turns.ended_from
            END
          ) OVER (in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sure_until,
          min(turns.begun_from) OVER (
            in_turn ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
          ) AS rest_from
        FROM mission_turn AS turns
        JOIN known_day AS k ON 1 = 1
        WHERE turns.turn = 'head'
        WINDOW in_turn AS (
          PARTITION BY turns.mission ORDER BY turns.begun_until, turns.accreditation
        )
      ) AS neighbour
    ) AS part
    WINDOW in_turn AS (PARTITION BY mission ORDER BY begun_until, accreditation)
  ) AS numbered
  WINDOW span AS (PARTITION BY mission, number)
) AS h
JOIN known_day AS k ON 1 = 1
JOIN mission AS m ON m.key = h.mission
JOIN accreditation AS a ON a.key = h.first_of_all
JOIN posting AS p ON p.key = a.posting
JOIN person AS one ON one.key = p.person
JOIN accreditation AS b ON b.key = h.last_of_all
JOIN posting AS q ON q.key = b.posting
JOIN person AS other ON other.key = q.person
WHERE h.is_first = 1;

-- The times between two full heads of a mission, before the first and behind the last, while it was
-- open: from the last day on which anybody before can have left to the first on which anybody
-- behind can have begun, and from the first to the last. Where the one is no time at all, nobody
-- knows whether there was a gap.
CREATE VIEW gap AS
SELECT
  g.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  -- As in vacancy: of whom no end is recorded, nobody knows that he had left.
  CASE
    WHEN coalesce(a.ended, p.ended, p.end_mark, one.died) IS NULL THEN 'no-known-head'
    WHEN p.end_mark = 'point' THEN 'no-known-head'
    ELSE 'vacant'
  END AS state,
  CASE g.turn_before
    WHEN 'h' THEN 'head-left'
    WHEN 'u' THEN 'opened'
    WHEN 'b' THEN 'first-sign'
    WHEN 'c' THEN 'reopened'
  END AS since_by,
  a.posting AS last_posting,
  one.name AS last_head,
  coalesce(a.ended, CASE WHEN p.end_mark IS NULL THEN p.ended END) AS ended,
  nullif(g.left_from, '0000') AS since_earliest,
  nullif(g.left_by, '9999') AS since_latest,
  CASE g.turn WHEN 'head' THEN 'head-began' WHEN 'closed' THEN 'closed' ELSE 'not-ended' END
    AS until_by,
  b.posting AS next_posting,
  other.name AS next_head,
  b.began,
  CASE WHEN g.turn <> 'ahead' THEN nullif(g.rest_from, '0000') END AS until_earliest,
  CASE WHEN g.turn <> 'ahead' THEN g.begun_until END AS until_latest,
  CASE
    WHEN g.at_least > 1 THEN max(
      CAST(julianday(min(g.rest_from, g.known_day)) - julianday(g.left_by) AS INTEGER), 0
    )
    ELSE 0
  END AS days_least,
  CASE
    WHEN g.left_from > '0000' THEN max(
      CAST(julianday(min(g.begun_until, g.known_day)) - julianday(g.left_from) AS INTEGER), 0
    )
  END AS days_most,
  CASE WHEN g.is_unsure = 1 OR s.is_unsure THEN 1 ELSE 0 END AS is_unsure,
  CASE
    WHEN g.day <= g.known_day AND g.day > g.left_by AND g.day < g.rest_from THEN 'certainly'
    WHEN g.day > g.left_from AND g.day < g.begun_until THEN 'possibly'
    ELSE 'no'
  END AS on_asked_day
FROM (
  SELECT
    *,
    substr(before, 21, 1) AS turn_before,
    substr(before, 22) AS last_of_all,
    julianday(nullif(rest_from, '0000')) - julianday(nullif(left_by, '9999')) AS at_least,
    julianday(nullif(begun_until, '9999'))
      - julianday(nullif(nullif(left_from, '0000'), '9999')) AS at_most
  FROM (
    SELECT
      turns.*,
      d.day,
      d.known_day,
      -- Who was there last, behind the days by which he is told.
      max(
        substr(turns.ended_from || '-00-00', 1, 10) || substr(turns.ended_until || '-99-99', 1, 10)
          || substr(turns.turn, 1, 1) || coalesce(turns.accreditation, '')
      ) OVER (in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
      max(turns.ended_from) OVER (
        in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS left_from,
      max(turns.ended_until) OVER (
        in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS left_by,
      min(turns.begun_from) OVER (
        in_turn ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
      ) AS rest_from
    FROM mission_turn AS turns
    JOIN asked_day AS d ON 1 = 1
    WINDOW in_turn AS (
      PARTITION BY turns.mission ORDER BY turns.begun_until, turns.accreditation
    )
  ) AS neighbour
) AS g
JOIN mission AS m ON m.key = g.mission
LEFT JOIN accreditation AS a ON a.key = g.last_of_all
LEFT JOIN posting AS p ON p.key = a.posting
LEFT JOIN person AS one ON one.key = p.person
LEFT JOIN service AS s ON s.accreditation = a.key
LEFT JOIN accreditation AS b ON b.key = g.accreditation
LEFT JOIN posting AS q ON q.key = b.posting
LEFT JOIN person AS other ON other.key = q.person
WHERE g.at_most > 1 OR g.at_least > 1;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_turn', '',
    'What takes turns at each mission: full heads, and the times in which it is not open',
    'Những gì nối tiếp nhau ở từng cơ quan đại diện: người đứng đầu chính thức và thời gian không hoạt động',
    'SELECT mission, turn, count(*) AS turns FROM mission_turn GROUP BY mission, turn'),
  ('mission_turn', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('mission_turn', 'turn',
    'What it is: head, unopened, before-signs, closed, or ahead, of the days that have not come',
    'Loại: head (người đứng đầu), unopened (chưa mở), before-signs (trước dấu hiệu đầu tiên), closed (đóng cửa), ahead (những ngày chưa đến)',
    'head'),
  ('mission_turn', 'accreditation', 'Key of the accreditation of the head; else empty',
    'Khóa của lần ủy nhiệm, nếu là người đứng đầu; nếu không thì để trống',
    'gb-london-do-minh-hung-gb'),
  ('mission_turn', 'begun_from', 'Begun no earlier, YYYY-MM-DD; 0000: not known',
    'Bắt đầu không sớm hơn, YYYY-MM-DD; 0000: không rõ', '2025-02-20'),
  ('mission_turn', 'begun_until', 'Begun by then, YYYY-MM-DD; 9999: not known',
    'Bắt đầu không muộn hơn, YYYY-MM-DD; 9999: không rõ', '2025-02-20'),
  ('mission_turn', 'ended_from', 'Ended no earlier, YYYY-MM-DD; 0000: not known',
    'Kết thúc không sớm hơn, YYYY-MM-DD; 0000: không rõ', '2026-03-11'),
  ('mission_turn', 'ended_until', 'Ended by then, YYYY-MM-DD; 9999: not known',
    'Kết thúc không muộn hơn, YYYY-MM-DD; 9999: không rõ', '9999'),
  ('mission_turn', 'is_unsure', '1 where the head is unsure, as in tenure; else 0',
    '1 nếu thông tin về người đứng đầu chưa chắc, như ở tenure; nếu không thì 0', '0'),
  ('mission_turn', 'in_office', 'Whether he is in office on asked_day: certainly, possibly, no, or expected',
    'Có tại nhiệm vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không), expected (dự kiến)',
    'certainly'),
  ('headed', '', 'The longest spans of days on which full heads certainly or possibly headed a mission',
    'Những khoảng ngày dài nhất mà cơ quan đại diện chắc chắn hoặc có thể có người đứng đầu chính thức',
    'SELECT mission, first_head, last_head, heads, days_least, days_most FROM headed ORDER BY days_least DESC'),
  ('headed', 'first_posting', 'Key of the posting of the head who began first',
    'Khóa của lần cử người bắt đầu sớm nhất', 'gb-london-do-minh-hung'),
  ('headed', 'first_head', 'Name of the head who began first', 'Họ tên người bắt đầu sớm nhất',
    'Đỗ Minh Hùng'),
  ('headed', 'began', 'When the first head began, as recorded: year, month or day',
    'Thời điểm người đầu tiên nhậm chức, theo ghi nhận: năm, tháng hoặc ngày', '2025-02-20'),
  ('headed', 'since_earliest', 'Begins no earlier, YYYY-MM-DD; empty: not known',
    'Bắt đầu không sớm hơn, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('headed', 'since_latest', 'Begins by then, YYYY-MM-DD; empty: not known',
    'Bắt đầu không muộn hơn, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('headed', 'last_posting', 'Key of the posting of the head who was there last',
    'Khóa của lần cử người tại nhiệm sau cùng', 'gb-london-do-minh-hung'),
  ('headed', 'last_head', 'Name of the head who was there last', 'Họ tên người tại nhiệm sau cùng',
    'Đỗ Minh Hùng'),
  ('headed', 'ended', 'When the last head left, as recorded: year, month or day; empty: not recorded',
    'Thời điểm người sau cùng thôi nhiệm vụ, theo ghi nhận: năm, tháng hoặc ngày; để trống: chưa ghi',
    NULL),
  ('headed', 'until_earliest', 'Ends no earlier, YYYY-MM-DD; known_day where somebody serves',
    'Kết thúc không sớm hơn, YYYY-MM-DD; là known_day nếu còn người tại nhiệm', '2026-03-11'),
  ('headed', 'until_latest', 'Ends by then, YYYY-MM-DD; empty where nothing bounds it',
    'Kết thúc không muộn hơn, YYYY-MM-DD; để trống nếu không có gì giới hạn', NULL),
  ('headed', 'heads', 'How many full heads it has, one after the other or at once',
    'Số người đứng đầu chính thức, nối tiếp hoặc cùng lúc', '1'),
  ('headed', 'days_least', 'Days on which somebody certainly headed the mission, until known_day',
    'Số ngày chắc chắn có người đứng đầu, tính đến known_day', '385'),
  ('headed', 'days_most', 'Days on which somebody certainly or possibly did, until known_day; empty: not known',
    'Số ngày chắc chắn hoặc có thể có người đứng đầu, tính đến known_day; để trống: không rõ', '385'),
  ('headed', 'is_unsure', '1 where one of the heads is unsure, as in tenure; else 0',
    '1 nếu thông tin về một trong những người đứng đầu chưa chắc, như ở tenure; nếu không thì 0',
    '0'),
  ('headed', 'on_asked_day',
    'Whether one of these heads is in office on asked_day: certainly, possibly, no, or expected',
    'Một trong những người này có tại nhiệm vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không), expected (dự kiến)',
    'certainly'),
  ('gap', '', 'The times between full heads, certain or possible, while the mission was open',
    'Những khoảng thời gian khuyết người đứng đầu chính thức, chắc chắn hoặc có thể, khi cơ quan đang hoạt động',
    'SELECT mission, last_head, ended, next_head, began, days_least, days_most FROM gap ORDER BY days_least DESC'),
  ('gap', 'state', 'vacant where a head is known to have left before, else no-known-head',
    'vacant (biết chắc người trước đã thôi) hoặc no-known-head (sổ không có thông tin)', 'vacant'),
  ('gap', 'since_by', 'What it begins with: head-left, opened, first-sign or reopened',
    'Bắt đầu từ khi: head-left (người trước thôi), opened (mở cơ quan), first-sign (dấu hiệu đầu tiên), reopened (mở lại)',
    'head-left'),
  ('gap', 'last_posting', 'Key of the posting of the head who left last; empty: none is known',
    'Khóa của lần cử người thôi nhiệm vụ sau cùng; để trống: không rõ', 'cu-havana-le-thanh-tung'),
  ('gap', 'last_head', 'Name of the head who left last; empty: none is known',
    'Họ tên người thôi nhiệm vụ sau cùng; để trống: không rõ', 'Lê Thanh Tùng'),
  ('gap', 'ended', 'When that head left, as recorded: year, month or day',
    'Thời điểm người đó thôi nhiệm vụ, theo ghi nhận: năm, tháng hoặc ngày', '2023-11'),
  ('gap', 'since_earliest',
    'Last day on which a head was there, or day of the opening: no earlier, YYYY-MM-DD; empty: not known',
    'Ngày cuối còn người đứng đầu, hoặc ngày mở: không sớm hơn, YYYY-MM-DD; để trống: không rõ',
    '2023-11-01'),
  ('gap', 'since_latest', 'The same: no later, YYYY-MM-DD; empty: not known',
    'Như trên: không muộn hơn, YYYY-MM-DD; để trống: không rõ', '2023-11-30'),
  ('gap', 'until_by', 'What it ends with: head-began, closed, or not-ended',
    'Kết thúc khi: head-began (người sau nhậm chức), closed (đóng cửa), not-ended (chưa kết thúc)',
    'head-began'),
  ('gap', 'next_posting', 'Key of the posting of the head who began next; empty: nobody has',
    'Khóa của lần cử người nhậm chức tiếp theo; để trống: chưa có', 'cu-havana-le-quang-long'),
  ('gap', 'next_head', 'Name of the head who began next; empty: nobody has',
    'Họ tên người nhậm chức tiếp theo; để trống: chưa có', 'Lê Quang Long'),
  ('gap', 'began', 'When that head began, as recorded: year, month or day',
    'Thời điểm người đó nhậm chức, theo ghi nhận: năm, tháng hoặc ngày', '2024-05?'),
  ('gap', 'until_earliest',
    'First day of a head, or day of the closing: no earlier, YYYY-MM-DD; empty: not known, or not ended',
    'Ngày đầu có người đứng đầu, hoặc ngày đóng cửa: không sớm hơn, YYYY-MM-DD; để trống: không rõ hoặc chưa kết thúc',
    '2024-05-01'),
  ('gap', 'until_latest', 'The same: no later, YYYY-MM-DD; empty where it has not ended',
    'Như trên: không muộn hơn, YYYY-MM-DD; để trống nếu chưa kết thúc', '2024-05-31'),
  ('gap', 'days_least', 'Days from since_latest to until_earliest, or to known_day; 0: perhaps no gap at all',
    'Số ngày từ since_latest đến until_earliest hoặc known_day; 0: có thể không khuyết', '153'),
  ('gap', 'days_most', 'Days from since_earliest to until_latest, or to known_day; empty: not known',
    'Số ngày từ since_earliest đến until_latest hoặc known_day; để trống: không rõ', '212'),
  ('gap', 'is_unsure', '1 where the head before or behind is unsure, as in tenure; else 0',
    '1 nếu thông tin về người trước hoặc người sau chưa chắc, như ở tenure; nếu không thì 0', '1'),
  ('gap', 'on_asked_day', 'Whether it is there on asked_day: certainly, possibly or no',
    'Có khuyết vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không)', 'no');

-- The other columns are those of vacancy.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT v.name, c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN (SELECT 'headed' AS name UNION ALL SELECT 'gap') AS v ON 1 = 1
WHERE c.object_name = 'vacancy' AND c.column_name IN (
    'mission', 'mission_name_en', 'mission_name_vi', 'mission_kind', 'receiver'
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('mission_turn.turn', 'head', 'full head', 'người đứng đầu chính thức'),
  ('mission_turn.turn', 'unopened', 'not open yet', 'chưa mở'),
  ('mission_turn.turn', 'before-signs', 'before the first sign of a head',
    'trước dấu hiệu đầu tiên có người đứng đầu'),
  ('mission_turn.turn', 'closed', 'closed', 'đóng cửa'),
  ('mission_turn.turn', 'ahead', 'days that have not come', 'những ngày chưa đến'),
  ('gap.since_by', 'head-left', 'the head left', 'người trước thôi nhiệm vụ'),
  ('gap.since_by', 'opened', 'mission opened', 'mở cơ quan đại diện'),
  ('gap.since_by', 'first-sign', 'first sign of a head', 'dấu hiệu đầu tiên có người đứng đầu'),
  ('gap.since_by', 'reopened', 'mission opened again', 'mở lại cơ quan đại diện'),
  ('gap.until_by', 'head-began', 'the next head began', 'người sau nhậm chức'),
  ('gap.until_by', 'closed', 'mission closed', 'đóng cơ quan đại diện'),
  ('gap.until_by', 'not-ended', 'not ended', 'chưa kết thúc');

-- What a succession prints of each mission, a line each, in the order of line_order: its heads and
-- acting heads; those who were accredited to its receiver beside a post of their own, where it is
-- the one mission that would be theirs; the times in between, certain or possible; and those in
-- which it was closed.
CREATE VIEW succession_line AS
SELECT
  l.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  l.line,
  l.step,
  l.posting,
  l.accreditation,
  l.person,
  l.person_name,
  l.title,
  l.title_name_en,
  l.title_name_vi,
  l.vienna_class,
  coalesce(there.name_en, there.name_vi, town.name_en) AS residence_en,
  coalesce(there.name_vi, there.name_en, town.name_vi, town.name_en) AS residence_vi,
  l.term,
  l.began,
  l.began_by,
  -- As recorded, else no more than is known: a year or a month where the bounds are its own.
  CASE
    WHEN l.line = 'not-begun' OR l.since IS NOT NULL THEN l.since
    WHEN l.began_earliest = l.began_latest THEN l.began_latest
    WHEN substr(l.began_earliest, 5) = '-01-01'
        AND l.began_latest = substr(l.began_earliest, 1, 4) || '-12-31'
      THEN substr(l.began_latest, 1, 4)
    WHEN substr(l.began_earliest, 8) = '-01'
        AND strftime('%Y-%m-%d', l.began_latest, '+1 day')
          = strftime('%Y-%m-%d', l.began_earliest, '+1 month')
      THEN substr(l.began_latest, 1, 7)
    WHEN coalesce(l.began_earliest, l.began_latest) IS NOT NULL
      THEN '[' || coalesce(l.began_earliest, '') || '..' || coalesce(l.began_latest, '') || ']'
  END AS since,
  l.began_earliest,
  l.began_latest,
  l.ended,
  CASE
    WHEN l.ended_by IN ('serving', 'not-begun') OR l.until IS NOT NULL THEN l.until
    WHEN l.ended_earliest = l.ended_latest THEN l.ended_latest
    WHEN substr(l.ended_earliest, 5) = '-01-01'
        AND l.ended_latest = substr(l.ended_earliest, 1, 4) || '-12-31'
      THEN substr(l.ended_latest, 1, 4)
    WHEN substr(l.ended_earliest, 8) = '-01'
        AND strftime('%Y-%m-%d', l.ended_latest, '+1 day')
          = strftime('%Y-%m-%d', l.ended_earliest, '+1 month')
      THEN substr(l.ended_latest, 1, 7)
    WHEN coalesce(l.ended_earliest, l.ended_latest) IS NOT NULL
      THEN '[' || coalesce(l.ended_earliest, '') || '..' || coalesce(l.ended_latest, '') || ']'
  END AS until,
  l.ended_by,
  l.ended_earliest,
  l.ended_latest,
  l.end_reason,
  l.days_least,
  l.days_most,
  l.is_unsure,
  l.in_office,
  l.status,
  l.line_order
FROM (
  SELECT
    mission,
    line,
    CASE
      WHEN line = 'not-begun' OR coalesce(person_before, '') <> person THEN NULL
      WHEN function = 'head' AND function_before = 'acting' THEN 'was-acting'
      WHEN vienna_class < class_before THEN 'class-raised'
      WHEN vienna_class > class_before THEN 'class-lowered'
      WHEN title <> title_before THEN 'titled-anew'
      ELSE 'again'
    END AS step,
    posting, accreditation, person, person_name, title, title_name_en, title_name_vi,
    vienna_class, NULL AS seat_mission, term, began, began_by, began AS since, began_earliest,
    began_latest, ended, ended AS until, ended_by, ended_earliest, ended_latest, end_reason,
    days_least, days_most, is_unsure, in_office, status,
    substr(place || '-99-99', 1, 10) || CASE line
      WHEN 'head' THEN ' ' || accreditation || ' 1'
      ELSE ' ~~ ' || accreditation
    END AS line_order
  FROM (
    SELECT
      *,
      lag(person) OVER in_turn AS person_before,
      lag(function) OVER in_turn AS function_before,
      lag(title) OVER in_turn AS title_before,
      lag(vienna_class) OVER in_turn AS class_before
    FROM (
      SELECT
        i.mission,
        CASE
          WHEN i.ended_by = 'not-begun' THEN 'not-begun'
          ELSE i.function
        END AS line,
        i.function, i.posting, i.accreditation, i.person, i.person_name, i.title,
        i.title_name_en, i.title_name_vi, i.vienna_class, i.term, i.began, i.began_by,
        i.began_earliest, i.began_latest, i.ended, i.ended_by, i.ended_earliest, i.ended_latest,
        i.end_reason, i.tenure_days_least AS days_least, i.tenure_days_most AS days_most,
        CASE WHEN i.is_unsure THEN 1 ELSE 0 END AS is_unsure, i.in_office, i.status,
        CASE
          WHEN i.ended_by = 'not-begun' THEN coalesce(
            a.appointed_latest, a.handed_over_latest, i.ended_latest, '9999'
          )
          ELSE coalesce(i.began_latest, '9999')
        END AS place
      FROM incumbency AS i
      JOIN accreditation AS a ON a.key = i.accreditation
      WHERE i.is_resident
    ) AS resident
    WINDOW in_turn AS (
      PARTITION BY mission ORDER BY line = 'not-begun', place, accreditation
    )
  ) AS neighbour
  UNION ALL
  SELECT
    m.key, 'non-resident', NULL, i.posting, i.accreditation, i.person, i.person_name, i.title,
    i.title_name_en, i.title_name_vi, i.vienna_class, i.mission, i.term, i.began, i.began_by,
    i.began, i.began_earliest, i.began_latest, i.ended, i.ended, i.ended_by, i.ended_earliest,
    i.ended_latest, i.end_reason, i.tenure_days_least, i.tenure_days_most,
    CASE WHEN i.is_unsure THEN 1 ELSE 0 END, i.in_office, i.status,
    substr(
      coalesce(i.began_latest, a.appointed_latest, a.handed_over_latest, '9999') || '-99-99', 1, 10
    ) || ' ~~ ' || i.accreditation
  FROM mission AS m
  JOIN mission_kind AS k ON k.key = m.kind
  JOIN accreditation AS a ON a.receiver = m.receiver
  JOIN incumbency AS i ON i.accreditation = a.key
  WHERE k.category IN ('diplomatic', 'international-organization')
    AND NOT a.is_resident AND NOT i.is_resident
    AND NOT EXISTS (
      SELECT 1
      FROM mission AS o
      JOIN mission_kind AS p ON p.key = o.kind
      -- Found by the receiver, for a sender has hundreds of missions.
      WHERE o.receiver = m.receiver AND o.sender || '' = m.sender AND o.key <> m.key
        AND p.category = k.category
    )
  UNION ALL
  SELECT
    g.mission,
    CASE
      WHEN g.days_least = 0 THEN 'perhaps-vacant'
      WHEN g.state = 'vacant' THEN 'vacant'
      ELSE 'not-known'
    END,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, g.ended, g.since_earliest, g.since_latest, NULL, g.began, NULL,
    g.until_earliest, g.until_latest, NULL, g.days_least, g.days_most, g.is_unsure,
    g.on_asked_day, NULL,
    CASE
      WHEN coalesce(g.since_latest, '9999') < coalesce(g.until_latest, '9999')
        OR g.until_by = 'not-ended'
        THEN substr(coalesce(g.since_latest, '9999') || '-99-99', 1, 10) || ' ~'
      ELSE substr(coalesce(g.until_latest, '9999') || '-99-99', 1, 10) || ' '
        || coalesce(next.key, '') || ' 0'
    END
  FROM gap AS g
  LEFT JOIN accreditation AS next ON next.posting = g.next_posting AND next.is_resident
  UNION ALL
  SELECT
    t.mission, 'closed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, nullif(t.begun_from, '0000'), nullif(t.begun_until, '9999'), NULL, NULL,
    NULL, nullif(nullif(t.ended_from, '0000'), '9999'), nullif(t.ended_until, '9999'),
    NULL, NULL, NULL, 0, 'no', NULL,
    substr(t.begun_until || '-99-99', 1, 10) || ' '
  FROM mission_turn AS t
  WHERE t.turn = 'closed'
) AS l
JOIN mission AS m ON m.key = l.mission
LEFT JOIN mission AS there ON there.key = l.seat_mission
LEFT JOIN place AS town ON town.key = (
  SELECT c.place
  FROM concurrent_member AS x
  JOIN concurrent_appointment AS c ON c.key = x.appointment
  WHERE x.posting = l.posting AND l.seat_mission IS NULL AND c.party <> m.receiver
  ORDER BY c.key
  LIMIT 1
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('succession_line', '',
    'The heads of each mission one after the other, with every gap and closing, a line each',
    'Những người lần lượt đứng đầu từng cơ quan đại diện, kèm mọi khoảng khuyết và thời gian đóng cửa',
    'SELECT line, person_name, since, until, days_least, days_most FROM succession_line WHERE mission = ''cu-havana'' ORDER BY line_order'),
  ('succession_line', 'line',
    'What the line is: head, acting, non-resident, not-begun, vacant, perhaps-vacant, not-known or closed',
    'Loại dòng: head, acting, non-resident, not-begun, vacant, perhaps-vacant, not-known hoặc closed',
    'head'),
  ('succession_line', 'step',
    'Where the same person was there directly before: class-raised, class-lowered, titled-anew, was-acting or again',
    'Nếu ngay trước đó cũng là người này: class-raised, class-lowered, titled-anew, was-acting hoặc again',
    NULL),
  ('succession_line', 'posting', 'Key of the posting; empty for gaps and closings',
    'Khóa của lần bổ nhiệm; để trống với khoảng khuyết và thời gian đóng cửa',
    'cu-havana-le-thanh-tung'),
  ('succession_line', 'residence_en',
    'Where a head who does not reside here resides, in English: a mission or a place',
    'Nơi thường trú của người không thường trú tại đây, bằng tiếng Anh: cơ quan đại diện hoặc địa điểm',
    'Embassy of Viet Nam in France'),
  ('succession_line', 'residence_vi',
    'Where a head who does not reside here resides, in Vietnamese: a mission or a place',
    'Nơi thường trú của người không thường trú tại đây, bằng tiếng Việt: cơ quan đại diện hoặc địa điểm',
    'Đại sứ quán Việt Nam tại Pháp'),
  ('succession_line', 'since',
    'When it begins, as recorded, else what is known of it: year, month, day or bounds',
    'Bắt đầu khi nào, theo ghi nhận, nếu không thì theo những gì biết được: năm, tháng, ngày hoặc giới hạn',
    '[2025-06-05..2026-03-02]'),
  ('succession_line', 'until',
    'When it ends, as recorded, else what is known of it; empty where it has not ended',
    'Kết thúc khi nào, theo ghi nhận, nếu không thì theo những gì biết được; để trống nếu chưa kết thúc',
    '2023-11'),
  ('succession_line', 'began_earliest', 'Begins no earlier, YYYY-MM-DD; empty: not known',
    'Bắt đầu không sớm hơn, YYYY-MM-DD; để trống: không rõ', '2023-11-01'),
  ('succession_line', 'began_latest', 'Begins by then, YYYY-MM-DD; empty: not known',
    'Bắt đầu không muộn hơn, YYYY-MM-DD; để trống: không rõ', '2023-11-30'),
  ('succession_line', 'ended_earliest',
    'Ends no earlier, YYYY-MM-DD; of a head as in tenure; empty: not known, or not ended',
    'Kết thúc không sớm hơn, YYYY-MM-DD; với người đứng đầu thì như ở tenure; để trống: không rõ hoặc chưa kết thúc',
    '2024-05-01'),
  ('succession_line', 'ended_latest', 'Ends by then, YYYY-MM-DD; empty where nothing bounds it',
    'Kết thúc không muộn hơn, YYYY-MM-DD; để trống nếu không có gì giới hạn', '2024-05-31'),
  ('succession_line', 'days_least',
    'Days at least, until known_day: of a head in office, of a gap without one; 0: perhaps no gap at all',
    'Số ngày ít nhất, tính đến known_day: tại nhiệm, hoặc khuyết người; 0: có thể không khuyết',
    '153'),
  ('succession_line', 'days_most', 'Days at most, until known_day; empty: not known',
    'Số ngày nhiều nhất, tính đến known_day; để trống: không rõ', '212'),
  ('succession_line', 'is_unsure',
    '1 where the head, or of a gap one beside it, is unsure, as in tenure; else 0',
    '1 nếu thông tin về người đứng đầu, hoặc về người trước hay sau khoảng khuyết, chưa chắc, như ở tenure; nếu không thì 0',
    '0'),
  ('succession_line', 'in_office',
    'Whether it is so on asked_day: certainly, possibly, no, or expected',
    'Có đúng vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không), expected (dự kiến)',
    'certainly'),
  ('succession_line', 'line_order', 'For ORDER BY: the lines of a mission one after the other',
    'Dùng cho ORDER BY: các dòng của một cơ quan đại diện theo thứ tự', NULL);

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'succession_line', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('succession_line') AS t ON t.name = c.column_name
WHERE c.object_name = 'tenure' AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'succession_line' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('succession_line.line', 'head', 'full head', 'người đứng đầu chính thức'),
  ('succession_line.line', 'acting', 'acting head', 'tạm thời đứng đầu'),
  ('succession_line.line', 'non-resident', 'non-resident', 'không thường trú'),
  ('succession_line.line', 'not-begun', 'appointed, not known to have begun',
    'đã bổ nhiệm, chưa rõ đã nhậm chức'),
  ('succession_line.line', 'vacant', 'vacant', 'khuyết'),
  ('succession_line.line', 'perhaps-vacant', 'perhaps vacant', 'có thể khuyết'),
  ('succession_line.line', 'not-known', 'no known head', 'chưa rõ người đứng đầu'),
  ('succession_line.line', 'closed', 'closed', 'đóng cửa'),
  ('succession_line.step', 'class-raised', 'raised to a higher class', 'được nâng cấp'),
  ('succession_line.step', 'class-lowered', 'of a lower class than before',
    'chuyển xuống cấp thấp hơn'),
  ('succession_line.step', 'titled-anew', 'same person, new title', 'đổi chức danh'),
  ('succession_line.step', 'was-acting', 'acting head before', 'trước đó tạm thời đứng đầu'),
  ('succession_line.step', 'again', 'appointed again', 'được bổ nhiệm lại');

-- The receivers to whom heads are accredited beside the one where they reside, on asked_day; for a
-- head who has left, or is not there yet, all of them.
CREATE VIEW concurrent_coverage AS
SELECT
  a.posting,
  a.key AS accreditation,
  r.key AS receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi
FROM accreditation AS a
JOIN service AS s ON s.accreditation = a.key
JOIN party AS r ON r.key = a.receiver
JOIN accreditation AS residence ON residence.posting = a.posting AND residence.is_resident
JOIN service AS home ON home.accreditation = residence.key
JOIN asked_day ON 1 = 1
WHERE NOT a.is_resident
  AND (
    s.begun_from <= asked_day.day AND s.ended_until >= asked_day.day
    OR home.begun_from > asked_day.day
    OR home.ended_until < asked_day.day
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('concurrent_coverage', '',
    'Receivers of heads beside the one where they reside, in force on asked_day',
    'Các bên tiếp nhận mà người đứng đầu kiêm nhiệm, còn hiệu lực vào ngày asked_day',
    'SELECT posting, receiver FROM concurrent_coverage ORDER BY posting, receiver'),
  ('concurrent_coverage', 'posting', 'Key of the posting', 'Khóa của lần cử',
    'gb-london-do-minh-hung'),
  ('concurrent_coverage', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-ie'),
  ('concurrent_coverage', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'ie'),
  ('concurrent_coverage', 'receiver_name_en', 'Name of the receiver in English, else in Vietnamese',
    'Tên bên tiếp nhận bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Ireland'),
  ('concurrent_coverage', 'receiver_name_vi', 'Name of the receiver in Vietnamese, else in English',
    'Tên bên tiếp nhận bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Ai-len'),
  ('concurrent_coverage', 'sort_key_en', 'Sort key of the English name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY', NULL),
  ('concurrent_coverage', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY', NULL);

-- What a mission covers on asked_day, whoever heads it: of a day before the first source that shows
-- it, it is not known.
CREATE VIEW coverage AS
SELECT
  c.mission,
  c.receiver,
  c.known_on,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi
FROM mission_coverage AS c
JOIN party AS r ON r.key = c.receiver
JOIN asked_day ON 1 = 1
WHERE coalesce(c.known_on_earliest, '0000') <= asked_day.day
  AND coalesce(c.ended_latest, '9999') >= asked_day.day;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('coverage', '', 'Parties that missions cover on asked_day beside their own receiver',
    'Địa bàn kiêm nhiệm của cơ quan đại diện vào ngày asked_day',
    'SELECT mission, receiver FROM coverage ORDER BY mission, receiver'),
  ('coverage', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'br-brasilia'),
  ('coverage', 'receiver', 'Key of the party covered',
    'Khóa của nước hoặc tổ chức thuộc địa bàn kiêm nhiệm', 'gy'),
  ('coverage', 'known_on', 'When a source shows the coverage: year, month or day',
    'Thời điểm có nguồn ghi nhận việc kiêm nhiệm: năm, tháng hoặc ngày', '2025-04-16'),
  ('coverage', 'receiver_name_en', 'Name of the party in English, else in Vietnamese',
    'Tên bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Guyana'),
  ('coverage', 'receiver_name_vi', 'Name of the party in Vietnamese, else in English',
    'Tên bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Guy-a-na'),
  ('coverage', 'sort_key_en', 'Sort key of the English name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY', NULL),
  ('coverage', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY', NULL);

-- Who covers each receiver from elsewhere on asked_day: heads who are accredited there beside the
-- post where they reside, and missions that cover it of which no head is known to be.
CREATE VIEW receiver_coverage AS
SELECT
  c.receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi,
  c.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  c.posting,
  c.accreditation,
  c.person,
  c.person_name,
  c.title,
  c.title_name_en,
  c.title_name_vi,
  CASE c.state
    WHEN 'presented' THEN c.began
    WHEN 'in-office' THEN coalesce(c.in_office_by, c.in_office_on)
    WHEN 'pending' THEN coalesce(c.handed_over, c.appointed)
    WHEN 'unrecorded' THEN coalesce(c.handed_over, c.appointed)
  END AS since,
  CASE
    WHEN c.state = 'presented' THEN c.began_by
    WHEN c.state = 'in-office' THEN 'in_office_by'
    WHEN c.state IN ('pending', 'unrecorded') AND c.handed_over IS NOT NULL THEN 'handed_over'
    WHEN c.state IN ('pending', 'unrecorded') AND c.appointed IS NOT NULL THEN 'appointed'
  END AS since_by,
  c.known_on,
  c.in_office,
  c.status,
  c.state
FROM (
  SELECT
    i.receiver, i.mission, i.posting, i.accreditation, i.person, i.person_name, i.title,
    i.title_name_en, i.title_name_vi, i.began, i.began_by, a.in_office_by, a.in_office_on,
    i.appointed, i.handed_over,
    (
      SELECT known_on
      FROM mission_coverage
      WHERE mission = i.mission AND receiver = i.receiver
        AND coalesce(known_on_earliest, '0000') <= asked_day.day
    ) AS known_on,
    i.in_office, i.status,
    CASE
      WHEN a.began_by NOT IN ('arrived', 'took_charge')
        AND coalesce(a.began_earliest, '0000') <= asked_day.day
        THEN 'presented'
      WHEN coalesce(a.in_office_by_earliest, a.in_office_on_earliest) <= asked_day.day
        THEN 'in-office'
      -- As in pending_step: behind a year it is rather that the registry does not know.
      WHEN strftime('%Y-%m-%d', coalesce(a.handed_over_latest, a.appointed_latest), '+12 months')
          < asked_day.day
        THEN 'unrecorded'
      WHEN coalesce(
        a.appointed, a.handed_over, a.agrement_given, a.agrement_requested, a.began
      ) IS NOT NULL
        THEN 'pending'
      ELSE 'undated'
    END AS state
  FROM concurrent_coverage AS c
  JOIN incumbency AS i ON i.accreditation = c.accreditation
  JOIN accreditation AS a ON a.key = c.accreditation
  JOIN asked_day ON 1 = 1
  WHERE NOT i.is_resident AND (i.in_office <> 'no' OR i.status = 'appointed')
  UNION ALL
  SELECT
    v.receiver, v.mission, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, v.known_on, NULL, NULL, 'mission-only'
  FROM coverage AS v
  WHERE NOT EXISTS (
    SELECT 1
    FROM accreditation AS a
    JOIN concurrent_coverage AS there ON there.accreditation = a.key
    JOIN incumbency AS i ON i.accreditation = a.key
    WHERE a.receiver = v.receiver AND a.mission = v.mission AND NOT a.is_resident
      AND (i.in_office <> 'no' OR i.status = 'appointed')
  )
) AS c
JOIN party AS r ON r.key = c.receiver
JOIN mission AS m ON m.key = c.mission;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('receiver_coverage', '',
    'Which mission covers each receiver from elsewhere on asked_day, and who is accredited there',
    'Mỗi nước hoặc tổ chức do cơ quan đại diện nào ở nơi khác kiêm nhiệm vào ngày asked_day, và ai được ủy nhiệm',
    'SELECT receiver, mission, person_name, since, state FROM receiver_coverage ORDER BY sort_key_en'),
  ('receiver_coverage', 'mission', 'Key of the mission that covers it',
    'Khóa của cơ quan đại diện kiêm nhiệm', 'br-brasilia'),
  ('receiver_coverage', 'posting', 'Key of the posting; empty where no head is known to be accredited there',
    'Khóa của lần bổ nhiệm; để trống nếu chưa rõ ai được ủy nhiệm', 'br-brasilia-bui-van-nghi'),
  ('receiver_coverage', 'since',
    'When it became so: credentials, else a day in office, else the decision; by since_by',
    'Từ khi nào: ngày trình thư, nếu không thì ngày có mặt, nếu không thì quyết định; theo since_by',
    '2025-04-16'),
  ('receiver_coverage', 'state',
    'How far it is: presented, in-office, pending, unrecorded, undated or mission-only',
    'Đến bước nào: presented, in-office, pending, unrecorded, undated hoặc mission-only', 'presented');

-- The other columns are those of coverage and tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'receiver_coverage', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('receiver_coverage') AS t ON t.name = c.column_name
WHERE c.object_name = iif(
    c.column_name IN (
      'receiver', 'known_on', 'receiver_name_en', 'receiver_name_vi', 'sort_key_en', 'sort_key_vi'
    ),
    'coverage', 'tenure'
  )
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'receiver_coverage' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('receiver_coverage.state', 'presented', 'credentials presented', 'đã trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'in-office', 'in office, credentials not recorded',
    'đương nhiệm, chưa ghi việc trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'pending', 'credentials pending', 'chờ trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'unrecorded', 'decided over a year ago, credentials not recorded',
    'đã quyết định hơn một năm, chưa ghi việc trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'undated', 'accredited, no date recorded',
    'đã ủy nhiệm, chưa ghi thời điểm'),
  ('receiver_coverage.state', 'mission-only', 'covered, no accreditation recorded',
    'thuộc địa bàn, chưa ghi việc ủy nhiệm');

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

-- What happened on which day: the milestones of heads, their ends and deaths in office, and
-- openings, closings and changes in kind of missions. happened is as recorded; order by
-- happened_earliest.
--
-- Of people whose end is recorded as a death the end says it. A concurrent accreditation ends by
-- itself only where that is recorded.
CREATE VIEW movement AS
SELECT
  e.event,
  e.happened,
  e.happened_earliest,
  e.happened_latest,
  e.begins_functions,
  e.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  e.kind_before,
  e.kind_after,
  r.key AS receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  e.is_resident,
  e.accreditation,
  e.posting,
  e.person,
  person.name AS person_name,
  person.sort_key AS person_sort_key,
  e.function,
  e.title,
  t.name_en AS title_name_en,
  t.name_vi AS title_name_vi,
  e.term,
  e.end_reason,
  e.end_note
FROM (
  SELECT
    event,
    CASE event
      WHEN 'appointed' THEN appointed
      WHEN 'handed_over' THEN handed_over
      WHEN 'arrived' THEN arrived
      WHEN 'took_charge' THEN took_charge
      WHEN 'copy_presented' THEN copy_presented
      WHEN 'credentials' THEN credentials
      WHEN 'provisionally_admitted' THEN provisionally_admitted
      WHEN 'exequatur' THEN exequatur
      WHEN 'recall_presented' THEN recall_presented
      WHEN 'ended' THEN left_on
      WHEN 'died' THEN died
    END AS happened,
    CASE event
      WHEN 'appointed' THEN appointed_earliest
      WHEN 'handed_over' THEN handed_over_earliest
      WHEN 'arrived' THEN arrived_earliest
      WHEN 'took_charge' THEN took_charge_earliest
      WHEN 'copy_presented' THEN copy_presented_earliest
      WHEN 'credentials' THEN credentials_earliest
      WHEN 'provisionally_admitted' THEN provisionally_admitted_earliest
      WHEN 'exequatur' THEN exequatur_earliest
      WHEN 'recall_presented' THEN recall_presented_earliest
      WHEN 'ended' THEN left_earliest
      WHEN 'died' THEN died_earliest
    END AS happened_earliest,
    CASE event
      WHEN 'appointed' THEN appointed_latest
      WHEN 'handed_over' THEN handed_over_latest
      WHEN 'arrived' THEN arrived_latest
      WHEN 'took_charge' THEN took_charge_latest
      WHEN 'copy_presented' THEN copy_presented_latest
      WHEN 'credentials' THEN credentials_latest
      WHEN 'provisionally_admitted' THEN provisionally_admitted_latest
      WHEN 'exequatur' THEN exequatur_latest
      WHEN 'recall_presented' THEN recall_presented_latest
      WHEN 'ended' THEN left_latest
      WHEN 'died' THEN died_latest
    END AS happened_latest,
    CASE WHEN began_by = event THEN 1 ELSE 0 END AS begins_functions,
    mission, NULL AS kind_before, NULL AS kind_after, receiver, is_resident, accreditation,
    posting, person, function, title, term,
    -- The reason is that of the posting.
    CASE WHEN event = 'ended' AND is_resident THEN end_reason END AS end_reason,
    CASE
      WHEN event = 'ended' AND is_resident THEN coalesce(end_note, ended_note)
      WHEN event = 'ended' THEN ended_note
    END AS end_note
  FROM (
    SELECT
      k.column1 AS event,
      p.mission,
      p.key AS posting,
      p.person,
      p.function,
      p.term,
      p.end_reason,
      p.end_note,
      a.key AS accreditation,
      a.receiver,
      a.is_resident,
      coalesce(a.title, p.title) AS title,
      a.began_by,
      a.appointed, a.appointed_earliest, a.appointed_latest,
      a.handed_over, a.handed_over_earliest, a.handed_over_latest,
      a.arrived, a.arrived_earliest, a.arrived_latest,
      a.took_charge, a.took_charge_earliest, a.took_charge_latest,
      a.copy_presented, a.copy_presented_earliest, a.copy_presented_latest,
      a.credentials, a.credentials_earliest, a.credentials_latest,
      a.provisionally_admitted, a.provisionally_admitted_earliest,
      a.provisionally_admitted_latest,
      a.exequatur, a.exequatur_earliest, a.exequatur_latest,
      a.recall_presented, a.recall_presented_earliest, a.recall_presented_latest,
      a.ended_note,
      CASE
        WHEN a.ended IS NOT NULL THEN a.ended
        WHEN a.is_resident AND p.end_mark IS NULL THEN p.ended
      END AS left_on,
      CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END AS left_earliest,
      CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END AS left_latest,
      -- In office, or not known to have left.
      CASE
        WHEN a.is_resident AND s.is_served AND coalesce(p.end_reason, '') <> 'died'
          AND coalesce(a.ended, CASE WHEN p.end_mark IS NULL THEN p.ended END) IS NULL
          AND s.begun_from <= coalesce(o.died_latest, '9999')
          AND min(s.ended_until, s.followed_until) >= coalesce(o.died_earliest, '0000')
          THEN o.died
      END AS died,
      o.died_earliest,
      o.died_latest
    FROM (
      VALUES
        ('appointed'), ('handed_over'), ('arrived'), ('took_charge'), ('copy_presented'),
        ('credentials'), ('provisionally_admitted'), ('exequatur'), ('recall_presented'), ('ended'),
        ('died')
    ) AS k
    CROSS JOIN posting AS p
    JOIN accreditation AS a ON a.posting = p.key
    JOIN service AS s ON s.accreditation = a.key
    JOIN person AS o ON o.key = p.person
  ) AS milestone
  UNION ALL
  SELECT
    event, happened, happened_earliest, happened_latest, 0, mission, kind_before, kind_after, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (
    SELECT
      'mission-opened' AS event, key AS mission, NULL AS kind_before, NULL AS kind_after,
      opened AS happened, opened_earliest AS happened_earliest, opened_latest AS happened_latest
    FROM mission
    WHERE opened IS NOT NULL
    UNION ALL
    SELECT 'mission-closed', key, NULL, NULL, closed, closed_earliest, closed_latest
    FROM mission
    WHERE closed IS NOT NULL
    UNION ALL
    SELECT 'mission-closed', mission, NULL, NULL, closed, closed_earliest, closed_latest
    FROM mission_closure
    UNION ALL
    SELECT 'mission-reopened', mission, NULL, NULL, reopened, reopened_earliest, reopened_latest
    FROM mission_closure
    UNION ALL
    SELECT
      'kind-changed', f.mission, f.kind,
      coalesce(
        (
          SELECT g.kind
          FROM mission_former AS g
          WHERE g.mission = f.mission AND g.kind IS NOT NULL
            AND (coalesce(g.changed_latest, '9999'), g.changed)
              > (coalesce(f.changed_latest, '9999'), f.changed)
          ORDER BY coalesce(g.changed_latest, '9999'), g.changed
          LIMIT 1
        ),
        (SELECT kind FROM mission WHERE key = f.mission)
      ),
      f.changed, f.changed_earliest, f.changed_latest
    FROM mission_former AS f
    WHERE f.kind IS NOT NULL
  ) AS turned
) AS e
CROSS JOIN mission AS m
LEFT JOIN party AS r ON r.key = coalesce(e.receiver, m.receiver)
LEFT JOIN person ON person.key = e.person
LEFT JOIN title AS t ON t.key = e.title
WHERE m.key = e.mission AND e.happened IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('movement', '', 'What happened on which day: to heads, and to missions',
    'Việc gì xảy ra vào ngày nào: với người đứng đầu và với cơ quan đại diện',
    'SELECT happened, event, person_name, mission FROM movement WHERE happened_earliest >= ''2025-01-01'' ORDER BY happened_earliest'),
  ('movement', 'event',
    'What it was: a milestone, as arrived or credentials; ended, died; mission-opened, mission-closed, mission-reopened, kind-changed',
    'Việc gì: một mốc như arrived (đến nhận nhiệm vụ), credentials (trình thư); ended (kết thúc), died (từ trần); mission-opened (mở), mission-closed (đóng), mission-reopened (mở lại), kind-changed (đổi loại)',
    'credentials'),
  ('movement', 'happened', 'When, as recorded: year, month or day',
    'Thời điểm, theo ghi nhận: năm, tháng hoặc ngày', '2025-02-20'),
  ('movement', 'happened_earliest', 'Earliest day that happened can mean, YYYY-MM-DD; empty: not known',
    'Ngày sớm nhất mà happened có thể chỉ, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('movement', 'happened_latest', 'Latest day that happened can mean, YYYY-MM-DD; empty: not known',
    'Ngày muộn nhất mà happened có thể chỉ, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('movement', 'begins_functions', '1 where functions began with it; else 0',
    '1 nếu từ đó được coi là nhậm chức; nếu không thì 0', '1'),
  ('movement', 'kind_before', 'Key of the kind of mission before a change of it; else empty',
    'Khóa của loại cơ quan trước khi đổi loại; nếu không thì để trống', NULL),
  ('movement', 'kind_after', 'Key of the kind of mission after a change of it; else empty',
    'Khóa của loại cơ quan sau khi đổi loại; nếu không thì để trống', NULL),
  ('movement', 'receiver', 'Key of the party to which the head is accredited, or that receives the mission',
    'Khóa của bên mà người đứng đầu được ủy nhiệm, hoặc bên tiếp nhận cơ quan', 'gb'),
  ('movement', 'end_note', 'Remarks on the end', 'Ghi chú về việc kết thúc', NULL);

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'movement', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('movement'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'movement');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('movement.event', 'appointed', 'appointed', 'được bổ nhiệm'),
  ('movement.event', 'handed_over', 'decision handed over', 'nhận quyết định'),
  ('movement.event', 'arrived', 'arrived', 'đến nhận nhiệm vụ'),
  ('movement.event', 'took_charge', 'took charge', 'tiếp nhận chức trách'),
  ('movement.event', 'copy_presented', 'true copy presented', 'trình bản sao thư ủy nhiệm'),
  ('movement.event', 'credentials', 'credentials presented', 'trình thư ủy nhiệm'),
  ('movement.event', 'provisionally_admitted', 'provisionally admitted',
    'được chấp nhận tạm thời'),
  ('movement.event', 'exequatur', 'exequatur granted', 'nhận giấy chấp nhận lãnh sự'),
  ('movement.event', 'recall_presented', 'letter of recall presented', 'trình thư triệu hồi'),
  ('movement.event', 'ended', 'functions ended', 'thôi nhiệm vụ'),
  ('movement.event', 'died', 'died', 'từ trần'),
  ('movement.event', 'mission-opened', 'mission opened', 'mở cơ quan đại diện'),
  ('movement.event', 'mission-closed', 'mission closed', 'đóng cơ quan đại diện'),
  ('movement.event', 'mission-reopened', 'mission opened again', 'mở lại cơ quan đại diện'),
  ('movement.event', 'kind-changed', 'kind of mission changed', 'đổi loại cơ quan đại diện');

-- How many missions are open on asked_day, by where they are and what they are.
CREATE VIEW network AS
SELECT
  o.sender,
  r.kind AS receiver_kind,
  r.region,
  o.mission_kind,
  count(*) AS missions
FROM open_mission AS o
JOIN party AS r ON r.key = o.receiver
GROUP BY o.sender, r.kind, r.region, o.mission_kind;

-- Whom missions cover on asked_day, or their heads are accredited to, where the sender has no
-- mission of its own.
CREATE VIEW covered_without_mission AS
SELECT
  o.sender,
  c.receiver,
  r.kind AS receiver_kind,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.region,
  r.sort_key_en,
  r.sort_key_vi,
  c.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  c.posting,
  person.name AS person_name
FROM (
  SELECT mission, receiver, max(posting) AS posting
  FROM (
    SELECT mission, receiver, NULL AS posting
    FROM coverage
    UNION ALL
    SELECT i.mission, g.receiver, i.posting
    FROM incumbent AS i
    JOIN concurrent_coverage AS g ON g.posting = i.posting
    WHERE i.function = 'head'
  ) AS covered
  GROUP BY mission, receiver
) AS c
JOIN open_mission AS o ON o.mission = c.mission
JOIN mission AS m ON m.key = c.mission
JOIN party AS r ON r.key = c.receiver
LEFT JOIN posting AS p ON p.key = c.posting
LEFT JOIN person ON person.key = p.person
WHERE NOT EXISTS (
  SELECT 1
  FROM open_mission AS own
  WHERE own.receiver = c.receiver AND own.sender = o.sender
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('network', '', 'How many missions are open on asked_day, by region, receiver and kind',
    'Số cơ quan đại diện hoạt động vào ngày asked_day theo khu vực, bên tiếp nhận và loại',
    'SELECT region, mission_kind, missions FROM network ORDER BY missions DESC'),
  ('network', 'sender', 'Key of the sender', 'Khóa của bên cử', 'vn'),
  ('network', 'receiver_kind', 'What receives them: state, territory or organization',
    'Loại bên tiếp nhận: state (quốc gia), territory (vùng lãnh thổ), organization (tổ chức)',
    'state'),
  ('network', 'region', 'Region of the receivers, as in party; empty: none recorded',
    'Khu vực của bên tiếp nhận, như ở party; để trống: chưa ghi', 'europe'),
  ('network', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('network', 'missions', 'How many there are', 'Số cơ quan', '27'),
  ('covered_without_mission', '',
    'Whom missions cover on asked_day where the sender has no mission of its own',
    'Địa bàn được kiêm nhiệm vào ngày asked_day mà bên cử không có cơ quan đại diện',
    'SELECT receiver_name_en, mission FROM covered_without_mission ORDER BY sort_key_en'),
  ('covered_without_mission', 'receiver', 'Key of the party covered',
    'Khóa của nước hoặc tổ chức được kiêm nhiệm', 'gy'),
  ('covered_without_mission', 'mission', 'Key of the mission that covers it',
    'Khóa của cơ quan kiêm nhiệm', 'br-brasilia'),
  ('covered_without_mission', 'posting', 'Key of the posting of the head accredited there; empty: none',
    'Khóa của lần cử người được ủy nhiệm tại đó; để trống: chưa có', 'br-brasilia-bui-van-nghi'),
  ('covered_without_mission', 'person_name', 'Name of the head accredited there; empty: none',
    'Họ tên người được ủy nhiệm tại đó; để trống: chưa có', 'Bùi Văn Nghị');

-- The other columns are those of what they are taken from.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'covered_without_mission', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'network' AND c.column_name IN ('sender', 'receiver_kind', 'region')
  OR c.object_name = 'party' AND c.column_name IN ('sort_key_en', 'sort_key_vi')
  OR c.object_name = 'tenure' AND c.column_name IN (
    'receiver_name_en', 'receiver_name_vi', 'mission_name_en', 'mission_name_vi'
  );

-- How long full heads who had left by asked_day were in office. Of full dates, both recorded and
-- sure, days is exact; of the others there are bounds. The decade is that of the begin.
CREATE VIEW tenure_length AS
SELECT
  i.accreditation,
  i.posting,
  i.person,
  i.person_name,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.receiver,
  r.region,
  i.title,
  i.term,
  CASE
    WHEN substr(i.began_earliest, 1, 3) = substr(i.began_latest, 1, 3)
      THEN CAST(substr(i.began_latest, 1, 3) || '0' AS INTEGER)
  END AS decade,
  i.began,
  i.ended,
  CASE
    WHEN length(i.began) = 10 AND length(i.ended) = 10 AND NOT i.is_unsure
      AND i.tenure_days_least = i.tenure_days_most THEN i.tenure_days_least
  END AS days,
  coalesce(i.tenure_days_least, 1) AS days_least,
  i.tenure_days_most AS days_most
FROM incumbency AS i
JOIN party AS r ON r.key = i.receiver
WHERE i.is_resident AND i.function = 'head' AND i.status = 'left';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('tenure_length', '', 'How long full heads who had left by asked_day were in office',
    'Thời gian tại nhiệm của những người đứng đầu đã kết thúc tính đến ngày asked_day',
    'SELECT decade, count(*) AS heads, count(days) AS exact, avg(days) FROM tenure_length GROUP BY decade'),
  ('tenure_length', 'decade', 'First year of the decade in which functions began; empty: not known',
    'Năm đầu của thập niên nhậm chức; để trống: không rõ', '2010'),
  ('tenure_length', 'days', 'Days in office where begin and end are full dates; both ends count; else empty',
    'Số ngày tại nhiệm nếu biết đủ ngày đầu và ngày cuối, kể cả hai ngày đó; nếu không thì để trống',
    '1096'),
  ('tenure_length', 'days_least', 'Days in office at least', 'Số ngày tại nhiệm ít nhất', '1096'),
  ('tenure_length', 'days_most', 'Days in office at most; empty: nothing bounds them',
    'Số ngày tại nhiệm nhiều nhất; để trống: không có gì giới hạn', '1125');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'tenure_length', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('tenure_length'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'tenure_length');

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'tenure_length', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'network' AND column_name = 'region';

-- What each head had headed before a posting, as far as is known. place 1 is the last.
CREATE VIEW earlier_posting AS
SELECT
  p.key AS posting,
  i.posting AS earlier,
  i.person,
  i.person_name,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.function,
  i.title,
  i.title_name_en,
  i.title_name_vi,
  i.began,
  i.since,
  i.ended,
  i.ended_by,
  i.mission = p.mission AS is_same_mission,
  row_number() OVER (
    PARTITION BY p.key
    ORDER BY min(x.begun_until, x.ended_until) DESC, x.accreditation DESC
  ) AS place
FROM posting AS p
JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
JOIN service AS s ON s.accreditation = a.key
JOIN posting AS q ON q.person = p.person AND q.key <> p.key
JOIN accreditation AS b ON b.posting = q.key AND b.is_resident
JOIN service AS x ON x.accreditation = b.key
JOIN tenure AS i ON i.accreditation = b.key
WHERE x.is_served
  AND min(x.begun_until, x.ended_until) < min(s.begun_until, s.ended_until);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('earlier_posting', '', 'What each head is known to have headed before a posting',
    'Những nơi mà từng người đã đứng đầu trước một lần cử, theo những gì biết được',
    'SELECT posting, mission, began, ended FROM earlier_posting WHERE place = 1 ORDER BY posting'),
  ('earlier_posting', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('earlier_posting', 'earlier', 'Key of the earlier posting', 'Khóa của lần cử trước đó', NULL),
  ('earlier_posting', 'mission', 'Key of the mission of the earlier posting',
    'Khóa của cơ quan ở lần cử trước', NULL),
  ('earlier_posting', 'is_same_mission', '1 where it was at the same mission; else 0',
    '1 nếu là cùng một cơ quan; nếu không thì 0', '0'),
  ('earlier_posting', 'place', '1 for the last before the posting, 2 for the one before that',
    '1 là lần gần nhất trước đó, 2 là lần trước nữa', '1');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'earlier_posting', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('earlier_posting'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'earlier_posting');

-- Postings of which begin or end is not known by asked_day, or only bounded. What is missing of the
-- end is said of those who are not certainly there.
CREATE VIEW undated AS
SELECT *
FROM (
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
    function,
    title,
    title_name_en,
    title_name_vi,
    term,
    since,
    since_by,
    began,
    began_earliest,
    began_latest,
    CASE
      WHEN ended_by = 'not-begun' THEN 'not-begun'
      WHEN began_latest IS NULL THEN 'not-known'
      WHEN began IS NULL OR substr(began, 1, 1) = '[' THEN 'bounded'
    END AS begin_missing,
    ended,
    ended_by,
    ended_earliest,
    ended_latest,
    CASE
      WHEN ended_by = 'ended' THEN CASE WHEN substr(ended, 1, 1) = '[' THEN 'bounded' END
      WHEN ended_by = 'serving' THEN CASE
        WHEN in_office <> 'expected' AND coalesce(ended_earliest, '0000') < day THEN 'perhaps-left'
      END
      WHEN ended_by <> 'not-begun' THEN ended_by
    END AS end_missing,
    certainty,
    status
  FROM incumbency
  JOIN asked_day ON 1 = 1
  WHERE is_resident
) AS looked_at
WHERE coalesce(begin_missing, end_missing) IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('undated', '', 'Postings of which begin or end is not known, or only bounded',
    'Những lần cử chưa rõ ngày bắt đầu hoặc kết thúc, hoặc chỉ biết giới hạn',
    'SELECT posting, begin_missing, end_missing FROM undated ORDER BY mission'),
  ('undated', 'begin_missing', 'not-known, bounded, or not-begun where nothing shows that functions began; else empty',
    'not-known (không rõ), bounded (chỉ biết giới hạn), not-begun (không rõ có nhậm chức); nếu không thì để trống',
    'bounded'),
  ('undated', 'end_missing',
    'bounded, unknown, point, perhaps-left, or what else shows an end, as successor; else empty',
    'bounded (chỉ biết giới hạn), unknown (không rõ ngày), point (một ngày), perhaps-left (có thể đã thôi), hoặc dấu hiệu khác như successor; nếu không thì để trống',
    'bounded');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'undated', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('undated'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'undated');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('undated.begin_missing', 'not-known', 'not known', 'không rõ'),
  ('undated.begin_missing', 'bounded', 'only bounded', 'chỉ biết giới hạn'),
  ('undated.begin_missing', 'not-begun', 'not known to have begun', 'không rõ có nhậm chức'),
  ('undated.end_missing', 'bounded', 'only bounded', 'chỉ biết giới hạn'),
  ('undated.end_missing', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('undated.end_missing', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('undated.end_missing', 'successor', 'not recorded; a successor followed',
    'chưa ghi; đã có người kế nhiệm'),
  ('undated.end_missing', 'mission-closed', 'not recorded; the mission closed',
    'chưa ghi; cơ quan đã đóng cửa'),
  ('undated.end_missing', 'receiver-ended', 'not recorded; the receiver is no more',
    'chưa ghi; bên tiếp nhận không còn'),
  ('undated.end_missing', 'died', 'not recorded; the person died', 'chưa ghi; người đó đã từ trần'),
  ('undated.end_missing', 'perhaps-left', 'not recorded; perhaps left',
    'chưa ghi; có thể đã thôi nhiệm vụ');

-- One row a head named in a term, with what a roster prints. Order by house_order,
-- class_order, precedence_earliest, decision_earliest, person_sort_key: a house order, for
-- Vienna precedence exists only among the heads accredited to one receiver.
CREATE VIEW term_roster AS
SELECT
  i.term,
  p.batch,
  i.posting,
  i.person,
  i.person_name,
  i.person_sort_key,
  person.gender,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.receiver,
  i.title,
  i.title_name_en,
  i.title_name_vi,
  (
    SELECT group_concat(receiver_name_en, '; ')
    FROM (
      SELECT receiver_name_en FROM concurrent_coverage WHERE posting = i.posting
      ORDER BY sort_key_en
    ) AS covered
  ) AS concurrent_en,
  (
    SELECT group_concat(receiver_name_vi, '; ')
    FROM (
      SELECT receiver_name_vi FROM concurrent_coverage WHERE posting = i.posting
      ORDER BY sort_key_vi
    ) AS covered
  ) AS concurrent_vi,
  i.appointed,
  i.handed_over,
  i.arrived,
  i.credentials,
  coalesce(i.exequatur, home.provisionally_admitted) AS exequatur,
  i.began,
  i.began_by,
  i.since,
  i.since_by,
  i.tenure_days_least,
  i.tenure_days_most,
  coalesce(i.planned_end, i.standard_end) AS planned_end,
  CASE
    WHEN i.planned_end IS NOT NULL THEN 'recorded'
    WHEN i.standard_end IS NOT NULL THEN 'standard-term'
  END AS planned_end_by,
  i.ended,
  i.ended_by,
  i.in_office,
  CASE
    -- Behind the days of the month, however many it has.
    WHEN i.status IN ('in-office', 'presumably', 'possibly')
      AND coalesce(i.planned_end_latest, i.standard_end || '-31') < asked_day.day THEN 'over-run'
    ELSE i.status
  END AS status,
  p.term_is_inferred,
  i.certainty,
  k.house_order,
  coalesce(i.vienna_class, 9) AS class_order,
  coalesce(i.began_earliest, '9999') AS precedence_earliest,
  ltrim(coalesce(i.appointed, i.handed_over, '9999'), '[.') AS decision_earliest
-- CROSS JOIN: from the term to its postings, whatever ANALYZE makes SQLite believe.
FROM posting AS p
CROSS JOIN tenure AS i
CROSS JOIN person
CROSS JOIN mission_kind AS k
CROSS JOIN accreditation AS home
CROSS JOIN asked_day
WHERE p.term IS NOT NULL AND p.function = 'head'
  AND i.posting = p.key AND i.is_resident
  AND person.key = p.person
  AND k.key = i.mission_kind
  AND home.key = i.accreditation;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_roster', '', 'One row a head named in a term, with what a roster prints',
    'Mỗi dòng là một người được cử trong nhiệm kỳ, kèm những gì danh sách cần in',
    'SELECT term, count(*) AS heads FROM term_roster GROUP BY term'),
  ('term_roster', 'batch', 'Key of the batch of the term', 'Khóa của đợt thuộc nhiệm kỳ',
    '2024-2027-2'),
  ('term_roster', 'gender', 'female or male', 'Giới tính: female (nữ), male (nam)', 'male'),
  ('term_roster', 'receiver', 'Key of the receiver where the head resides',
    'Khóa của bên tiếp nhận nơi thường trú', 'gb'),
  ('term_roster', 'concurrent_en', 'Names of the concurrent receivers in English, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Anh, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'concurrent_vi', 'Names of the concurrent receivers in Vietnamese, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Việt, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'exequatur', 'Exequatur, else provisional admission: year, month or day',
    'Giấy chấp nhận lãnh sự, nếu không thì tạm thời chấp nhận: năm, tháng hoặc ngày', NULL),
  ('term_roster', 'planned_end',
    'Planned end as recorded, else the month in which a standard term ends',
    'Dự kiến kết thúc đã ghi, nếu không thì tháng hết nhiệm kỳ chuẩn', '2027-07'),
  ('term_roster', 'planned_end_by',
    'recorded, or standard-term where computed from registry.standard_term_months',
    'recorded (đã ghi) hoặc standard-term (tính theo registry.standard_term_months)',
    'standard-term'),
  ('term_roster', 'ended', 'When the tenure ended, as recorded: year, month or day',
    'Thời điểm kết thúc theo ghi nhận: năm, tháng hoặc ngày', NULL),
  ('term_roster', 'ended_by', 'What is known of the end, as in incumbency',
    'Biết gì về việc kết thúc, như ở incumbency', 'serving'),
  ('term_roster', 'status', 'As in tenure; over-run where the planned end is past',
    'Như ở tenure; over-run nếu đã quá ngày dự kiến kết thúc', 'in-office'),
  ('term_roster', 'term_is_inferred',
    '1 where the term is inferred and no source states it; else 0',
    '1 nếu nhiệm kỳ là suy ra, không nguồn nào ghi; nếu không thì 0', '0'),
  ('term_roster', 'house_order', 'First key of the house order: the kind of mission, lowest first',
    'Khóa thứ nhất của thứ tự nội bộ: loại cơ quan đại diện, số nhỏ đứng trước', '1'),
  ('term_roster', 'class_order', 'Second key: the Vienna class, 9 where there is none',
    'Khóa thứ hai: cấp theo Công ước Viên 1961, 9 nếu không có', '1'),
  ('term_roster', 'precedence_earliest',
    'Third key: earliest day functions can have begun; 9999 where not known',
    'Khóa thứ ba: ngày sớm nhất có thể đã nhậm chức; 9999 nếu chưa rõ', '2025-02-20'),
  ('term_roster', 'decision_earliest',
    'Fourth key: earliest day of the decision or its handing over; 9999 where not known',
    'Khóa thứ tư: ngày sớm nhất ký hoặc trao quyết định; 9999 nếu chưa rõ', '2024-01-09');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'term_roster', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'tenure' AND column_name IN (
    'term', 'posting', 'person', 'person_name', 'person_sort_key', 'mission', 'mission_name_en',
    'mission_name_vi', 'mission_kind', 'title', 'title_name_en', 'title_name_vi', 'appointed',
    'handed_over', 'arrived', 'credentials', 'began', 'began_by', 'since', 'since_by',
    'tenure_days_least', 'tenure_days_most', 'in_office', 'certainty'
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('term_roster.planned_end_by', 'recorded', 'as recorded', 'theo ghi nhận'),
  ('term_roster.planned_end_by', 'standard-term', 'standard term', 'theo nhiệm kỳ chuẩn');

-- Full heads in office on asked_day with a planned end, else the end of a standard term, and the days
-- from asked_day to it.
CREATE VIEW term_end AS
SELECT
  mission, mission_name_en, mission_name_vi, mission_kind, receiver, posting, accreditation, person,
  person_name, person_sort_key, title, title_name_en, title_name_vi, term, batch, appointed,
  handed_over, began, began_by, since, since_by, planned_end, planned_end_by,
  planned_end_earliest, planned_end_latest, in_office, certainty, is_unsure,
  CAST(julianday(planned_end_earliest) - julianday(day) AS INTEGER) AS days_least,
  CAST(julianday(planned_end_latest) - julianday(day) AS INTEGER) AS days_most
FROM (
  SELECT
    i.mission,
    i.mission_name_en,
    i.mission_name_vi,
    i.mission_kind,
    i.receiver,
    i.posting,
    i.accreditation,
    i.person,
    i.person_name,
    i.person_sort_key,
    i.title,
    i.title_name_en,
    i.title_name_vi,
    i.term,
    p.batch,
    i.appointed,
    i.handed_over,
    i.began,
    i.began_by,
    i.since,
    i.since_by,
    coalesce(i.planned_end, i.standard_end) AS planned_end,
    CASE WHEN i.planned_end IS NULL THEN 'standard-term' ELSE 'recorded' END AS planned_end_by,
    CASE
      WHEN i.planned_end IS NULL THEN i.standard_end || '-01'
      ELSE p.planned_end_earliest
    END AS planned_end_earliest,
    CASE
      WHEN i.planned_end IS NULL THEN strftime(
        '%Y-%m-%d', strftime('%Y-%m-%d', i.standard_end || '-01', '+1 month'), '-1 day'
      )
      ELSE p.planned_end_latest
    END AS planned_end_latest,
    i.in_office,
    i.certainty,
    i.is_unsure,
    asked_day.day
  FROM incumbent AS i
  JOIN posting AS p ON p.key = i.posting
  JOIN asked_day ON 1 = 1
  WHERE i.function = 'head' AND coalesce(i.planned_end, i.standard_end) IS NOT NULL
) AS i;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_end', '',
    'When the terms of the full heads in office on asked_day end, and how many days that is from it',
    'Người đứng đầu đương nhiệm vào ngày asked_day hết nhiệm kỳ khi nào, và còn bao nhiêu ngày',
    'SELECT person_name, mission, planned_end, days_most FROM term_end WHERE days_most < 0 ORDER BY days_most'),
  ('term_end', 'planned_end_earliest', 'Earliest day that planned_end can mean, YYYY-MM-DD',
    'Ngày sớm nhất mà planned_end có thể chỉ, YYYY-MM-DD', '2027-07-01'),
  ('term_end', 'days_least', 'Days from asked_day to it at least; below 0: past',
    'Số ngày ít nhất từ asked_day đến ngày đó; dưới 0: đã qua', '483'),
  ('term_end', 'days_most', 'Days from asked_day to it at most; below 0: certainly past',
    'Số ngày nhiều nhất từ asked_day đến ngày đó; dưới 0: chắc chắn đã qua', '513');

-- The other columns are those of term_roster and tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'term_end', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('term_end') AS t ON t.name = c.column_name
WHERE c.object_name = iif(
    c.column_name IN ('batch', 'planned_end', 'planned_end_by'), 'term_roster', 'tenure'
  )
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'term_end' AND said.column_name = c.column_name
  );

-- Heads on their way on asked_day: the last step that had been taken, and what they wait for. Of whom
-- a source shows that he was in office behind that step, or of whom nothing is recorded for a year,
-- it is rather that the registry does not know.
CREATE VIEW pending_step AS
SELECT
  mission, mission_name_en, mission_name_vi, mission_kind, receiver, receiver_name_en,
  receiver_name_vi, is_resident, posting, accreditation, person, person_name, person_sort_key,
  title, title_name_en, title_name_vi, term, batch, nomination,
  CASE
    WHEN since_by = 'agrement_requested' THEN 'agrement'
    WHEN since_by = 'agrement_given' OR nomination IS NOT NULL THEN 'decision'
    WHEN since_by IN ('appointed', 'handed_over') AND is_resident AND state = 'waiting'
      THEN 'arrival'
    WHEN category = 'consular' THEN 'exequatur'
    ELSE 'credentials'
  END AS waits_for,
  since, since_by, since_earliest, since_latest,
  max(CAST(julianday(day) - julianday(since_latest) AS INTEGER), 0) AS days_least,
  CAST(julianday(day) - julianday(since_earliest) AS INTEGER) AS days_most,
  state, in_office, status
FROM (
  SELECT
    *,
    CASE
      WHEN seen_on > since_latest OR strftime('%Y-%m-%d', since_latest, '+12 months') < day
        THEN 'unrecorded'
      ELSE 'waiting'
    END AS state
  FROM (
    SELECT
      *,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented
        WHEN 'provisionally_admitted' THEN provisionally_admitted
        WHEN 'commission_presented' THEN commission_presented
        WHEN 'arrived' THEN arrived
        WHEN 'handed_over' THEN handed_over
        WHEN 'appointed' THEN appointed
        WHEN 'agrement_given' THEN agrement_given
        WHEN 'agrement_requested' THEN agrement_requested
      END AS since,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented_earliest
        WHEN 'provisionally_admitted' THEN provisionally_admitted_earliest
        WHEN 'commission_presented' THEN commission_presented_earliest
        WHEN 'arrived' THEN arrived_earliest
        WHEN 'handed_over' THEN handed_over_earliest
        WHEN 'appointed' THEN appointed_earliest
        WHEN 'agrement_given' THEN agrement_given_earliest
        WHEN 'agrement_requested' THEN agrement_requested_earliest
      END AS since_earliest,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented_latest
        WHEN 'provisionally_admitted' THEN provisionally_admitted_latest
        WHEN 'commission_presented' THEN commission_presented_latest
        WHEN 'arrived' THEN arrived_latest
        WHEN 'handed_over' THEN handed_over_latest
        WHEN 'appointed' THEN appointed_latest
        WHEN 'agrement_given' THEN agrement_given_latest
        WHEN 'agrement_requested' THEN agrement_requested_latest
      END AS since_latest
    FROM (
      SELECT
        i.mission, i.mission_name_en, i.mission_name_vi, i.mission_kind, i.receiver,
        i.receiver_name_en, i.receiver_name_vi, i.is_resident, i.posting, i.accreditation, i.person,
        i.person_name, i.person_sort_key, i.title, i.title_name_en, i.title_name_vi, i.term,
        i.nomination, i.appointed, i.handed_over, i.arrived, i.in_office, i.status,
        p.batch,
        k.category,
        d.day,
        a.copy_presented, a.copy_presented_earliest, a.copy_presented_latest,
        a.provisionally_admitted, a.provisionally_admitted_earliest,
        a.provisionally_admitted_latest,
        a.commission_presented, a.commission_presented_earliest, a.commission_presented_latest,
        a.arrived_earliest, a.arrived_latest, a.handed_over_earliest, a.handed_over_latest,
        a.appointed_earliest, a.appointed_latest,
        a.agrement_given, a.agrement_given_earliest, a.agrement_given_latest,
        a.agrement_requested, a.agrement_requested_earliest, a.agrement_requested_latest,
        max(
          CASE WHEN a.in_office_by_earliest <= d.day THEN a.in_office_by_earliest ELSE '0000' END,
          CASE WHEN a.in_office_on_earliest <= d.day THEN a.in_office_on_earliest ELSE '0000' END
        ) AS seen_on,
        -- The last step that had certainly been taken by then.
        CASE
          WHEN a.copy_presented_latest <= d.day THEN 'copy_presented'
          WHEN a.provisionally_admitted_latest <= d.day THEN 'provisionally_admitted'
          WHEN a.commission_presented_latest <= d.day THEN 'commission_presented'
          WHEN a.arrived_latest <= d.day THEN 'arrived'
          WHEN a.handed_over_latest <= d.day THEN 'handed_over'
          WHEN a.appointed_latest <= d.day THEN 'appointed'
          WHEN a.agrement_given_latest <= d.day THEN 'agrement_given'
          WHEN a.agrement_requested_latest <= d.day THEN 'agrement_requested'
        END AS since_by
      FROM asked_day AS d
      CROSS JOIN service AS s
      CROSS JOIN tenure AS i
      CROSS JOIN accreditation AS a
      CROSS JOIN posting AS p
      CROSS JOIN mission_kind AS k
      WHERE s.ended_until >= d.day
        AND i.accreditation = s.accreditation AND i.mission = s.mission
        AND i.function = 'head'
        AND (i.in_office <> 'no' OR i.status IN ('appointed', 'nominee-pending'))
        AND a.key = s.accreditation AND p.key = a.posting AND k.key = i.mission_kind
        -- Offices of other kinds present no letters, nor do heads where appointment is enough.
        AND k.category <> 'other' AND a.functions_begin <> 'appointment'
        AND (
          a.functions_begin <> 'copy' OR a.copy_presented IS NULL
          OR a.copy_presented_earliest > d.day
        )
        AND (a.credentials IS NULL OR a.credentials_earliest > d.day)
        AND (a.exequatur IS NULL OR a.exequatur_earliest > d.day)
    ) AS known
    WHERE since_by IS NOT NULL OR nomination = 'pending'
  ) AS dated
) AS step;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('pending_step', '',
    'Who had not presented letters on asked_day: the last step taken, what is waited for, how long',
    'Ai chưa trình thư vào ngày asked_day: bước đã qua gần nhất, đang chờ bước nào, đã bao lâu',
    'SELECT person_name, mission, waits_for, since, days_least FROM pending_step WHERE state = ''waiting'' ORDER BY days_least DESC'),
  ('pending_step', 'waits_for',
    'What is waited for, or not recorded: agrement, decision, arrival, credentials or exequatur',
    'Đang chờ, hoặc chưa ghi: agrement, decision, arrival, credentials hoặc exequatur',
    'credentials'),
  ('pending_step', 'since', 'When the last step was taken: year, month or day',
    'Thời điểm của bước đã qua gần nhất: năm, tháng hoặc ngày', '2026-02-06'),
  ('pending_step', 'since_by', 'What that step was: the name of its column',
    'Bước đó là gì: tên của cột tương ứng', 'copy_presented'),
  ('pending_step', 'since_earliest', 'Earliest day that since can mean, YYYY-MM-DD',
    'Ngày sớm nhất mà since có thể chỉ, YYYY-MM-DD', '2026-02-06'),
  ('pending_step', 'since_latest', 'Latest day that since can mean, YYYY-MM-DD',
    'Ngày muộn nhất mà since có thể chỉ, YYYY-MM-DD', '2026-02-06'),
  ('pending_step', 'days_least', 'Days from that step to asked_day, at least',
    'Số ngày từ bước đó đến asked_day, ít nhất', '33'),
  ('pending_step', 'days_most', 'Days from that step to asked_day, at most; empty: not known',
    'Số ngày từ bước đó đến asked_day, nhiều nhất; để trống: không rõ', '33'),
  ('pending_step', 'state',
    'waiting, or unrecorded where a later sign of office, or more than a year, says that it came about',
    'waiting (đang chờ) hoặc unrecorded (chưa ghi: đã có dấu hiệu tại nhiệm về sau, hoặc đã quá một năm)',
    'waiting');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'pending_step', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('pending_step') AS t ON t.name = c.column_name
WHERE c.object_name = iif(c.column_name = 'batch', 'term_roster', 'tenure')
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'pending_step' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('pending_step.waits_for', 'agrement', 'agrément', 'chấp thuận'),
  ('pending_step.waits_for', 'decision', 'decision', 'quyết định'),
  ('pending_step.waits_for', 'arrival', 'arrival', 'đến nhận nhiệm vụ'),
  ('pending_step.waits_for', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  ('pending_step.waits_for', 'exequatur', 'exequatur', 'giấy chấp nhận lãnh sự'),
  ('pending_step.since_by', 'agrement_requested', 'agrément requested', 'đề nghị chấp thuận'),
  ('pending_step.since_by', 'agrement_given', 'agrément given', 'được chấp thuận'),
  ('pending_step.since_by', 'appointed', 'appointed', 'bổ nhiệm'),
  ('pending_step.since_by', 'handed_over', 'decision handed over', 'trao quyết định'),
  ('pending_step.since_by', 'arrived', 'arrived', 'đến nhận nhiệm vụ'),
  ('pending_step.since_by', 'commission_presented', 'consular commission presented',
    'trình giấy ủy nhiệm lãnh sự'),
  ('pending_step.since_by', 'provisionally_admitted', 'provisionally admitted',
    'được chấp nhận tạm thời'),
  ('pending_step.since_by', 'copy_presented', 'true copy presented',
    'trình bản sao thư ủy nhiệm'),
  ('pending_step.state', 'waiting', 'waiting', 'đang chờ'),
  ('pending_step.state', 'unrecorded', 'not recorded', 'chưa ghi');
