#pragma once
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portfolio/load.hpp"
#include "portfolio/schema.hpp"

namespace gs {

/// What a row says about other rows, the base map, or about itself across columns. Each test appends what is wrong
/// and returns whether the row may be kept. Only for load.cpp.
class References {
 public:
  using Ids = std::set<std::string, std::less<>>;

  References(const Checks& checks, std::vector<Error>& problems) : checks_(checks), problems_(problems) {}

  Ids projects, routes, countries, regimes, locomotives, tractions;
  Ids station_variables;  ///< station id + "\n" + variable of every row
  void add_subjects(const Ids& ids) { subjects_.insert(ids.begin(), ids.end()); }

  bool fits(const schema::Fields&, const Project&);
  bool fits_point(const schema::Fields&);
  bool fits_locomotive(const schema::Fields&);
  bool fits_grid_factor(const schema::Fields&);
  bool fits_capacity_factor(const schema::Fields&);
  bool fits_claim(const schema::Fields&);
  bool fits_site(const schema::Fields&);
  bool fits_station(const schema::Fields&);
  bool fits_regime(const schema::Fields&, const RiverRegime&);
  bool fits_hydro_site(const schema::Fields&);
  bool fits_line(const schema::Fields&);
  bool fits_line_country(const schema::Fields&);
  bool fits_train(const schema::Fields&);
  bool fits_traction(const schema::Fields&);
  bool fits_delivery(const schema::Fields&);
  bool fits_duty(const schema::Fields&);
  bool in_order(const schema::Fields&, std::string_view low, std::string_view central, std::string_view high);

  void note_row(const std::string& id, const schema::Fields& fields);
  void check_route(const Route&);
  void check_wholes(const std::vector<Project>&);

 private:
  bool report(const schema::Fields&, std::string_view column, std::string what);
  bool refers(const schema::Fields&, std::string_view column, const Ids& ids, std::string_view file);
  bool place_fits(const schema::Fields&, const Project&);
  bool has_station(const schema::Fields&, std::string_view column, std::initializer_list<std::string_view> variables);
  bool names_columns(const schema::Fields&, const schema::File&);  ///< its column `estimated`
  bool once(const schema::Fields&, std::string_view column, std::string key);

  const Checks& checks_;
  std::vector<Error>& problems_;
  Ids subjects_;
  std::map<std::string, Error, std::less<>> rows_;  ///< where a route or a part stands, for tests that come later
  std::map<std::string, int, std::less<>> last_seq_;
  std::map<std::string, double, std::less<>> last_chainage_, last_border_;
  std::map<std::string, std::string, std::less<>> station_places_;
  std::set<std::string, std::less<>> seen_, regime_countries_;
};

}  // namespace gs
