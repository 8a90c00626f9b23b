-- `born PARTIAL DATE`: a date as the source has it, in the Extended Date/Time Format (ISO 8601-2):
-- a year, a month or a day, with a final ? where the source is unsure, ~ where it says about then,
-- % for both; or bounds, [..1917] no later, [1858-06-01..] no earlier, [1917..1920] between.
--
-- Beside it the earliest and the latest day that it can mean, NULL where a bound is open. A text is
-- a date where it is the beginning of its own bounds, or both of these in brackets. substr(x, 0) is
-- x; only a month is a date with -01 behind it; printf takes the beginning of a text.
  COLUMN TEXT,
  COLUMN_earliest TEXT AS (
    date(substr(replace(trim(COLUMN, '[]?~%') || '..', '..', '-01-01'), 1, 10), '0 day')
  ),
  COLUMN_latest TEXT AS (
    ifnull(
      date(trim(substr(COLUMN, instr(COLUMN, '.')), '.]?~%') || '-01', '1 month', '-1 day'),
      date(
        substr(trim(substr(COLUMN, instr(COLUMN, '.')), '.]?~%') || '-12-31', 1, 10), '0 day'
      )
    )
  )
  CONSTRAINT "COLUMN is a date: 2024-02-29 or [2023..2024]" CHECK (
    (
      instr(COLUMN_latest, rtrim(COLUMN, '?~%')) IS 1
      AND COLUMN NOT GLOB '*[?~%][?~%]'
      OR COLUMN = printf(
        '[%.*s..%.*s]',
        instr(COLUMN, '.') - 2, COLUMN_earliest,
        length(COLUMN) - instr(COLUMN, '.') - 2, COLUMN_latest
      )
    )
    AND ifnull(COLUMN_earliest, '0001') BETWEEN '0001' AND ifnull(COLUMN_latest, '9999')
    AND coalesce(COLUMN_latest, COLUMN_earliest, '9999') < '9999'
    OR COLUMN IS NULL
  )
