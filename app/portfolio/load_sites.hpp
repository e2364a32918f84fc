#pragma once
#include "portfolio/loading.hpp"
#include "portfolio/references.hpp"

/// The climate and the rivers behind the projects. Only for load.cpp.
namespace gs {

struct SiteTables {
  Table sites, stations, regimes, hydro_sites;
};

SiteTables take_site_tables(Loading&);
/// Checks and keeps the rows of the tables; `references` knows the projects and takes the stations and regimes.
void load_sites(Loading&, References&, SiteTables);

}  // namespace gs
