#pragma once
#include <CLI/CLI.hpp>
#include <optional>

#include "presentation.hpp"

/// One function a subcommand: it declares the arguments and sets `exit_code` when it runs. Only for cli.cpp.
namespace gs::cli {

/// Exit statuses besides 0: it could not be done (or what is compared differs); the arguments cannot be used.
inline constexpr int kFailed = 1, kUnusable = 2;

void add_simulate(CLI::App& app, int& exit_code);
void add_join(CLI::App& app, int& exit_code);
void add_run(CLI::App& app, int& exit_code);
void add_eval(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);
void add_validate(CLI::App& app, int& exit_code);
void add_forecast(CLI::App& app, int& exit_code);
void add_claim(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_table(CLI::App& app, int& exit_code);
void add_chart(CLI::App& app, int& exit_code);
void add_render(CLI::App& app, int& exit_code);
void add_qr(CLI::App& app, int& exit_code);
void add_figures(CLI::App& app, int& exit_code);
void add_present(CLI::App& app, int& exit_code, std::optional<Presentation>& wish);
void add_report(CLI::App& app, int& exit_code);

}  // namespace gs::cli
