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

-- Who is named for a mission and not there yet, on asked_day: the latest one appointed, and the first
-- of those who are proposed.
CREATE VIEW named_next AS
SELECT
  m.key AS mission,
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
FROM mission AS m;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('named_next', '', 'Who is named to head each mission, on asked_day, and is not there yet',
    'Người đã được bổ nhiệm hoặc đề cử đứng đầu từng cơ quan mà chưa nhậm chức, vào ngày asked_day',
    'SELECT mission, designate, nominee FROM named_next WHERE mission = ''cu-havana'''),
  ('named_next', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('named_next', 'designate', 'Name of one appointed, not known to be in office',
    'Họ tên người đã bổ nhiệm, chưa rõ đã nhậm chức', NULL),
  ('named_next', 'nominee', 'Name of a pending nominee', 'Họ tên người được đề cử, đang chờ',
    'Lê Quang Long');

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
  n.designate,
  n.nominee
FROM open_mission AS o
JOIN mission AS m ON m.key = o.mission
JOIN named_next AS n ON n.mission = o.mission
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
