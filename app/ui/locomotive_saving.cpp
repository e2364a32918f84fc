#include "ui/locomotive_saving.hpp"

#include <algorithm>

#include "sim/yards.hpp"

namespace gs::ui {
namespace {

constexpr float kCaption = 132.0f;

/// A share of fuel as it is written of claims: "−47 % (42 to 53)".
std::string less_fuel(const Range<double>& r, const Translator& tr) {
  return tr("loco.less_fuel", signed_percent(-r.best, tr), whole(r.low * 100.0, tr), whole(r.high * 100.0, tr));
}

/// Whether the duty that is simulated makes the claim true.
void verdict(const Ui& ui, const Locomotive& l, const LocomotiveResult& r) {
  const Translator& tr = ui.tr();
  if (!l.fuel_saving_pct && !r.saving_per_unit) return;
  const bool fuel = !l.fuel_saving_pct || !r.simulated_fuel_share ||
                    (*l.fuel_saving_pct >= r.simulated_fuel_share->low * 100.0 && *l.fuel_saving_pct <= r.simulated_fuel_share->high * 100.0);
  const bool mass = !r.saving_per_unit || !r.simulated_per_unit || r.simulated_per_unit->contains(*r.saving_per_unit);
  text(ui.fonts.body, ui.palette.ink, tr(fuel && mass ? "loco.claim_holds" : fuel || mass ? "loco.claim_partly" : "loco.claim_off"), true);
  gap(4);
}

/// The duties with which the reported figures come true.
void duty_of_claim(const Ui& ui) {
  if (!ui.claim) return;
  const Translator& tr = ui.tr();
  const model::rail::ClaimDuty& d = ui.claim->duty;
  if (!d.exists) {
    text(ui.fonts.small, ui.palette.ink, tr("loco.claim_no_duty", whole(d.baseline_fuel_t, tr)), true);
    return;
  }
  text(ui.fonts.small, ui.palette.ink,
       tr("loco.claim_duty", whole(d.least_h, tr), whole(d.most_h, tr), whole(d.baseline_fuel_t, tr), percent(ui.claim->claim.fuel_saved_share, tr)), true);
  if (d.idling.exists) text(ui.fonts.small, ui.palette.secondary, tr("loco.claim_idling", number(d.idling.factor, tr, 2), percent(d.idling.mean_load, tr)), true);
  gap(4);
}

/// What the same locomotive saves under the duties of shunting.csv.
void by_duty(const Ui& ui) {
  if (!ui.claim || ui.claim->duties.empty()) return;
  const Translator& tr = ui.tr();
  text(ui.fonts.small_bold, ui.palette.ink, tr("loco.duties"));
  for (const YardClaimCheck::Under& u : ui.claim->duties) {
    const std::string& name = tr.name("duties", u.row->id, tr.chinese() && !u.row->name_zh.empty() ? u.row->name_zh : u.row->name);
    text(ui.fonts.small, ui.palette.ink,
         tr("loco.under_duty", name, number(u.row->moving_h, tr, 2), signed_percent(-u.saved_share, tr), whole(u.diesel_fuel_t, tr), figure(tonnes(u.burnt_saved_t), tr).text()),
         true);
  }
  gap(8);
}

void simulated(const Ui& ui, const Locomotive& l, const LocomotiveResult& r, Actions& out) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, tr("loco.simulated"));
  text(ui.fonts.title, ui.palette.accent, figure(r.simulated_per_unit->best, tr).text() + tr("figure.a_year"));
  figure_press(ui, "saving", Worked::saving, last_item(), out);
  interval_bar(ui, *r.simulated_per_unit, r.saving_per_unit, ImGui::GetContentRegionAvail().x);
  gap(8);
  verdict(ui, l, r);
  duty_of_claim(ui);
  if (r.simulated_fuel_share) fact(ui, tr("loco.fuel_simulated"), less_fuel(*r.simulated_fuel_share, tr), kCaption);
  fact(ui, tr("loco.supply"), tr("loco.supply_value", figure(r.well_to_tank_per_unit, tr).text()), kCaption);
  gap(8);
  by_duty(ui);
  if (const YardDutyRow* duty = ui.world.portfolio.duty(kUsualDuty))
    text(ui.fonts.small, ui.palette.secondary, tr("loco.duty_note", number(duty->moving_low_h, tr, 2), number(duty->moving_high_h, tr, 2), whole(duty->days, tr)), true);
}

void reported(const Ui& ui, const Locomotive& l, const LocomotiveResult& r, Actions& out) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, tr("loco.saving"));
  if (r.saving_per_unit) {
    text(r.simulated_per_unit ? ui.fonts.head : ui.fonts.title, ui.palette.ink, figure(*r.saving_per_unit, tr).text());
    if (!r.simulated_per_unit) figure_press(ui, "saving", Worked::saving, last_item(), out);
    text(ui.fonts.small, ui.palette.secondary, tr(r.simulated_per_unit ? "loco.reported_note" : "loco.saving_note"), true);
  } else {
    text(ui.fonts.small, ui.palette.secondary, tr("loco.no_saving"), true);
  }
  if (l.fuel_saving_pct) fact(ui, tr("loco.fuel"), tr("percent", whole(-*l.fuel_saving_pct, tr)), kCaption);
  if (l.noise_saving_pct) fact(ui, tr("loco.noise"), tr("percent", whole(-*l.noise_saving_pct, tr)), kCaption);
  if (l.emission_saving_pct) fact(ui, tr("loco.emission"), tr("percent", whole(-*l.emission_saving_pct, tr)), kCaption);
  if (l.noise_saving_pct || l.emission_saving_pct) text(ui.fonts.small, ui.palette.secondary, tr("loco.not_computed"), true);
}

std::string kind_of(const DeliveryRow& row, const Translator& tr) { return tr("delivery." + std::string(id_of(row.kind))); }

void fleet(const Ui& ui, const Locomotive& l, const LocomotiveResult& r) {
  const Translator& tr = ui.tr();
  const auto& rows = ui.world.portfolio.deliveries;
  const bool any = std::any_of(rows.begin(), rows.end(), [&](const DeliveryRow& row) { return row.locomotive == l.id; });
  if (!any && !r.units) return text(ui.fonts.small, ui.palette.secondary, tr("loco.units_unknown"), true);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("loco.fleet_head", ui.state.scenario.year));
  fact(ui, tr("loco.delivered"), r.units ? whole(*r.units, tr) : tr("loco.not_known"), kCaption);
  if (r.on_order > 0) fact(ui, tr("loco.on_order"), whole(r.on_order, tr), kCaption);
  if (r.simulated) fact(ui, tr("loco.fleet_simulated"), tr("line.with_interval", figure(r.simulated->best, tr).text(), range_text(*r.simulated, tr)), kCaption);
  if (r.reported) fact(ui, tr("loco.fleet_reported"), figure(*r.reported, tr).text(), kCaption);
  for (const DeliveryRow& row : rows) {
    if (row.locomotive != l.id) continue;
    const std::string when = row.year ? std::to_string(*row.year) : tr("loco.no_year");
    fact(ui, when, tr("loco.delivery", whole(row.units, tr), kind_of(row, tr), row.customer), kCaption);
  }
}

}  // namespace

void locomotive_saving(const Ui& ui, const Locomotive& l, const LocomotiveResult& r, Actions& out) {
  rule(ui, 4, 10);
  if (!ui.world.results.railway.ready) {
    text(ui.fonts.small, ui.palette.secondary, ui.tr()("result.pending"), true);
    rule(ui);
  }
  if (r.simulated_per_unit) {
    simulated(ui, l, r, out);
    rule(ui);
  }
  reported(ui, l, r, out);
  fleet(ui, l, r);
}

}  // namespace gs::ui
