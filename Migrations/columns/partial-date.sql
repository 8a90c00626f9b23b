-- `born PARTIAL DATE`: a date as the source has it, in the Extended Date/Time Format (ISO 8601-2,
-- level 0): a year, a month or a day, and a final ? or ~ where the source is unsure or speaks of
-- about then, % for both. Beside it the earliest and the latest day that it can mean.
  COLUMN TEXT,
  COLUMN_earliest TEXT AS (substr(rtrim(COLUMN, '?~%') || '-01-01', 1, 10)),
  COLUMN_latest TEXT AS (
    CASE length(rtrim(COLUMN, '?~%'))
      WHEN 4 THEN substr(COLUMN, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(COLUMN, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(COLUMN, 1, 10)
    END
  ) CONSTRAINT "COLUMN is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    COLUMN_earliest IS date(COLUMN_earliest, '+0 days')
    AND COLUMN_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(COLUMN, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(COLUMN) - length(rtrim(COLUMN, '?~%')) <= 1
  )
