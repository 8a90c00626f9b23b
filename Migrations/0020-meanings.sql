-- What the values of each column are. A name means one thing wherever it stands; the few that do
-- not follow behind the others. What is left is text.

UPDATE schema_comment SET meaning = CASE
  WHEN column_name = '' THEN NULL
  WHEN column_name GLOB '?*_earliest' OR column_name GLOB '?*_latest' THEN 'day'
  WHEN column_name IN (
    'agrement_given', 'agrement_requested', 'appointed', 'arrived', 'began', 'begins', 'born',
    'changed', 'closed', 'commission_presented', 'conferred', 'copy_presented', 'credentials',
    'dated', 'decided', 'died', 'ended', 'ends', 'exequatur', 'handed_over', 'happened',
    'in_office_by', 'in_office_on', 'known_on', 'opened', 'planned_end', 'precedence_date',
    'previous_end', 'provisionally_admitted', 'published', 'recall_presented', 'reopened',
    'seen_on', 'since', 'standard_end', 'took_charge', 'until', 'used_from', 'used_until',
    'vacant_since', 'valid_from', 'valid_until'
  ) THEN 'date'
  WHEN column_name IN (
    'begun_from', 'begun_until', 'day', 'ended_from', 'ended_until', 'expected_until',
    'followed_from', 'followed_until', 'known_day', 'known_until', 'preceded_until',
    'recorded_on', 'revised_on', 'seen_by', 'seen_first', 'seen_last', 'seen_until',
    'stayed_until'
  ) THEN 'day'
  WHEN column_name IN ('applied_at', 'first_made_at', 'made_at') THEN 'moment'
  WHEN column_name IN (
    'change', 'class', 'class_order', 'days', 'days_least', 'days_most', 'decade', 'entered_in',
    'gap_days', 'heads', 'house_order', 'id', 'latitude', 'longest_term_months', 'longitude',
    'merged_from', 'missions', 'number', 'reported_count', 'standard_term_months',
    'tenure_days_least', 'tenure_days_most', 'undoes', 'consular_class', 'vienna_class'
  ) THEN 'number'
  WHEN column_name IN (
    'asks', 'begins_functions', 'gone', 'has_article', 'has_no_act', 'has_no_end', 'is_bare',
    'is_dated', 'is_honorary', 'is_nuncio_first', 'is_resident', 'is_same_mission', 'is_served',
    'is_shipped', 'is_sure', 'is_unsure', 'is_usual', 'lacks_begin', 'lacks_end',
    'nuncio_is_first', 'seat_is_inferred', 'term_is_inferred', 'one'
  ) THEN 'flag'
  WHEN column_name IN (
    'iso_alpha2', 'iso_alpha3', 'iso_numeric', 'identifier', 'wikidata'
  ) THEN 'identifier'
  WHEN column_name IN (
    'acting_head', 'author', 'authority', 'concurrent_en', 'concurrent_vi', 'designate',
    'family_name', 'first_head', 'given_name', 'issuer', 'last_head', 'middle_name',
    'mission_name_en', 'mission_name_vi', 'name', 'name_en', 'name_en_plural', 'name_suffix',
    'name_vi', 'next_head', 'nominee', 'official_name_en', 'official_name_vi', 'person_name',
    'presided_by', 'receiver_name_en', 'receiver_name_vi', 'residence_en', 'residence_vi', 'seat',
    'sender_name_en', 'sender_name_vi', 'title_name_en', 'title_name_vi', 'was', 'recorded_by',
    'revised_by', 'office', 'publisher'
  ) THEN 'name'
  WHEN column_name IN ('search_key', 'search_key_en', 'search_key_vi') THEN 'search key'
  WHEN column_name IN (
    'line_order', 'person_sort_key', 'sender_sort_key', 'sort_key', 'sort_key_en', 'sort_key_vi',
    'sort_name'
  ) THEN 'sort key'
  WHEN column_name IN ('accreditation', 'follower', 'predecessor') THEN 'key of accreditation'
  WHEN column_name IN ('mission', 'parent') THEN 'key of mission'
  WHEN column_name IN ('kind_after', 'kind_before', 'mission_kind') THEN 'key of mission_kind'
  WHEN column_name IN ('party', 'receiver', 'sender') THEN 'key of party'
  WHEN column_name = 'place' THEN 'key of place'
  WHEN column_name = 'person' THEN 'key of person'
  WHEN column_name IN (
    'posting', 'earlier', 'first_posting', 'last_posting', 'next_posting', 'other_posting',
    'successor_posting', 'follows'
  ) THEN 'key of posting'
  WHEN column_name = 'term' THEN 'key of term'
  WHEN column_name = 'title' THEN 'key of title'
  WHEN column_name IN (
    'closing_document', 'document', 'reopening_document', 'supersedes'
  ) THEN 'key of document'
  WHEN column_name = 'end_reason' THEN 'key of end_reason'
  WHEN column_name = 'source' THEN 'key of source'
  WHEN column_name = 'query' THEN 'key of kept_query'
  WHEN column_name = 'batch' THEN 'key of term_batch'
  WHEN column_name = 'appointment' THEN 'key of concurrent_appointment'
  WHEN column_name = 'acting_reason' THEN 'code of posting.acting_reason'
  WHEN column_name = 'began_by' THEN 'code of tenure.began_by'
  WHEN column_name = 'begin_missing' THEN 'code of undated.begin_missing'
  WHEN column_name = 'career' THEN 'code of person.career'
  WHEN column_name = 'category' THEN 'code of mission_kind.category'
  WHEN column_name = 'certainty' THEN 'code of posting.certainty'
  WHEN column_name = 'corps' THEN 'code of precedence.corps'
  WHEN column_name = 'effect' THEN 'code of posting_document.effect'
  WHEN column_name = 'end_mark' THEN 'code of posting.end_mark'
  WHEN column_name = 'end_missing' THEN 'code of undated.end_missing'
  WHEN column_name = 'ended_by' THEN 'code of tenure.ended_by'
  WHEN column_name = 'event' THEN 'code of movement.event'
  WHEN column_name = 'function' THEN 'code of posting.function'
  WHEN column_name = 'functions_begin' THEN 'code of accreditation.functions_begin'
  WHEN column_name = 'gender' THEN 'code of person.gender'
  WHEN column_name IN ('in_office', 'on_asked_day') THEN 'code of tenure.in_office'
  WHEN column_name = 'line' THEN 'code of succession_line.line'
  WHEN column_name = 'nomination' THEN 'code of posting.nomination'
  WHEN column_name = 'planned_end_by' THEN 'code of term_roster.planned_end_by'
  WHEN column_name IN ('practice', 'precedence') THEN 'code of party.precedence'
  WHEN column_name = 'precedence_by' THEN 'code of precedence.precedence_by'
  WHEN column_name = 'receiver_kind' THEN 'code of party.kind'
  WHEN column_name = 'region' THEN 'code of party.region'
  WHEN column_name = 'rule' THEN 'code of precedence.rule'
  WHEN column_name = 'severity' THEN 'code of finding_kind.severity'
  WHEN column_name = 'standing' THEN 'code of precedence.standing'
  WHEN column_name = 'status' THEN 'code of tenure.status'
  WHEN column_name = 'state' THEN 'code of vacancy.state'
  WHEN column_name = 'step' THEN 'code of succession_line.step'
  WHEN column_name = 'stated_of' THEN 'code of party_succession.stated_of'
  WHEN column_name = 'opened_by' THEN 'code of mission_time.opened_by'
  WHEN column_name = 'since_by' THEN 'code of tenure.since_by'
  WHEN column_name = 'turn' THEN 'code of mission_turn.turn'
  WHEN column_name = 'until_by' THEN 'code of gap.until_by'
  WHEN column_name = 'waits_for' THEN 'code of pending_step.waits_for'
  ELSE 'text'
END;

UPDATE schema_comment SET meaning = 'key of ' || object_name
WHERE column_name = 'key' AND object_name NOT IN ('known_name', 'named_anew', 'registry', 'searchable_name');

WITH own (object_name, column_name, meaning) AS (
  VALUES
    ('code_label', 'code', 'text'),
    ('document', 'kind', 'text'),
    ('document', 'number', 'identifier'),
    ('earlier_posting', 'place', 'number'),
    ('finding', 'code', 'key of finding_kind'),
    ('finding_kind', 'code', 'key of finding_kind'),
    ('finding_row', 'code', 'key of finding_kind'),
    ('gap', 'since_by', 'code of gap.since_by'),
    ('grave_finding', 'code', 'key of finding_kind'),
    ('grave_finding_row', 'code', 'key of finding_kind'),
    ('history_field', 'kind', 'text'),
    ('kept_query', 'name', 'key of kept_query'),
    ('kept_query_parameter', 'place', 'number'),
    ('kept_query_parameter', 'type', 'code of kept_query_parameter.type'),
    ('mission', 'certainty', 'code of mission.certainty'),
    ('mission', 'kind', 'key of mission_kind'),
    ('mission_former', 'kind', 'key of mission_kind'),
    ('mission_then', 'kind', 'key of mission_kind'),
    ('party', 'functions_begin', 'code of party.functions_begin'),
    ('party', 'kind', 'code of party.kind'),
    ('party', 'successor', 'key of party'),
    ('party_succession', 'predecessor', 'key of party'),
    ('party_succession', 'successor', 'key of party'),
    ('pending_step', 'since_by', 'code of pending_step.since_by'),
    ('pending_step', 'state', 'code of pending_step.state'),
    ('receiver_coverage', 'state', 'code of receiver_coverage.state'),
    ('precedence', 'place', 'number'),
    ('settled_finding', 'code', 'key of finding_kind'),
    ('source', 'title', 'text'),
    ('succession', 'next', 'key of accreditation'),
    ('title', 'function', 'code of title.function')
)
UPDATE schema_comment AS c SET meaning = own.meaning
FROM own
WHERE c.object_name = own.object_name AND c.column_name = own.column_name;
