-- `born PARTIAL DATE`: a date as the source has it, in the Extended Date/Time Format (ISO 8601-2):
-- a year, a month or a day, with a final ? where the source is unsure, ~ where it says about then,
-- % for both; or bounds, [..1917] no later, [1858-06-01..] no earlier, [1917..1920] between.
--
-- Beside it the earliest and the latest day that it can mean, NULL where a bound is open. A text
-- is a date where it is the beginning of its own bounds, or those in brackets. substr(x, 0) is x.
  COLUMN TEXT,
  COLUMN_earliest TEXT AS (
    iif(
      COLUMN GLOB '[[].*', NULL,
      substr(replace(trim(COLUMN, '[]?~%') || '..', '..', '-01-01'), 1, 10)
    )
  ),
  COLUMN_latest TEXT AS (
    CASE length(trim(substr(COLUMN, instr(COLUMN, '.')), '.]?~%'))
      WHEN 0 THEN NULL
      WHEN 7 THEN
        date(trim(substr(COLUMN, instr(COLUMN, '.')), '.]?~%') || '-01', '+1 month', '-1 day')
      ELSE substr(trim(substr(COLUMN, instr(COLUMN, '.')), '.]?~%') || '-12-31', 1, 10)
    END
  ) CONSTRAINT "COLUMN is a year, month or day: 2024, 2024-02, 2024-02-29 or [2023..2024]" CHECK (
    (
      rtrim(COLUMN, '?~%') IS substr(COLUMN_latest, 1, length(rtrim(COLUMN, '?~%')))
      AND COLUMN NOT GLOB '*[?~%][?~%]'
      OR COLUMN = '[' || substr(ifnull(COLUMN_earliest, ''), 1, instr(COLUMN, '.') - 2) || '..'
        || substr(ifnull(COLUMN_latest, ''), 1, length(COLUMN) - instr(COLUMN, '.') - 2) || ']'
    )
    AND COLUMN_earliest IS date(COLUMN_earliest, '+0 days')
    AND COLUMN_latest IS date(COLUMN_latest, '+0 days')
    AND ifnull(COLUMN_earliest, COLUMN_latest) >= '0001'
    AND ifnull(COLUMN_latest, COLUMN_earliest) < '9999'
    AND ifnull(COLUMN_earliest <= COLUMN_latest, 1)
    OR COLUMN IS NULL
  )
