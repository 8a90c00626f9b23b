/* bench-xlsx: writes the rows of a statement to a workbook through libxlsxwriter, in the mode of it
 * that holds one row: the other side of `legation sql -o FILE.xlsx` in Scripts/bench.
 *
 * usage: bench-xlsx FILE.db STATEMENT FILE.xlsx
 */
#include <sqlite3.h>
#include <stdio.h>
#include <xlsxwriter.h>

int main(int count, char **words) {
  if (count != 4) {
    fprintf(stderr, "usage: bench-xlsx FILE.db STATEMENT FILE.xlsx\n");
    return 64;
  }
  sqlite3 *database;
  sqlite3_stmt *statement;
  if (sqlite3_open_v2(words[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(database, words[2], -1, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "bench-xlsx: %s\n", sqlite3_errmsg(database));
    return 1;
  }
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *workbook = workbook_new_opt(words[3], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, NULL);
  int columns = sqlite3_column_count(statement);
  for (int column = 0; column < columns; column++)
    worksheet_write_string(sheet, 0, column, sqlite3_column_name(statement, column), NULL);
  lxw_row_t row = 0;
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    row++;
    for (int column = 0; column < columns; column++) {
      switch (sqlite3_column_type(statement, column)) {
      case SQLITE_NULL:
        break;
      case SQLITE_INTEGER:
      case SQLITE_FLOAT:
        worksheet_write_number(sheet, row, column, sqlite3_column_double(statement, column), NULL);
        break;
      default:
        worksheet_write_string(
          sheet, row, column, (const char *)sqlite3_column_text(statement, column), NULL);
      }
    }
  }
  if (result != SQLITE_DONE || workbook_close(workbook) != LXW_NO_ERROR) return 1;
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return 0;
}
