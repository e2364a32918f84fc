#include "map/basemap.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "map/basemap_bytes.hpp"

namespace gs {
namespace {

using basemap::DetailSizes;
using nlohmann::json;

constexpr std::string_view kFile = "world.bin", kMiddleFile = "world-50m.bin";

Error header_error(std::string what, std::string_view file = kFile) { return {std::string(file) + ":20", std::move(what)}; }

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

/// The array of objects (or strings) under a key, or null.
const json* list_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? &*found : nullptr;
}

std::optional<Country> country_of(const json& row) {
  if (!row.is_object()) return std::nullopt;
  Country c;
  c.a3 = text_of(row, "a3");
  c.iso3 = text_of(row, "iso3");
  c.iso2 = text_of(row, "iso2");
  const json* names = list_of(row, "names");
  const json* label = list_of(row, "label");
  if (c.a3.empty() || !names || names->size() != c.names.size() || !label || label->size() != 2) return std::nullopt;
  for (std::size_t i = 0; i < c.names.size(); ++i) {
    if (!(*names)[i].is_string()) return std::nullopt;
    c.names[i] = (*names)[i].get<std::string>();
  }
  if (c.names[0].empty() || !(*label)[0].is_number() || !(*label)[1].is_number()) return std::nullopt;
  c.label = {(*label)[0].get<double>(), (*label)[1].get<double>()};
  if (std::abs(c.label.x) > 180 || std::abs(c.label.y) > 90) return std::nullopt;
  c.area_km2 = number_of(row, "area_km2").value_or(0);
  c.ember_g_per_kwh = number_of(row, "ember_g_per_kwh");
  const double year = number_of(row, "ember_year").value_or(0);
  c.ember_year = year > 1900 && year < 2200 ? static_cast<int>(year) : 0;
  return c;
}

/// Water may have no polygons.
std::optional<DetailSizes> sizes_of(const json& entry, bool water = false) {
  if (!entry.is_object()) return std::nullopt;
  DetailSizes s;
  s.name = text_of(entry, "name");
  const double limits[] = {1e7, 1e8, 1e8, 1e8};
  double values[4] = {};
  const char* keys[] = {"units_per_degree", "arcs", "points", "polygons"};
  for (int i = 0; i < 4; ++i) {
    values[i] = number_of(entry, keys[i]).value_or(0);
    if (!(values[i] >= (water && i == 3 ? 0 : 1) && values[i] <= limits[i])) return std::nullopt;
  }
  s.units_per_degree = values[0];
  s.arcs = static_cast<std::size_t>(values[1]);
  s.points = static_cast<std::size_t>(values[2]);
  s.polygons = static_cast<std::size_t>(values[3]);
  return s;
}

/// Fills everything but the details; answers the sizes of those.
Result<std::vector<DetailSizes>> read_header(const json& header, BaseMap& map) {
  if (!header.is_object()) return header_error("expected a JSON object, found none that parses");
  const json *sources = list_of(header, "provenance"), *reasons = list_of(header, "reasons");
  const json *countries = list_of(header, "countries"), *details = list_of(header, "details");
  if (!sources || !reasons || !countries || !details || countries->empty() || details->empty())
    return header_error("expected lists named provenance, reasons, countries and details, found otherwise");
  for (const json& s : *sources) {
    if (!s.is_object()) return header_error("expected objects in provenance, found otherwise");
    map.provenance.push_back({text_of(s, "what"), text_of(s, "package"), text_of(s, "version"), text_of(s, "licence"),
                              text_of(s, "data_licence"), text_of(s, "attribution"), text_of(s, "note")});
  }
  for (const json& r : *reasons) map.reasons.push_back(r.is_string() ? r.get<std::string>() : std::string());
  for (const json& row : *countries) {
    std::optional<Country> country = country_of(row);
    if (!country)
      return header_error("expected a3, names and label in country " + std::to_string(map.countries.size()) +
                          ", found otherwise");
    map.countries.push_back(std::move(*country));
  }
  std::vector<DetailSizes> sizes;
  for (const json& entry : *details) {
    const std::optional<DetailSizes> s = sizes_of(entry);
    if (!s) return header_error("expected sizes in detail " + std::to_string(sizes.size()) + ", found otherwise");
    sizes.push_back(*s);
  }
  return sizes;
}

/// What the header says of the one detail, where the rest of it is that of `map`.
Result<DetailSizes> read_fine_header(const json& header, const BaseMap& map, std::string_view file) {
  if (!header.is_object()) return header_error("expected a JSON object, found none that parses", file);
  const json *countries = list_of(header, "part_of"), *reasons = list_of(header, "reasons");
  const json* details = list_of(header, "details");
  const auto same = [](const json* list, std::size_t size, auto text) {
    if (!list || list->size() != size) return false;
    for (std::size_t i = 0; i < size; ++i)
      if (!(*list)[i].is_string() || (*list)[i].get_ref<const std::string&>() != text(i)) return false;
    return true;
  };
  if (!same(countries, map.countries.size(), [&](std::size_t i) { return map.countries[i].a3; }) ||
      !same(reasons, map.reasons.size(), [&](std::size_t i) { return map.reasons[i]; }))
    return header_error("expected the countries and reasons of world.bin, found others", file);
  const std::optional<DetailSizes> sizes = details && details->size() == 1 ? sizes_of((*details)[0]) : std::nullopt;
  if (!sizes) return header_error("expected the sizes of one detail, found otherwise", file);
  return *sizes;
}

}  // namespace

const std::string& Country::name(NameLanguage language) const {
  const std::string& wanted = names[static_cast<std::size_t>(language)];
  return wanted.empty() ? names[0] : wanted;
}

Result<BaseMap> read_basemap(std::span<const std::byte> bytes) {
  Result<basemap::Parts> parts = basemap::open_file(bytes, kFile);
  if (!parts) return parts.error();
  const json header = json::parse(parts->header, nullptr, false);
  BaseMap map;
  const Result<std::vector<DetailSizes>> sizes = read_header(header, map);
  if (!sizes) return sizes.error();
  basemap::Reader& body = parts->body;
  for (const DetailSizes& s : *sizes) {
    map.details.push_back(basemap::read_detail(body, s, map.countries.size(), map.reasons.size()));
    if (!body.ok()) return body.error();
  }
  if (body.left() != 0) body.fail("expected the end of the file, found " + std::to_string(body.left()) + " bytes more");
  if (!body.ok()) return body.error();
  return map;
}

struct FineReader::State {
  std::vector<std::byte> bytes;
  std::optional<basemap::DetailReader> reader;
  std::optional<Error> error;
};

FineReader::FineReader(std::vector<std::byte> bytes, const BaseMap& map, std::string_view file) : state_(new State{std::move(bytes), {}, {}}) {
  Result<basemap::Parts> parts = basemap::open_file(state_->bytes, file);
  if (!parts) {
    state_->error = parts.error();
    return;
  }
  const Result<DetailSizes> sizes = read_fine_header(json::parse(parts->header, nullptr, false), map, file);
  if (!sizes) state_->error = sizes.error();
  else state_->reader.emplace(parts->body, *sizes, map.countries.size(), map.reasons.size());
}
FineReader::FineReader(std::vector<std::byte> bytes, std::string_view file) : state_(new State{std::move(bytes), {}, {}}) {
  Result<basemap::Parts> parts = basemap::open_file(state_->bytes, file);
  if (!parts) {
    state_->error = parts.error();
    return;
  }
  const json header = json::parse(parts->header, nullptr, false);
  const json* details = header.is_object() ? list_of(header, "details") : nullptr;
  const auto sizes = details && details->size() == 1 ? sizes_of((*details)[0], true) : std::nullopt;
  if (sizes) state_->reader.emplace(parts->body, *sizes, 1, 0);
  else state_->error = header_error("expected the sizes of one detail, found otherwise", file);
}
FineReader::~FineReader() = default;
FineReader::FineReader(FineReader&&) noexcept = default;
FineReader& FineReader::operator=(FineReader&&) noexcept = default;

bool FineReader::work() { return !state_->error && state_->reader->work(); }

Result<Detail> FineReader::take() {
  if (state_->error) return *state_->error;
  basemap::Reader& body = state_->reader->body();
  if (body.ok() && body.left() != 0)
    body.fail("expected the end of the file, found " + std::to_string(body.left()) + " bytes more");
  if (!body.ok()) return body.error();
  return state_->reader->take();
}

namespace {

Result<Detail> all_of(FineReader reader) {
  while (reader.work()) {
  }
  return reader.take();
}

}  // namespace

Result<Detail> read_fine_detail(std::span<const std::byte> bytes, const BaseMap& map, std::string_view file) {
  return all_of(FineReader({bytes.begin(), bytes.end()}, map, file));
}

Result<BaseMap> read_world(const std::function<Result<std::string>(std::string_view name)>& read) {
  const Result<std::string> far = read(kFile);
  if (!far) return far.error();
  Result<BaseMap> map = read_basemap(std::as_bytes(std::span(*far)));
  if (!map) return map;
  const Result<std::string> nearer = read(kMiddleFile);
  if (!nearer) return nearer.error();
  Result<Detail> detail = read_fine_detail(std::as_bytes(std::span(*nearer)), *map, kMiddleFile);
  if (!detail) return detail.error();
  map->details.push_back(std::move(*detail));
  return map;
}

Result<Detail> read_water(std::span<const std::byte> bytes, std::string_view file) {
  return all_of(FineReader({bytes.begin(), bytes.end()}, file));
}

}  // namespace gs
