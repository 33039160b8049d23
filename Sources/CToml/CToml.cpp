// The only file that sees toml++; see include/CToml.h for what it promises.
#include "CToml.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Some texts ("[=") break what toml++ 3.3 asserts about itself, while the code behind the assertion
// names the mistake properly. With NDEBUG the assertions become assumptions of the optimiser, which
// would be worse; so they are neither.
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES CTOML_MAXIMUM_DEPTH
#include <toml++/toml.h>

struct CTomlDocument {
    toml::table root;
    std::string error;
    CTomlPlace errorPlace = {0, 0};
    std::vector<CTomlEntry> entries;
};

namespace {

CTomlText text(std::string_view view) { return {view.data(), view.size()}; }

CTomlPlace place(const toml::source_position &position) {
    return {position.line, position.column};
}

// toml++ bounds values inside one another but not the parts of a dotted key, each of which is a
// table inside the last; freeing them would then use up the stack. This walks the text as far as
// it is well-formed (toml++ stops at the first mistake) and counts the dots of each key.
class DottedKeyGuard {
public:
    explicit DottedKeyGuard(std::string_view text) : text(text) {}

    // Whether a key has too many parts; then `place` says where.
    bool exceeds(CTomlPlace &place) {
        while (position < text.size()) {
            switch (text[position]) {
            case '"':
            case '\'':
                skipString(text[position]);
                break;
            case '#':
                position = std::min(text.find('\n', position), text.size());
                break;
            default:
                if (count(text[position])) {
                    place = here();
                    return true;
                }
                position += 1;
            }
        }
        return false;
    }

private:
    std::string_view text;
    size_t position = 0;
    size_t dots = 0;

    bool count(char character) {
        if (character == '.') {
            dots += 1;
        } else if (std::string_view("=,{}[]\n").find(character) != std::string_view::npos) {
            dots = 0;
        }
        return dots >= CTOML_MAXIMUM_DEPTH;
    }

    bool isTriple(char quote) const {
        return text.substr(position, 3) == std::string(3, quote);
    }

    void skipString(char quote) {
        const bool isLong = isTriple(quote);
        position += isLong ? 3 : 1;
        while (position < text.size()) {
            if (text[position] == '\\' && quote == '"') {
                position += 2;
            } else if (isLong ? isTriple(quote) : text[position] == quote) {
                position += isLong ? 3 : 1;
                // Up to two quotes may stand before the closing three.
                for (int more = 0; isLong && more < 2 && isQuote(quote); more++) position += 1;
                return;
            } else {
                position += 1;
            }
        }
    }

    bool isQuote(char quote) const {
        return position < text.size() && text[position] == quote;
    }

    CTomlPlace here() const {
        CTomlPlace place = {1, 1};
        for (const char character : text.substr(0, position)) {
            // The continuation bytes of UTF-8 are no characters of their own.
            if ((character & 0xC0) == 0x80) continue;
            place = character == '\n' ? CTomlPlace{place.line + 1, 1}
                                      : CTomlPlace{place.line, place.column + 1};
        }
        return place;
    }
};

void setDate(CTomlEntry &entry, const toml::date &date) {
    entry.year = date.year;
    entry.month = date.month;
    entry.day = date.day;
}

CTomlKind kind(const toml::node &node) {
    switch (node.type()) {
    case toml::node_type::array: return CTOML_ARRAY;
    case toml::node_type::string: return CTOML_STRING;
    case toml::node_type::integer: return CTOML_INTEGER;
    case toml::node_type::floating_point: return CTOML_FLOAT;
    case toml::node_type::boolean: return CTOML_BOOLEAN;
    case toml::node_type::date: return CTOML_DATE;
    case toml::node_type::time: return CTOML_TIME;
    case toml::node_type::date_time: return CTOML_DATE_TIME;
    default: return CTOML_TABLE;
    }
}

void fill(CTomlEntry &entry, const toml::node &node) {
    entry.kind = kind(node);
    entry.place = place(node.source().begin);
    if (const auto *string = node.as_string()) entry.text = text(string->get());
    if (const auto *integer = node.as_integer()) entry.integer = integer->get();
    if (const auto *boolean = node.as_boolean()) entry.integer = boolean->get() ? 1 : 0;
    if (const auto *date = node.as_date()) setDate(entry, date->get());
    if (const auto *moment = node.as_date_time()) setDate(entry, moment->get().date);
}

// Depth is bounded by what the parser and the guard let through.
void append(std::vector<CTomlEntry> &entries, const toml::node &node, CTomlEntry entry = {}) {
    fill(entry, node);
    if (const auto *table = node.as_table()) {
        entry.memberCount = table->size();
        entries.push_back(entry);
        for (auto &&[key, member] : *table) {
            CTomlEntry named = {};
            named.key = text(key.str());
            named.keyPlace = place(key.source().begin);
            append(entries, member, named);
        }
    } else if (const auto *array = node.as_array()) {
        entry.memberCount = array->size();
        entries.push_back(entry);
        for (auto &&member : *array) append(entries, member);
    } else {
        entries.push_back(entry);
    }
}

void refuse(CTomlDocument &document, std::string_view message, CTomlPlace place) {
    document.error = message;
    document.errorPlace = place;
}

// An exception (no memory is left) ends the program here, before it could reach Swift.
CTomlDocument *read(const char *bytes, size_t count) noexcept {
    auto *document = new CTomlDocument;
    const std::string_view input(count == 0 ? "" : bytes, count);
    CTomlPlace deep = {0, 0};
    if (count > CTOML_MAXIMUM_BYTES) {
        refuse(*document, "The file is larger than 1 MiB", {0, 0});
    } else if (DottedKeyGuard(input).exceeds(deep)) {
        refuse(*document, "A dotted key has more than 16 parts", deep);
    } else if (auto result = toml::parse(input)) {
        document->root = std::move(result).table();
        append(document->entries, document->root);
    } else {
        refuse(*document, result.error().description(), place(result.error().source().begin));
    }
    return document;
}

} // namespace

extern "C" {

CTomlDocument *ctoml_parse(const char *bytes, size_t count) { return read(bytes, count); }

void ctoml_free(CTomlDocument *document) { delete document; }

CTomlText ctoml_error(const CTomlDocument *document, CTomlPlace *place) {
    *place = document->errorPlace;
    return text(document->error);
}

const CTomlEntry *ctoml_entries(const CTomlDocument *document, size_t *count) {
    *count = document->entries.size();
    return document->entries.data();
}
}
