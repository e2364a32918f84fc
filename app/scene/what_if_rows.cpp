#include "scene/what_if_rows.hpp"

#include "text/figure.hpp"

namespace gs {
namespace {

constexpr int kClaimedGw = 80;  ///< GW a year

std::string per_cent(const Translator& tr, int value) { return percent(0.01 * value, tr); }
std::string gigawatts_words(const Translator& tr, int gw) { return tr("what_if.build_value", whole(gw, tr)); }
std::string price_words(const Translator& tr, int cents) { return tr("what_if.hydrogen_value", number(0.01 * cents, tr, 3)); }

}  // namespace

const std::array<WhatIfRow, 8> kWhatIfRows{
    {{"weather", "what_if.weather", "what_if.weather_note", &WhatIf::weather, kWeather, per_cent},
     {"ageing", "what_if.ageing", "what_if.ageing_note", &WhatIf::ageing, kAgeing, per_cent},
     {"curtailment", "what_if.curtailment", "what_if.curtailment_note", &WhatIf::curtailment, kCurtailment, per_cent},
     {"stored", "what_if.stored", "what_if.stored_note", &WhatIf::stored, kStored, per_cent},
     {"traffic", "what_if.traffic", "what_if.traffic_note", &WhatIf::traffic, kTraffic, per_cent},
     {"wires", "what_if.wires", "what_if.wires_note", &WhatIf::wires, kWires, per_cent},
     {"build", "what_if.build", "what_if.build_note", &WhatIf::build_gw, {1, kBuildGw.most}, gigawatts_words},
     {"hydrogen", "what_if.hydrogen", "what_if.hydrogen_note", &WhatIf::hydrogen_cents, kHydrogenCents, price_words}}};

int WhatIfRow::shown(const WhatIf& w) const { return value == &WhatIf::build_gw && w.build_gw == 0 ? kClaimedGw : w.*value; }

void WhatIfRow::set(WhatIf& w, int shown) const { w.*value = value == &WhatIf::build_gw && shown == kClaimedGw ? 0 : shown; }

}  // namespace gs
