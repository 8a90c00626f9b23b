-- `key READABLE KEY`: what a row is called in commands, in questions and in other rows. GLOB and
-- length stop at a NUL byte, so that one is looked for apart.
  COLUMN TEXT NOT NULL PRIMARY KEY
    CONSTRAINT "COLUMN is a-z, 0-9 and hyphens" CHECK (
      COLUMN = trim(COLUMN, '-') AND COLUMN NOT GLOB '*[^a-z0-9-]*'
      AND length(COLUMN) BETWEEN 1 AND 200 AND instr(COLUMN, char(0)) = 0
    )
