#include <xlsxwriter.h>

#include "../lazy.h"

LAZY_LIBRARY(xlsxwriter, 4)

LAZY(xlsxwriter, lxw_workbook *, workbook_new_opt, (const char *path, lxw_workbook_options *options), (path, options))
LAZY(
    xlsxwriter, lxw_error, workbook_set_properties,
    (lxw_workbook *book, lxw_doc_properties *properties),
    (book, properties))
LAZY(xlsxwriter, lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *book, const char *name), (book, name))
LAZY(xlsxwriter, lxw_format *, workbook_add_format, (lxw_workbook *book), (book))
LAZY(xlsxwriter, lxw_error, workbook_close, (lxw_workbook *book), (book))
LAZY(xlsxwriter, char *, lxw_strerror, (lxw_error error), (error))
LAZY(xlsxwriter, void, format_set_bold, (lxw_format *format), (format))
LAZY(xlsxwriter, void, format_set_text_wrap, (lxw_format *format), (format))
LAZY(xlsxwriter, void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment))
LAZY(xlsxwriter, void, format_set_border, (lxw_format *format, uint8_t style), (format, style))
LAZY(xlsxwriter, void, format_set_underline, (lxw_format *format, uint8_t style), (format, style))
LAZY(xlsxwriter, void, format_set_font_color, (lxw_format *format, lxw_color_t colour), (format, colour))
LAZY(xlsxwriter, void, format_set_bg_color, (lxw_format *format, lxw_color_t colour), (format, colour))
LAZY(
    xlsxwriter, lxw_error, worksheet_write_string,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format),
    (sheet, row, column, text, format))
LAZY(
    xlsxwriter, lxw_error, worksheet_write_number,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format),
    (sheet, row, column, number, format))
LAZY(
    xlsxwriter, lxw_error, worksheet_write_blank,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_format *format),
    (sheet, row, column, format))
LAZY(
    xlsxwriter, lxw_error, worksheet_write_url_opt,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *target, lxw_format *format, const char *text, const char *tip),
    (sheet, row, column, target, format, text, tip))
LAZY(
    xlsxwriter, lxw_error, worksheet_write_comment,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text),
    (sheet, row, column, text))
LAZY(
    xlsxwriter, lxw_error, worksheet_merge_range,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column, const char *text, lxw_format *format),
    (sheet, row, column, last_row, last_column, text, format))
LAZY(
    xlsxwriter, lxw_error, worksheet_set_column,
    (lxw_worksheet *sheet, lxw_col_t column, lxw_col_t last, double width, lxw_format *format),
    (sheet, column, last, width, format))
LAZY(
    xlsxwriter, lxw_error, worksheet_set_row,
    (lxw_worksheet *sheet, lxw_row_t row, double height, lxw_format *format),
    (sheet, row, height, format))
LAZY(
    xlsxwriter, void, worksheet_freeze_panes,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column),
    (sheet, row, column))
LAZY(xlsxwriter, void, worksheet_set_paper, (lxw_worksheet *sheet, uint8_t type), (sheet, type))
LAZY(xlsxwriter, void, worksheet_set_landscape, (lxw_worksheet *sheet), (sheet))
LAZY(
    xlsxwriter, void, worksheet_fit_to_pages,
    (lxw_worksheet *sheet, uint16_t width, uint16_t height),
    (sheet, width, height))
LAZY(
    xlsxwriter, lxw_error, worksheet_repeat_rows,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_row_t last),
    (sheet, row, last))
LAZY(
    xlsxwriter, lxw_error, worksheet_repeat_columns,
    (lxw_worksheet *sheet, lxw_col_t column, lxw_col_t last),
    (sheet, column, last))
