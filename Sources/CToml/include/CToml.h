// Reads TOML 1.0 with toml++ and lays the document out flat, every key and value with its place.
//
// The entries stand in pre-order: the root table first, each table and array directly followed by
// its members. Nothing here throws, and no type of C++ shows.
#ifndef AMBLE_CTOML_H
#define AMBLE_CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What an entry is.
typedef enum CTomlKind : uint8_t {
    CTOML_TABLE,
    CTOML_ARRAY,
    CTOML_STRING,
    CTOML_INTEGER,
    CTOML_FLOAT,
    CTOML_BOOLEAN,
    CTOML_DATE,
    CTOML_TIME,
    CTOML_DATE_TIME,
} CTomlKind;

/// A place in the text: both count from 1, columns in characters; 0 means the whole file.
typedef struct CTomlPlace {
    uint32_t line;
    uint32_t column;
} CTomlPlace;

/// UTF-8 without an end mark; it lives as long as the document.
typedef struct CTomlText {
    const char *bytes;
    size_t count;
} CTomlText;

/// One value of the document.
typedef struct CTomlEntry {
    CTomlKind kind;
    /// Where the value begins; a table's is that of its header or brace.
    CTomlPlace place;
    /// The name in its table; empty in arrays and for the root.
    CTomlText key;
    CTomlPlace keyPlace;
    /// The members of a table or array.
    size_t memberCount;
    /// The text of a string.
    CTomlText text;
    /// The value of an integer; 0 or 1 for a boolean.
    int64_t integer;
    /// The date of CTOML_DATE and CTOML_DATE_TIME.
    uint16_t year;
    uint8_t month, day;
} CTomlEntry;

/// The most bytes that are read.
#define CTOML_MAXIMUM_BYTES ((size_t)1 << 20)
/// The most values inside one another, and the most parts of one dotted key.
#define CTOML_MAXIMUM_DEPTH 16

/// A document, or the reason why there is none.
typedef struct CTomlDocument CTomlDocument;

/// Reads a text, which is not needed afterwards. The result is never null and is given back with
/// ctoml_free.
CTomlDocument *ctoml_parse(const char *bytes, size_t count);

void ctoml_free(CTomlDocument *document);

/// The first mistake of syntax, and its place; no bytes when there is none.
CTomlText ctoml_error(const CTomlDocument *document, CTomlPlace *place);

/// The entries; none after a mistake of syntax.
const CTomlEntry *ctoml_entries(const CTomlDocument *document, size_t *count);

#ifdef __cplusplus
}
#endif
#endif
