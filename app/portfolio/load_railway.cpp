#include "portfolio/load_railway.hpp"

#include "portfolio/rows.hpp"

namespace gs {

std::optional<Spans> chainage_spans(std::string_view text) {
  Spans spans;
  for (const std::string& part : schema::split_list(text)) {
    const std::size_t dash = part.find('-');
    if (dash == std::string::npos) return std::nullopt;
    const auto from = schema::parse_number(std::string_view(part).substr(0, dash)),
               to = schema::parse_number(std::string_view(part).substr(dash + 1));
    if (!from || !to || *from < 0.0 || *to <= *from) return std::nullopt;
    if (!spans.empty() && *from < spans.back().second) return std::nullopt;
    spans.emplace_back(*from, *to);
  }
  return spans;
}

std::optional<Spans> load_spectrum(std::string_view text) {
  Spans spectrum;
  double all = 0.0;
  for (const std::string& part : schema::split_list(text)) {
    const std::size_t at = part.find('@');
    if (at == std::string::npos) return std::nullopt;
    const auto time = schema::parse_number(std::string_view(part).substr(0, at)),
               load = schema::parse_number(std::string_view(part).substr(at + 1));
    if (!time || !load || *time < 0.0 || *load > 1.0 || *load <= (spectrum.empty() ? -1e-300 : spectrum.back().second)) return std::nullopt;
    all += *time;
    spectrum.emplace_back(*time, *load);
  }
  if (spectrum.size() > 10 || !(all > 0.995 && all < 1.005)) return std::nullopt;
  for (auto& [time, load] : spectrum) time /= all;
  return spectrum;
}

RailwayTables take_railway_tables(Loading& loading) {
  RailwayTables tables;
  tables.lines = loading.take(schema::lines());
  tables.countries = loading.take(schema::line_countries());
  tables.trains = loading.take(schema::trains());
  tables.tractions = loading.take(schema::tractions());
  tables.deliveries = loading.take(schema::deliveries());
  tables.shunting = loading.take(schema::shunting());
  return tables;
}

void load_railway(Loading& loading, References& references, RailwayTables tables) {
  Portfolio& p = loading.portfolio();
  references.tractions = Loading::ids(tables.tractions, "id");
  loading.each(schema::lines(), std::move(tables.lines), [&](const auto& f) {
    if (references.fits_line(f)) p.lines.push_back(rows::line(f));
  });
  loading.each(schema::line_countries(), std::move(tables.countries), [&](const auto& f) {
    if (!references.fits_line_country(f)) return;
    const auto line = std::find_if(p.lines.begin(), p.lines.end(), [&](const LineRow& l) { return l.route == f.text("route_id"); });
    if (line != p.lines.end()) line->countries.push_back(rows::line_country(f));
  });
  loading.each(schema::trains(), std::move(tables.trains), [&](const auto& f) {
    if (references.fits_train(f)) p.trains.push_back(rows::train(f));
  });
  loading.each(schema::tractions(), std::move(tables.tractions), [&](const auto& f) {
    if (references.fits_traction(f)) p.tractions.push_back(rows::traction(f));
  });
  loading.each(schema::deliveries(), std::move(tables.deliveries), [&](const auto& f) {
    if (references.fits_delivery(f)) p.deliveries.push_back(rows::delivery(f));
  });
  loading.each(schema::shunting(), std::move(tables.shunting), [&](const auto& f) {
    if (references.fits_duty(f)) p.duties.push_back(rows::yard_duty(f));
  });
}

}  // namespace gs
