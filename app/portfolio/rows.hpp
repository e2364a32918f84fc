#pragma once
#include "portfolio/portfolio.hpp"
#include "portfolio/schema.hpp"

/// One checked row of a file -> one value. Only for load.cpp.
namespace gs::rows {

Project project(const schema::Fields&);
Route route(const schema::Fields&);
RoutePoint route_point(const schema::Fields&);
Locomotive locomotive(const schema::Fields&);
GridFactor grid_factor(const schema::Fields&);
CapacityFactor capacity_factor(const schema::Fields&);
Factor factor(const schema::Fields&);
RailFactor rail_factor(const schema::Fields&);
CountryFact country(const schema::Fields&);
Source source(const schema::Fields&);
Claim claim(const schema::Fields&);
Site site(const schema::Fields&);
Station station(const schema::Fields&);
RiverRegime river_regime(const schema::Fields&);
HydroSite hydro_site(const schema::Fields&);
LineRow line(const schema::Fields&);
LineRow::CountrySpan line_country(const schema::Fields&);
TrainRow train(const schema::Fields&);
TractionRow traction(const schema::Fields&);
DeliveryRow delivery(const schema::Fields&);
YardDutyRow yard_duty(const schema::Fields&);

}  // namespace gs::rows
