#pragma once
#include <array>
#include <string_view>

/// The words of the data files' enumerations, in the order of the enumerators of portfolio.hpp.
namespace gs::names {

inline constexpr std::array<std::string_view, 13> kTechnology = {
    "solar_pv",   "solar_pv_bess",  "solar_pv_floating", "csp",            "wind_onshore",   "wind_onshore_bess",
    "wind_offshore", "hydro", "pumped_storage", "battery_storage", "green_hydrogen", "waste_to_energy",
    "grid_interconnection"};
inline constexpr std::array<std::string_view, 9> kCategory = {"solar",    "csp",   "wind", "hydro",     "storage",
                                                              "hydrogen", "waste", "grid", "locomotive"};
inline constexpr std::array<std::string_view, 5> kStatus = {"operating", "construction", "agreed", "planned",
                                                            "suspended"};
inline constexpr std::array<std::string_view, 3> kConfidence = {"high", "medium", "low"};
inline constexpr std::array<std::string_view, 6> kCoordPrecision = {"exact", "site",     "approximate",
                                                                    "town",  "district", "province"};
inline constexpr std::array<std::string_view, 7> kCapacityBasis = {"ac",       "dc",           "net",     "power",
                                                                   "transfer", "electrolyser", "unstated"};
inline constexpr std::array<std::string_view, 4> kChineseRole = {"confirmed", "equipment_only", "unverified",
                                                                 "none_found"};
inline constexpr std::array<std::string_view, 5> kValidationUse = {"none", "cf_co2", "cf", "co2", "exclude"};
inline constexpr std::array<std::string_view, 4> kBri = {"unknown", "partner", "withdrawn", "no"};
inline constexpr std::array<std::string_view, 3> kLineStatus = {"open", "construction", "planned"};
inline constexpr std::array<std::string_view, 4> kElectrified = {"yes", "no", "partly", "unknown"};
inline constexpr std::array<std::string_view, 6> kLocomotiveType = {"diesel",   "hybrid",   "battery",
                                                                    "hydrogen", "electric", "dual_mode"};
inline constexpr std::array<std::string_view, 5> kGridMethod = {"ifi_cm_firm", "ifi_cm_intermittent", "ifi_om",
                                                                "ember_average", "other_average"};
inline constexpr std::array<std::string_view, 3> kGhiBasis = {"published", "satellite", "derived"};
inline constexpr std::array<std::string_view, 7> kMounting = {
    "single_axis_tracker", "fixed_tilt", "floating_fixed", "mixed", "csp_trough", "csp_tower", "csp_mixed"};
inline constexpr std::array<std::string_view, 3> kBifacial = {"yes", "no", "mixed"};
inline constexpr std::array<std::string_view, 7> kStationVariable = {
    "temp_c", "sunshine_h", "ghi_kwh_m2_day", "dni_kwh_m2_day", "dhi_kwh_m2_day", "wind_ms", "precip_days"};
inline constexpr std::array<std::string_view, 2> kHydroOperation = {"run_of_river", "storage"};
inline constexpr std::array<std::string_view, 2> kLeg = {"rail", "sea"};
inline constexpr std::array<std::string_view, 2> kBasis = {"sourced", "class"};
inline constexpr std::array<std::string_view, 3> kTerrain = {"plain", "rolling", "mountain"};
inline constexpr std::array<std::string_view, 2> kTrainKind = {"freight", "passenger"};
inline constexpr std::array<std::string_view, 6> kTractionKind = {"diesel",   "hybrid",   "battery",
                                                                  "hydrogen", "catenary", "dual"};
inline constexpr std::array<std::string_view, 2> kDuty = {"line", "shunting"};
inline constexpr std::array<std::string_view, 4> kDeliveryKind = {"delivered", "ordered", "framework", "planned"};
inline constexpr std::array<std::string_view, 3> kDutyKind = {"reported", "rule", "assumed"};
inline constexpr std::array<std::string_view, 2> kEngineMap = {"tier4", "te10"};
inline constexpr std::array<std::string_view, 3> kRegen = {"none", "battery", "wire"};
inline constexpr std::array<std::string_view, 2> kYesNo = {"yes", "no"};

}  // namespace gs::names
